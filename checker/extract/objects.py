"""What happens to somebody once with the same object: "graduated from X in 1948", "married X in 1950"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.dates import calendar
from checker.extract import subjects
from checker.extract.clauses import Clauses, hedged
from checker.extract.happening import Happening
from checker.extract.reading import Reading
from checker.extract.subjects import Subject
from checker.model import When
from checker.resolve.compare import fold
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_CAREER = re.compile(r"(?:[a-z]{3,14}\s){0,2}career\b")
_ACRONYM = re.compile(r"(?:\s[\w'&-]{1,20}){0,12}?\s\([A-Z]{2,8}\)")
# "received the 1921 Nobel Prize in Physics": nobody is given it twice in one field but by a wonder.
_NOBEL = re.compile(
    r"\s(?:(?:later|also|then|jointly)\s)?(?:received|won|shared|was\sawarded|was\sgiven|earned|"
    r"became\sthe\sfirst\s(?:[\w-]{2,15}\s){1,4}+to\s(?:win|receive|be\sawarded|be\sgiven))\s(?:the|a)\s"
    r"(?:(?P<year>19\d\d|20\d\d)\s)?Nobel\s(?:Memorial\s)?(?:Peace\s)?Prize(?:\s(?:in|for)\s(?P<field>[A-Z][a-z]+))?"
)
_CUT = re.compile(r"\s(?:in|on|at|from|with|by|to)\s|\s\d")  # the name ends there


@cache
def _labels() -> dict[str, str]:
    return {verb: label for label, verbs in load("events")["object"].items() for verb in verbs}


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\s(?:(?:later|then|also|first)\s)?(?P<verb>{pattern(_labels(), boundary=False)})\s")


def objects(reading: Reading, sentence: Sentence, subject: Subject, clauses: Clauses) -> Iterator[Happening]:
    """What the sentence tells its subject to have done or met with, and when."""
    if len(subject.name.split()) < 2:
        return
    text = reading.article.text
    yield from _prize(text, sentence, subject, clauses)
    for match in _verb().finditer(text, subject.end, sentence.end):
        between = text[subject.end : match.start()]
        if between and not _joined(between):
            continue
        found = _object(text, match, sentence.end)
        if found is None:
            continue
        name, stop = found
        if name.startswith("Nobel "):
            continue  # read with its field
        if acronym := _ACRONYM.match(text, stop, sentence.end):
            stop = acronym.end()
        told = clauses.after(stop, sentence.end)
        if told is None and match.start() == subject.end:
            told = clauses.before(sentence.start, subject.start)
        if told is None or hedged(text, subject.start, max(stop, told.end)):
            continue
        label = _labels()[match["verb"]]
        yield Happening(
            min(subject.start, told.start),
            max(stop, told.end),
            f"{fold(subject.name)}: {label.split()[0]} {fold(name)}",
            label.format(subject.name, name),
            told.when,
            None,
            named=False,
            assumptions=told.assumptions,
        )


def _prize(text: str, sentence: Sentence, subject: Subject, clauses: Clauses) -> Iterator[Happening]:
    """The Nobel prize that the subject is told to have been given, of the year before its name or told."""
    match = _NOBEL.match(text, subject.end, sentence.end)
    if match is None or hedged(text, subject.start, match.end()):
        return
    told = clauses.after(match.end(), sentence.end) or clauses.before(sentence.start, subject.start)
    if match["year"]:
        when = When(*calendar.year_span(int(match["year"])), basis="stated")
    elif told:
        when = When(*_year_of(told.when), basis=told.when.basis)
    else:
        return
    prize = "Nobel Prize" + (f" in {match['field']}" if match["field"] else "")
    key, name = f"{fold(subject.name)}: award {fold(prize)}", f"award to {subject.name} of the {prize}"
    yield Happening(subject.start, match.end(), key, name, when, named=False)


def _year_of(when: When) -> tuple[int, int]:
    """The year and the one before: a prize is now and then given a year late."""
    first, last = calendar.civil(when.first)[0], calendar.civil(when.last)[0]
    return calendar.year_span(first - 1, last)


def _joined(between: str) -> bool:
    """Does the subject of what stands before govern the verb too ("was born in X and graduated from")?"""
    return (
        between.endswith(" and")
        and len(between) < 120
        and not re.search(r"\b(?:who|which|that|when)\b|[;:]", between)
    )


def _object(text: str, match: re.Match[str], end: int) -> tuple[str, int] | None:
    if match["verb"].startswith("began"):
        career = _CAREER.match(text, match.end(), end)
        return (career[0], career.end()) if career else None
    at = match.end() + 4 * text.startswith("the ", match.end())
    named = subjects.named().match(text, at, end)
    if named is None:
        return None
    name = _CUT.split(named[0], maxsplit=1)[0].rstrip(".,")
    if len(name.split()) < 2 and not match["verb"].startswith("graduated"):
        return None
    return name, named.start() + len(name)
