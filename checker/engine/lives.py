"""Is one person told to be born, or to die, on two days?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.dates.calendar import civil, iso, number
from checker.engine import certainty, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.rules import Parameter
from checker.model import Claim, Event, When
from checker.resolve.compare import fold
from checker.resolve.identity import Identity

MANY = 300  # different births of bearers of one surname
_GREGORIAN = number(1930, 1, 1)  # no country counted days by the Julian calendar any more


def lives(
    claims: list[Claim], corpus: Corpus, _parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every set of days of one person's birth, or death, that cannot all be right."""
    told: dict[tuple[str, int, int], list[Event]] = {}
    for claim in claims:
        if isinstance(claim, Event) and claim.when.known and claim.when.basis in ("stated", "relative"):
            told.setdefault((claim.event, claim.when.first, claim.when.last), []).append(claim)
    if len(told) <= MANY:
        yield from disputes(
            (
                couple
                for some, others in combinations(told.values(), 2)
                if _clash(some[0], others[0], corpus.identity)
                for a in some
                for b in others
                for couple in _couple(a, b)
            ),
            lambda claim: f"{iso(claim.when.first)}/{iso(claim.when.last)}",
            lambda claim: words.spoken(claim.when),
        )


def _clash(a: Event, b: Event, identity: Identity) -> bool:
    if not a.when.surely_apart(b.when) or by_two_calendars(*sorted((a, b), key=lambda it: it.when.first)):
        return False
    if a.event == b.event or identity.persons(of_whom(a), of_whom(b)) == "same":
        return True
    return _fuller(of_whom(a), of_whom(b)) and _nearly(a.when, b.when)


def _fuller(one: str, other: str) -> bool:
    """Is one name the other with a first name more, by which its bearer is not called?"""
    short, full = sorted((fold(one).split(), fold(other).split()), key=len)
    return len(short) > 1 and len(full) == len(short) + 1 and full[-len(short) :] == short


def _nearly(one: When, other: When) -> bool:
    """Are two days alike but for the day, the month or the year?"""
    if one.first != one.last or other.first != other.last:
        return False
    return sum(x == y for x, y in zip(civil(one.first), civil(other.first), strict=True)) == 2


def _couple(a: Event, b: Event) -> Iterator[Couple]:
    apart = a.when.days_between(b.when)
    here = witness(a.source) == witness(b.source)
    same = () if here else (f"both articles mean the same {of_whom(a)}",)
    assumptions = (*certainty.of_reading([a, b]), *certainty.of_time([a, b]), *same)
    yield Couple(a, b, f"the two dates are {words.quantity(apart, 'day')} apart", assumptions)


def of_whom(event: Event) -> str:
    return event.name.partition(" of ")[2]


def by_two_calendars(a: Event, b: Event) -> bool:
    """Are two days as far apart as the Julian and the Gregorian calendar were?"""
    first, second = a.when, b.when
    if first.first != first.last or second.first != second.last or second.first >= _GREGORIAN:
        return False
    century = civil(second.first)[0] // 100
    return second.first - first.first == max(10, century - century // 4 - 2)
