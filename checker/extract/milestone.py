"""Claims that a life, or somebody's time in an office, begins or ends at some time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.clauses import Clauses, hedged
from checker.extract.happening import Happening
from checker.extract.life import life, passive_life, tells
from checker.extract.life import words as verbs_of_life
from checker.extract.reading import Reading
from checker.model import Milestone
from checker.resolve.compare import fold
from checker.resolve.people import Mention
from checker.text.sentences import Sentence
from checker.text.tokens import tokens
from checker.text.trigger import Trigger

_BEGINNINGS = frozenset(("baptised", "born"))
_ENDS = frozenset(("assassinated", "buried", "died"))
# "was born … and died on", "He died in": told of the one whose birth was told right before.
_DIED = re.compile(r"(?:,?\s(?:and|but)\s(?:(?:he|she|later)\s)?|;\s(?:he|she)\s)(?P<verb>died)\b")
_THEY_DIED = re.compile(r"(?:He|She)\s(?P<verb>died)\b")
_LEFT = re.compile(
    r"(?:,?\s(?:and|but)\s(?:later\s|then\s)?|\A(?:He|She)\s)"
    r"(?P<verb>resigned|retired|stepped down|left office|was (?:dismissed|sacked|ousted|removed))"
    r"(?:\sfrom\s(?:the|her|his|that)\s(?:post|office|position|job))?(?=,?\s(?:on|in)\s)"
)
_TOOK = re.compile(r"\b(?:appointed|became|elected|sworn in)\b")
_AGAIN = re.compile(
    r"\b(?:again|re-?(?:appointed|elected|instated)|returned|second|third|twice|former|posthumous\w*)\b"
)


@cache
def _trigger() -> Trigger:
    return Trigger(_BEGINNINGS | _ENDS | verbs_of_life())


def extract(reading: Reading) -> Iterator[Milestone]:
    """One claim for each beginning and each end that is told with its date."""
    clauses = reading.once(Clauses)
    for at, sentence in reading.numbered(_trigger()):
        following = next(iter(reading.sentences[at + 1 : at + 2]), None)
        yield from _lives(reading, sentence, following, clauses)
    yield from _offices(reading, clauses)


def _lives(
    reading: Reading, sentence: Sentence, following: Sentence | None, clauses: Clauses
) -> Iterator[Milestone]:
    text = reading.article.text
    row = tokens(text, sentence.start, sentence.end)
    born: Happening | None = None
    dead = False
    for i, token in enumerate(row):
        found: Iterator[Happening] = iter(())
        if tells(row, i):
            found = life(reading, row, i, clauses)
        elif token.low in _BEGINNINGS | _ENDS:
            found = passive_life(reading, row, i, token.low, clauses)
        for happening in found:
            what = happening.key.rpartition(": ")[2]
            yield _of_life(reading, happening, what)
            born = happening if what == "born" else born
            dead = dead or what == "died"
    if born is None or dead:
        return
    subject = _subject(born)
    if match := _DIED.search(text, born.end, sentence.end):
        yield from _death(reading, subject, match, sentence, clauses)
        return
    if following is None or following.block != sentence.block:
        return
    if match := _THEY_DIED.match(text, following.start, following.end):
        yield from _death(reading, subject, match, following, clauses)


def _subject(happening: Happening) -> str:
    """The name as the article writes it: "birth of Jane Roe" is told of Jane Roe."""
    return happening.name.partition(" of ")[2]


def _of_life(reading: Reading, happening: Happening, what: str) -> Milestone:
    return Milestone(
        **reading.place(happening.start, happening.end),
        when=happening.when,
        subject=_subject(happening),
        what=what,
        marks="beginning" if what in _BEGINNINGS else "end",
        assumptions=happening.assumptions,
    )


def _death(
    reading: Reading, subject: str, match: re.Match[str], sentence: Sentence, clauses: Clauses
) -> Iterator[Milestone]:
    told = clauses.after(match.end("verb"), sentence.end)
    between = _named(reading, sentence.start, match.start())
    if told is None or hedged(reading.article.text, sentence.start, told.end):
        return
    if any(fold(reading.people.name_of(m) or "") != fold(subject) for m in between):
        return
    yield Milestone(
        **reading.place(match.start("verb"), told.end),
        when=told.when,
        subject=subject,
        what="died",
        marks="end",
        assumptions=told.assumptions,
    )


def _named(reading: Reading, start: int, end: int) -> Sequence[Mention]:
    """The people mentioned between two offsets."""
    mentions = reading.people.mentions
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    return mentions[first : bisect_left(mentions, end, first, key=lambda mention: mention.start)]


def _offices(reading: Reading, clauses: Clauses) -> Iterator[Milestone]:
    """Who "was appointed minister on 3 May 2014 and resigned on 5 May 2016"."""
    text, source = reading.article.text, reading.article.source
    for held in reading.held:
        phrase = held.phrase
        sentence = phrase.sentence
        if not _TOOK.search(text, phrase.start, phrase.end) or _AGAIN.search(
            text, sentence.start, sentence.end
        ):
            continue
        match = _LEFT.search(text, phrase.end, sentence.end)
        told = clauses.after(match.end(), sentence.end) if match else None
        begun = clauses.after(phrase.end, sentence.end)
        if (
            match is None
            or told is None
            or begun is None
            or not _one_story(reading, held.holder, phrase.end, match)
        ):
            continue
        if hedged(text, sentence.start, told.end):
            continue
        if text[begun.end : max(begun.end, match.start())].strip(" ,") or begun.end > match.start():
            continue
        subject = f"{held.holder}: {held.office}" + (f" of {held.body}" if held.body else "")
        scope = source.path if source.record is None else f"{source.path}#{source.record}"
        for start, end, marks, what, time, assumed in (
            (phrase.start, begun.end, "beginning", "appointed", begun.when, begun.assumptions),
            (match.start("verb"), told.end, "end", match["verb"], told.when, told.assumptions),
        ):
            yield Milestone(
                **reading.place(start, end),
                when=time,
                subject=subject,
                what=what,
                marks=marks,
                scope=scope,
                assumptions=assumed,
            )


def _one_story(reading: Reading, holder: str, start: int, match: re.Match[str]) -> bool:
    """Is nobody else named between taking the office and leaving it?"""
    between = _named(reading, start, match.start())
    return all(reading.people.name_of(m) == holder for m in between)
