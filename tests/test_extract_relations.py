"""What sentences say of their subject once, as listed in cases/relations.toml; laws of the grammar."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.dates.calendar import iso
from checker.extract import headline, listing, relation
from checker.extract import sum as sums
from checker.extract.measures import figures, stretch
from checker.extract.reading import read
from checker.extract.stated import of_person
from checker.load import load
from checker.model import Claim, Event, Relation, Statement

CASES = tomllib.loads((Path(__file__).parent / "cases" / "relations.toml").read_text("utf-8"))["case"]


def claims(text: str) -> list[Claim]:
    return [claim for claim in _extracted(text) if not isinstance(claim, Statement)]


def _extracted(text: str) -> list[Claim]:
    form = "md" if text.strip().startswith("# ") else "txt"
    (article,) = load(f"article.{form}", text.strip().encode()).articles
    return list(relation.extract(read(article)))


def said(claim: Claim) -> str:
    if isinstance(claim, Event):
        return f"{claim.event} | {iso(claim.when.first)}..{iso(claim.when.last)}"
    assert isinstance(claim, Relation)
    value = ", ".join(claim.values) if claim.least is None else f"{claim.least:.6g}..{claim.most:.6g}"
    if claim.relation == "nationality":
        value = claim.value
    return f"{claim.subject} | {claim.relation} | {value}"


@pytest.mark.parametrize("case", [pytest.param(case, id=case["about"]) for case in CASES])
def test_relations(case: dict) -> None:
    assert [said(claim) for claim in claims(case["text"])] == case["says"]


def test_a_denial_has_the_words_of_what_it_denies() -> None:
    denied, told = (
        claim
        for claim in _extracted(
            "Ilse Grunwald never won an Olympic medal. Ilse Grunwald won an Olympic medal in Rome."
        )
        if isinstance(claim, Statement)
    )
    assert denied.denied
    assert not told.denied
    assert denied.verb == told.verb == "win"
    assert denied.words == ("olympic", "medal")
    assert told.words == ("olympic", "medal", "rome")


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Grunwald did not win an Olympic medal.",  # on that day, perhaps
        "Ilse Grunwald never won an Olympic medal until 1960.",
        "Dario Conti did not attend the meeting.",
        "Meridian Radio is not only a charity.",
        "Meridian Radio is no longer a charity.",
        "Claire Osei did not write it alone.",
    ],
)
def test_what_is_denied_of_a_part_or_a_time_is_no_denial(text: str) -> None:
    assert not [claim for claim in _extracted(text) if isinstance(claim, Statement) and claim.denied]


def test_more_than_a_number_is_not_that_number_unless_it_is_round() -> None:
    assert stretch("12", 1.0, "more than")[0] > 12
    assert stretch("300", 1.0, "more than")[0] <= 300
    assert stretch("12", 1.0, "at least")[0] == 12
    assert stretch("12", 1.0, "fewer than")[1] < 12


def test_persons_are_known_by_first_name_and_surname() -> None:
    assert of_person("Samuel Kofi Mensah") == of_person("Samuel Mensah") == "samuel mensah"
    assert of_person("Emil Weiss Jr.") != of_person("Emil Weiss")


def test_a_round_number_stands_for_what_is_rounded_to_it() -> None:
    low, high = stretch("12,000", 1.0, "")
    assert low <= 11_700
    assert 12_400 <= high < 13_000
    assert stretch("12,012", 1.0, "") == (12_012, 12_012)


def test_numbers_in_words_and_figures_are_one() -> None:
    assert figures("twelve") == figures("12") == 12
    assert figures("twenty-one") == 21
    assert figures("many") is None


def test_a_headline_that_the_text_bears_out_makes_no_claim() -> None:
    (article,) = load(
        "a.md", b"# Fire kills 43\n\nA fire killed 34 people at once. Nine died later: 43."
    ).articles
    assert not list(headline.extract(read(article)))


def test_a_list_with_countries_behind_its_towns_keeps_its_promise() -> None:
    (article,) = load("a.txt", b"The tour took in two cities: Lyon, France, and Turin, Italy.").articles
    assert [
        (it.promised, it.listed) for it in listing.extract(read(article)) if it.promised != it.listed
    ] == []


_WORDS = """
The director of Salt Road "Dunes" is was film directed by Ines Calder and ( ) born 5 May 1955 1987 , . It She
He the bridge capacity 12,000 about killed twelve people country in Africa Peru Lima 's mother won gold medal 
three: A B never not won founded by largest in age of 14 PhD from University 5% 61 percent men women
the following 3 items:
""".split()


@settings(max_examples=100)
@given(st.lists(st.sampled_from([*_WORDS, "\n\n"]), max_size=50))
def test_no_mixture_of_words_breaks_the_grammar(words: list[str]) -> None:
    for article in load("article.txt", " ".join(["It is said that", *words]).encode()).articles:
        reading = read(article)
        for claim in (
            *relation.extract(reading),
            *headline.extract(reading),
            *listing.extract(reading),
            *sums.extract(reading),
        ):
            assert 0 <= claim.start < claim.end <= len(article.original)


@given(st.lists(st.sampled_from(["Aden", "the Suez", "", " ", "7", "Lyon, France", "goats"]), max_size=6))
def test_whatever_a_list_holds_it_is_read(items: list[str]) -> None:
    said = f"The ship called at three ports: {', '.join(items)} and Jeddah."
    for article in load("article.txt", said.encode()).articles:
        assert all(claim.promised == 3 for claim in listing.extract(read(article)))
