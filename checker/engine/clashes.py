"""What the shapes of rules yield: passages that clash, sorted by what they say."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace

from checker.model import Claim

_STRETCH = 400  # characters


@dataclass(frozen=True, slots=True)
class Side:
    """One of the disputed values and the claims that stand for it, the weightiest first."""

    value: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A disputed fact. ``a`` and ``b`` are the two claims that clash most surely.

    ``b`` is None for a claim that is wrong by itself. ``values`` are the sides in words. ``scope`` binds
    the fact to one article. ``explainable`` clashes are worth a look, no more.
    """

    subject: str
    sides: tuple[Side, ...]
    a: Claim
    b: Claim | None = None
    scope: str = ""
    values: str = ""
    explanation: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    explainable: bool = False


def merged(clashes: Iterable[Clash]) -> Iterator[Clash]:
    """The clashes, those about one thing and the same values as one, with the sides and claims of all."""
    found: dict[tuple[str, str], Clash] = {}
    for clash in clashes:
        known = found.setdefault((clash.subject, clash.values), clash)
        if known is not clash:
            told: dict[str, dict[int, Claim]] = {}
            for side in (*known.sides, *clash.sides):
                told.setdefault(side.value, {}).update((id(claim), claim) for claim in side.claims)
            sides = tuple(Side(value, tuple(claims.values())) for value, claims in told.items())
            found[known.subject, known.values] = replace(known, sides=sides)
    yield from found.values()


def distinct(clashes: Iterable[Clash]) -> Iterator[Clash]:
    """The clashes; of those that rest on the same words only that of the whole event, not of its opening."""
    found = list(clashes)
    beside: dict[Hashable, list[Clash]] = {}
    kept = set()
    for clash in sorted(found, key=_standing):
        near = list(_stretches(clash))
        if not any(_is_told_by(clash, other) for key in near for other in beside.get(key, ())):
            kept.add(id(clash))
            for key in near:
                beside.setdefault(key, []).append(clash)
    return (clash for clash in found if id(clash) in kept)


def _stretches(clash: Clash) -> Iterator[Hashable]:
    """The two articles, with each stretch that the first claim touches: one is common to what overlaps."""
    told = _told(clash)
    articles = tuple((it.source.path, it.source.record) for it in told)
    return ((articles, at) for at in range(told[0].start // _STRETCH, told[0].end // _STRETCH + 1))


def _told(clash: Clash) -> list[Claim]:
    """The two claims in the order in which they stand."""
    both = [clash.a] if clash.b is None else [clash.a, clash.b]
    return sorted(both, key=lambda it: (it.source.path, it.source.record or "", it.start, it.end))


def _standing(clash: Clash) -> tuple[int, int, str]:
    """What is longest goes before what is part of it, then what is surest."""
    days = sum(it.when.last - it.when.first for it in _told(clash))
    return -days, len(clash.assumptions), clash.subject


def _is_told_by(clash: Clash, other: Clash) -> bool:
    """Do both sides rest on the words of the other's, and on days that are among its own?"""
    pairs = list(zip(_told(clash), _told(other), strict=True))
    if all((mine.start, mine.end) == (its.start, its.end) for mine, its in pairs):
        return True
    return all(
        mine.start <= its.end
        and its.start <= mine.end
        and its.when.first <= mine.when.first
        and mine.when.last <= its.when.last
        for mine, its in pairs
    )
