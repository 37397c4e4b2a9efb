"""Offices and people in running text, as listed in cases/offices.toml and cases/people.toml."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.dates.calendar import iso
from checker.extract import extract
from checker.load import load
from checker.model import Claim, Office, Person

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[object]:
    table = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    return [pytest.param(case, id=case["about"]) for case in table["case"]]


def claims(text: str) -> list[Claim]:
    (article,) = load("article.txt", text.strip().encode()).articles
    return extract(article)


OFFICES = (
    "offices", "offices_world", "offices_more", "offices_press", "offices_archive", "offices_fresh",
    "offices_last",
)  # fmt: skip


@pytest.mark.parametrize("case", [case for name in OFFICES for case in cases(name)])
def test_offices(case: dict) -> None:
    """What the text says is found, but for the ``missed``, and nothing else but the ``wrong``."""
    found = [c for c in claims(case["text"]) if isinstance(c, Office)]
    said = [f"{c.holder} | {c.office} | {c.body or '-'} | {c.status}" for c in found]
    missed, wrong = case.get("missed", []), case.get("wrong", [])
    assert [it for it in said if it not in wrong] == [it for it in case["says"] if it not in missed]
    assert set(wrong) <= set(said)
    assert set(missed) <= set(case["says"])


@pytest.mark.parametrize("case", cases("people"))
def test_people(case: dict) -> None:
    found = [c for c in claims(case["text"]) if isinstance(c, Person)]
    assert [f"{c.mention} -> {c.name}" for c in found] == case["says"]


TITLE_WORDS = """
Minister of the Defence , President Jane Roe Gen. India's her counterpart - elect ( ) and is was former Dr. 's
“ CEO UN Presidents as .
""".split()


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*TITLE_WORDS, "\n\n"]), max_size=40))
def test_no_mixture_of_title_words_breaks_the_grammar(words: list[str]) -> None:
    text = " ".join(["It is said that the", *words])
    for article in load("article.txt", text.encode()).articles:
        for claim in extract(article):
            assert 0 <= claim.start < claim.end <= len(article.original)


def held(claim: Office) -> str:
    when = claim.when
    if not when.known:
        return f"{claim.holder} | -"
    first, last = when.sure or (when.first, when.last)
    return f"{claim.holder} | {iso(first)}..{iso(last)} | {when.basis}"


@pytest.mark.parametrize("case", cases("tenures"))
def test_when_an_office_is_held(case: dict) -> None:
    date = case.get("published", "2021-04-09")
    text = (f"Date: {date}\n\n" if date else "") + case["text"].strip()
    found = [c for c in claims(text) if isinstance(c, Office)]
    assert [held(claim) for claim in found] == case["says"]


def test_a_title_that_is_printed_once_more_is_a_headline():
    title = '---\ntitle: "President Roe Stresses Need to save…"\n---\n\n'
    text = f"{title}President Roe Stresses Need to save water now\n\n"
    (article,) = load(
        "a.md", f"{text}President Jane Roe spoke about the river, and President Roe left.\n".encode()
    ).articles
    holders = {c.holder for c in extract(article) if isinstance(c, Office)}
    assert holders == {"Jane Roe"}
