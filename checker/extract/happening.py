"""What a sentence tells of an event, before it becomes a claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.extract.reading import Reading
from checker.model import Event, When
from checker.resolve import places
from checker.text.tokens import Token
from checker.vocab import load

# These come again in other forms: in paperback, on disc, in another country.
_ISSUED = frozenset(("launched", "premiered", "published", "released"))
_ANEW = re.compile(
    r"\b(?:DVD|VHS|CD|Blu-?ray|video|vinyl|paperback|hardcover|hardback|single|soundtrack|edition|editions|version|"
    r"versions|digital|digitally|again|anew|remaster\w*|re-?released|reissued?|translat\w+|streaming|theat\w+|demo|beta|"
    r"limited|serial\w*|instal\w+|trailer|PlayStation|Xbox|Nintendo|Windows|iOS|Android|Netflix|posthumous\w*)\b"
)


_FIRST = re.compile(r"\bfirst\s[a-z]{4,12}\s(?:at|in|on)\s|\sat\s\Z")


def issued_anew(what: str, text: str, start: int, end: int) -> bool:
    """May what is told there be one of several dates on which a thing came out?"""
    return what in _ISSUED and _ANEW.search(text, start, end) is not None


def in_one_country(what: str, place: str | None, said: str) -> bool:
    """May it have come out elsewhere on another day, too? What was "first performed" in a town, or
    "premiered at" a house, as ``said`` around the verb, may not.
    """
    if place is None or what not in _ISSUED:
        return False
    found = places.find(place, kind="country")
    if found and places.is_city(found) and _FIRST.search(said):
        return False
    return what == "released" or found is not None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event told by ``text[start:end]``; see model.Event for the rest."""

    start: int
    end: int
    key: str
    name: str
    when: When
    place: str | None = None
    named: bool = True
    assumptions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    number: int = 0
    slack: int = 0


def behind_event(row: list[Token], i: int) -> int:
    """The index behind "took place", where that is said of what ends before token ``i``."""
    words = [token.low for token in row[i : i + 2]]
    if words in (["took", "place"], ["took", "effect"], ["was", "held"], ["was", "celebrated"]):
        return i + 2
    return i + (words[:1] in (["happened"], ["occurred"]))


@cache
def nominals() -> dict[str, str]:
    """Nouns that tell what happens once ("founding"), to the verb under which it is known ("founded")."""
    return {noun: what for what, nouns in load("events")["nominal"].items() for noun in nouns}


def called(what: str, name: str) -> str:
    """ "founding of Acme Motors"."""
    return f"{load('events')['nominal'][what][0]} of {name}"


def scattered(key: str) -> bool:
    """May the event take place in several places at once? So may one of which only a code name is known."""
    name, _, what = key.partition(": ")
    table = load("events")["scattered"]
    words = [word for word in name.split() if not word[0].isdigit()]
    return (
        what in table["once"]
        or bool(set(table["heads"]).intersection(words))
        or (len(words) < 2 and not what)
    )


def claim(reading: Reading, found: Happening) -> Event:
    """The claim of what a sentence tells."""
    return Event(
        **reading.place(found.start, found.end),
        event=found.key,
        name=found.name,
        participants=found.people,
        place=found.place,
        when=found.when,
        named=found.named,
        scattered=scattered(found.key),
        assumptions=found.assumptions,
        number=found.number,
        slack=found.slack,
    )
