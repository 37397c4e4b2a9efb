"""Ranges, durations, visits, tenses, ages and milestones in running text (cases/*.toml), and their laws."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.dates import values
from checker.dates.calendar import iso
from checker.extract import age, duration, extract, milestone, reversal, tense
from checker.extract.reading import read
from checker.load import load
from checker.model import (
    Age,
    Article,
    Block,
    Claim,
    Duration,
    Milestone,
    Reversal,
    Source,
    Tense,
    Visit,
    When,
)

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[object]:
    table = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    return [pytest.param(case, id=case["about"]) for case in table["case"]]


def claims(text: str) -> list[Claim]:
    (article,) = load("article.md", text.strip().encode()).articles
    return extract(article)


def quote(text: str, claim: Claim) -> str:
    return text.strip()[claim.start : claim.end]


@pytest.mark.parametrize("case", cases("reversals"))
def test_reversals(case: dict) -> None:
    text = case["text"]
    found = [c for c in claims(text) if isinstance(c, Reversal)]
    assert [f"{quote(text, c)} | {c.begins} | {c.ends}" for c in found] == case["says"]


@pytest.mark.parametrize("case", cases("durations"))
def test_durations(case: dict) -> None:
    found = [c for c in claims(case["text"]) if isinstance(c, Duration)]
    assert [f"{c.what} | {c.stated} | {c.lasts} | {c.fits}" for c in found] == case["says"]


@pytest.mark.parametrize("case", cases("visits"))
def test_visits(case: dict) -> None:
    found = [c for c in claims(case["text"]) if isinstance(c, Visit)]
    told = [f"{c.visit} | {c.fact} | {c.days} | {spoken(c.when)} | {c.place or '-'}" for c in found]
    assert told == case["says"]


@pytest.mark.parametrize("case", cases("tenses"))
def test_tenses(case: dict) -> None:
    found = [c for c in claims(case["text"]) if isinstance(c, Tense)]
    assert [f"{c.told} | {c.value}" for c in found] == case["says"]
    assert all(c.assumptions for c in found)


@pytest.mark.parametrize("case", cases("ages"))
def test_ages(case: dict) -> None:
    found = [c for c in claims(case["text"]) if isinstance(c, Age)]
    assert [f"{c.person} | {c.age} | {c.born}" for c in found] == case["says"]


@pytest.mark.parametrize("case", cases("milestones"))
def test_milestones(case: dict) -> None:
    found = [c for c in claims(case["text"]) if isinstance(c, Milestone)]
    assert [f"{c.subject} | {c.what} | {spoken(c.when)}" for c in found] == case["says"]
    assert {c.marks for c in found} <= {"beginning", "end"}


def spoken(when: When) -> str:
    return f"{iso(when.first)}..{iso(when.last)}"


def test_an_age_as_of_publication_says_so() -> None:
    (told,) = [c for c in claims("Date: 2021-04-09\n\nJane Roe, 45, is back home.") if isinstance(c, Age)]
    assert told.assumptions == ("the age is as of publication, 2021-04-09",)


def test_a_short_year_is_read_as_one_of_its_century() -> None:
    text = "The mill stood still in 1936-31 and was sold when the war came."
    (told,) = [c for c in claims(text) if isinstance(c, Reversal)]
    assert (told.begins, told.ends) == ("1936", "1931")
    assert told.assumptions == ("“1936-31” stands for 1936 to 1931",)


@given(st.dates(), st.integers(1, 12))
def test_a_visit_fits_the_days_it_takes(first, days: int) -> None:
    from datetime import timedelta

    from checker.dates.calendar import MONTHS

    if first.year < 1700 or first.year > 2100:
        return
    last = first + timedelta(days - 1)
    written = [f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
    if days > 1:
        text = f"He paid a {days}-day visit to the island from {written[0]} to {written[1]} with her."
        assert [c.fits for c in claims(text) if isinstance(c, Duration)] in ([True], [])


@given(st.integers(1, 100), st.integers(1800, 2100), st.integers(1, 12), st.integers(1, 28))
def test_whoever_has_an_age_was_born_that_long_ago(years: int, year: int, month: int, day: int) -> None:
    from checker.dates.calendar import MONTHS, number

    text = f"It is known that Jane Roe died on {day} {MONTHS[month - 1]} {year} at the age of {years} years."
    for claim in claims(text):
        if isinstance(claim, Age):
            first, last = values.interval(claim.born)
            assert first <= number(year - years, month, day) <= last
            assert first <= number(year - years, month, day) - 364 <= last
            assert 365 <= last - first <= 372


_WORDS = """
a three-day two-week visit festival war from to 7 12 April 2021 1998-97 1945 1939 10 until and died
was born will open be held on in Jane Roe , . ( ) 45 aged 45-year-old turned appointed Mayor of Lima
resigned She He The between – -
""".split()


@settings(max_examples=100)
@given(st.lists(st.sampled_from([*_WORDS, "\n\n"]), max_size=50))
def test_no_mixture_of_words_breaks_the_grammars(words: list[str]) -> None:
    text = " ".join(["Date: 2021-04-09\n\nIt is said that", *words])
    for article in load("article.txt", text.encode()).articles:
        for claim in extract(article):
            assert 0 <= claim.start < claim.end <= len(article.original)


@pytest.mark.parametrize(
    "unit",
    [
        "a three-day visit ", "from 10 to 7 April 2021 ", "1998-97 and ", "Jane Roe, 45, and ", "10-7 ",
        "will open on 5 May 2021 ", "Jane Roe was born on 5 May 1950 and died ",
        "a three-day visit from 5 to 9 May 2021. The visit ",
    ],
)  # fmt: skip
def test_endless_repetition_is_read_in_bounds(unit: str) -> None:
    text = "It was so that " + unit * (8_000 // len(unit))
    article = Article(Source("a.txt"), text, text, (Block("paragraph", 0, len(text)),))
    reading = read(article)
    for kind in (age, duration, milestone, reversal, tense):
        assert all(0 <= claim.start < claim.end <= len(text) for claim in kind.extract(reading))
