"""What a sentence says to last so long: "a three-day visit", "the month-long curfew"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.dates import Mention
from checker.extract.reading import Reading
from checker.text.sentences import Sentence
from checker.vocab import load

LEAD = 40  # characters before the length that belong to its phrase

_VALUE = re.compile(r"P(\d{1,3})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
# Days of so many units: least and most of one, and what to allow for the whole. The first day of a range may
# count or not, weeks may be those of work, months are rounded, and years, which are also those of schools.
_LENGTHS = {"D": (1, 1, 0, 1), "W": (7, 7, -3, 2), "M": (28, 31, -7, 7), "Y": (365, 366, -100, 60)}
_LONG = re.compile(r"\b(?P<unit>day|week|month|year)-?long\b")
# One thing, and not several or any: "a", "his", "Japan's", perhaps with adjectives.
_ONE = re.compile(
    r"(?:\b(?:an?|the|this|his|her|its|their|our|my|another)|'s)\s(?:[\w'-]+\s){0,2}\Z", re.IGNORECASE
)
_NEXT = re.compile(r"[-\s](?:long\s)?(?P<word>[A-Za-z][\w'’&-]*)")
# "a three-day festival pass": what lasts is the pass
_COMPOUND = re.compile(
    r"\s(?!(?:to|of|in|at|from|on|for|with|by|through|across|around|will|was|is|has|which|that|and|here|there|"
    r"he|she|they|we|it|ran|runs|took|takes|began|begins|lasted|starting|beginning|running|held|hosted|"
    r"organi[sz]ed|led|called|named|against|between|among|under|aboard|abroad|next|last|this)\b)[a-z]"
)
_LASTED = re.compile(
    r"\b(?P<what>[A-Za-z]+)\s(?:(?:also|only|which|that)\s)?(?:(?:will|would|is\sto|was\sto|had|has)\s)?"
    r"(?:lasted|lasts|last|ran|runs|run|went\son|goes\son|go\son|continued|stretched)(?:\sfor)?\s\Z"
)
_FAR = 70  # characters before the length in which the noun and its verb stand
_SMALL = frozenset(
    "a an the of to for in at on and or with by from before after during as his her its".split()
)
_PHRASE = 5  # words from the length to what lasts


@dataclass(frozen=True, slots=True)
class Lasting:
    """Something that is said to last so long: ``text[start:end]``."""

    start: int
    end: int
    what: str
    count: int
    unit: str

    @property
    def words(self) -> str:
        unit = _UNITS[self.unit]
        return f"{self.count} {unit}" if self.count == 1 else f"{self.count} {unit}s"

    @property
    def days(self) -> tuple[int, int]:
        """The least and the most days, first and last one counted, that agree with it."""
        least, most, under, over = _LENGTHS[self.unit]
        return least * self.count + under, most * self.count + over


@cache
def lasting_nouns() -> frozenset[str]:
    """Words for what goes from one date to another."""
    return frozenset(load("times")["duration"]["what"])


def lasting(reading: Reading, sentence: Sentence) -> Iterator[Lasting]:
    """What a sentence says to last so long: one thing, of a kind that goes from one date to another."""
    text = reading.article.text
    told = [
        (m, int(value[1]), value[2])
        for m in reading.dates_in(sentence.start, sentence.end)
        if m.type == "DURATION" and (value := _VALUE.fullmatch(m.value))
    ]
    found = [(m.start, m.end, count, unit) for m, count, unit in told if _is_adjective(text, m)]
    found += [
        (m.start(), m.end(), 1, m["unit"][0].upper())
        for m in _LONG.finditer(text, sentence.start, sentence.end)
    ]
    yield from (it for length in told if (it := _lasted(text, sentence, *length)))
    for start, end, count, unit in sorted(set(found)):
        if not count or not _ONE.search(text, max(sentence.start, start - LEAD), start):
            continue
        what = next(
            (m for m in _behind(text, end, sentence.end) if m["word"].lower() in lasting_nouns()), None
        )
        if what and not _COMPOUND.match(text, what.end(), sentence.end):
            yield Lasting(start, what.end(), what["word"].lower(), count, unit)


def _lasted(text: str, sentence: Sentence, length: Mention, count: int, unit: str) -> Lasting | None:
    """ "The exercise lasted for ten days": the noun before the verb."""
    verb = _LASTED.search(text, max(sentence.start, length.start - _FAR), length.start)
    if verb is None or not count or verb["what"].lower() not in lasting_nouns():
        return None
    return Lasting(verb.start("what"), length.end, verb["what"].lower(), count, unit)


def _is_adjective(text: str, mention: Mention) -> bool:
    """Is it "three-day" and not "three days"?"""
    return text[mention.start : mention.end].lower().endswith(("day", "week", "month", "year"))


def _behind(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words behind a length that may be of one phrase."""
    for _ in range(_PHRASE):
        match = _NEXT.match(text, start, end)
        if match is None or match["word"] in _SMALL:
            return
        yield match
        start = match.end()
