"""Which date and place belong to a verb: those of its own clause, told as a fact."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from checker.extract.reading import Reading
from checker.model import When
from checker.resolve import places
from checker.resolve.people import Mention
from checker.text.trie import compile_words
from checker.vocab import load

_REACH = 110  # characters between verb and date
_OPENS = re.compile(r"[;:()\[\]—]|\s[-–]\s")
# Participles and gerunds open clauses of their own; these words only look like them.
_VERBAL = re.compile(
    r"(?<!\ba\s)(?<!\ban\s)\b(?!(?:during|evening|hundred|limited|meeting|morning|red|shared|spring|united|building)\b)[a-z]{3,30}(?:ed|ing)\b"
)
_NOT_THEN = re.compile(
    r"\b(?:since|until|till|before|after|by|than|for|about|around|circa|c\.|approximately|roughly|of|as|"
    r"late|early|mid|every|each|from|and|or|not)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
# Who did it: "was founded by Jane Roe and John Doe in 1998".
_DOERS = re.compile(
    r"\sby\s(?:the\s)?(?:[A-Z][\w'.-]{0,30},?\s(?:(?:of|de|van|von|der|the|la)\s){0,2}){1,5}+and\s(?:the\s)?"
    r"(?:[A-Z][\w'.-]{0,30}\s(?:(?:of|de|van|von|der|the|la)\s(?=[A-Z])){0,2}){1,5}+(?=(?:in|on)\s)"
)
_CAPITAL = r"[A-Z][\w'-]{0,30}"
_WHERE = rf"\s?(?:,?\s?(?:in|at)\s(?:the\s)?{_CAPITAL}(?:,?\s(?:(?:and|de|la|of|the)\s)?{_CAPITAL}){{0,4}})?"
# Behind a name without a verb: a period, as a day may be one of several. Behind "the signing of": a day.
PERIOD = re.compile(_WHERE + r",?\s?(?:\(|in\s|from\s)")
DAY = re.compile(_WHERE + r",?\s?(?:\(|in\s|on\s)(?:the\s)?")
_FROM = re.compile(r"\bfrom\s\Z")
# Before a date with which a sentence opens, and between it and its subject: "It was in 1932 that the bridge".
_THIS_DAY = re.compile(r"(?:It\swas\son|On)\s(?:this|that)\s(?:very\s)?day\sin\s")
_LEAD = re.compile(
    rf"(?:{_THIS_DAY.pattern}|(?:On|In|From|It\swas\s(?:only\s|back\s)?(?:on|in))\s)?(?:the\s)?"
)
_JOINED = re.compile(r"\s?,?\s(?:the\s)?")
_JOINED_BY_THAT = re.compile(r",?\s(?:[^\d;:()]{1,40},\s)?that\s(?:the\s)?")
_FURTHER = re.compile(r"\s?(?:,|and|or|&|/|,\s?and|again)\s(?:(?:again|then|also|on|in|from)\s)*\Z")
_REACHES = re.compile(r"\s?(?:to|through|until|till|[-–—])\s?\Z")
_SPOT = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Spring|Summer|Autumn|Winter)\b)[A-Z][\w'.-]*(?:[\s-][A-Z][\w'.-]*){0,3}"
)
_PLACE = re.compile(
    r"\b(?:in|at)\s(?:(?:an?|his|her|their)\s(?:[a-z-]{3,14}\s){1,2}in\s)?(?:the\s)?(?:(?:city|town|capital|village|port)\sof\s)?"
    rf"(?P<place>{_SPOT})(?:,?\sin\s(?P<town>{_SPOT}))?"
)


@dataclass(frozen=True, slots=True)
class Told:
    """When and where something is told to take place."""

    when: When
    place: str | None
    assumptions: tuple[str, ...]
    start: int  # of the date in the text
    end: int


@cache
def _hedges() -> re.Pattern[str]:
    words = load("events")["hedges"]["words"]
    return compile_words([*words, *(word.capitalize() for word in words if word != "may")])


@cache
def _breaks() -> re.Pattern[str]:
    return compile_words(load("events")["breaks"]["words"])


def hedged(text: str, start: int, end: int) -> bool:
    """Is what is said there no fact: negated, supposed, conditional, or overtaken by a later plan?"""
    return "n't" in text[start:end] or _hedges().search(text, start, end) is not None


class Clauses:
    """The dates and people of an article, asked for by the verbs of a sentence."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._mentions = reading.dates.mentions
        self._starts = [mention.start for mention in self._mentions]
        self._people = {mention.end: mention for mention in reading.people.mentions}

    def person(self, end: int) -> Mention | None:
        """The person whose name ends at that offset."""
        return self._people.get(end)

    def any(self, start: int, end: int) -> bool:
        """Does a date begin in the stretch?"""
        i = bisect_left(self._starts, start)
        return i < len(self._starts) and self._starts[i] < end

    def after(self, start: int, end: int, between: re.Pattern[str] | None = None) -> Told | None:
        """The date that ``start`` (behind a verb or name) governs, before ``end``, with the place.

        ``between`` is all that may stand between; without it, anything that opens no other clause.
        """
        i = bisect_left(self._starts, start)
        if i >= len(self._mentions) or self._mentions[i].end > end:
            return None
        mention = self._mentions[i]
        gap = self._text[start : mention.start]
        if len(gap) > _REACH or not _belongs(gap, between):
            return None
        when, last = self._stretch(i, end, gap)
        if when is None:
            return None
        place = _place(gap) or _place(self._text[last : min(last + 60, end)], at_once=True)
        return Told(when, place, mention.assumptions, mention.start, last)

    def before(self, start: int, subject: int) -> Told | None:
        """The date at the head of a sentence that begins at ``start``, right before its ``subject``."""
        told = self.heading(start, subject)
        joined = _JOINED_BY_THAT if self._text.startswith("It was ", start) else _JOINED
        return told if told and joined.fullmatch(self._text, told.end, subject) else None

    def heading(self, start: int, end: int) -> Told | None:
        """The date with which the sentence ``text[start:end]`` opens."""
        day = _THIS_DAY.match(self._text, start, end)
        i = bisect_left(self._starts, day.end() if day else start)
        if i >= len(self._mentions) or self._mentions[i].end > end or self._mentions[i].start - start > 28:
            return None
        lead = self._text[start : self._mentions[i].start]
        if not _LEAD.fullmatch(lead):
            return None
        when, last = self._stretch(i, end, lead)
        mention = self._mentions[i]
        return Told(when, None, mention.assumptions, mention.start, last) if when else None

    def place_behind(self, start: int, end: int) -> str | None:
        """The place that is told right behind a name."""
        return _place(self._text[start : min(start + 60, end)], at_once=True)

    def right_before(self, verb: int) -> Told | None:
        """The date that ends right before a verb: "the minister on Monday opened"."""
        i = bisect_left(self._starts, verb) - 1
        if i < 0 or self._text[self._mentions[i].end : verb].strip(" ,"):
            return None
        mention = self._mentions[i]
        when, last = self._stretch(i, verb, self._text[max(0, mention.start - 6) : mention.start])
        return Told(when, None, mention.assumptions, mention.start, last) if when and last <= verb else None

    def within(self, start: int, end: int) -> Told | None:
        """The first date inside a stretch that holds nothing but the time, place and manner of one clause."""
        i = bisect_left(self._starts, start)
        if i >= len(self._mentions) or self._mentions[i].end > end:
            return None
        mention = self._mentions[i]
        when, last = self._stretch(i, end, self._text[start : mention.start])
        return Told(when, None, mention.assumptions, mention.start, last) if when else None

    def ending_at(self, end: int) -> Told | None:
        """The date that ends there: "agreed on 8 March" before ", when they met"."""
        i = bisect_left(self._starts, end) - 1
        if i < 0 or self._mentions[i].end != end:
            return None
        mention = self._mentions[i]
        when, _ = self._stretch(i, end, self._text[max(0, mention.start - 6) : mention.start])
        return Told(when, None, mention.assumptions, mention.start, end) if when else None

    def _stretch(self, i: int, end: int, gap: str) -> tuple[When | None, int]:
        """The days of the mention ``i`` and of those it reaches to; None where two dates are told apart."""
        mention = self._mentions[i]
        if not mention.dated or mention.when is None or not mention.when.known or mention.problem:
            return None, mention.end
        if self._text.startswith(" than ", mention.end):
            return None, mention.end  # "two years later than promised"
        words = self._text[mention.start : mention.end]
        begins = re.match(
            r"(?:since|until|till|by|before|after|about|around|circa|every)\b", words, re.IGNORECASE
        )
        if begins or (_NOT_THEN.search(gap) and not _FROM.search(gap)):
            return None, mention.end
        when, last = mention.when, mention.end
        if i + 1 < len(self._mentions) and self._mentions[i + 1].start < end:
            following = self._mentions[i + 1]
            between = self._text[last : following.start]
            if _REACHES.fullmatch(between) and following.when and following.when.first >= when.first:
                return When(when.first, max(when.last, following.when.last), basis=when.basis), following.end
            again = following.when is not None and following.when.first == following.when.last == when.first
            if between == ", " and again and when.first == when.last:
                return when, following.end  # "next Thursday, 4 July"
            if between == ", " and following.when is None:
                return when, last  # "on 1 January 2013, two decades after it had applied"
            if _FURTHER.fullmatch(between):
                next_day = following.when is not None and following.when.first == when.last + 1
                if next_day and following.when and between in (" and ", " & ", "-", "/"):
                    return When(when.first, following.when.last, basis=when.basis), following.end
                return None, following.end
        elif _FROM.search(gap) and when.first == when.last:
            return None, last  # "from 5 May": the beginning of something longer
        return when, last


def _belongs(gap: str, between: re.Pattern[str] | None) -> bool:
    """Is nothing between verb and date that opens another clause?"""
    if between:
        return between.fullmatch(gap) is not None
    if doers := _DOERS.match(gap):
        gap = gap[doers.end() :]
    return not (_OPENS.search(gap) or _breaks().search(gap) or _VERBAL.search(gap))


def _place(stretch: str, *, at_once: bool = False) -> str | None:
    match = _PLACE.match(stretch.lstrip(" ,")) if at_once else _PLACE.search(stretch)
    if match is None:
        return None
    known = match["town"] and not places.find(match["place"]) and places.find(match["town"])
    return match["town" if known else "place"].rstrip(".")  # of "the City Hall in Leeds", the town
