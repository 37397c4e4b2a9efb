"""Of what does a relative clause speak? "The Brannoch, which lies in 60 metres of water", "Jane Roe, who"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.extract import things
from checker.extract.clauses import Clauses
from checker.extract.reading import Reading
from checker.extract.subjects import Subject
from checker.text.sentences import Sentence
from checker.text.tokens import Token, tokens

_WORDS = frozenset(("which", "who"))
_OTHERS = frozenset(("and", "as", "like", "of", "or", "than"))  # behind these, the clause may be of another


def relatives(reading: Reading, sentence: Sentence, clauses: Clauses) -> Iterator[tuple[Sentence, Subject]]:
    """Each clause behind a comma and a name, from the name to the next comma, and its subject, with "who"."""
    if _WORDS.isdisjoint(sentence.words):
        return
    text = reading.article.text
    row = tokens(text, sentence.start, sentence.end)
    for i in range(2, len(row) - 1):
        if row[i].text not in _WORDS or row[i - 1].text != ",":
            continue
        named = _person(reading, row[i - 2].end, clauses) if row[i].text == "who" else None
        named = named or (_thing(text, row, i - 1) if row[i].text == "which" else None)
        if named:
            end = next((it.start for it in row[i + 1 :] if it.text in ",;:"), sentence.end)
            name, start = named
            yield replace(sentence, start=start, end=end), Subject(name, "name", start, row[i].end)


def _thing(text: str, row: list[Token], end: int) -> tuple[str, int] | None:
    """The name of the thing that ends before token ``end``, and where that begins."""
    start = end
    while start and (row[start - 1].capital or _joins(row, start - 1)):
        start -= 1
    start += start < end and row[start].low == "the"
    before = row[start - 1 - (start > 0 and row[start - 1].low == "the")].low if start else ""
    if before in _OTHERS:
        return None
    thing = things.naming(text, row, start, end)
    return (thing.name, row[start].start) if thing and thing.end == end else None


def _joins(row: list[Token], i: int) -> bool:
    """Is it a small word between two of a name?"""
    return i > 0 and row[i].low in ("of", "the") and (row[i - 1].capital or row[i - 1].low == "of")


def _person(reading: Reading, end: int, clauses: Clauses) -> tuple[str, int] | None:
    """The full name of the person whose mention ends there, and where that begins."""
    mention = clauses.person(end)
    full = reading.people.name_of(mention) if mention else None
    return (full, mention.start) if full and mention and " " in full else None
