"""Of which lands do articles speak that tell of what many things are called?"""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import Claim


def apart(some: Iterable[Claim], others: Iterable[Claim]) -> bool:
    """Is what they tell of known by a common name alone, and are their lands others throughout?"""
    here, there = ([set(getattr(claim, "lands", None) or ()) for claim in side] for side in (some, others))
    return all(mine and theirs and mine.isdisjoint(theirs) for mine in here for theirs in there)
