"""Can the numbers that articles give of one thing all be right, when each was told in its time?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.engine import certainty, lands, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.rules import Parameter
from checker.model import Claim, Relation

MANY = 60  # claims of one thing; so many are of several things of one name
_TOLLS = (" killed", " injured")


def counts(
    claims: list[Claim], _corpus: Corpus, parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every set of numbers that cannot all be right.

    What was told more than ``near-days`` later may have changed. A toll that rises with time is no clash, one
    that falls is worth a look.
    """
    told = [claim for claim in claims if isinstance(claim, Relation)]
    near = int(parameters.get("near-days", 1))
    if len(told) <= MANY:
        couples = (c for a, b in combinations(told, 2) for c in _couple(a, b, near))
        yield from disputes(couples, _value, lambda claim: claim.value if isinstance(claim, Relation) else "")


def _couple(a: Relation, b: Relation, near: int) -> Iterator[Couple]:
    if witness(a.source) == witness(b.source) or not _apart(a, b) or a.when.surely_apart(b.when):
        return
    if lands.apart([a], [b]):
        return
    later, falls = _later(a, b, near)
    if later and not falls:
        return
    assumptions = [*certainty.of_reading([a, b]), f"both articles mean the same {a.name}"]
    if not later:
        assumptions.append("both passages speak of one time")
    reason = "the later number is the lower one" if falls else f"{a.relation}: {a.value}, and {b.value}"
    yield Couple(a, b, reason, certainty.distinct(assumptions), explainable=falls)


def _apart(a: Relation, b: Relation) -> bool:
    if a.least is None or a.most is None or b.least is None or b.most is None:
        return False
    return a.most < b.least or b.most < a.least


def _later(a: Relation, b: Relation, near: int) -> tuple[bool, bool]:
    """Was one told later than the other, and does a toll fall from the one to the other?"""
    first, second = a.source.published, b.source.published
    if first is None or second is None:
        return first is not second, False
    if first.days_between(second) <= near or (_bygone(a) and _bygone(b)):
        return False, False
    early, late = (a, b) if first.first < second.first else (b, a)
    return True, a.relation.endswith(_TOLLS) and (late.most or 0) < (early.least or 0)


def _bygone(claim: Relation) -> bool:
    """Is it a number of a time that was over when it was told? It changes no more, unless it is a toll."""
    published = claim.source.published
    over = claim.when.known and published is not None and claim.when.last <= published.last
    return over and not claim.relation.endswith(_TOLLS)


def _value(claim: Claim) -> str:
    assert isinstance(claim, Relation)
    return words.spoken(f"{claim.least:g}" if claim.least == claim.most else claim.value.lower())
