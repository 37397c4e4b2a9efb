"""Events, organisations and acronyms in running text, as listed in cases/*.toml; laws of their grammars."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.dates.calendar import iso
from checker.extract import extract, organisations
from checker.extract.acronyms import acronyms
from checker.load import load
from checker.model import Acronym, Article, Block, Claim, Event, Organisation, Source, When
from checker.resolve.events import key, ordinal
from checker.text.tokens import tokens

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[object]:
    table = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    return [pytest.param(case, id=case["about"]) for case in table["case"]]


def claims(text: str) -> list[Claim]:
    (article,) = load("article.txt", text.strip().encode()).articles
    return extract(article)


def spoken(when: When) -> str:
    return f"{iso(when.first)}..{iso(when.last)}" if when.known else "-"


@pytest.mark.parametrize("case", [*cases("events"), *cases("deeds")])
def test_events(case: dict) -> None:
    found = [c for c in claims(case["text"]) if isinstance(c, Event)]
    assert [f"{c.event} | {spoken(c.when)} | {c.place or '-'}" for c in found] == case["says"]


@pytest.mark.parametrize("case", cases("organisations"))
def test_organisations(case: dict) -> None:
    found = [c for c in claims(case["text"]) if isinstance(c, Organisation)]
    assert [f"{c.name} | {c.acronym or '-'} | {c.body or '-'}" for c in found] == case["says"]


@pytest.mark.parametrize("case", cases("acronyms"))
def test_acronyms(case: dict) -> None:
    found = [c for c in claims(case["text"]) if isinstance(c, Acronym)]
    assert [f"{c.acronym} = {c.expansion}" for c in found] == case["says"]


def test_a_name_without_edition_rests_on_the_year_of_its_date() -> None:
    (told,) = [c for c in claims("The Nile Forum was held on 4 May 2015.") if isinstance(c, Event)]
    assert told.event == "nile forum 2015"
    assert told.assumptions == ("“Nile Forum” of one year is one event: recognised by its name and year",)


def test_a_plan_rests_on_not_being_changed() -> None:
    (told,) = [c for c in claims("The 9th Nile Forum will be held on 4 May 2015.") if isinstance(c, Event)]
    assert told.assumptions == ("the plans for “9th Nile Forum” were not changed",)


def test_a_date_in_quoted_speech_is_attributed() -> None:
    said = "“The 9th Nile Forum was held on 4 May 2015, and we were there,” said Jane Roe."
    assert [c.quoted for c in claims(said) if isinstance(c, Event)] == [True]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("She spoke for the governor of the Bank of Ceylon on Monday.", "Bank", "Bank of Ceylon"),
        (
            "He became director of the Food and Agriculture Organization.",
            "Food",
            "Food and Agriculture Organization",
        ),
        ("He became secretary-general of NATO and left.", "NATO", "NATO"),
        ("He became head of Amnesty International and left.", "Amnesty", "Amnesty International"),
        ("He became head of Tuesday and left.", "Tuesday", None),
    ],
)
def test_the_organisation_that_begins_at_a_word(text: str, word: str, name: str | None) -> None:
    row = tokens(text, 0, len(text))
    at = next(i for i, token in enumerate(row) if token.text == word)
    found = organisations.at(text, row, at)
    assert (found[0] if found else None) == name


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The European Space Agency director spoke.", "director", "European Space Agency"),
        ("The Bank of Ceylon chairman spoke.", "chairman", "Bank of Ceylon"),
        ("The FIFA president spoke at length.", "president", "FIFA"),
        ("The quiet CEO president spoke.", "president", None),
        ("Then Monday president spoke.", "president", None),
    ],
)
def test_the_organisation_that_ends_before_a_word(text: str, word: str, name: str | None) -> None:
    row = tokens(text, 0, len(text))
    at = next(i for i, token in enumerate(row) if token.text == word)
    found = organisations.before(text, row, at)
    assert (found[0] if found else None) == name


@given(st.integers(1, 39))
def test_editions_read_alike_in_figures_and_in_roman(number: int) -> None:
    suffix = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    tens, units = divmod(number, 10)
    roman = "x" * tens + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][units]
    assert ordinal(f"{number}{suffix}") == number
    assert ordinal(roman) in (number, None)
    assert (ordinal(roman) is None) <= (len(roman) == 1 or roman in ("vi", "xi"))


def test_year_and_edition_stand_where_they_may() -> None:
    assert key(["2014", "FIFA", "World", "Cup"]) == key(["FIFA", "World", "Cup", "2014"])
    assert key(["Super", "Bowl", "XLVIII"]) == key(["48th", "Super", "Bowl"])
    assert key(["The", "Olympic", "Games", "2004"]) == "olympics 2004"


_WORDS = """
the 15th 2019 first BRICS United Nations UN World Cup Summit summit Battle of Hastings Treaty Rome was held to
be opened signed born died founded on 5 May 1955 from in Moscow Lebanon Ministry Defence Bank People 's
' Women and & , . ( ) - – “ ” UNIFIL (UNIFIL) exercise KAZIND-2018 'X-2018' signing death who will not Ltd Inc
XIV Force for Jane Roe
Kenya Acme Moon Mars Act Flight 103 joined gained independence bought acquired by became the passed left
landed Senate launched Parker Probe shot signed into law collapse crash ratified acquisition withdrawal
accession took place
""".split()


@settings(max_examples=300)
@given(st.lists(st.sampled_from([*_WORDS, "\n\n"]), max_size=50))
def test_no_mixture_of_words_breaks_the_grammars(words: list[str]) -> None:
    for article in load("article.txt", " ".join(["It is said that", *words]).encode()).articles:
        for claim in extract(article):
            assert 0 <= claim.start < claim.end <= len(article.original)


@given(st.text(max_size=200))
def test_no_text_breaks_the_acronyms(text: str) -> None:
    for found in acronyms(text, 0, len(text)):
        assert found.start <= found.first < found.last <= len(text)
        assert found.last <= found.end <= len(text)


HOSTILE = tomllib.loads((CASES / "hostile.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "unit", [unit for kind in ("dates", "people", "bodies", "deeds") for unit in HOSTILE[kind]]
)
def test_endless_repetition_gives_claims_that_stand_in_the_text(unit: str) -> None:
    """How long it takes is measured in benchmarks/growth.py."""
    text = "It was so that " + unit * (4_000 // len(unit))
    article = Article(Source("a.txt"), text, text, (Block("paragraph", 0, len(text)),))
    found = extract(article)
    assert all(0 <= claim.start < claim.end <= len(text) for claim in found)
    assert [claim.start for claim in found] == sorted(claim.start for claim in found)
