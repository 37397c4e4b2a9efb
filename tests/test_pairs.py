"""Pairs of texts that tell one fact, alike or not: what is found in them, and that nothing else is."""

import pytest
from pairs import files, is_reported, pairs

PAIRS = [
    pytest.param(pair, id=f"{file.stem}-{number}-{pair.about}")
    for file in files()
    for number, pair in enumerate(pairs(file))
]


@pytest.mark.parametrize("pair", PAIRS)
def test_what_is_marked_is_found_and_nothing_else(pair):
    assert is_reported(pair) == pair.found
    assert pair.contradictory or not pair.found
