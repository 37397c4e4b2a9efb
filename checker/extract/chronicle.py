"""Claims that the entries of a time line make: "1889 – Priory Library opens", "1844. The church is built"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from checker.dates import Mention
from checker.extract import things
from checker.extract.clauses import hedged
from checker.extract.happening import Happening, called, claim, issued_anew, nominals
from checker.extract.life import OF_PEOPLE
from checker.extract.names import name_at
from checker.extract.reading import Reading
from checker.model import Block, Event
from checker.resolve.compare import fold
from checker.text.tokens import Phrases, Token, tokens
from checker.text.trigger import Trigger
from checker.vocab import load

_KINDS = ("heading", "item", "paragraph", "row")
_FEWEST = 3  # entries of a time line
_BEHIND = re.compile(r"\*{0,2}(?:\s?[-–—:|.]\s?|\n|\s(?=[A-Z]))")
_BEING = frozenset("is are was were gets has been finally officially formally first".split())
_OBJECT = frozenset("a an her his its the their".split())
_AROUND = frozenset(". , ; ( at by in on".split())
_LEADS = frozenset(("the", "a", "an", "new"))


@cache
def _verbs() -> Phrases[tuple[str, bool]]:
    """What a verb tells, and whether it needs no "is" before it."""
    table = load("events")
    forms = {form: (what, False) for what, verbs in table["once"].items() for form in verbs}
    forms |= {form: (what, True) for what, verbs in table["tells"].items() for form in verbs}
    return Phrases(forms.items())


@cache
def trigger() -> Trigger:
    def signs() -> Iterator[str]:
        table = load("events")
        yield from (form for name in ("once", "tells") for forms in table[name].values() for form in forms)
        yield from (word for noun in nominals() for word in (noun, noun.capitalize()))

    return Trigger.remembered("time lines", signs)


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each entry that tells what happened once to one thing or person."""
    entries = list(_entries(reading))
    if len(entries) >= _FEWEST:
        for block, mention, start in entries:
            for found in _told(reading, block, mention, start):
                yield claim(reading, found)


def _entries(reading: Reading) -> Iterator[tuple[Block, Mention, int]]:
    """The blocks that begin with a date, the date, and where what happened then is told."""
    text = reading.article.text
    blocks = {it.start: it for it in reading.article.blocks if it.kind in _KINDS}
    for mention in reading.dates.mentions:
        block = blocks.get(mention.start)
        if block is None:
            continue
        behind = _BEHIND.match(text, mention.end, block.end)
        known = mention.type == "DATE" and mention.when is not None and mention.when.basis == "stated"
        if behind and known and not mention.problem:
            yield block, mention, behind.end()


def _told(reading: Reading, block: Block, mention: Mention, start: int) -> Iterator[Happening]:
    """What the first sentence of an entry tells to have happened."""
    text = reading.article.text
    number = bisect_right(reading.sentences, start, key=lambda it: it.start) - 1
    sentence = reading.sentences[number]
    if not sentence.start <= start < sentence.end:
        return
    row = tokens(text, start, min(sentence.end, block.end))
    found = _nominal(text, row) or _verbal(text, row)
    if found is None or mention.when is None:
        return
    name, key, what, end = found
    if hedged(text, start, end) or issued_anew(what, text, start, sentence.end):
        return
    yield Happening(
        mention.start, end, f"{key}: {what}", called(what, name), mention.when, named=False,
        assumptions=mention.assumptions,
    )  # fmt: skip


def _verbal(text: str, row: list[Token]) -> tuple[str, str, str, int] | None:
    """ "Central Library opens", "The church is consecrated", "Jane Roe dies"."""
    for i in range(1, len(row)):
        found = _verbs().at(row, i) if row[i].text.islower() else None
        if found is None:
            continue
        (what, alone), stop = found
        end = i
        while end > 0 and row[end - 1].low in _BEING:
            end -= 1
        behind = row[stop].low if stop < len(row) else ""
        if end == i and behind and (behind in _OBJECT or not (alone or behind in _AROUND)):
            return None  # "Jane Roe founded the club"
        return _named(text, row[:end], what, row[stop - 1].end)
    return None


def _nominal(text: str, row: list[Token]) -> tuple[str, str, str, int] | None:
    """ "Opening of the Central Library", "The founding of Acme Motors"."""
    first = 1 if row and row[0].low == "the" else 0
    if first + 2 >= len(row) or row[first + 1].low != "of" or row[first].low not in nominals():
        return None
    start = first + 2
    end = next((i for i in range(start, len(row)) if row[i].low in _AROUND), len(row))
    return _named(text, row[start:end], nominals()[row[first].low], row[end - 1].end)


def _named(text: str, row: list[Token], what: str, stop: int) -> tuple[str, str, str, int] | None:
    """Name and key of the person or thing that the tokens name, all of them."""
    while row and row[0].low in _LEADS:
        row = row[1:]
    if not row:
        return None
    if what in OF_PEOPLE:
        person = name_at(text, row, 0)
        whole = person is not None and person.end == len(row) and person.words > 1
        return (person.text, fold(person.text), what, stop) if person and whole else None
    thing = things.ending_at(text, row, len(row))
    if thing is None or thing.start > 0:
        return None
    return thing.name, thing.key, what, stop
