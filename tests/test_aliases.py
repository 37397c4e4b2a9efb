"""Two names that an article says to be one person's: how that is read, and what it does to rules."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from made import on, source

from checker.check import check
from checker.engine.check import check as judge
from checker.engine.ruleset import load_rules
from checker.extract import extract
from checker.inputs import Inputs
from checker.load import load
from checker.model import Alias, Office, Relation
from checker.resolve.identity import Identity
from checker.settings import Settings

RULES = load_rules()
CASES = tomllib.loads((Path(__file__).parent / "cases/aliases.toml").read_text("utf-8"))["case"]

BEFORE = "On 9 April 2021, French Foreign Minister Claire Delorme opened the exhibition in the capital.\n"
AFTER = "On 9 April 2021, French Foreign Minister Claire Vasseur closed the exhibition in the capital.\n"
TOLD = "The minister, Claire Vasseur (née Delorme), was born in Lille and went to school in that city.\n"


def found(files: dict[str, str], **more: object) -> list[tuple[str, str]]:
    inputs = Inputs({name: text.encode() for name, text in files.items()}, **more)  # type: ignore[arg-type]
    return [(it.rule, it.severity) for it in check(inputs, RULES).findings]


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_names_that_a_text_equates(case):
    (article,) = load("article.txt", case["text"].strip().replace("\n", " ").encode()).articles
    claims = [claim for claim in extract(article) if isinstance(claim, Alias)]
    assert [f"{claim.name} = {claim.other}" for claim in claims] == case["says"]


def test_names_that_no_article_equates_are_two_people():
    assert found({"a.txt": BEFORE, "b.txt": AFTER}) == [("office-holder", "error")]


@pytest.mark.parametrize(
    "files",
    [
        {"a.txt": BEFORE, "b.txt": AFTER, "c.txt": TOLD},
        {"a.txt": BEFORE, "b.txt": AFTER + "\n" + TOLD},
    ],
)
def test_one_article_that_equates_two_names_is_enough_for_all(files):
    assert found(files) == []


@pytest.mark.parametrize("focus", ["a.txt", "b.txt", "c.txt"])
def test_a_focus_knows_what_other_articles_equate(focus):
    third = AFTER.replace("Claire Vasseur", "Henri Moreau").replace("French", "Peruvian")
    files = {"a.txt": BEFORE, "b.txt": AFTER, "c.txt": third, "d.txt": TOLD}
    assert found(files, focus=frozenset([focus])) == []


def test_words_that_somebody_is_quoted_with_equate_nothing():
    said = f'"{TOLD.strip()}," he said.\n'
    assert found({"a.txt": BEFORE, "b.txt": AFTER, "c.txt": said}) != []


def test_what_is_told_is_not_passed_on_from_one_namesake_to_the_next():
    identity = Identity(told=(("john smith", "max roe"), ("john smith", "tom ferris")))
    assert identity.persons("John Smith", "Max Roe") == "same"
    assert identity.persons("Max Roe", "Tom Ferris") == "different"


def test_what_the_user_declares_goes_before_what_is_told():
    identity = Identity(distinct=(("John Smith", "Max Roe"),), told=(("john smith", "max roe"),))
    assert identity.persons("John Smith", "Max Roe") == "different"


def directed(by: str, path: str) -> Relation:
    return Relation(
        source=source(path), start=0, end=5, subject="the glass hill", name="The Glass Hill",
        relation="director", value=by, values=(by,), sort="film",
    )  # fmt: skip


def test_declared_names_count_for_relations_and_births():
    claims = [directed("Robert Zimmerman", "a.txt"), directed("Bob Dylan", "b.txt")]
    assert [it.rule for it in judge(claims, RULES)] == ["relation-mismatch"]
    declared = Settings(aliases=(("Bob Dylan", "Robert Zimmerman"),))
    assert judge(claims, RULES, declared) == []


def test_a_name_that_is_told_to_be_another_is_one_holder_in_the_timeline():
    held = [
        Office(
            source=source(path), start=0, end=5, office="mayor", body="XX", holder=holder, single=True,
            when=on("2019-03-01"),
        )
        for path, holder in (("a.txt", "Cassius Clay"), ("b.txt", "Muhammad Ali"))
    ]  # fmt: skip
    alias = Alias(
        source=source("c.txt"), start=0, end=5, name="Cassius Clay", other="Muhammad Ali",
        keys=("cassius clay", "muhammad ali"),
    )  # fmt: skip
    assert [it.rule for it in judge(held, RULES)] == ["office-holder"]
    assert judge([*held, alias], RULES) == []
