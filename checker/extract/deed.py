"""What somebody or something does once, and when: "Kenya gained independence on 12 December 1963"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.dates import calendar
from checker.extract import deeds, once
from checker.extract.appositions import openings
from checker.extract.clauses import DAY, Clauses, Told, hedged
from checker.extract.deeds import Deed
from checker.extract.happening import Happening, behind_event, claim, in_one_country, issued_anew
from checker.extract.organisations import headline
from checker.extract.parties import Parties
from checker.extract.party import Party
from checker.extract.reading import Reading
from checker.extract.subjects import goes_on
from checker.extract.topic import Topics
from checker.model import Event, When
from checker.text.sentences import Sentence
from checker.text.tokens import Token, tokens
from checker.text.trigger import Trigger

_KINDS = ("paragraph", "item", "caption")
_BEING = frozenset(("was", "were"))
_ADVERBS = frozenset(
    "also eventually finally formally had has have later officially peacefully publicly recently "
    "subsequently successfully then thus".split()
)
_AGAIN = re.compile(
    r"\b(?:again|re-?(?:joined|gained|launched|captured)|another|each|every|second|third|twice|first\sof|stakes?|shares?|rights|per\scent|percent|"
    r"jointly|anniversary|had\sbeen\sdue|attempt\w*)\b|%"
)
_SUBJECT = re.compile(r",?\s(?!.*\b(?:who|which|that|when|while|after|and|said)\b)[^,;:()]{1,60}\s")


@cache
def trigger() -> Trigger:
    return Trigger.remembered("deeds", deeds.words)


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each deed that a sentence tells with its date."""
    text, clauses = reading.article.text, reading.once(Clauses)
    for sentence in reading.firing(trigger()):
        if sentence.block.kind not in _KINDS or not clauses.any(sentence.start, sentence.end):
            continue
        if text[sentence.end - 1] == "?" or _AGAIN.search(text, sentence.start, sentence.end):
            continue
        row = tokens(text, sentence.start, sentence.end)
        if not headline(row):
            for found in _Sentence(reading, sentence, row, clauses).deeds():
                yield claim(reading, found)


