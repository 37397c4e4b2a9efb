"""What judges make of claims two by two: acronyms, ranks, ages, titles, order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import holds, on, rule, source

from checker.engine.check import check
from checker.engine.ranks import differ
from checker.model import Acronym, Age, Claim, Finding, Handover, Milestone, Rank
from checker.resolve.expansions import agree, alike, is_body, settled, sisters


def findings(name: str, *claims: Claim) -> list[Finding]:
    return check(claims, [rule(name)])


@pytest.mark.parametrize(
    ("one", "other", "same", "near"),
    [
        ("World Health Organization", "World Health Organisation", True, True),
        ("application programming interface", "Application Program Interfaces", True, True),
        ("Bureau for Labour and Statistics", "Bureau of Labour Statistics", True, True),
        ("General Services Administration", "U.S. General Services Administration", True, False),
        ("Office of Water and Land", "Land and Water Office", True, True),
        ("Central Intelligence Agency", "Culinary Institute of America", False, False),
        ("Institute of Marine Sciences", "Institute of Mining Sciences", False, True),
        ("Transport Safety Board", "Transport Security Board", False, True),
        ("Public Buildings Service", "Public Broadcasting Service", False, False),
        ("People's Front", "Popular Front", False, False),
    ],
)
def test_expansions(one: str, other: str, same: bool, near: bool) -> None:
    words, others = settled(one), settled(other)
    assert agree(words, others) is agree(others, words) is same
    assert alike(words, others) is alike(others, words) is near


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("Central Bank of Iraq", "Central Bank of Iran", True),
        ("University of Southern California", "University of South Carolina", True),
        ("Iraqi Red Crescent", "Iranian Red Crescent", True),
        ("Ministry of Public Health", "Ministry of Public Housing", True),
        ("Transport Safety Board", "Transport Security Board", False),
        ("Institute of Marine Sciences", "Institute of Mining Sciences", False),
    ],
)
def test_sister_bodies(one: str, other: str, two: bool) -> None:
    assert sisters(one, other) is sisters(other, one) is two


@given(
    st.lists(st.sampled_from("Office of the Water and Land Bureau for Safety Security".split()), min_size=1)
)
def test_an_expansion_agrees_with_itself_in_any_order(words: list[str]) -> None:
    assert agree(settled(" ".join(words)), settled(" ".join(reversed(words))))


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Institute of Marine Sciences", True),
        ("Transport Safety Board", True),
        ("Cloud Service Provider", False),
        ("transport safety board", False),
    ],
)
def test_bodies_are_known_by_their_head_noun(name: str, body: bool) -> None:
    assert is_body(name) is body


def acronym(path: str, expansion: str, start: int = 0) -> Acronym:
    return Acronym(source=source(path), start=start, end=start + 9, acronym="NIMS", expansion=expansion)


def test_like_expansions_of_bodies_are_a_warning_of_terms_a_notice() -> None:
    bodies = [acronym("a.txt", "National Institute of Marine Sciences")]
    bodies.append(acronym("b.txt", "National Institute of Mining Sciences"))
    (found,) = findings("acronym-mismatch", *bodies)
    assert (found.severity, found.assumptions) == ("warning", ("both articles mean the same NIMS",))
    terms = [replace(claim, expansion=claim.expansion.lower()) for claim in bodies]
    assert [found.severity for found in findings("acronym-mismatch", *terms)] == ["notice"]


def test_unlike_expansions_clash_within_one_article_only() -> None:
    one, other = "North Island Milk Society", "New Irish Medical School"
    assert len(findings("acronym-mismatch", acronym("a.txt", one), acronym("a.txt", other, 20))) == 1
    assert findings("acronym-mismatch", acronym("a.txt", one), acronym("b.txt", other)) == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("lieutenant general", "major general", True),
        ("colonel", "major", True),
        ("general", "lieutenant general", False),
        ("brigadier", "brigadier general", False),
        ("colonel", "group captain", False),
        ("captain", "major", False),
        ("commander", "colonel", False),
        ("colonel", "no such rank", False),
    ],
)
def test_ranks(one: str, other: str, apart: bool) -> None:
    assert differ(one, other) is differ(other, one) is apart


def ranked(path: str, rank: str, day: str, *context: str) -> Rank:
    return Rank(
        source=source(path, day),
        start=0,
        end=9,
        person="Ana Duarte",
        rank=rank,
        when=on(day),
        context=context,
    )


def test_ranks_of_one_name_in_two_articles_need_an_office_in_common() -> None:
    one, other = ranked("a.txt", "colonel", "2001-05-03"), ranked("b.txt", "major", "2001-05-05")
    assert findings("rank-mismatch", one, other) == []
    chief = ("army chief of PE",)
    (found,) = findings("rank-mismatch", replace(one, context=chief), replace(other, context=chief))
    assert "both articles mean the same Ana Duarte" in found.assumptions
    late = ranked("b.txt", "major", "2001-06-05", *chief)
    assert findings("rank-mismatch", replace(one, context=chief), late) == []


def aged(age: int | None, born: str, start: int) -> Age:
    return Age(
        source=source("a.txt"),
        start=start,
        end=start + 5,
        person="Ana Duarte",
        age=age,
        born=born,
        when=on("2001-05-03"),
    )


def test_both_sides_of_a_birthday_agree() -> None:
    age = aged(44, "1956-05-02/1957-05-05", 0)
    assert findings("age-mismatch", age, aged(None, "1956-01-01/1956-12-31", 9)) == []
    assert findings("age-mismatch", age, aged(None, "1957-01-01/1957-12-31", 9)) == []
    (found,) = findings("age-mismatch", age, aged(None, "1958-01-01/1958-12-31", 9))
    assert found.severity == "error"


def test_two_births_are_two_people_and_no_matter_of_ages() -> None:
    births = [aged(None, f"{year}-01-01/{year}-12-31", year) for year in (1950, 1980)]
    assert findings("age-mismatch", *births, aged(20, "1980-05-02/1981-05-05", 0)) == []


def test_a_second_term_is_no_mistake() -> None:
    def stone(day: str, marks: str) -> Milestone:
        return Milestone(
            source=source("a.txt"),
            start=0,
            end=9,
            subject="Ana Duarte: mayor of Lima",
            what=marks,
            marks=marks,
            when=on(day),
        )

    early, late = stone("2001-05-03", "end"), stone("2005-05-03", "beginning")
    assert len(findings("order-mismatch", early, late)) == 1
    assert findings("order-mismatch", early, late, stone("1999-05-03", "beginning")) == []
    assert findings("order-mismatch", early, late, stone("2009-05-03", "end")) == []


def test_a_told_change_explains_two_titles() -> None:
    held = [
        holds("Ana Duarte", "a.txt", on("2001-05-03"), office="foreign minister", body="PE"),
        holds("Ana Duarte", "b.txt", on("2001-05-09"), office="defence minister", body="PE"),
    ]
    assert [found.severity for found in findings("title-mismatch", *held)] == ["warning"]
    change = Handover(
        source=source("c.txt"), start=0, end=9, office="defence minister", body="PE", successor="Ana Duarte"
    )
    assert findings("title-mismatch", *held, change) == []
    later = replace(held[1], when=on("2003-05-09"))
    assert [found.severity for found in findings("title-mismatch", held[0], later)] == ["notice"]
