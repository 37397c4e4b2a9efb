"""Where hundreds of values of one thing clash, all stand in one finding."""

from __future__ import annotations

from itertools import combinations

import pytest
from made import holds, on, rule, source

from checker.engine.check import check
from checker.engine.graph import MANY, components, couples
from checker.model import Claim, Event

FEW = range(MANY)
HUNDREDS = range(5 * MANY)


SYLLABLES = "ka ri mo ta ne lu sho ver dan pel".split()


def name(number: int) -> str:
    """Another name for every number."""
    words = ("".join(SYLLABLES[int(digit)] for digit in str(n)) for n in (number + 1000, number + 5000))
    return " ".join(words).title()


def forum(number: int, path: str) -> Event:
    when = on(f"{1400 + number}-05-04")
    return Event(
        source=source(path),
        start=0,
        end=5,
        event="9th nile forum",
        name="the 9th Nile Forum",
        named=True,
        when=when,
    )


DISPUTES: dict[str, tuple[str, list[Claim]]] = {
    "holders on one day": (
        "office-holder",
        [holds(name(n), f"{n}.txt", published="2021-04-09") for n in HUNDREDS],
    ),
    "undated holders": ("office-holder", [holds(name(n), f"{n}.txt", present=True) for n in HUNDREDS]),
    "dates of an event": ("event-date", [forum(n, f"{n}.txt") for n in HUNDREDS]),
}


@pytest.mark.parametrize("what", DISPUTES)
def test_all_values_stand_in_one_finding(what):
    about, claims = DISPUTES[what]
    (found,) = check(claims, [rule(about)])
    assert len(found.values) == len(HUNDREDS)
    assert found.more == len(HUNDREDS) - len(found.evidence)


@pytest.mark.parametrize("what", DISPUTES)
def test_the_order_of_many_makes_no_difference(what):
    about, claims = DISPUTES[what]
    assert check(claims[::-1], [rule(about)]) == check(claims, [rule(about)])


def test_of_a_few_all_pairs_are_compared_and_of_many_each_with_the_next():
    assert list(couples(FEW)) == list(combinations(FEW, 2))
    assert len(list(couples(HUNDREDS))) < MANY * len(HUNDREDS)
    assert [len(members) for members, _ in components(couples(HUNDREDS))] == [len(HUNDREDS)]
