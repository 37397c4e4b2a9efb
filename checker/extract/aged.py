"""An age of somebody, and how it is told beside a death."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.extract.births import OLDEST, bearer, by_verb
from checker.extract.clauses import Clauses
from checker.extract.reading import Reading
from checker.extract.topic import Topics
from checker.model import END, When
from checker.text.sentences import Sentence

_HE_DIED = re.compile(r"(?:He|She)\sdied\b")
# "Jane Roe died on Monday. She was 84."
_WAS = re.compile(r"(?:He|She)\swas\s(?P<age>\d{2,3})\.?")
_WHEN_DIED = re.compile(
    r"\swas\s(?:aged\s)?(?P<age>\d{2,3})(?:\syears\s(?:old|of\sage))?\swhen\s(?:he|she)\sdied(?=\s(?:on|in)\s)"
)
_YEARS = 800  # days within which an age is of use
AT_DEATH = re.compile(r",?\s(?:at\s(?:the\sage\sof\s)?|aged\s)(?P<age>\d{1,3})(?!\w|[.,]\d|\syears\sand)")


@dataclass(frozen=True, slots=True)
class Aged:
    """An age, and when somebody has it."""

    start: int
    end: int
    age: int
    when: When
    exactly: bool = False  # the very birthday
    now: bool = False
    assumptions: tuple[str, ...] = ()


def aged_before(
    reading: Reading, clauses: Clauses, sentence: Sentence, before: Sentence
) -> tuple[str, Aged] | None:
    """ "She was 84.", behind the sentence that tells her death."""
    text = reading.article.text
    match = _WAS.fullmatch(text, sentence.start, sentence.end)
    if match is None or int(match["age"]) > OLDEST:
        return None
    deaths = list(by_verb(reading, before, "died", clauses))
    if len(deaths) != 1 or not deaths[0].when.known:
        return None
    person = bearer(reading, deaths[0], "died")
    aged = Aged(*match.span(), int(match["age"]), deaths[0].when, assumptions=deaths[0].assumptions)
    return (person, aged) if person and " " in person else None


def aged_at(reading: Reading, clauses: Clauses, sentence: Sentence) -> tuple[str, Aged] | None:
    """ "Jane Roe, who sang, died in Leeds on Monday at the age of 84"."""
    deaths = list(by_verb(reading, sentence, "died", clauses)) if "died" in sentence.words else []
    behind = AT_DEATH.match(reading.article.text, deaths[0].end, sentence.end) if len(deaths) == 1 else None
    if not behind or int(behind["age"]) > OLDEST or not bounded(deaths[0].when):
        return None
    died, person = deaths[0], bearer(reading, deaths[0], "died")
    aged = Aged(died.start, behind.end(), int(behind["age"]), died.when, assumptions=died.assumptions)
    return (person, aged) if person and " " in person else None


def aged_behind(
    reading: Reading, clauses: Clauses, sentence: Sentence, before: Sentence
) -> tuple[str, Aged] | None:
    """ "He died in November 1989, aged 74", behind the sentence that tells his birth."""
    text = reading.article.text
    verb = _HE_DIED.match(text, sentence.start, sentence.end)
    told = clauses.after(verb.end(), sentence.end) if verb else None
    match = AT_DEATH.match(text, told.end, sentence.end) if told else None
    here = match is not None and before.block == sentence.block
    born = list(by_verb(reading, before, "born", clauses)) if here else []
    if not match or not told or len(born) != 1 or int(match["age"]) > OLDEST or not bounded(told.when):
        return None
    person = bearer(reading, born[0], "born")
    aged = Aged(
        sentence.start,
        match.end(),
        int(match["age"]),
        told.when,
        assumptions=(*told.assumptions, *born[0].assumptions),
    )
    return (person, aged) if person and " " in person else None


def aged_then(reading: Reading, clauses: Clauses, sentence: Sentence) -> tuple[str, Aged] | None:
    """ "She was 84 when she died in May 1989", of whom the sentence speaks."""
    text = reading.article.text
    match = _WHEN_DIED.search(text, sentence.start, sentence.end) if "died" in sentence.words else None
    told = clauses.after(match.end(), sentence.end) if match else None
    if not match or not told or not bounded(told.when) or int(match["age"]) > OLDEST:
        return None
    subject = reading.once(Topics).subject(sentence)
    if subject is None or subject.end != match.start() or " " not in subject.name:
        return None
    aged = Aged(sentence.start, told.end, int(match["age"]), told.when, assumptions=told.assumptions)
    return subject.name, aged


def bounded(when: When) -> bool:
    """Is it a time of which the age of somebody can be told?"""
    return when.known and when.last < END and when.last - when.first < _YEARS
