"""Which passages give an event, a birth or a founding another date or place than the reference facts?"""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine import certainty, words
from checker.engine.corpus import Corpus, grouped
from checker.engine.known_said import Contradiction
from checker.engine.lives import by_two_calendars, of_whom
from checker.engine.rules import Parameter
from checker.model import Event

_LIVES = ("birth", "death")


def events(corpus: Corpus, _parameters: dict[str, Parameter]) -> Iterator[Contradiction]:
    """Passages whose date shares no day with that of the facts, or whose place is surely another."""
    facts = [fact for fact in corpus.facts("event") if isinstance(fact, Event)]
    if not facts:
        return
    by_key: dict[object, list[Event]] = {}
    for fact in facts:
        by_key.setdefault(_key(fact), []).append(fact)
    for claims in grouped(corpus.taking_part("event"), ("event", "name")).values():
        one = claims[0]
        if not isinstance(one, Event) or _key(one) not in by_key or not corpus.matters(claims):
            continue
        known = [fact for fact in by_key[_key(one)] if _is_it(one, fact, corpus)]
        for claim in claims if known else ():
            if isinstance(claim, Event):
                yield from _contradictions(claim, known, corpus)


def _key(event: Event) -> object:
    """What a passage and the fact must have in common: of lives, the surname."""
    if event.concerns in _LIVES:
        return event.concerns, event.bearer
    return event.event


def _is_it(one: Event, fact: Event, corpus: Corpus) -> bool:
    if one.concerns not in _LIVES:
        return True
    return corpus.identity.persons(of_whom(one), of_whom(fact)) == "same"


def _contradictions(claim: Event, known: list[Event], corpus: Corpus) -> Iterator[Contradiction]:
    told = [(fact, _said(claim, fact, corpus)) for fact in known]
    if not all(said for _, said in told):
        return  # of several facts, one fits
    fact, said = min(told, key=lambda it: (it[0].when.days_between(claim.when), it[0].start))
    same = of_whom(fact) if fact.concerns in (*_LIVES, "founding") else fact.name
    assumed = [*certainty.of_reading([claim])]
    if "date" in said:
        assumed += certainty.of_time([claim])
        if claim.when.days_between(fact.when) == 1:
            assumed.append("the days are counted in one time zone")
    if not certainty.has_edition(fact):
        assumed.append(f"the article means the same {same}")
    yield Contradiction(
        claim,
        fact,
        " ".join(said.values()),
        _spoken(claim, said),
        _spoken(fact, said),
        _reason(claim, fact, said),
        tuple(assumed),
    )


def _said(claim: Event, fact: Event, corpus: Corpus) -> dict[str, str]:
    """What the passage says otherwise: its date, its place."""
    found: dict[str, str] = {}
    if claim.when.known and fact.when.known and claim.when.basis in ("stated", "relative"):
        two = claim.concerns in _LIVES and by_two_calendars(
            *sorted((claim, fact), key=lambda it: it.when.first)
        )
        if claim.when.surely_apart(fact.when) and not two:
            found["date"] = words.spoken(claim.when)
    elsewhere = corpus.identity.compare("event", "place", claim.place, fact.place) == "different"
    if claim.place and elsewhere and not (claim.scattered or fact.scattered):
        found["place"] = claim.place
    return found


def _reason(claim: Event, fact: Event, said: dict[str, str]) -> str:
    if "date" in said:
        return f"the two dates are {words.quantity(claim.when.days_between(fact.when), 'day')} apart"
    return f"{claim.place} and {fact.place} are two places"


def _spoken(event: Event, said: dict[str, str]) -> str:
    parts = [words.spoken(event.when)] if "date" in said else []
    if "place" in said and event.place:
        parts.append(f"in {event.place}")
    return ", ".join(parts)
