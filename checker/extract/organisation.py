"""Claims that a body of some name is spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.extract.acronyms import Defined, acronyms
from checker.extract.organisation_words import words
from checker.extract.organisations import Name, names, widened
from checker.extract.reading import Reading
from checker.model import Organisation
from checker.text.sentences import Sentence
from checker.text.tokens import Token, tokens
from checker.text.trigger import Trigger


@cache
def trigger() -> Trigger:
    """Sentences without a head noun hold no name and need not be taken apart."""
    return Trigger.remembered("organisations", lambda: [*words().heads, *words().firm, "House of"])


def extract(reading: Reading) -> Iterator[Organisation]:
    """One claim for each name of an organisation, with the acronym where the text gives it."""
    text = reading.article.text
    for sentence in reading.firing(trigger()):
        yield from _claims(reading, sentence, tokens(text, sentence.start, sentence.end))


def _claims(reading: Reading, sentence: Sentence, row: list[Token]) -> Iterator[Organisation]:
    text = reading.article.text
    explained = {it.last: it for it in acronyms(text, sentence.start, sentence.end)}
    for found in names(text, row):
        defined = explained.get(row[found.end - 1].end)
        name = _as_explained(text, row, found, defined) if defined else found
        yield Organisation(
            **reading.place(row[name.start].start, row[name.end - 1].end),
            name=name.text,
            acronym=defined.short if defined else "",
            parent=name.parts.parent,
            head=name.parts.head,
            place=name.parts.place,
            portfolio=name.parts.portfolio,
            modifiers=name.parts.free,
        )


def _as_explained(text: str, row: list[Token], name: Name, defined: Defined) -> Name:
    """The name from the word on that the acronym begins with, if that lies before its own beginning."""
    begin = next((i for i, token in enumerate(row) if token.start == defined.first), name.start)
    return widened(text, row, name, begin) if begin < name.start else name
