"""Can what articles tell of a visit all be right: its length, its first and its last day?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from checker.engine import certainty, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus
from checker.engine.couples import Couple, disputes
from checker.engine.graph import couples
from checker.engine.rules import Parameter
from checker.model import Claim, Visit
from checker.resolve.compare import fold

_SAME = 4  # days by which two tellings of one arrival may differ
_LONGEST = 45  # days of a visit


def visits(
    claims: list[Claim], corpus: Corpus, parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for each set of facts on one visit that cannot all be right.

    Visits of one person to one country more than ``near-days`` apart are several.
    """
    told = [claim for claim in claims if isinstance(claim, Visit)]
    told.sort(key=lambda it: (it.when.first, it.when.last))
    near = int(parameters.get("near-days", 10))
    persons = corpus.identity.persons
    if all(persons(a.visitor, b.visitor) != "different" for a, b in couples(told)):
        yield from disputes((*_alike(told, near), *_unfit(told, near)), words.says)


def _alike(told: list[Visit], near: int) -> Iterator[Couple]:
    """Two lengths, or two days of one arrival or end."""
    for a, b in couples(told):
        if a.fact != b.fact or not a.when.known or not b.when.known:
            continue
        if a.fact == "length":
            if a.days != b.days and a.when.days_between(b.when) <= near:
                reason = f"{words.quantity(a.days, 'day')} and {words.quantity(b.days, 'day')}"
                yield Couple(a, b, reason, _assumed(a, b))
        elif fold(a.place) == fold(b.place) and a.when.surely_apart(b.when):
            days = a.when.days_between(b.when)
            if days <= _SAME:
                yield Couple(a, b, f"the two dates are {words.quantity(days, 'day')} apart", _assumed(a, b))


def _unfit(told: list[Visit], near: int) -> Iterator[Couple]:
    """A length, and an end that does not come so long after the arrival."""
    by_fact = {fact: [it for it in told if it.fact == fact][:50] for fact in ("length", "arrival", "end")}
    for arrival, end in product(by_fact["arrival"], by_fact["end"]):
        span = end.when.first - arrival.when.first + 1
        if not 1 <= span <= _LONGEST:
            continue
        for length in by_fact["length"]:
            # The days of the journey count or do not.
            if abs(length.days - span) > 1 and length.when.days_between(end.when) <= near:
                began = words.spoken(arrival.when)
                reason = f"from {began} to {words.spoken(end.when)} it took {words.quantity(span, 'day')}"
                yield from (Couple(length, day, reason, _assumed(length, day)) for day in (arrival, end))


def _assumed(a: Visit, b: Visit) -> tuple[str, ...]:
    return certainty.distinct(
        [
            *certainty.of_reading([a, b]),
            *certainty.of_time([a, b]),
            *certainty.of_identity(a, b),
            "it is one visit",
        ]
    )
