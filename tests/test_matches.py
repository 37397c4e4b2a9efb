"""Who played whom on which day, how it ended, and how many watched."""

from __future__ import annotations

import pytest

from checker.extract import extract
from checker.load import load
from checker.model import Relation


def told(text: str) -> list[tuple[str, str, float | None]]:
    (article,) = load("a.md", f"---\ndate: 2016-03-07\n---\n\n{text}\n".encode()).articles
    found = (it for it in extract(article) if isinstance(it, Relation))
    return [(it.relation, it.subject, it.least) for it in found]


@pytest.mark.parametrize(
    "text",
    [
        "Arrow Town beat Hill United 3-1 on Saturday.",
        "On Saturday Arrow Town thrashed the visitors Hill United 3–1 at Mill Lane.",
        "Arrow Town won 3-1 at Hill United on Saturday.",
        "Arrow Town's 3-1 win over Hill United on Saturday was their first.",
        "Two goals by Roe gave Arrow Town a deserved 3-1 win over Hill United on Saturday.",
        "Hill United lost 3-1 to Arrow Town on Saturday.",
        "Hill United slumped to a 3-1 defeat at Arrow Town on Saturday.",
        "Hill United were beaten 3-1 by Arrow Town on Saturday.",
        "Arrow Town 3-1 Hill United\nLeague, Saturday, 5 March 2016. A late win.",
        "Hill United 1-3 Arrow Town on Saturday was no draw.",
        "Hill United, the holders, were knocked out 3-1 by Arrow Town on Saturday evening.",
        "Hill United, beaten 3-1 by Arrow Town on Saturday, have a new coach.",
        "Hill United lost to Arrow Town 3-1 on Saturday.",
        "Arrow Town's 3-1 defeat of Hill United on Saturday was their first.",
        "Arrow Town, who saw off the visitors Hill United 3-1 on Saturday, rested.",
        "Arrow Town went top on Saturday. Arrow Town became champions, beating Hill United 3-1.",
    ],
)
def test_the_end_of_a_match_is_told_the_same_from_either_side(text: str) -> None:
    assert told(text) == [("score", "match of arrow town and hill united in 2016", 3001.0)]


@pytest.mark.parametrize(
    ("text", "relation", "value"),
    [
        ("Arrow Town drew 2-2 with Hill United on Saturday.", "score", 2002),
        ("Arrow Town and Hill United drew 2-2 on Saturday.", "score", 2002),
        ("Surrey beat Kent by 34 runs on Saturday.", "margin", 34000),
        ("Anna Roe beat Jane Doe 6-3, 7-5 on Saturday.", "score", ((6 * 30 + 3) * 30 + 7) * 30 + 5),
    ],
)  # fmt: skip
def test_draws_margins_and_sets_are_read(text: str, relation: str, value: int) -> None:
    ((found, _, least),) = told(text)
    assert (found, least) == (relation, value)


@pytest.mark.parametrize(
    "text",
    [
        "Arrow Town beat Hill United 3-1 on penalties on Saturday.",
        "Arrow Town led Hill United 3-1 on Saturday.",
        "Arrow Town beat Hill United 3-1 last season.",
        "Arrow Town would beat Hill United 3-1 on Saturday if they won.",
        "The bill won 52-48 in the Senate on Saturday.",
        "Arrow Town beat Hill United 3-1.",
        "Arrow Town Reserves beat Hill United reserves 3-1 on Saturday.",
        "Arrow Town captured the house 34-31 on Saturday, beating Hill United 3-1.",
        "Arrow Town beat Hill United 3-1 in the final of the 2014 Mill Cup, a two-legged tie.",
        "Arrow Town beat Hill United 3-1 in the semi-final of the 2014 Mill Cup.",
    ],
)
def test_what_is_no_end_of_one_match_of_a_day_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Arrow Town beat Hill United 3-1 in the final of the 2014 Mill Cup.",
        "In the 2014 Mill Cup final at Kells, Arrow Town beat Hill United 3-1.",
        "The 2014 Mill Cup final was played at Kells. Hill United were beaten 3-1 by Arrow Town.",
        "Arrow Town won the 2014 Mill Cup, beating Hill United 3-1 in the final.",
    ],
)
def test_a_final_is_known_by_its_cup_and_year(text: str) -> None:
    assert told(text) == [("score", "match of arrow town and hill united in 2014", 3001.0)]


def test_those_who_watched_the_only_match_of_a_report_are_counted() -> None:
    found = told("Arrow Town beat Hill United 3-1 on Saturday. A crowd of 1,204 saw Roe score.")
    assert found[1] == ("attendance", "match of arrow town and hill united in 2016", 1204.0)
