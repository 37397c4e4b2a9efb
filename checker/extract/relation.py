"""What sentences say of their subject that is true of it once only: its director, its length, its birth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract import event, once
from checker.extract.clauses import Clauses
from checker.extract.counts import counted
from checker.extract.definitions import definitions
from checker.extract.happened import happened
from checker.extract.measures import measured
from checker.extract.objects import objects
from checker.extract.origins import origins
from checker.extract.prizes import prizes
from checker.extract.reading import Reading
from checker.extract.stated import Stated, hedged
from checker.extract.subjects import Subject
from checker.extract.topic import Topics
from checker.extract.works import works
from checker.model import Event, Relation
from checker.resolve.places import adjectives
from checker.text.sentences import Sentence
from checker.text.tokens import tokens
from checker.text.trigger import Trigger
from checker.vocab import load

# A nationality, the years of a life.
_NATION = re.compile(r"\b(?:is|was) an? (?:[a-z-]{3,14} )?[A-Z][a-z]")
_IS = frozenset(("is", "was"))
_SPAN = re.compile(r"\([^()]{0,80}\d{3}\s?[-–—]{1,2}\s?\w")


@cache
def _trigger() -> Trigger:
    """Sentences without any of these words tell of no relation that we know."""
    table = load("relations")
    words = {"born", "died", "passed away", "medal", "written", "medals", "son", "daughter"}
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
    return Trigger(words)


def extract(reading: Reading) -> Iterator[Relation | Event]:
    """One claim for each value of a relation, and for each event that other grammars do not see."""
    text = reading.article.text
    topics: Topics | None = None
    clauses = Clauses(reading)
    bracketed = {sentence.start for sentence in reading.holding(_SPAN)}
    for sentence in reading.sentences:
        if sentence.block.kind not in ("paragraph", "item") or text[sentence.end - 1] == "?":
            continue
        if not (_worth_reading(text, sentence) or sentence.start in bracketed):
            continue
        topics = topics or Topics(reading)
        subject = topics.subject(sentence)
        if subject:
            yield from _events(reading, sentence, subject, clauses)
        seen = set()
        for stated in _stated(reading, sentence, subject, topics):
            key = (stated.subject.key, stated.relation)
            if key not in seen and not hedged(text, stated.start, stated.end):
                seen.add(key)
                yield _claim(reading, stated)


def _worth_reading(text: str, sentence: Sentence) -> bool:
    if _trigger().fires(text, sentence):
        return True
    if _IS.isdisjoint(sentence.words):
        return False
    return _NATION.search(text, sentence.start, sentence.end) is not None


def _stated(
    reading: Reading, sentence: Sentence, subject: Subject | None, topics: Topics
) -> Iterator[Stated]:
    for source in (works, definitions, origins, measured, prizes):
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
            yield event.claim(reading, told)


def _claim(reading: Reading, stated: Stated) -> Relation:
    subject, said = stated.subject, reading.article.text[stated.start : stated.end]
    return Relation(
        **reading.place(stated.start, stated.start + len(said.rstrip(" .,;"))),
        subject=stated.key or subject.key,
        name=subject.name,
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
