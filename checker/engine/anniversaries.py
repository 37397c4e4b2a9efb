"""Does an anniversary of a thing reckon from one of the years in which it is told to have begun?"""

from __future__ import annotations

from collections.abc import Iterator

from checker.dates.calendar import civil
from checker.engine import certainty, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.rules import Parameter
from checker.model import Claim, Event

_YEAR = 366
MANY = 60  # claims of one thing; so many are of several things of one name


def anniversaries(
    claims: list[Claim], _corpus: Corpus, _parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every set of years that cannot all be the one in which a thing began.

    An anniversary may be that of the founding, the opening, the building: it clashes with none of these if it
    fits one of them.
    """
    told = [it for it in claims if isinstance(it, Event) and it.when.known and it.when.basis != "published"]
    kept = [it for it in told if it.event.endswith(": anniversary")]
    begun = [it for it in told if not it.event.endswith(": anniversary")]
    if kept and len(told) <= MANY:
        yield from disputes((c for one in kept for c in _couples(one, kept, begun)), _years, _spoken)


def _couples(one: Event, kept: list[Event], begun: list[Event]) -> Iterator[Couple]:
    if any(not one.when.surely_apart(other.when) for other in begun):
        return
    for other in begun:
        yield _couple(one, other)
    for other in () if begun else kept:  # these may be told before and behind the year
        if _place(other) > _place(one) and one.when.days_between(other.when) > _YEAR:
            yield _couple(one, other)


def _couple(one: Event, other: Event) -> Couple:
    here = witness(one.source) == witness(other.source)
    thing = one.name.partition(" of ")[2]
    same = () if here else (f"both articles mean the same {thing}",)
    return Couple(
        one,
        other,
        f"the anniversary is that of {words.spoken(one.when)}, not of {words.spoken(other.when)}",
        certainty.distinct((*certainty.of_reading([one, other]), *same)),
    )


def _place(claim: Event) -> tuple[str, str, int]:
    return claim.source.path, claim.source.record or "", claim.start


def _years(claim: Claim) -> str:
    return f"{civil(claim.when.first)[0]}/{civil(claim.when.last)[0]}"


def _spoken(claim: Claim) -> str:
    return words.spoken(claim.when)
