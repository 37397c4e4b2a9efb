"""Do two editions of what comes once a year, or seldomer, bear numbers that fit their dates?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.engine import certainty, lands, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.rules import Parameter
from checker.model import Claim, Event

MANY = 100  # claims of one series
_SAME = 60  # days; no two editions are as near to one another


def editions(
    claims: list[Claim], _corpus: Corpus, _parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every set of numbers that cannot all be right.

    Two numbers at one time clash, and so do a lower one and a date behind that of a higher one.
    """
    told = [it for it in claims if isinstance(it, Event) and it.when.known and it.when.basis != "published"]
    if len(told) <= MANY:
        yield from disputes((c for a, b in combinations(told, 2) for c in _couple(a, b)), _number)


def _couple(a: Event, b: Event) -> Iterator[Couple]:
    first, second = sorted((a, b), key=lambda it: it.edition)
    if first.edition == second.edition or lands.apart([a], [b]):
        return
    together = first.when.days_between(second.when) <= _SAME and _short(first) and _short(second)
    if not together and first.when.first <= second.when.last:
        return
    here = witness(a.source) == witness(b.source)
    same = () if here else (f"both articles mean the same {a.series}",)
    once = "it does not take place twice within two months"
    told = (*certainty.of_reading([a, b]), *certainty.of_time([a, b]), *same, once)
    dated = (f"number {it.edition}: {words.spoken(it.when)}" for it in (first, second))
    yield Couple(a, b, "; ".join(dated), certainty.distinct(told))


def _short(event: Event) -> bool:
    return event.when.last - event.when.first <= _SAME


def _number(claim: Claim) -> str:
    assert isinstance(claim, Event)
    return str(claim.edition)
