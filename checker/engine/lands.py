"""Of which lands do articles speak that tell of what many things are called?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.engine.graph import components
from checker.model import Claim


def by_land(claims: list[Claim]) -> Iterator[list[Claim]]:
    """The claims in groups whose places hang together; of several, those that tell none are left out."""
    told = [_around(claim) for claim in claims]
    if not all(map(_tells_towns, filter(None, told))):
        told = [_states(places) for places in told]
    groups = [{*found} for found, _ in components((some[0], place) for some in told for place in some)]
    if len(groups) < 2:
        yield claims
        return
    for group in groups:
        yield [claim for claim, some in zip(claims, told, strict=True) if not group.isdisjoint(some)]


def apart(some: Iterable[Claim], others: Iterable[Claim]) -> bool:
    """Is what they tell of known by a common name alone, and are their lands, or towns, others throughout?"""
    here, there = ([_around(claim) for claim in side] for side in (some, others))
    return all(_disjoint(mine, theirs) for mine in here for theirs in there)


def _disjoint(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Towns are compared where both sides tell any, else the states in which they lie."""
    if not (_tells_towns(mine) and _tells_towns(theirs)):
        mine, theirs = _states(mine), _states(theirs)
    return bool(mine and theirs) and {*mine}.isdisjoint(theirs)


def _tells_towns(places: tuple[str, ...]) -> bool:
    return any("/" in place for place in places)


def _states(places: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(place.partition("/")[0] for place in places)


def _around(claim: Claim) -> tuple[str, ...]:
    """Towns with their states, or the codes of states, those of their parts included."""
    return tuple(it if "/" in it else it.partition("-")[0] for it in getattr(claim, "around", ()))
