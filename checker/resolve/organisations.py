"""What an organisation's name says: parent, head noun, place, and the words that tell sister bodies apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.resolve import places
from checker.text.tokens import Phrases, Token, tokens
from checker.vocab import load

_IZE = re.compile(r"(?<=\w{3})iz(?=(?:ation|e|ed|ing|er)s?$)")
_SKIPPED = frozenset(("the", "of", "for", "in", "on", "to", "and", "&", ",", "-", ".", "'s", "'", "(", ")"))


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart. Two names may be of one body when all but ``free`` agree.

    ``portfolio`` are the words that set sister bodies apart, sorted; ``free`` those that may vary; ``place``
    a code of the gazetteer, several of them, or the words behind "in".
    """

    head: str
    parent: str = ""
    place: str = ""
    portfolio: tuple[str, ...] = ()
    free: tuple[str, ...] = ()


@cache
def parents() -> Phrases[str]:
    """The larger bodies in whose name another's may begin."""
    return Phrases((form, name) for name, forms in load("organisations")["parents"].items() for form in forms)


@cache
def place_forms() -> Phrases[bool]:
    """Every noun and adjective of the gazetteer."""
    return Phrases((form, True) for form in (*places.nouns(), *places.adjectives()))


@cache
def _free() -> frozenset[str]:
    return frozenset(load("organisations")["modifiers"]["free"])


def spelled(word: str) -> str:
    """The word in lower case, in one of its two spellings ("Organization", "Centre")."""
    low = _IZE.sub("is", word.lower())
    known: dict[str, str] = load("organisations")["spelling"]
    return known.get(low, low)


@cache
def firms() -> frozenset[str]:
    """What ends the name of a firm ("Ltd", "AG")."""
    return frozenset(load("organisations")["heads"]["firm"])


def without_firm(name: str) -> str:
    """The name without what says that it is a firm: "Acme Corp" is Acme."""
    words = name.split()
    while len(words) > 1 and words[-1].rstrip(".,") in firms():
        words.pop()
    return " ".join(words).rstrip(",")


@lru_cache(maxsize=4096)
def settled(name: str) -> frozenset[str]:
    """The words of a name in one spelling, the larger body in one form ("UN", "United Nations")."""
    row = tokens(name, 0, len(name))
    found: set[str] = set()
    i = 0
    while i < len(row):
        if parent := parents().at(row, i):
            found.add(parent[0])
            i = parent[1]
        else:
            if row[i].low not in _SKIPPED:
                found.add(spelled(row[i].low))
            i += 1
    return frozenset(found)


def place_at(text: str, row: list[Token], i: int) -> tuple[str, int] | None:
    """The code of the place named at token ``i`` ("Lebanon", "Kazakh") and the index behind it."""
    if not row[i].capital:
        return None
    found = place_forms().at(row, i)
    if not found:
        return None
    form = text[row[i].start : row[found[1] - 1].end]
    if places.doubtful(form) and (i == 0 or row[i - 1].low not in ("in", "of", "to", "the", "and")):
        return None
    place = _place(form)
    return (place.code, found[1]) if place else None


def _place(form: str) -> places.Place | None:
    """The place of that name, a country before all others; international bodies are none."""
    place = places.find(form) or places.find(form, kind="country")
    return place if place and place.kind != "body" else None


def place_before(text: str, row: list[Token], i: int) -> tuple[str, int] | None:
    """The code of the place that is named right before token ``i`` and the index it begins at."""
    found = place_forms().before(row, i)
    if not found or not row[found[1]].capital:
        return None
    place = _place(text[row[found[1]].start : row[i - 1].end])
    return (place.code, found[1]) if place else None


def _parent_at(row: list[Token], i: int) -> tuple[str, int] | None:
    return parents().at(row, i) if row[i].capital else None


def parts(text: str, row: list[Token], start: int, head: int, end: int) -> Parts:
    """Take the name ``row[start:end]`` apart, whose head noun is the token ``head``."""
    parent = ""
    found: list[str] = []
    free: list[str] = []
    portfolio: list[str] = []
    i = start
    while i < end:
        low = row[i].low
        if i == head or low in _SKIPPED:
            i += 1
        elif not parent and (body := _parent_at(row, i)) and body[1] <= (head if i < head else end):
            parent, i = body
        elif (place := place_at(text, row, i)) and place[1] <= end and not i < head < place[1]:
            found.append(place[0])
            i = place[1]
        else:
            (free if low in _free() and i < head else portfolio).append(spelled(low))
            i += 1
    return Parts(
        head=spelled(row[head].low),
        parent=parent,
        place=" ".join(sorted(set(found))),
        portfolio=tuple(sorted(set(portfolio))),
        free=tuple(sorted(set(free))),
    )
