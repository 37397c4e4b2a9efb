"""What sentences say of their subject that is true of it once only: its director, its length, its birth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType

from checker.extract.reading import Reading
from checker.extract.subjects import FRONTING, INTRODUCED
from checker.model import Event, Relation, Statement
from checker.resolve.places import adjectives
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger
from checker.vocab import load

# A nationality, the years of a life.
_NATION = re.compile(r"\b(?:is|was) an? (?:[a-z-]{3,14} )?[A-Z][a-z]")
_IS = frozenset(("is", "was"))
_ARE = frozenset(("is", "was", "are", "were"))
_DEFINES = re.compile(r"(?:The )?[A-Z]\S+(?: [A-Z]\S+){0,4} (?:is|was|are|were) (?:an?|the) ")
_HAS = frozenset(("has", "had", "have"))
_ENOUGH = frozenset(("not", "never", "language"))
_SPAN = re.compile(r"\([^()]{0,80}\d{3}\s?[-–—]{1,2}\s?\w")

# So many of something.
_MANY = re.compile(
    r"ha(?:s|d|ve)\s(?:(?:[a-z]{2,5}\s){0,3}\d|(?:two|three|four|five|six|seven|eight|nine|ten)\s)"
)
_ENDS = ("assassination", "birth", "death", "execution", "murder")
# Words of the grammars that are in no table.
_SAID = frozenset((
    "born", "Born in", "Born on", "birthplace", "son", "daughter",
    "died", "passed away", "at age", "at the age", "aged",
    "buried in", "buried at", "interred in", "interred at",
    "dates back", "dates from", "degree", "degree in", "doctorate", "MBA", "PhD", "PhD in", "Ph.D.",
    "country", "is in", "was in", "located in", "based in", "headquartered in", "situated in",
    "president", "prime minister", "chancellor", "secretary of state", "governor", "mayor", "chief justice",
    "killed", "killing", "injured", "injuring", "attended by", "lives", "There were",
    *(f"{whose} {end}" for whose in ("his", "her") for end in _ENDS), *FRONTING,
    "written", "directed", "first aired", "first broadcast", "reviews", "medal", "medals", "Nobel",
    "libretto", "member", "summit", "metre", "metres", "meter", "meters", "kilometres", "kilometers", "km",
))  # fmt: skip
# Words that tell too little by themselves, though they are in a table.
_COMMON = frozenset(("has", "had", "have", "with", "lists", "features", "works", "shows"))


@cache
def _trigger() -> Trigger:
    """Sentences without any of these words tell of no relation that we know."""
    return Trigger.remembered("relations", _signs)


def _signs() -> set[str]:
    from checker.extract.labelled import nouns

    table, events = load("relations"), load("events")
    words = {*_SAID, *nouns(), *table["counts"]["verbs"], *(f"is {form}" for form in adjectives("country"))}
    for entry in table["maker"]:
        words.update(entry["nouns"])
    for entry in table["relation"].values():
        for noun in entry.get("nouns", ()):
            words.update((noun, f"{noun}s"))
        words.update(entry.get("verbs", ()))
    for forms in (events["once"], events["object"], table["verbs"]["once"], table["verbs"]["ever"]):
        words.update(form for listed in forms.values() for form in listed)
    for listed in (*table["superlatives"].values(), *table["sorts"].values()):
        words.update(listed)
    for entry in table["measure"].values():
        for part in ("nouns", "verbs", "adjectives", "units"):
            words.update(filter(None, entry.get(part, ())))
    return words - _COMMON


def extract(reading: Reading) -> Iterator[Relation | Event | Statement]:
    """One claim for each value of a relation, and for each event that other grammars do not see."""
    text = reading.article.text
    worth = {*reading.concordance.firing(_trigger()), *reading.where(_SPAN)}
    worth.update(reading.concordance.holding(_ENOUGH))
    for number, sentence in enumerate(reading.sentences):
        if sentence.block.kind not in ("paragraph", "item") or text[sentence.end - 1] == "?":
            continue
        if number in worth or _worth_reading(text, sentence):
            yield from _grammars().read(reading, sentence)


@cache
def _grammars() -> ModuleType:
    """All of them, twenty modules, which many articles do without."""
    return import_module("checker.extract.relation_claims")


def _worth_reading(text: str, sentence: Sentence) -> bool:
    start, end = sentence.start, sentence.end
    if not _ARE.isdisjoint(sentence.words) and _DEFINES.match(text, start, end):
        return True
    if not _IS.isdisjoint(sentence.words) and _NATION.search(text, start, end):
        return True
    if not _HAS.isdisjoint(sentence.words) and _MANY.search(text, start, end):
        return True
    return INTRODUCED.match(text, start, end) is not None
