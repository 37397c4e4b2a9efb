"""How far apart are two words, letter by letter? Most are too far to ask the library."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache


def common(a: str, b: str) -> int:
    """How many letters two words have in common, wherever they stand."""
    return sum(min(a.count(letter), b.count(letter)) for letter in set(a))


def distance(a: str, b: str, most: float) -> int:
    """The optimal string alignment distance of two words, if it is not above ``most``; else any that is.

    No distance is below the number of letters that are not in common.
    """
    apart = max(len(a), len(b)) - common(a, b)
    return apart if apart > most else _aligned()(a, b)


@cache
def _aligned() -> Callable[[str, str], int]:
    """Imported on first use, as that takes an eighth of the time that a commit waits."""
    from rapidfuzz.distance import OSA

    return OSA.distance
