"""Claims on bridges, plants, hospitals and the like: what they cost, how large they are, when they opened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from checker.dates.calendar import iso
from checker.extract import happening, once, shared_names
from checker.extract.clauses import Clauses, Told
from checker.extract.clauses import hedged as doubted
from checker.extract.facilities import Mention, Site, facilities
from checker.extract.facility_facts import Fact, facts, jobs
from checker.extract.facility_phrases import trigger as trigger
from checker.extract.happened import happened
from checker.extract.happening import Happening
from checker.extract.measures import measured
from checker.extract.reading import Reading
from checker.extract.stated import hedged
from checker.extract.topic import Topics
from checker.model import UNKNOWN, Event, Relation, When
from checker.resolve.compare import fold
from checker.resolve.organisations import spelled
from checker.text.sentences import Sentence
from checker.text.tokens import tokens
from checker.vocab import load

_SIZES = ("area", "length", "weight")
_KINDS = ("paragraph", "item", "caption", "title")
_OPENED = re.compile(
    r"(?:,\s(?!which\b|and\b|but\b|who\b)[^,;:()]{3,90},(?=\s[a-z]))??(?P<which>,?(?:\s(?:which|that))?)"
    r"(?P<was>\s(?:was|were|had\sbeen|has\sbeen))?(?:,?\s(?:officially|formally|first|finally|ceremonially|only))?\s(?:opened|inaugurated)(?=[\s.,;]|\Z)"
)
_OPENS = re.compile(r"\b(?:opened|inaugurated)\s(?:[a-z]+ly\s)?\Z")
_CLAUSE = re.compile(r"(?:[,;:–—]\s?|\b(?:and|but|that|as|while|said|because|since)\s|\A)\Z")
_AGAIN = re.compile(
    r"\b(?:re-?opened|extension|section|stage|phase|wing|part|first train|to traffic|temporary)\b"
)
_SOON = re.compile(
    r"\b(?:will|would|could|should|may|might|expected|planned|due|hopes?|aims?|plans?|if|estimated|budgeted|tender|bids?)\b"
)


def extract(reading: Reading) -> Iterator[Relation | Event]:
    """One claim for each amount that is told of a thing of one place, and for the day it was opened."""
    clauses = reading.once(Clauses)
    context: dict[str, tuple[str, ...]] = {}
    told = set()
    openings = _Openings(reading, clauses)
    for mention, all_facts in reading.once(measures):
        opening = _opening(reading, mention, clauses)
        if opening and not mention.site.placed:
            if not openings.known(mention.sentence):
                yield happening.claim(reading, _happening(mention, *opening))
            opening = None
        known = openings.measured(mention.sentence) if all_facts else frozenset()
        claims = [_measure(reading, mention, fact) for fact in all_facts if fact.relation not in known]
        if opening:
            claims.append(_opened(reading, mention, *opening))
        for claim in claims:
            if claim and (claim.start, claim.relation) not in told:
                told.add((claim.start, claim.relation))
                if mention.site.key not in context:
                    context[mention.site.key] = _context(reading, mention.site)
                yield replace(claim, context=context[mention.site.key])


def measures(reading: Reading) -> tuple[tuple[Mention, tuple[Fact, ...]], ...]:
    """Every mention of a thing of one place, with the amounts that are told there."""
    text = reading.article.text
    found = [mention for mention in reading.once(facilities) if mention.sentence.block.kind in _KINDS]
    alone = Counter(
        sentence.start for sentence in {(m.sentence, m.site.key): m.sentence for m in found}.values()
    )
    return tuple(
        (
            mention,
            (*facts(text, mention), *(jobs(text, mention) if alone[mention.sentence.start] == 1 else ())),
        )
        for mention in found
    )


def sized(reading: Reading) -> frozenset[tuple[int, str]]:
    """By sentence, the lengths, areas and weights that are told of such things."""
    return frozenset(
        (mention.sentence.start, fact.relation)
        for mention, all_facts in reading.once(measures)
        for fact in all_facts
        if fact.amount.unit in _SIZES
    )


def _context(reading: Reading, site: Site) -> tuple[str, ...]:
    """What an article on the same thing shares: names; for a proper name, that and the month; itself."""
    proper = site.name.split()[-1][0].isupper() and len(site.name.split()) > 1 and not site.placed
    named = (*_month(reading.dates.published), f"called {fold(site.name)}") if proper else ()
    return shared_names.context(reading, site.own, *named, with_places=not site.placed)


def _month(published: When | None) -> tuple[str, ...]:
    """The month of an article: what bears one proper name in it is one thing."""
    return (f"in {iso(published.first)[:7]}",) if published and published.first == published.last else ()


def _measure(reading: Reading, mention: Mention, fact: Fact) -> Relation | None:
    text, sentence = reading.article.text, mention.sentence
    planned = fact.relation.endswith("jobs")
    stretch = text[min(mention.start, fact.start) : fact.end]
    if not planned and (_SOON.search(stretch) or hedged(text, mention.start, fact.end)):
        return None
    if not planned and _SOON.search(text, max(sentence.start, mention.start - 60), mention.start):
        return None
    return Relation(
        **reading.place(fact.start, fact.end),
        when=_when(reading, mention, fact),
        subject=mention.site.key,
        name=mention.site.name,
        relation=fact.relation,
        value=text[fact.amount.start : fact.amount.end],
        least=fact.amount.least,
        most=fact.amount.most,
        unit="" if fact.amount.unit == "count" else fact.amount.unit,
    )


def _when(reading: Reading, mention: Mention, fact: Fact) -> When:
    """The time that the sentence gives for a number that changes with the years."""
    if fact.relation not in load("facilities")["slow"]["relations"]:
        return UNKNOWN
    for date in reading.dates_in(mention.sentence.start, mention.sentence.end):
        if date.when and date.when.known and date.dated:
            return date.when
    return UNKNOWN


def _said(text: str, told: Told) -> str:
    """The day, in a form that reads well anywhere; what is no day, as written."""
    day = told.when.first
    return iso(day) if day == told.when.last else text[told.start : told.end]


def _opening(reading: Reading, mention: Mention, clauses: Clauses) -> tuple[Told, int] | None:
    """ "The plant was opened on 5 May", "the plant, opened in 2019", "Jane Roe opened the plant today"."""
    text, sentence = reading.article.text, mention.sentence
    before = text[max(sentence.start, mention.start - 40) : mention.start]
    match = _OPENED.match(text, mention.end, sentence.end)
    dated = clauses.before(sentence.start, mention.start)
    if match and (match["which"].strip() or dated or _CLAUSE.search(before)):
        told = clauses.after(match.end(), sentence.end) or dated
        end = match.end()
    elif opens := _OPENS.search(before):
        verb = mention.start - len(opens[0])
        told = clauses.after(mention.end, sentence.end) or clauses.right_before(verb)
        end = mention.end
    else:
        return None
    if (
        told is None
        or doubted(text, sentence.start, max(told.end, end))
        or _AGAIN.search(text, sentence.start, max(told.end, end))
    ):
        return None
    if _SOON.search(text, sentence.start, max(told.end, end)):
        return None
    return told, end


def _opened(reading: Reading, mention: Mention, told: Told, end: int) -> Relation:
    return Relation(
        **reading.place(min(mention.start, told.start), max(told.end, end)),
        subject=mention.site.key,
        name=mention.site.name,
        relation="opening",
        value=_said(reading.article.text, told),
        least=float(told.when.first),
        most=float(told.when.last),
        assumptions=told.assumptions,
    )


def _happening(mention: Mention, told: Told, end: int) -> Happening:
    """The same of a thing with a name of its own: an event like those that sentences tell by that name."""
    site = mention.site
    return Happening(
        min(mention.start, told.start),
        max(told.end, end),
        f"{' '.join(spelled(word) for word in (*site.own, site.sort))}: opened",
        f"opening of {site.name}",
        told.when,
        told.place,
        named=False,
        assumptions=told.assumptions,
    )


class _Openings:
    """The openings that are found without knowing what the things of an article are."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self._reading = reading
        self._clauses = clauses

    def measured(self, sentence: Sentence) -> frozenset[str]:
        """What is told of the thing that the article is about, and found by its name, but for its size."""
        subject = self._reading.once(Topics).subject(sentence)
        found = measured(self._reading, sentence, subject)
        return frozenset(it.relation for it in found if it.unit not in _SIZES)

    def known(self, sentence: Sentence) -> bool:
        row = tokens(self._reading.article.text, sentence.start, sentence.end)
        found = list(once.read(self._reading, row, self._clauses))
        if subject := self._reading.once(Topics).subject(sentence):
            found += happened(self._reading, sentence, subject, self._clauses)
        return any(it.key.endswith((": opened", ": inaugurated")) for it in found)
