"""Are two tellings of one meeting, or one step of a life, at odds: the day, or the place on that day?"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from checker.engine import certainty, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.graph import couples
from checker.engine.rules import Parameter
from checker.model import Claim, Event, When
from checker.resolve.compare import compare
from checker.resolve.identity import Identity

_FRESH = 1  # days after which a meeting is no news any more


def encounters(
    claims: list[Claim], corpus: Corpus, parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for each set of days, or places, of one meeting of the same people.

    Two days are those of one meeting if they lie ``near-days`` apart at most, no article tells of both, and
    the later one is not told as news: then it was told to have taken place before and does so again.
    """
    told = [
        claim for claim in claims if isinstance(claim, Event) and claim.when.basis in ("stated", "relative")
    ]
    told.sort(key=lambda claim: (claim.when.first, claim.when.last))
    days: dict[Hashable, set[tuple[int, int]]] = {}
    for claim in told:
        days.setdefault(witness(claim.source), set()).add((claim.when.first, claim.when.last))
    near = int(parameters.get("near-days", 4))
    found = (c for a, b in couples(told) for c in _couple(a, b, near, days, corpus.identity))
    yield from disputes(found, _value)


def _couple(
    a: Event, b: Event, near: int, days: dict[Hashable, set[tuple[int, int]]], identity: Identity
) -> Iterator[Couple]:
    one, other = witness(a.source), witness(b.source)
    if one == other or not _same_people(a, b, identity) or not _same_post(a, b):
        return
    places = compare("event", "place", a.place, b.place)
    assumptions = [*certainty.of_reading([a, b]), *certainty.of_time([a, b]), *certainty.of_identity(a, b)]
    if (a.when.first, a.when.last) == (b.when.first, b.when.last):
        if places == "different" and a.when.first == a.when.last:
            yield Couple(a, b, f"on one day, {a.place} and {b.place}", certainty.distinct(assumptions))
        return
    if places == "different" or not a.when.surely_apart(b.when) or a.when.days_between(b.when) > near:
        return
    if (b.when.first, b.when.last) in days[one] or (a.when.first, a.when.last) in days[other]:
        return
    # Nobody is appointed, and no two sign together, twice within days.
    once = (" as " in a.name and " as " in b.name) or a.name.startswith("signing of ")
    if not once and _is_news(max((a, b), key=lambda claim: claim.when.first)):
        return
    apart = words.quantity(a.when.days_between(b.when), "day")
    if a.when.days_between(b.when) == 1:
        assumptions.append("both passages count the days in one time zone")
    assumptions.append("it did not happen twice within days")
    yield Couple(a, b, f"the two dates are {apart} apart", certainty.distinct(assumptions))


def _same_people(a: Event, b: Event, identity: Identity) -> bool:
    """Is nobody of the one surely another than the one of that surname on the other side?"""
    return all(
        identity.persons(one, other) != "different"
        for one, other in zip(a.participants, b.participants, strict=True)
    )


def _same_post(a: Event, b: Event) -> bool:
    """Do the names not tell of two offices ("appointment of X as ambassador")?"""
    post, other = a.name.partition(" as ")[2], b.name.partition(" as ")[2]
    return not (post and other) or post == other


def _is_news(claim: Event) -> bool:
    """Is it told by an article of that very day, or the next: what took place, and not what is recalled?"""
    published: When | None = claim.source.published
    return published is not None and published.last - claim.when.last <= _FRESH


def _value(claim: Claim) -> str:
    assert isinstance(claim, Event)
    return words.spoken(claim.when) + (f" in {claim.place}" if claim.place else "")
