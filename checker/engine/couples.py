"""From claims that clash two by two to disputed facts: one clash for all values that hang together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from checker.engine import certainty, words
from checker.engine.clashes import Clash, Side
from checker.engine.corpus import recency
from checker.engine.graph import components
from checker.model import Claim


@dataclass(frozen=True, slots=True)
class Couple:
    """Two claims that cannot both be right, why, and what that rests on."""

    a: Claim
    b: Claim
    reason: str
    assumptions: tuple[str, ...] = ()
    explainable: bool = False

    @property
    def doubt(self) -> tuple[int, bool, int]:
        return (self.a.quoted + self.b.quoted, self.explainable, len(self.assumptions))


def disputes(
    couples: Iterable[Couple], value: Callable[[Claim], str], shown: Callable[[Claim], str] | None = None
) -> Iterator[Clash]:
    """One clash for each set of values (as ``value`` names them) that couples of claims tie together.

    ``shown`` is the value as a message gives it, if not the same.
    """
    by_values: dict[tuple[str, str], list[Couple]] = {}
    for couple in couples:
        one, other = sorted((value(couple.a), value(couple.b)))
        by_values.setdefault((one, other), []).append(couple)
    for values, edges in components(sorted(by_values)):
        own = [couple for edge in edges for couple in by_values[edge]]
        yield _clash(own, sorted(values), value, shown or value)


def _clash(
    couples: list[Couple], values: list[str], value: Callable[[Claim], str], shown: Callable[[Claim], str]
) -> Clash:
    strongest = min(couples, key=lambda couple: couple.doubt)
    a, b = sorted((strongest.a, strongest.b), key=recency)
    told: dict[str, dict[int, Claim]] = {name: {} for name in values}
    for couple in couples:
        for claim in (couple.a, couple.b):
            told[value(claim)][id(claim)] = claim
    return Clash(
        subject=words.subject(a),
        sides=tuple(Side(name, tuple(claims.values())) for name, claims in told.items()),
        a=a,
        b=b,
        values=", ".join(shown(next(iter(claims.values()))) for claims in told.values()),
        explanation=(strongest.reason,),
        assumptions=certainty.distinct(strongest.assumptions),
        explainable=strongest.explainable,
    )
