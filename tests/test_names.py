"""Names of persons: cases from tests/cases/names.toml, laws, parts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.resolve import names
from checker.resolve.name_blocks import plainly_two
from checker.vocab import load

FOLDER = Path(__file__).parent / "cases"
CASES = tomllib.loads((FOLDER / "names.toml").read_text("utf-8"))["case"]
HOSTILE = tomllib.loads((FOLDER / "hostile.toml").read_text("utf-8"))["names"]
NAMES = sorted({case[side] for case in CASES for side in "ab"})


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['a']} / {case['b']}")
def test_two_names_compare_as_the_case_says(case):
    verdict = names.compare(case["a"], case["b"])
    assert (verdict.verdict, verdict.spelling) == (case["verdict"], case.get("spelling", False)), verdict


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['b']} / {case['a']}")
def test_the_order_of_the_two_names_does_not_matter(case):
    here, there = names.compare(case["a"], case["b"]), names.compare(case["b"], case["a"])
    assert (here.verdict, here.score, here.spelling) == (there.verdict, there.score, there.spelling)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_never_different_from_itself(name):
    verdict = names.compare(name, name)
    assert verdict.verdict != "different"
    assert not verdict.spelling


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_compares_symmetrically_and_within_bounds(a, b):
    here, there = names.compare(a, b), names.compare(b, a)
    assert (here.verdict, here.score, here.spelling) == (there.verdict, there.score, there.spelling)
    assert 0 <= here.score <= 1
    assert here.reasons


WORDS = st.sampled_from(
    [*sorted({word for name in NAMES for word in name.split()}), "de", "al-", "Jr.", "X.", ","]
)


@given(st.lists(WORDS, max_size=7).map(" ".join), st.lists(WORDS, max_size=7).map(" ".join))
def test_names_made_of_real_words_compare_symmetrically(a, b):
    here, there = names.compare(a, b), names.compare(b, a)
    assert (here.verdict, here.score, here.spelling) == (there.verdict, there.score, there.spelling)


@given(st.lists(WORDS, max_size=7).map(" ".join), st.lists(WORDS, max_size=7).map(" ".join))
def test_names_that_are_plainly_of_two_people_compare_as_different(a, b):
    if plainly_two(a, b):
        verdict = names.compare(a, b)
        assert (verdict.verdict, verdict.spelling, verdict.alike) == ("different", False, False)


@given(st.lists(WORDS, max_size=7).map(" ".join))
def test_no_name_of_real_words_differs_from_itself(name):
    assert names.compare(name, name).verdict != "different"


def test_agreeing_names_score_above_names_at_odds():
    scores = {verdict: [] for verdict in ("same", "different")}
    for case in CASES:
        verdict = names.compare(case["a"], case["b"])
        scores.setdefault(verdict.verdict, []).append(verdict.score)
    assert min(scores["same"]) > max(scores["different"])


def test_the_reasons_name_the_words_at_odds():
    assert names.compare("Suresh Kumar", "Raj Kumar").reasons == ("'Suresh' and 'Raj' are different names",)


def test_the_reasons_name_the_words_that_are_spelled_differently():
    reasons = names.compare("Sergey Volkov", "Sergei Petrovich Volkov").reasons
    assert reasons == (
        "'Sergey' and 'Sergei' are spellings of one name",
        "only one of them has 'Petrovich'",
    )


def test_the_reasons_name_words_in_the_order_of_the_names():
    for one, other in (("Ana Duarte", "Maria Lopes Duarte"), ("Maria Lopes Duarte", "Ana Duarte")):
        (first, *_) = names.compare(one, other).reasons
        assert first.index(one.split()[0]) < first.index(other.split()[0])


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Dr. Meera Nair", "Nair"),
        ("Walter Dunning Jr.", "Dunning"),
        ("Willem de Clercq", "de Clercq"),
        ("Ursula von der Heide", "von der Heide"),
        ("Karim al-Jabiri", "al-Jabiri"),
        ("Zhao Wenbo", "Zhao"),
        ("Park Ji-hoon", "Park"),
        ("Nguyen Van Duc", "Nguyen"),
        ("Lee Dawson", "Dawson"),
        ("Kim Pemberton", "Pemberton"),
        ("Ana Belén Ruiz Ortega", "Ruiz Ortega"),
        ("Anna Ellis-Morgan", "Ellis-Morgan"),
        ("Jean-Luc Picot", "Picot"),
        ("SOKOLOV, Dmitri", "SOKOLOV"),
        ("ABISHEV Marat Serikovich", "ABISHEV"),
        ("Holloway", "Holloway"),
        ("Mr", ""),
    ],
)
def test_surname(name, surname):
    assert names.surname(name) == surname


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Lt. Gen. Tomás Villareal", "Tomás Villareal"),
        ("Rt Hon Alan Whitcombe MP", "Alan Whitcombe"),
        ("Dr Park Ji-hoon", "Park Ji-hoon"),
        ("Sheikh Nasser", "Sheikh Nasser"),
        ("Sheikh Nasser Qasimi", "Nasser Qasimi"),
        ("Major General Ivo Brandt", "Ivo Brandt"),
        ("General Okoro", "Okoro"),
        ("Her Excellency", ""),
    ],
)
def test_titles_are_stripped(name, bare):
    assert names.strip_titles(name) == bare


def test_words_are_those_of_the_name_alone():
    assert names.words("Prof. Dr. Willem de Clercq Jr.") == ("Willem", "de Clercq")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nurlan Yermekov", "Nurlan Ermekov"),
        ("SOKOLOV, Dmitri", "Dmitry Sokolov"),
        ("Zhao Wenbo", "Wenbo Zhao"),
        ("General Ivo Brandt", "Ivo Brandt"),
        ("Willem de Clercq", "W. De Clercq"),
    ],
)
def test_names_of_one_person_share_a_key(a, b):
    assert names.key(a) == names.key(b)


def test_a_lone_surname_has_the_first_part_of_the_key():
    assert names.key("Nurlan Yermekov").split()[0] == names.key("Ermekov")


@pytest.mark.parametrize("unit", HOSTILE)
def test_endless_names_are_compared_like_others(unit):
    """How long it takes is measured in benchmarks/growth.py."""
    text = unit * 100_000
    here, there = names.compare(text, text + "b"), names.compare(text + "b", text)
    assert (here.verdict, here.score) == (there.verdict, there.score)
    assert 0 <= here.score <= 1


@pytest.mark.parametrize("table", ["ranks", "honorifics"])
def test_titles_are_sorted_and_belong_to_one_entry(table):
    entries = load(table)
    assert list(entries) == sorted(entries)
    forms = [form for entry in entries.values() for form in entry["forms"]]
    assert len(forms) == len(set(forms))
    assert all(entry["forms"] == sorted(entry["forms"]) and entry["forms"] for entry in entries.values())


def test_no_title_is_both_a_rank_and_a_form_of_address():
    ranks, honorifics = ({f for e in load(t).values() for f in e["forms"]} for t in ("ranks", "honorifics"))
    assert not ranks & honorifics
