"""What sentences say of their subject that is true of it once only: its director, its length, its birth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from checker.extract import happening, once
from checker.extract.clauses import Clauses
from checker.extract.counts import counted
from checker.extract.credits import credits
from checker.extract.definitions import definitions
from checker.extract.degrees import degrees
from checker.extract.denials import statements
from checker.extract.endings import endings
from checker.extract.happened import happened
from checker.extract.labelled import labelled
from checker.extract.labelled import nouns as works_nouns
from checker.extract.measures import measured
from checker.extract.objects import objects
from checker.extract.origins import origins
from checker.extract.predecessors import predecessors
from checker.extract.prizes import prizes
from checker.extract.rankings import rankings
from checker.extract.ratings import ratings
from checker.extract.reading import Reading
from checker.extract.stated import Stated, hedged, without_title
from checker.extract.subjects import INTRODUCED, Subject
from checker.extract.topic import Topics
from checker.extract.verdicts import verdicts
from checker.extract.works import works
from checker.model import UNKNOWN, Event, Relation, Statement, When
from checker.resolve.places import adjectives
from checker.text.sentences import Sentence
from checker.text.tokens import tokens
from checker.text.trigger import Trigger
from checker.vocab import load

# A nationality, the years of a life.
_NATION = re.compile(r"\b(?:is|was) an? (?:[a-z-]{3,14} )?[A-Z][a-z]")
_IS = frozenset(("is", "was"))
_ARE = frozenset(("is", "was", "are", "were"))
_DEFINES = re.compile(r"(?:The )?[A-Z]\S+(?: [A-Z]\S+){0,4} (?:is|was|are|were) (?:an?|the) ")
_HAS = frozenset(("has", "had", "have"))
_DENIES = frozenset(("not", "never"))
_SPAN = re.compile(r"\([^()]{0,80}\d{3}\s?[-–—]{1,2}\s?\w")

# What may stand between a number and the time at which it is told.
_JOINED = re.compile(
    r"(?!.*\b(?:who|which|that|and|but|when|where|while|after|before|since|until)\b)[^,.;:()]{0,40}"
)
# So many of something.
_MANY = re.compile(
    r"ha(?:s|d|ve)\s(?:(?:[a-z]{2,5}\s){0,3}\d|(?:two|three|four|five|six|seven|eight|nine|ten)\s)"
)


@cache
def _trigger() -> Trigger:
    """Sentences without any of these words tell of no relation that we know."""
    return Trigger.remembered("relations", _signs)


def _signs() -> set[str]:
    table = load("relations")
    words = {
        "born",
        "Born in",
        "Born on",
        "birthplace",
        "died",
        "passed away",
        "medal",
        "written",
        "medals",
        "son",
        "daughter",
    }
    for entry in table["relation"].values():
        words.update(entry.get("nouns", ()))
        words.update(noun + "s" for noun in entry.get("nouns", ()))
        words.update(entry.get("verbs", ()))
    words.update(verb for verbs in load("events")["once"].values() for verb in verbs)
    words.update(verb for verbs in load("events")["object"].values() for verb in verbs)
    words.update(("country", "is in", "was in", "member"))
    words.update(("located in", "based in", "headquartered in", "situated in"))
    words.update(table["counts"]["verbs"])
    words.update(
        ("buried in", "buried at", "interred in", "interred at", "degree", "degree in", "doctorate", "MBA")
    )
    words.update(form for forms in table["verbs"]["once"].values() for form in forms)
    words.update(form for forms in table["verbs"]["ever"].values() for form in forms)
    words.update(
        (
            "PhD",
            "PhD in",
            "Ph.D.",
            "reviews",
            "at age",
            "at the age",
            "aged",
            "president",
            "governor",
            "mayor",
        )
    )
    words.update(("prime minister", "chancellor", "secretary of state", "chief justice"))
    words.update(form for forms in table["superlatives"].values() for form in forms)
    words.update(
        (
            "first aired",
            "first broadcast",
            "killed",
            "killing",
            "injured",
            "injuring",
            "attended by",
            "lives",
            "There were",
        )
    )
    words.difference_update(("has", "had", "have", "lists", "features", "works", "show", "shows"))
    words.update(f"is {form}" for form in adjectives("country"))
    for entry in table["measure"].values():
        for part in ("nouns", "verbs", "adjectives", "units"):
            words.update(word for word in entry.get(part, ()) if word and word not in ("has", "with"))
    words.update(noun for nouns in table["sorts"].values() for noun in nouns)
    words.update((*works_nouns(), "directed", "Nobel"))
    ends = ("death", "birth", "assassination", "murder", "execution")
    words.update(f"{whose} {end}" for whose in ("his", "her") for end in ends)
    return words


def extract(reading: Reading) -> Iterator[Relation | Event | Statement]:
    """One claim for each value of a relation, and for each event that other grammars do not see."""
    text = reading.article.text
    clauses = reading.once(Clauses)
    bracketed = {sentence.start for sentence in reading.holding(_SPAN)}
    for sentence in reading.sentences:
        if sentence.block.kind not in ("paragraph", "item") or text[sentence.end - 1] == "?":
            continue
        if not (_worth_reading(text, sentence) or sentence.start in bracketed):
            continue
        topics = reading.once(Topics)
        subject = topics.subject(sentence)
        if subject:
            yield from _events(reading, sentence, subject, clauses)
            yield from statements(reading, sentence, subject)
        seen = set()
        for stated in _stated(reading, sentence, subject, topics):
            key = (stated.subject.key, stated.relation)
            if key not in seen and not hedged(text, stated.start, stated.end):
                seen.add(key)
                yield _claim(reading, sentence, stated)
    yield from verdicts(reading)
    yield from predecessors(reading)


def _worth_reading(text: str, sentence: Sentence) -> bool:
    if _trigger().fires(text, sentence) or not _DENIES.isdisjoint(sentence.words):
        return True
    if not _IS.isdisjoint(sentence.words) and _NATION.search(text, sentence.start, sentence.end):
        return True
    if not _HAS.isdisjoint(sentence.words) and _MANY.search(text, sentence.start, sentence.end):
        return True
    if not _ARE.isdisjoint(sentence.words) and _DEFINES.match(text, sentence.start, sentence.end):
        return True
    return bool(INTRODUCED.match(text, sentence.start, sentence.end)) or "language" in sentence.words


def _stated(
    reading: Reading, sentence: Sentence, subject: Subject | None, topics: Topics
) -> Iterator[Stated]:
    yield from credits(reading, sentence)
    for source in (
        works, definitions, labelled, origins, endings, degrees, rankings, measured, ratings, prizes,
    ):  # fmt: skip
        yield from source(reading, sentence, subject)
    yield from counted(reading, sentence, subject, topics.topic)


def _events(reading: Reading, sentence: Sentence, subject: Subject, clauses: Clauses) -> Iterator[Event]:
    known: set[str] | None = None
    for told in (
        *happened(reading, sentence, subject, clauses),
        *objects(reading, sentence, subject, clauses),
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
        value=stated.value,
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
