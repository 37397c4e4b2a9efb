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

_LONGEST = 80  # characters of a name


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
        r"(?<![\w'.-])(?P<name>(?:St\.? )?[A-Z][\w'-]*(?: (?:of (?:the )?)?[A-Z][\w'-]*){0,4}?) "
        rf"(?P<noun>{nouns})\b"
        r"(?P<of> (?:of|for) (?:the )?[A-Z][\w'-]*(?: (?:and )?[A-Z][\w'-]*){0,3})?"
    )


@cache
def _led() -> re.Pattern[str]:
    """ "the barque Nordlys", "the Museum of Ropes": a name that begins with the noun."""
    ships = pattern(load("events")["meant"]["ships"], boundary=False)
    nouns = pattern((noun.title() for noun in _nouns()), boundary=False)
    name = r"[A-Z][\w'-]*(?: (?:(?:of|the|and) ){0,2}[A-Z][\w'-]*){0,3}"
    return re.compile(rf"\b(?:(?P<ship>{ships}) (?P<name>{name})|(?P<noun>{nouns}) of (?:the )?{name})")


@cache
def house_nouns() -> frozenset[str]:
    """What has one director, in small letters: "the hospital". Firms have several."""
    return frozenset((*_nouns(), *_ships())) - {"company", "firm"}


def named_at(text: str, start: int) -> str | None:
    """The thing that is named right there, with its noun."""
    match = _named().match(text, start) or _led().match(text, start)
    return match.group() if match else None


def named_to(text: str, end: int) -> str | None:
    """The thing whose name, with its noun, ends right there."""
    for match in _named().finditer(text, max(0, end - _LONGEST), end):
        words = match.group().split()
        if match.end() == end:
            return (
                " ".join(words[words[0] in _OPENERS :]) if len(words) > 1 + (words[0] in _OPENERS) else None
            )
    return None


@cache
def _ships() -> frozenset[str]:
    return frozenset(load("events")["meant"]["ships"])


@cache
def _definite() -> re.Pattern[str]:
    nouns = pattern((*_nouns(), *_ships()), boundary=False)
    return re.compile(
        rf"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Tt]his)\s(?P<noun>{nouns})\b(?!\s(?:of|for|in|at)\s|-|'s)"
    )


class Meant:
    """The things of one article by their nouns."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: dict[str, tuple[str | None, int]] | None = None  # with where they are first told

    def nouns(self, text: str, start: int, end: int) -> Iterator[Noun]:
        """The definite nouns of a stretch of the article that mean one thing which it names."""
        for match in _definite().finditer(text, start, end):
            if name := self.name(match["noun"], match.start()):
                yield Noun(name, match.start(), match.end())

    def name(self, noun: str, at: int) -> str | None:
        """The name, told before, of the one thing of that noun in the article; None if it names several."""
        if self._names is None:
            self._names = self._read()
        noun = "ship" if noun in _ships() else _OTHERWISE.get(noun, noun)
        name, first = self._names.get(noun, (None, 0))
        return name if first < at else None

    def _read(self) -> dict[str, tuple[str | None, int]]:
        found: dict[str, tuple[str | None, int]] = {}
        for noun, name, start in (*self._ending(), *self._leading()):
            known, first = found.get(noun, (name, start))
            found[noun] = (known if _same(known, name) else None), min(first, start)
        return found

    def _ending(self) -> Iterator[tuple[str, str, int]]:
        for match in _named().finditer(self._text):
            first = match["name"].split()[0]
            words = match["name"].split()[first in _OPENERS :]
            if not words or words[0] in _TITLES:
                continue
            noun = match["noun"].lower()
            if len(words) == 1 and not match["of"] and _is_place(words[0]) and noun == match["noun"]:
                continue  # "the London museum" may be any
            noun = _OTHERWISE.get(noun, noun)
            yield noun, " ".join((*words, match["noun"])) + (match["of"] or ""), match.start()

    def _leading(self) -> Iterator[tuple[str, str, int]]:
        for match in _led().finditer(self._text):
            if match["ship"]:
                yield "ship", match["name"], match.start()
            else:
                yield match["noun"].lower(), match[0], match.start()


# What is called by another noun again.
_OTHERWISE = {"playhouse": "theatre", "theater": "theatre", "harbor": "harbour"}
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
