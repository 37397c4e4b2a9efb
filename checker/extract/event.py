"""Claims that an event takes place at a time and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract import incidents, life, named_events, occasion_days, once
from checker.extract.clauses import Clauses
from checker.extract.event_names import Named
from checker.extract.happening import claim
from checker.extract.labelled import nouns as works
from checker.extract.labelled import published
from checker.extract.meant import Meant
from checker.extract.occasions import signs
from checker.extract.organisations import headline
from checker.extract.passing import passing
from checker.extract.reading import Reading
from checker.model import Event
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger
from checker.vocab import load

_YEAR = re.compile(r"[12]\d{3}")


@cache
def trigger() -> Trigger:
    """Articles without any of these words tell of no event at all."""
    return Trigger.remembered("happenings", lambda: _signs() | signs())


@cache
def _trigger() -> Trigger:
    """Sentences without any of these words tell of no event that we know."""
    return Trigger.remembered("events", _signs)


def _signs() -> set[str]:
    table = load("events")
    heads = table["heads"]
    words = {*heads["recurring"], *heads["single"], *heads["small"], *heads["introducing"]}
    words |= {form for forms in table["once"].values() for form in forms}
    words |= {form.capitalize() for form in heads["introducing"]}
    words |= {form for forms in table["appears"].values() for form in forms}
    nominal = {noun for nouns in table["nominal"].values() for noun in nouns}
    words |= nominal | {noun.capitalize() for noun in nominal}
    words |= {
        *life.words(),
        *incidents.types(),
        *(noun for noun, sort in works().items() if sort == "book"),
        "held",
        "take place",
        "takes place",
        "took place",
        "kicks off",
        "kicked off",
    }
    return words


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each event that a sentence tells with its date; of an edition named without one, too."""
    text = reading.article.text
    clauses, named, meant = reading.once(Clauses), reading.once(Named), Meant(text)
    worth = {it.start for it in reading.firing(_trigger()) if _worth_reading(text, it, clauses)}
    for sentence in reading.sentences:
        known: set[str] = set()
        if sentence.start in worth:
            row, names = named.of(sentence)
            if headline(row):
                continue
            for found in (
                *named_events.read(text, row, names, clauses),
                *once.read(reading, row, clauses),
                *incidents.read(text, row, clauses),
            ):
                if found.when.known:
                    known.add(found.key)
                yield claim(reading, found)
            for found in (*passing(reading, sentence, clauses, meant), *published(reading, sentence)):
                if found.key not in known:
                    known.add(found.key)
                    yield claim(reading, found)
        for found in occasion_days.read(reading, sentence, clauses):
            if found.key.removesuffix(": edition") not in known:
                known.add(found.key)
                yield claim(reading, found)


def _worth_reading(text: str, sentence: Sentence, clauses: Clauses) -> bool:
    start, end = sentence.start, sentence.end
    return text[end - 1] != "?" and (clauses.any(start, end) or _YEAR.search(text, start, end) is not None)
