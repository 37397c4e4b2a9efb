"""What a corpus observes of one office: who is said to hold it, when, and in which passages."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from checker.engine.corpus import witness
from checker.engine.graph import MANY
from checker.engine.holders import Holders
from checker.model import Claim, Office, When

CURRENT = 31  # days around its publication in which an article speaks of its own time


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """One person is said to hold the office at one time, by these claims (in the order of the corpus).

    ``claim`` speaks for the others: asserted rather than quoted, with the fewest assumptions. ``current``
    and ``present``: some claim speaks of the days around the publication of its own article, or of the
    article's own time, whatever that is.
    """

    holder: str
    when: When
    claims: tuple[Office, ...]
    claim: Office
    articles: frozenset[Hashable]
    current: bool
    present: bool

    @property
    def inside(self) -> tuple[int, int] | None:
        """The days that surely belong to this holder alone: a boundary day of a tenure belongs to both."""
        if self.when.sure is None:
            return None
        first, last = self.when.sure
        if first == last:
            return self.when.sure
        return (first + 1, last - 1) if first + 1 <= last - 1 else None

    @property
    def is_tenure(self) -> bool:
        return self.when.sure is not None and self.when.sure[0] < self.when.sure[1]

    def surely_overlaps(self, other: Observation) -> bool:
        """Does a day belong to both that is no boundary of a tenure?"""
        mine, theirs = self.inside, other.inside
        if mine and theirs and mine[0] <= theirs[1] and theirs[0] <= mine[1]:
            return True
        return contains(mine, other.when) or contains(theirs, self.when)


def observations(claims: Iterable[Claim], holders: Holders) -> list[Observation]:
    """The claims, those of one person and one time together, in order of time. Open to 100,000 mentions."""
    found: dict[tuple[str, When], list[Office]] = {}
    for claim in claims:
        if isinstance(claim, Office) and (person := holders.person(claim.holder)) is not None:
            found.setdefault((person, claim.when), []).append(claim)
    joined = [_observation(person, when, claims) for (person, when), claims in found.items()]
    return sorted(joined, key=lambda seen: (seen.when.first, seen.when.last, seen.holder, seen.when.basis))


def neighbours(seen: list[Observation], days: int) -> Iterator[tuple[Observation, Observation]]:
    """Pairs of observations of two people that lie at most so many days apart, the earlier first.

    Observations are kept by person, so that a long run of one holder costs nothing against itself. Of many
    people at one time, each is held against those who came up last.
    """
    recent: dict[str, list[Observation]] = {}
    for later in seen:
        for person in list(recent):
            if person == later.holder:
                continue
            recent[person] = [
                earlier for earlier in recent[person] if earlier.when.last + days >= later.when.first
            ]
            if not recent[person]:
                del recent[person]
                continue
            for earlier in recent[person]:
                yield earlier, later
        recent.setdefault(later.holder, []).append(later)
        if len(recent) > MANY:
            del recent[next(iter(recent))]


def _observation(person: str, when: When, claims: list[Office]) -> Observation:
    return Observation(
        holder=person,
        when=when,
        claims=tuple(claims),
        claim=min(claims, key=lambda claim: (claim.quoted, len(claim.assumptions))),
        articles=frozenset(witness(claim.source) for claim in claims),
        current=any(_is_current(claim) for claim in claims),
        present=any(claim.present for claim in claims),
    )


def lone(claim: Office) -> Observation:
    """One claim as an observation."""
    return _observation(claim.holder, claim.when, [claim])


def _is_current(claim: Office) -> bool:
    published = claim.source.published
    if claim.when.basis == "estimated" or published is None or published.basis == "estimated":
        return False
    return claim.when.last - claim.when.first <= CURRENT and claim.when.days_between(published) <= CURRENT


def contains(inside: tuple[int, int] | None, when: When) -> bool:
    """Does a time lie within these days, if there are any?"""
    return inside is not None and inside[0] <= when.first and when.last <= inside[1]
