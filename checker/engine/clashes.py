"""What the shapes of rules yield: passages that clash, sorted by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from checker.model import Claim


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
