"""Can a person have had all the ages that articles give, being born when they say?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from checker.dates import values
from checker.engine import certainty, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.rules import Parameter
from checker.model import Age, Claim
from checker.resolve.compare import fold
from checker.resolve.identity import Identity

MANY = 200  # claims of one name; so many are of several people


def ages(
    claims: list[Claim], corpus: Corpus, _parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every set of ages and births of one person that cannot all be right."""
    told: dict[str, list[Age]] = {}
    for claim in claims:
        if isinstance(claim, Age) and (claim.born or claim.now):
            told.setdefault(fold(claim.person), []).append(claim)
    named = {name: some for name, some in told.items() if len(some) <= MANY and not _disputed(some)}
    yield from disputes((c for a, b in _pairs(named, corpus.identity) for c in _couple(a, b)), words.says)


def _disputed(told: list[Age]) -> bool:
    """Are they of two people of one name, or is it a birth of two dates, which has a rule of its own?"""
    births = [claim for claim in told if claim.age is None]
    return any(_apart(a.born, b.born) for a, b in combinations(births, 2))


def _pairs(told: dict[str, list[Age]], identity: Identity) -> Iterator[tuple[Age, Age]]:
    """Two claims on one person, by one name or by two that are surely one person's."""
    for some in told.values():
        yield from combinations(some, 2)
    for one, other in combinations(told.values(), 2):
        same = identity.persons(one[0].person, other[0].person) == "same"
        if same and not _disputed([*one, *other]):
            yield from product(one, other)


def _couple(a: Age, b: Age) -> Iterator[Couple]:
    """The clash of two claims, if there is one; two births are dates of one event, and judged as such."""
    if a.age is None and b.age is None:
        return
    here = witness(a.source) == witness(b.source)
    if not here and not set(a.context) & set(b.context):
        return  # two people of one name
    assumptions = (*certainty.of_reading([a, b]), *certainty.of_identity(a, b))
    if here and a.now and b.now and a.age != b.age:
        same = "both ages are those at the time of writing"
        yield Couple(a, b, "one article gives two ages at the time of writing", (*assumptions, same))
    elif _apart(a.born, b.born):
        yield Couple(a, b, "; ".join(dict.fromkeys((_reason(a), _reason(b)))), assumptions)


def _apart(one: str, other: str) -> bool:
    first, second = values.interval(one), values.interval(other)
    return bool(first and second) and (first[1] < second[0] or second[1] < first[0])  # type: ignore[index]


def _reason(claim: Age) -> str:
    if claim.age is None:
        return f"{claim.person} was born {words.spoken(claim.when)}"
    return f"{words.says(claim)}: born from {words.spoken(claim.born)}"
