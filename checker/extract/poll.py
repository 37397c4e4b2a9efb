"""Claims on elections and referendums: on which day a place voted, and how many did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.dates.calendar import civil
from checker.dates.words import times
from checker.extract.clauses import Clauses, Told, hedged
from checker.extract.happening import Happening, claim
from checker.extract.measures import BOUND
from checker.extract.reading import Reading
from checker.model import Event, Relation
from checker.model.event import INCIDENT
from checker.resolve import places
from checker.resolve.compare import fold
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger
from checker.vocab import load

_KINDS = {
    "by-election": "by-election",
    "byelection": "by-election",
    "federal": "general election",
    "general": "general election",
    "legislative": "general election",
    "mayoral": "mayoral election",
    "parliamentary": "general election",
    "plebiscite": "referendum",
    "presidential": "presidential election",
    "referendum": "referendum",
}
_NAME = r"[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}"
_AREA = r"(?:(?:ward|constituency|district|county|city|council|division)\s)?"
_SORT = r"(?:(?:constitutional|national|nationwide|binding|consultative|advisory|council|snap|early)\s)?"
_POLL = re.compile(
    rf"(?:\b(?P<before>{_NAME})(?:'s)?\s{_AREA}{_SORT}|\b(?:an?|the|this|[A-Z][a-z]+day's)\s{_SORT}|\b)"
    r"(?P<kind>(?:(?:federal|general|legislative|mayoral|parliamentary|presidential)\s(?=elections?\b))|"
    r"by-?elections?|referendums?|referenda|plebiscite)(?:elections?)?\b"
    rf"(?:\s(?:in|for)\s(?:the\s)?(?P<after>{_NAME}))?"
    # No part of a longer noun: "the election campaign".
    r"(?=[,.;)]|\Z|\s(?:in|on|for|was|were|is|are|will|which|that|to|held|took|takes|has|by|with|this|next|and|[A-Z\d]))"
)
_VOTERS = re.compile(
    rf"\b(?i:voters|electors|residents|people|citizens)\s(?:in|of)\s(?:the\s)?(?P<place>{_NAME})"
)
_GO = re.compile(
    r"\b(?:go|goes|went|gone|going|return)\sto\sthe\spolls(?:\sfor\s[^,;:.\d]{3,60}?)?(?=\s(?:on|in|next|this|last)\b)"
)
_HELD = re.compile(
    r"(?:,?\s(?:which|that))?(?:\s(?:is|are|was|were|will|be|to|has|have|been|also|due)){0,4}\s"
    r"(?:held|takes?\splace|took\splace|set\sfor|scheduled\sfor|called\sfor)\b"
)
# Voted twice, or on some other matter.
_ROUNDS = re.compile(
    r"\b(?:first|second|third|next|previous|last|another|postponed|primary|primaries|re-?run|repeat|round|run-?off|since|until|before|"
    r"after\sthe|ahead\sof|by\sthe)\b"
)
_TURN = frozenset(("turnout", "Turnout", "turn", "Turn"))
_TURNOUT = re.compile(
    rf"\b[Tt]urn-?out\s(?:was|of|reached|stood\sat|came\sto)\s(?:put\sat\s)?{BOUND}(?P<number>\d{{1,2}}(?:\.\d{{1,2}})?)\s?(?:%|per\s?cent\b)"
)


@cache
def trigger() -> Trigger:
    return Trigger(
        (
            "by-election",
            "byelection",
            "election",
            "elections",
            "plebiscite",
            "polls",
            "referendum",
            "Referendum",
        )
    )


@cache
def _openers() -> frozenset[str]:
    return frozenset(("a", "new", "snap", "the", *load("relations")["words"]["openers"]))


@dataclass(frozen=True, slots=True)
class _Poll:
    """A vote told in ``text[start:end]``: of what kind and where, as far as that is told there."""

    kind: str
    place: str
    start: int
    end: int
    told: Told | None


def extract(reading: Reading) -> Iterator[Event | Relation]:
    """One claim for the day of each vote of a place, and for the turnout of the only one of the article."""
    clauses, found = reading.once(Clauses), []
    for sentence in reading.firing(trigger()):
        if not _ROUNDS.search(reading.article.text, sentence.start, sentence.end):
            found += list(_polls(reading.article.text, sentence, clauses))
    kinds = {poll.kind for poll in found if poll.kind}
    known = {_key(poll.place): poll.place for poll in found if poll.place}
    days = set()
    for poll in found:
        kind = poll.kind or (min(kinds) if len(kinds) == 1 else "")
        place = poll.place or (min(known.values()) if len(known) == 1 else "")
        told = poll.told
        if kind and place and told and told.when.first == told.when.last:
            days.add((kind, place, civil(told.when.first)[:2]))
            yield claim(reading, _happening(poll, told, kind, place))
    if len(days) == 1:
        yield from _turnout(reading, *days.pop())


def _polls(text: str, sentence: Sentence, clauses: Clauses) -> Iterator[_Poll]:
    voters = _VOTERS.search(text, sentence.start, sentence.end)
    where = voters["place"] if voters else ""
    for match in _POLL.finditer(text, sentence.start, sentence.end):
        kind = _KINDS.get(match["kind"].strip().lower().removesuffix("s"), "referendum")
        held = _HELD.match(text, match.end(), sentence.end)
        told = (
            clauses.after(held.end() if held else match.end(), sentence.end)
            or clauses.heading(sentence.start, match.start())
            or clauses.right_before(match.start("kind"))
        )
        named = (match["after"], match["before"], where, told.place if told else None)
        place = next(filter(None, map(_place, named)), "")
        if not hedged(text, sentence.start, max(match.end(), told.end if told else 0)):
            yield _Poll(kind, place, match.start("kind"), match.end(), told)
    if go := _GO.search(text, sentence.start, sentence.end):
        told = clauses.after(go.end(), sentence.end)
        if told and not hedged(text, sentence.start, told.end):
            yield _Poll("", where, go.start(), go.end(), told)


def _place(named: str | None) -> str:
    """The name of a place, without what opens a sentence ("The Peruvian"); "" of a day or a month."""
    words = (named or "").split()
    while words and words[0].lower() in _openers():
        words = words[1:]
    return "" if " ".join(words).lower() in times() else " ".join(words)


def _known(place: str) -> places.Place | None:
    """The place of a name or an adjective."""
    return places.find(place) or next(iter(places.candidates(place)), None)


def _key(place: str) -> str:
    found = _known(place)
    return found.code if found else fold(place)


def _happening(poll: _Poll, told: Told, kind: str, place: str) -> Happening:
    return Happening(
        min(poll.start, told.start),
        max(poll.end, told.end),
        f"{INCIDENT}{kind} in {_key(place)}",
        f"{kind} in {found.name if (found := _known(place)) else place}",
        told.when,
        named=False,
        assumptions=told.assumptions,
    )


def _turnout(reading: Reading, kind: str, place: str, month: tuple[int, int]) -> Iterator[Relation]:
    text = reading.article.text
    for sentence in reading.holding(_TURNOUT, _TURN):
        match = _TURNOUT.search(text, sentence.start, sentence.end)
        if match is None or match["bound"] or _ROUNDS.search(text, sentence.start, sentence.end):
            continue
        number = float(match["number"])
        yield Relation(
            **reading.place(match.start(), match.end()),
            subject=f"{kind} in {_key(place)} {month[0]}-{month[1]:02}",
            name=f"{kind} in {place} of {month[0]}",
            relation="turnout",
            value=f"{match['number']} per cent",
            least=number - 0.5,
            most=number + 0.5,
        )