class _Sentence:
    def __init__(self, reading: Reading, sentence: Sentence, row: list[Token], clauses: Clauses) -> None:
        self._reading, self._sentence, self._row, self._clauses = reading, sentence, row, clauses
        self._text = reading.article.text
        self._parties = Parties(reading, row)

    def deeds(self) -> Iterator[Happening]:
        told = list(self._deeds())
        if not told:
            return
        known = {it.key for it in once.read(self._reading, self._row, self._clauses)}
        for found in told:
            if found.key not in known:
                known.add(found.key)
                yield found

    def _deeds(self) -> Iterator[Happening]:
        grammars = self._undergone, self._done, self._made, self._noun
        for i, token in enumerate(self._row):
            if not token.text.islower():
                continue
            for part, read in zip(deeds.PARTS, grammars, strict=True):
                if found := deeds.forms(part).at(self._row, i):
                    for deed in found[0]:
                        yield from read(deed, i, found[1])

    def _done(self, deed: Deed, i: int, end: int) -> Iterator[Happening]:
        """ "Acme acquired Beta in 2014"."""
        row = self._row
        start = self._behind_adverbs(i)
        if start and row[start - 1].low in _BEING:
            return
        other = self._parties.at(end, deed.to) if deed.to else None
        if deed.to and other is None:
            return
        stop = other.end if other else end
        doers = self._doers(start, deed.by)
        if deed.alone and not doers:
            doers = (Party("", "", i, i),)  # whoever it was
        for one in doers:
            yield from self._told(deed, one, other, i, stop)

    def _made(self, deed: Deed, i: int, end: int) -> Iterator[Happening]:
        """ "The Senate passed the Farm Bill in 2018"."""
        if law := self._parties.at(end, deed.by):
            for one in self._doers(self._behind_adverbs(i), "chamber") if deed.doer else (None,):
                yield from self._told(deed, law, one, one.start if one else i, law.end)

    def _undergone(self, deed: Deed, i: int, end: int) -> Iterator[Happening]:
        """ "Beta was acquired by Acme in 2014", "The Beta Act was passed in 2014"."""
        row = self._row
        start = self._behind_adverbs(i)
        if not start or row[start - 1].low not in (*_BEING, "been"):
            return
        start = self._behind_adverbs(start - 1)
        doer = None
        if row[end - 1].low == "by" and not (doer := self._parties.at(end, deed.by)):
            return
        if deed.to and not deed.alone and doer is None:
            return
        stop = doer.end if doer else end
        for one in self._doers(start, deed.to or deed.by):
            if deed.to:
                yield from self._told(deed, doer or one, one, i, stop)
            else:
                yield from self._told(deed, one, self._agent(end) if deed.doer else None, i, stop)

    def _noun(self, deed: Deed, i: int, end: int) -> Iterator[Happening]:
        """ "Croatia's accession to the European Union in 2013", "the independence of Kenya in 1963"."""
        row = self._row
        behind = row[end].low if end < len(row) else ""
        if i > 1 and row[i - 1].low == "'s":
            other = self._parties.at(end + 1, deed.to) if behind in deed.link else None
            if other or not deed.to:
                for one in self._parties.before(i - 1, deed.by):
                    yield from self._told(deed, one, other, one.start, other.end if other else end, DAY)
        elif behind == "of" and "of" not in deed.link and (of := self._parties.at(end + 1, deed.by)):
            linked = of.end < len(row) and row[of.end].low in deed.link
            other = self._parties.at(of.end + 1, deed.to) if linked else None
            if other or not deed.to:
                yield from self._told(deed, of, other, i, other.end if other else of.end, DAY)
        elif behind == "of" and deed.to and (met := self._parties.at(end + 1, deed.to)):
            by = met.end < len(row) and row[met.end].low == "by"
            if by and (doer := self._parties.at(met.end + 1, deed.by)):
                yield from self._told(deed, doer, met, i, doer.end, DAY)

    def _agent(self, end: int) -> Party | None:
        """Who did it, told behind "by"."""
        by = end < len(self._row) and self._row[end].low == "by"
        return self._parties.at(end + 1, "chamber") if by else None

    def _behind_adverbs(self, i: int) -> int:
        while i > 0 and self._row[i - 1].low in _ADVERBS:
            i -= 1
        return i

    def _doers(self, end: int, sort: str) -> tuple[Party, ...]:
        """The subject of the verb that begins at a token, past a relative pronoun or an apposition."""
        row = self._row
        if end > 1 and row[end - 1].low in ("which", "that"):
            return self._parties.before(end - 1 - (row[end - 2].text == ","), sort)
        if end > 1 and row[end - 1].text == ",":
            for comma in openings(row, end - 1):
                found = self._parties.before(comma, sort)
                if found and found[0].start <= 1:
                    return found
            return ()
        return self._parties.before(end, sort) or self._meant(end, sort)

    def _meant(self, end: int, sort: str) -> tuple[Party, ...]:
        """What the sentence is about, where it says "it", or goes on with a second verb."""
        subject = self._reading.once(Topics).subject(self._sentence)
        if subject is None or not end:
            return ()
        verb = self._row[end - 1].end
        right_behind = subject.end == verb and subject.how != "name"
        if not right_behind and not goes_on(self._text, subject.end, verb):
            return ()
        found = self._parties.called(subject.name, sort)
        return (found,) if found else ()

    def _told(
        self,
        deed: Deed,
        one: Party,
        other: Party | None,
        i: int,
        stop: int,
        between: re.Pattern[str] | None = None,
    ) -> Iterator[Happening]:
        row, text, sentence = self._row, self._text, self._sentence
        won = self._won(stop) if deed.won else None
        stop = won.end if won else stop
        stop = behind_event(row, stop) if between else stop
        behind = row[stop - 1].end
        first = min(one.start, i) if one.end else i
        head = row[first - (first > 0 and row[first - 1].low == "the")].start
        told = (
            self._clauses.after(behind, sentence.end, between)
            or self._clauses.before(sentence.start, head)
            or self._heading(i)
        )
        if told is None or hedged(text, sentence.start, max(told.end, behind)):
            return
        if deed.what == "launched" and (
            in_one_country(deed.what, told.place, text[row[i].start : behind])
            or issued_anew(deed.what, text, sentence.start, sentence.end)
        ):
            return
        key = _key(deed, one, other, told.when)
        if key is None:
            return
        yield Happening(
            min(row[first].start, told.start),
            max(behind, told.end),
            key,
            deed.name(one.name, other.name if other else ""),
            told.when,
            named=False,
            assumptions=told.assumptions,
            people=(won.name,) if won else (),
            slack=deed.slack,
        )

    def _heading(self, i: int) -> Told | None:
        """The date with which the sentence opens, if only the subject stands between it and the verb."""
        told = self._clauses.heading(self._sentence.start, self._row[i].start)
        return told if told and _SUBJECT.fullmatch(self._text, told.end, self._row[i].start) else None

    def _won(self, stop: int) -> Party | None:
        from_it = stop < len(self._row) and self._row[stop].low == "from"
        return self._parties.at(stop + 1, "state") if from_it else None


def _key(deed: Deed, one: Party, other: Party | None, when: When) -> str | None:
    """By what the deed is known; None if it may come again and the year is not told."""
    if deed.alone:
        key = f"{(other or one).key}: {deed.what}"
    else:
        key = f"{one.key}: {deed.what}" + (f" {other.key}" if other else "")
    if not deed.yearly:
        return key
    first, last = calendar.civil(when.first)[0], calendar.civil(when.last)[0]
    return f"{key} in {first}" if first == last else None
