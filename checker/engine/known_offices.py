"""Which passages give an office to another than the reference facts do, or to its holder at another time?"""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine import certainty, words
from checker.engine.corpus import Corpus, grouped
from checker.engine.holders import Holders
from checker.engine.homes import homes
from checker.engine.known_said import Contradiction
from checker.engine.rules import Parameter
from checker.engine.tenures import contains
from checker.model import BEGINNING, END, Claim, Office, When
from checker.resolve.compare import Outcome
from checker.resolve.identity import Identity

_ONE = "an office with one seat has one holder on any day"
_THEN = "the reference facts give the office to its holder at another time"
_POST = ("office", "body", "status")
_ANY = When(sure=(BEGINNING, END))


def offices(corpus: Corpus, parameters: dict[str, Parameter]) -> Iterator[Contradiction]:
    """Passages that no tenure of the facts allows.

    A title given as of publication may be that of a few days (``slack-days``) before or after.
    """
    facts = grouped(corpus.facts("office"), _POST)
    slack = int(parameters.get("slack-days", 7))
    for post, claims in grouped(corpus.taking_part("office") if facts else (), _POST).items():
        if post in facts and corpus.matters(claims):
            tenures = [fact for fact in facts[post] if isinstance(fact, Office)]
            yield from _Post(tenures, corpus).contradictions(claims, slack)


class _Post:
    """One office, and who held it when according to the facts."""

    def __init__(self, tenures: list[Office], corpus: Corpus) -> None:
        self._tenures = tenures
        self._corpus = corpus
        self._identity: Identity = corpus.identity
        self._known: dict[str, list[Outcome]] = {}

    def contradictions(self, claims: list[Claim], slack: int) -> Iterator[Contradiction]:
        holders = Holders((it.holder for it in claims if isinstance(it, Office)), self._identity)
        for claim in claims:
            if isinstance(claim, Office) and (found := self._contradicted(claim, slack)):
                fact, reason, assumptions = found
                name = holders.person(claim.holder) or claim.holder
                yield Contradiction(
                    claim,
                    fact,
                    f"{fact.holder} at another time" if reason == _THEN else name,
                    words.says(claim),
                    words.says(fact),
                    reason,
                    (*certainty.of_reading([claim]), *certainty.of_time([claim]), *assumptions),
                )

    def _contradicted(self, claim: Office, slack: int) -> tuple[Office, str, tuple[str, ...]] | None:
        compared = self._compared(claim.holder)
        told = claim.when.basis == "stated"
        days = 0 if told else slack
        possible = [
            fact for fact, outcome in zip(self._tenures, compared, strict=True) if outcome != "different"
        ]
        fits = any(fact.when.days_between(claim.when) <= days for fact in possible)
        for fact, outcome in zip(self._tenures, compared, strict=True):
            if outcome != "different" or not fact.single:
                continue
            if _longer(claim, fact, possible) if fits else _within(claim, fact.when, days):
                if self._is_elsewhere(claim):
                    return None
                assumed = () if claim.when.known else ("the passage speaks of the present",)
                return fact, _ONE, assumed
        if possible and not fits and "undetermined" not in compared:
            fact = min(possible, key=lambda fact: (fact.when.days_between(claim.when), fact.start))
            return fact, _THEN, ()
        return None

    def _compared(self, holder: str) -> list[Outcome]:
        """How a name compares with those of the tenures."""
        if holder not in self._known:
            self._known[holder] = [self._identity.persons(holder, fact.holder) for fact in self._tenures]
        return self._known[holder]

    def _is_elsewhere(self, claim: Office) -> bool:
        """Is it the office of another body that the person holds, by the facts or by more articles?"""
        if any(
            isinstance(fact, Office)
            and (fact.office, fact.status) == (claim.office, claim.status)
            and fact.body != claim.body
            and self._identity.persons(fact.holder, claim.holder) == "same"
            for fact in self._corpus.facts("office")
        ):
            return True
        return homes(self._corpus, claim.office).elsewhere(claim.holder, claim.body)


def _within(claim: Office, tenure: When, days: int) -> bool:
    """Does the passage surely speak of a day inside the tenure, so many days from its ends?

    The first and the last day of a tenure belong to two holders.
    """
    if not claim.when.known:
        return claim.present and tenure.sure == _ANY.sure
    inside, held = _inner(tenure, max(1, days)), _inner(claim.when, 1)
    if inside and held and inside[0] <= held[1] and held[0] <= inside[1]:
        return True
    return contains(inside, claim.when) or (days == 0 and contains(held, tenure))


def _longer(claim: Office, fact: Office, own: list[Office]) -> bool:
    """Does a stated term of office go on into the tenure of another, on days that no fact gives it?"""
    inside, held = _inner(fact.when, 1), _inner(claim.when, 1)
    if claim.when.first == claim.when.last or not inside or not held:
        return False
    first, last = max(inside[0], held[0]), min(inside[1], held[1])
    return first <= last and all(it.when.last < first or last < it.when.first for it in own)


def _inner(when: When, days: int) -> tuple[int, int] | None:
    """The days on which it surely holds, so many taken off at both ends of what is more than a day."""
    if when.sure is None or when.first == when.last:
        return when.sure
    first, last = when.sure
    first, last = first + days * (first > BEGINNING), last - days * (last < END)
    return (first, last) if first <= last else None
