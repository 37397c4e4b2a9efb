"""Does a sentence speak of the time of its article, and when is that?"""

from __future__ import annotations

import re
from dataclasses import replace

from checker.dates import calendar
from checker.extract.reading import Reading
from checker.model import When
from checker.text.sentences import Sentence

NEAR = 45  # days; what has a date further from publication in or before it may speak of that time
_LEAD = 60  # characters before a date that tell what it dates
_BACK = 1000  # characters before the paragraph; a date further back does not set its time
_OF_BIRTH = re.compile(r"\b(?:born|b\.)\s(?:[^,;]{0,30}\s)?(?:(?:on|in)\s)?\Z")
# What began then lasts until now.
_SINCE = re.compile(r"\bsince\s(?:[\w' -]{0,40}\s)?\Z", re.IGNORECASE)
_ANOTHER_TIME = re.compile(
    r"\b(?:then|at the time|when|used to|years? (?:ago|later|earlier)|the late|as an?|until|at age|by age|"
    r"back in|formerly|once)\b"
)


def is_now(reading: Reading, sentence: Sentence, end: int | None = None) -> bool:
    """Does nothing in the sentence (up to ``end``), its paragraph or right before speak of another time?"""
    text = reading.article.text
    end = sentence.end if end is None else end
    if _ANOTHER_TIME.search(text, sentence.start, end):
        return False
    published = reading.dates.published
    here = _dated(reading, sentence.block.start, end)
    before = _dated(reading, max(0, sentence.block.start - _BACK), sentence.block.start)
    if published is None:
        return not (here or before)
    return all(when.days_between(published) <= NEAR for when in (*here, *before[-1:]))


def _dated(reading: Reading, start: int, end: int) -> list[When]:
    """The times told between two offsets, without those at which people are born, or since which."""
    text = reading.article.text
    return [
        m.when
        for m in reading.dates_in(start, end)
        if m.when is not None and m.dated and not _sets_no_time(text, m.start)
    ]


def _sets_no_time(text: str, date: int) -> bool:
    lead = text[max(0, date - _LEAD) : date]
    return _OF_BIRTH.search(lead) is not None or _SINCE.search(lead) is not None


def as_of_publication(reading: Reading, what: str) -> tuple[When, tuple[str, ...]]:
    """The time of writing, as far as known, and what is assumed in taking it for the time of ``what``."""
    published = reading.dates.published
    if published is None:
        return When(), ()
    if published.first == published.last:
        day = calendar.iso(published.first)
        return replace(published, basis="published"), (f"the {what} is as of publication, {day}",)
    return published, (f"the {what} is as of publication, whose date is estimated",)
