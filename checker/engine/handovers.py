"""Does a text tell that an office passed from one person to another?"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import chain

from checker.engine.corpus import Corpus, witness
from checker.model import Claim, Handover, Office
from checker.resolve.identity import Identity

Names = tuple[str, ...]


def movers(corpus: Corpus, body: str | None) -> Iterator[str]:
    """Who is told to hand over an office of that body, or to take one over."""
    for claim in corpus.by("handover", ("body",)).get((body,), ()):
        if isinstance(claim, Handover):
            yield from (name for name in (claim.predecessor, claim.successor) if name)


class Handovers:
    """What a corpus tells about the changes in one office. Built once for an office."""

    def __init__(self, corpus: Corpus, office: Office) -> None:
        self._identity = corpus.identity
        self._pairs: dict[Names, None] = {}  # predecessor and successor, both named
        self._marked: dict[str, None] = {}  # "former minister X", "minister-elect X"
        self._near: dict[Hashable, dict[Names, None]] = {}  # the names each article gives
        self._told: list[tuple[Handover, Hashable]] = []
        for claim in _told_of(corpus, office):
            names = _names(claim)
            self._near.setdefault(witness(claim.source), {})[names] = None
            if isinstance(claim, Handover) and claim.predecessor:
                self._told.append((claim, witness(claim.source)))
            if isinstance(claim, Handover) and len(names) == 2 and claim.body == office.body:
                self._pairs[names] = None
            elif isinstance(claim, Office) and names and claim.body == office.body:
                self._marked[names[0]] = None
        self._sounding: dict[str, list[tuple[Handover, Hashable]]] = {}
        for told in self._told:
            for name in (told[0].predecessor, told[0].successor):
                for sound in self._identity.sounds(name) if name else ():
                    self._sounding.setdefault(sound, []).append(told)
        self.left = [(_left(it), it.successor) for it, _ in self._told if it.successor]

    def between(self, one: str, other: str, articles: frozenset[Hashable]) -> bool:
        """Is it told that the office passed between these two, by name anywhere or in these articles?"""
        near = (names for article in self._near.keys() & articles for names in self._near[article])
        return any(_fits(names, one, other, self._identity) for names in chain(self._pairs, near))

    def followed(self, people: Iterable[str]) -> frozenset[str]:
        """Who of these people is told to have left the office to somebody."""
        return frozenset(p for p in people if any(self._is(it.predecessor, p) for it, _ in self._of(p)))

    def reverses(self, one: str, other: str, articles: frozenset[Hashable]) -> bool:
        """Is it told that ``one`` followed ``other``, never the reverse? Unnamed in these articles only."""
        followed = False
        for claim, article in (*self._of(one), *self._of(other)):
            before, after = claim.predecessor, claim.successor
            if self._is(before, one) or self._is(after, other):
                return False
            followed |= self._is(before, other) and (self._is(after, one) if after else article in articles)
        return followed

    def _of(self, person: str) -> Iterator[tuple[Handover, Hashable]]:
        """The changes that may be of the person, by how the names sound."""
        for sound in self._identity.sounds(person):
            yield from self._sounding.get(sound, ())

    def _is(self, name: str, person: str) -> bool:
        return bool(name) and self._identity.persons(name, person) == "same"

    def ended(self, one: str, other: str) -> bool:
        """Does any article speak of one of the two as a former or future holder?"""
        return any(_fits((name,), one, other, self._identity) for name in self._marked)


def _left(claim: Handover) -> Office:
    """Who was followed, as a holder of the office."""
    return Office(
        source=claim.source,
        start=claim.start,
        end=claim.end,
        quoted=claim.quoted,
        assumptions=claim.assumptions,
        office=claim.office,
        body=claim.body,
        holder=claim.predecessor,
        status="former",
    )


def _told_of(corpus: Corpus, office: Office) -> Iterator[Claim]:
    for claim in corpus.by("handover", ("office",)).get((office.office,), ()):
        if getattr(claim, "body", None) in (None, office.body):
            yield claim
    for status in ("former", "designate", "acting"):
        for body in dict.fromkeys((office.body, None)):
            if status != office.status:
                yield from corpus.by("office", ("office", "body", "status")).get(
                    (office.office, body, status), ()
                )


def _names(claim: Claim) -> Names:
    """The people of a change. An acting holder tells of a change whoever he is."""
    if isinstance(claim, Handover):
        return tuple(name for name in (claim.predecessor, claim.successor) if name)
    if isinstance(claim, Office) and claim.status != "acting":
        return (claim.holder,)
    return ()


def _fits(names: Names, one: str, other: str, identity: Identity) -> bool:
    """No name is surely somebody else's."""
    return all(
        identity.persons(name, one) != "different" or identity.persons(name, other) != "different"
        for name in names
    )
