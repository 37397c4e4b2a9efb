"""Laws of comparison: symmetric, never a clash with itself, nothing clashes with what is missing."""

from __future__ import annotations

from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import holds

from checker.engine.holders import Holders
from checker.engine.tenures import observations
from checker.model import When
from checker.resolve.compare import compare, is_variant

NAMES = [
    *("Sergei Lavrov", "Sergey Viktorovich Lavrov", "S. Lavrov", "Lavrov", "Joe Biden", "Joseph R. Biden"),
    *("Ajay Kumar", "Raj Kumar", "Dr. Ajay Kumar", "Nurlan Yermekbayev", "Nurlan Ermekbaev"),
    *("Pelé", "Xi Jinping", "Mao", ""),
]
DAYS = st.integers(700_000, 700_400)


@st.composite
def whens(draw: st.DrawFn) -> When:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    sure = sorted((draw(st.integers(first, last)), draw(st.integers(first, last))))
    return When(first, last, sure=(sure[0], sure[1]) if draw(st.booleans()) else None, basis="stated")


@pytest.mark.parametrize(("a", "b"), list(combinations_with_replacement(NAMES, 2)))
def test_names_compare_alike_both_ways(a, b):
    assert compare("person", "name", a, b) == compare("person", "name", b, a)
    assert is_variant("person", "name", a, b) == is_variant("person", "name", b, a)
    if a == b:
        assert compare("person", "name", a, b) == ("same" if a else "undetermined")
        assert not is_variant("person", "name", a, b)


@pytest.mark.parametrize("missing", [None, "", ()])
def test_what_is_missing_never_clashes(missing):
    assert compare("event", "place", missing, "Pune") == "undetermined"
    assert compare("person", "name", "Ajay Kumar", missing) == "undetermined"


def test_organisations_may_be_called_by_a_shortened_name():
    assert compare("organisation", "name", "the Red Cross", "Red Cross") == "same"
    assert compare("organisation", "name", "International Red Cross", "Red Cross") == "undetermined"
    assert compare("organisation", "name", "Old Force in Lebanon", "Peace Force in Lebanon") == "different"


@given(whens(), whens())
def test_times_clash_only_if_they_share_no_day(a, b):
    assert (compare("event", "when", a, b) == "different") == (a.last < b.first or b.last < a.first)
    assert compare("event", "when", a, b) == compare("event", "when", b, a)


@given(whens(), whens())
def test_observations_that_surely_overlap_share_a_day_that_is_no_boundary(a, b):
    seen = observations(
        [holds("Anil Rao", "a.txt", a), holds("Vikram Seth", "b.txt", b)],
        Holders(["Anil Rao", "Vikram Seth"]),
    )
    one, other = seen
    assert one.surely_overlaps(other) == other.surely_overlaps(one)
    if one.surely_overlaps(other):
        assert a.surely_overlaps(b)
        assert not a.surely_apart(b)
