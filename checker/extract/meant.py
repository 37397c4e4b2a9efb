"""Which of the things that an article names does "the museum" mean?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.resolve import places
from checker.resolve.compare import fold
from checker.text.trie import pattern
from checker.vocab import load


@dataclass(frozen=True, slots=True)
class Noun:
    """ "the museum" at ``text[start:end]``, which means what is called ``name``."""

    name: str
    start: int
    end: int


@cache
def _nouns() -> tuple[str, ...]:
    table = load("events")
    return (*table["structures"]["nouns"], *table["meant"]["nouns"])


@cache
def _named() -> re.Pattern[str]:
    """ "Aldermouth Museum", "St Oswin's church": a name that ends with the noun."""
    nouns = pattern((*_nouns(), *(noun.title() for noun in _nouns())), boundary=False)
    return re.compile(
        r"(?<![\w'.-])(?P<name>(?:St\. )?[A-Z][\w'-]*(?: (?:of (?:the )?)?[A-Z][\w'-]*){0,4}?) "
        rf"(?P<noun>{nouns})\b"
        r"(?P<of> (?:of|for) (?:the )?[A-Z][\w'-]*(?: (?:and )?[A-Z][\w'-]*){0,3})?"
    )


@cache
def _definite() -> re.Pattern[str]:
    nouns = pattern(_nouns(), boundary=False)
    return re.compile(
        rf"\b(?P<determiner>[Tt]he|[Tt]heir|[Ii]ts|[Tt]his)\s(?P<noun>{nouns})\b(?!\s(?:of|for|in|at)\s|-|'s)"
    )


class Meant:
    """The things of one article by their nouns."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: dict[str, tuple[str | None, int]] | None = None  # with where they are first told

    def nouns(self, text: str, start: int, end: int) -> Iterator[Noun]:
        """The definite nouns of a stretch of the article that mean one thing which it names."""
        for match in _definite().finditer(text, start, end):
            if name := self._name(match["noun"], match.start()):
                yield Noun(name, match.start(), match.end())

    def _name(self, noun: str, at: int) -> str | None:
        """The name, told before, of the one thing of that noun in the article; None if it names several."""
        if self._names is None:
            self._names = self._read()
        name, first = self._names.get(noun, (None, 0))
        return name if first < at else None

    def _read(self) -> dict[str, tuple[str | None, int]]:
        found: dict[str, tuple[str | None, int]] = {}
        for match in _named().finditer(self._text):
            first = match["name"].split()[0]
            words = match["name"].split()[first in _OPENERS :]
            if not words or words[0] in _TITLES:
                continue
            noun = match["noun"].lower()
            name = " ".join((*words, match["noun"])) + (match["of"] or "")
            if len(words) == 1 and not match["of"] and _is_place(words[0]) and noun == match["noun"]:
                continue  # "the London museum" may be any
            if noun in found and not _same(found[noun][0], name):
                found[noun] = None, 0
            elif noun not in found:
                found[noun] = name, match.start()
        return found


_TITLES = frozenset("Rev Reverend Mr Mrs Ms Miss Dr Sir Dame Lord Lady Canon Father Bishop".split())
_OPENERS = frozenset(
    "The A An In At On Of For This That When After Before His Her Its Their Our My And But".split()
)


def _is_place(word: str) -> bool:
    return bool(places.candidates(word)) or places.is_adjective(word)


def _same(one: str | None, other: str) -> bool:
    """Is one of the names the other, or the end of it?"""
    if one is None:
        return False
    short, long = sorted((fold(one), fold(other)), key=len)
    return long == short or long.endswith(f" {short}") or long.startswith(f"{short} ")
