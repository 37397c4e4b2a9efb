"""What a sentence tells of its subject: relations, numbers, statements, and what happened once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from checker.extract import happening, once
from checker.extract.clauses import Clauses
from checker.extract.counts import counted
from checker.extract.credits import credits
from checker.extract.definitions import definitions
from checker.extract.degrees import degrees
from checker.extract.denials import statements
from checker.extract.designers import designers
from checker.extract.dimensions import dimensions
from checker.extract.endings import endings
from checker.extract.happened import happened
from checker.extract.labelled import labelled
from checker.extract.lifespans import lifespans
from checker.extract.makers import makers
from checker.extract.marriages import marriages
from checker.extract.measures import measured
from checker.extract.objects import objects
from checker.extract.origins import origins
from checker.extract.prizes import prizes
from checker.extract.rankings import rankings
from checker.extract.ratings import ratings
from checker.extract.reading import Reading
from checker.extract.relatives import relatives
from checker.extract.stated import Stated, hedged, without_title
from checker.extract.subjects import Subject
from checker.extract.topic import Topics
from checker.extract.works import works
from checker.model import UNKNOWN, Event, Relation, Statement, When
from checker.text.sentences import Sentence
from checker.text.tokens import tokens

_STOP = re.compile(r"(?<=\w\w\w)\.\Z")  # of a sentence; behind "Jr" it is the word's
# What may stand between a number and the time at which it is told.
_JOINED = re.compile(
    r"(?!.*\b(?:who|which|that|and|but|when|where|while|after|before|since|until)\b)[^,.;:()]{0,40}"
)


def read(reading: Reading, sentence: Sentence) -> Iterator[Relation | Event | Statement]:
    """One claim for each value, and for each event that other grammars do not see."""
    text, topics, clauses = reading.article.text, reading.once(Topics), reading.once(Clauses)
    subject = topics.subject(sentence)
    yield from _events(reading, sentence, subject, clauses)
    if subject:
        yield from statements(reading, sentence, subject)
    found = list(_stated(reading, sentence, subject, topics))
    for clause, named in relatives(reading, sentence, clauses):
        yield from _events(reading, clause, named, clauses)
        found += _of_subject(reading, clause, named, topics)
    seen = set()
    for stated in found:
        key = (stated.subject.key, stated.relation)
        if key in seen or hedged(text, stated.start, stated.end) or _is_of_site(reading, sentence, stated):
            continue
        seen.add(key)
        yield _claim(reading, sentence, stated)


def _is_of_site(reading: Reading, sentence: Sentence, stated: Stated) -> bool:
    """Is it the size of a bridge or a ship, known by other names as well?"""
    if stated.unit not in ("area", "length", "weight"):
        return False
    sized = import_module("checker.extract.facility").sized  # of many modules, and seldom asked for
    return (sentence.start, stated.relation) in reading.once(sized)


def _stated(
    reading: Reading, sentence: Sentence, subject: Subject | None, topics: Topics
) -> Iterator[Stated]:
    yield from credits(reading, sentence)
    for source in (works, labelled, prizes, makers, designers, dimensions):
        yield from source(reading, sentence, subject)
    yield from _of_subject(reading, sentence, subject, topics)


def _of_subject(
    reading: Reading, sentence: Sentence, subject: Subject | None, topics: Topics
) -> Iterator[Stated]:
    """What is told of the subject alone."""
    for source in (definitions, origins, endings, degrees, marriages, rankings, measured, ratings):
        yield from source(reading, sentence, subject)
    yield from counted(reading, sentence, subject, topics.topic)


def _events(
    reading: Reading, sentence: Sentence, subject: Subject | None, clauses: Clauses
) -> Iterator[Event]:
    known: set[str] | None = None
    for told in (
        *lifespans(reading, sentence, subject),
        *(happened(reading, sentence, subject, clauses) if subject else ()),
        *(objects(reading, sentence, subject, clauses) if subject else ()),
    ):
        if known is None:
            row = tokens(reading.article.text, sentence.start, sentence.end)
            known = {other.key for other in once.read(reading, row, clauses)}
        if told.key not in known:
            known.add(told.key)
            yield happening.claim(reading, told)


def _claim(reading: Reading, sentence: Sentence, stated: Stated) -> Relation:
    subject, said = stated.subject, reading.article.text[stated.start : stated.end]
    return Relation(
        **reading.place(stated.start, stated.start + len(said.rstrip(" .,;"))),
        when=_as_of(reading, sentence, stated)
        if stated.unit == "count" or "gross" in stated.relation
        else UNKNOWN,
        subject=stated.key or subject.key,
        name=without_title(subject.name) if stated.key else subject.name,
        relation=stated.relation,
        value=_STOP.sub("", stated.value),
        values=stated.values,
        least=stated.least,
        most=stated.most,
        unit=stated.unit,
        sort=subject.sort,
        year=subject.year,
        assumptions=stated.assumptions,
    )


def _as_of(reading: Reading, sentence: Sentence, stated: Stated) -> When:
    """The time of which a number is told: "As of 12 March 2020, ...", "... in 2015"."""
    text, subject = reading.article.text, stated.subject
    for mention in reading.dates_in(sentence.start, sentence.end):
        leads = mention.end <= subject.start and mention.start - sentence.start < 12
        follows = mention.start >= stated.end and _JOINED.fullmatch(text, stated.end, mention.start)
        if (leads or follows) and mention.when and mention.when.known and not mention.problem:
            return replace(mention.when, basis="stated")
    return UNKNOWN
