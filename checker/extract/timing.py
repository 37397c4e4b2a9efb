"""When does somebody hold an office: at a date the sentence gives, as of publication, or unknown."""

from __future__ import annotations

import re
from dataclasses import replace

from checker import dates
from checker.dates.calendar import iso
from checker.extract.people import Phrase
from checker.extract.reading import Reading
from checker.model import When

_NEAR = 45  # days: a narrative this close to publication is about the present
_BACK = 1500  # characters: a date further back does not set the time of a passage
_LEAD = 3  # sentences at the head of an article tell the news

# Told of a person's life, not of the office: the date is no date of the office.
_LIFE = re.compile(r"\b(?:born|graduated|studied|educated|married|joined|attended|enlisted|founded)\b")
_HISTORY = re.compile(r"\b(?:had|once|earlier|previously|formerly|years ago|used to|back then|at the time)\b")


# A verb right behind the name that speaks of now: "is", "has", "will", "welcomes" …
_NOW = re.compile(r",? (?:is|has|will|(?!was\b|as\b|its\b|his\b|this\b)[a-z]{2,12}[^s\W]s)\b")


def speaks_of_now(reading: Reading, phrase: Phrase) -> bool:
    """Does the passage speak of its article's own time, whatever that is?"""
    if phrase.title.status == "former" or phrase.title.link == "before":
        return False
    text, sentence = reading.article.text, phrase.sentence
    if any(m.when for m in reading.dates_in(sentence.start, sentence.end)):
        return False
    return phrase.title.verb == "is" or _NOW.match(text, phrase.end, sentence.end) is not None


def when_held(reading: Reading, phrase: Phrase) -> tuple[When, tuple[str, ...]]:
    """The time at which the holder of a title phrase holds the office, and what we assume in saying so."""
    title, sentence = phrase.title, phrase.sentence
    if title.status == "former":
        return When(), ()
    told = [
        m for m in reading.dates_in(sentence.start, sentence.end) if m.when is not None and m.type == "DATE"
    ]
    if title.link == "verb":
        after = [m for m in told if m.start >= phrase.end]
        if after and after[0].when:
            return after[0].when, after[0].assumptions
        return _as_of(reading) if title.verb == "is" else (When(), ())
    if told:
        return _dated(reading, phrase, told)
    text = reading.article.text[sentence.start : sentence.end]
    if title.status == "then" or _HISTORY.search(text) or not _present(reading, phrase):
        return When(), ()
    return _as_of(reading)


def _dated(reading: Reading, phrase: Phrase, told: list[dates.Mention]) -> tuple[When, tuple[str, ...]]:
    """One date (or several close together) tells when; far-apart ones do not."""
    text = reading.article.text[phrase.sentence.start : phrase.sentence.end]
    spans = [m.when for m in told if m.when]
    first, last = min(w.first for w in spans), max(w.last for w in spans)
    if _LIFE.search(text) or (len(spans) > 1 and last - first > _NEAR):
        return When(), ()
    assumptions = tuple(dict.fromkeys(a for m in told for a in m.assumptions))
    if len(spans) == 1 and first == last:
        return spans[0], assumptions
    return When(first, last, basis=spans[0].basis), assumptions


def _present(reading: Reading, phrase: Phrase) -> bool:
    """Does the sentence stand in the present of its article, and not in a tale of other years?"""
    published = reading.dates.published
    if published is None:
        return True
    if phrase.sentence.block.kind in ("title", "heading"):
        return True
    if phrase.sentence in reading.sentences[:_LEAD]:
        return True
    before = reading.dates_in(max(0, phrase.sentence.start - _BACK), phrase.sentence.start)
    last = next((m.when for m in reversed(before) if m.when and m.type == "DATE"), None)
    if last is None:
        return True
    return bool(last.days_between(published) <= _NEAR)


def _as_of(reading: Reading) -> tuple[When, tuple[str, ...]]:
    """At the time of publication; that the title was right then is an assumption."""
    published = reading.dates.published
    if published is None:
        return When(), ()
    if published.first == published.last:
        day = iso(published.first)
        return replace(published, basis="published"), (f"the office is as of publication, {day}",)
    return published, ("the office is as of publication, whose date is estimated",)
