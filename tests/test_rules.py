"""Every example of every rule: a bad one reports exactly the marked passages, a good one nothing."""

from __future__ import annotations

import pytest
from made import rule

from checker.engine.examples import Case, cases, failure, unmarked
from checker.engine.rules import Example
from checker.engine.ruleset import load_rules

RULES = load_rules()
CASES = list(cases(RULES))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_example(case: Case):
    assert failure(case, RULES) == ""


def test_marks_are_taken_out_and_remembered():
    texts, spans = unmarked(Example(articles=("\n    A [[b]] c\n    [[d\n    e]].", "f [[g]]")))
    assert texts == ["A b c\nd\ne.", "f g"]
    assert [texts[number][start:end] for number, start, end in spans] == ["b", "d\ne", "g"]


def failing(kind: str, text: str) -> str:
    return failure(Case(rule("weekday-mismatch"), kind, 1, Example(articles=(text,))), RULES)


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("bad", "The court sat on Monday, 5 March 2021, in the capital.", "it marks no passage"),
        ("bad", "The court sat on [[Friday, 5 March 2021]], in the capital.", "reports nothing"),
        ("bad", "The court sat on Monday, [[5 March 2021]], in the capital.", "must report “5 March 2021”"),
        (
            "good",
            "The court sat on Monday, 5 March 2021, in the capital.",
            "weekday-mismatch (error) reports",
        ),
        ("good", "The court sat on [[Friday, 5 March 2021]], in the capital.", "has no [[ ]]"),
        ("good", "The court sat on 31 April 2021, in the capital.", "impossible-date (error) reports"),
        ("missed", "The court sat on [[Monday, 5 March 2021]], in the capital.", "move it to bad"),
        (
            "bad",
            "Das Gericht tagte am [[Montag, dem 5. März 2021]] in der Hauptstadt des Landes.",
            "is not read",
        ),
    ],
)
def test_an_example_that_does_not_hold_says_why(kind, text, said):
    assert said in failing(kind, text)


def test_a_missed_example_may_be_missed():
    assert failing("missed", "The court sat on the [[Monday of that week, March the fifth of 2021]].") == ""
