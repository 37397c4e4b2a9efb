"""Of which lands do articles speak that tell of what many things are called?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.engine.graph import components
from checker.model import Claim


def by_land(claims: list[Claim]) -> Iterator[list[Claim]]:
    """The claims in groups whose lands hang together; of several, those that tell no land are in none."""
    told = [(claim, land) for claim in claims for land in _around(claim)]
    groups = [{*lands} for lands, _ in components((_around(claim)[0], land) for claim, land in told)]
    if len(groups) < 2:
        yield claims
        return
    for group in groups:
        yield [claim for claim in claims if not group.isdisjoint(_around(claim))]


def apart(some: Iterable[Claim], others: Iterable[Claim]) -> bool:
    """Is what they tell of known by a common name alone, and are their lands others throughout?"""
    here, there = ([set(_around(claim)) for claim in side] for side in (some, others))
    return all(mine and theirs and mine.isdisjoint(theirs) for mine in here for theirs in there)


def _around(claim: Claim) -> tuple[str, ...]:
    """The codes of states, for those of their parts as well."""
    return tuple(land.partition("-")[0] for land in getattr(claim, "around", ()))
