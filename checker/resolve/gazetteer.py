"""The places of the vocabulary: their codes, the forms that name them, and where they lie."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from checker import kept
from checker.vocab import load

Kind = Literal["country", "part", "city", "historic", "body"]


@dataclass(frozen=True, slots=True)
class Place:
    """``code`` is the ISO 3166-1 alpha-2 or 3166-2 code where there is one, else the name.

    ``within`` is the code of the place that holds it: of a part its country, of a city its part or country.
    """

    code: str
    name: str
    kind: Kind
    within: str | None = None


class Entry(NamedTuple):
    """A place with the forms that name it."""

    place: Place
    nouns: list[str]
    adjectives: list[str]


@cache
def entries() -> tuple[Entry, ...]:
    rows = kept.once(("places",), lambda: list(_entries()))
    return tuple(Entry(Place(*place), nouns, adjectives) for place, nouns, adjectives in rows)


@cache
def places() -> dict[str, Place]:
    """Every place by its code."""
    return {entry.place.code: entry.place for entry in entries()}


@cache
def shared_nouns() -> dict[str, tuple[Place, ...]]:
    """The nouns that several places bear."""
    return _shared("nouns")


@cache
def shared_adjectives() -> dict[str, tuple[Place, ...]]:
    """The adjectives that several places bear."""
    return _shared("adjectives")


@cache
def owners() -> dict[str, tuple[Place, ...]]:
    """The places that bear a form. Where it is listed as shared, that list holds."""
    owners = {form: (entry.place,) for entry in entries() for form in entry.nouns + entry.adjectives}
    return {**owners, **shared_nouns(), **shared_adjectives()}


@cache
def in_capitals() -> dict[str, str]:
    """The forms by what becomes of them in a text all in capitals."""
    return {form.upper(): form for form in owners()}


def unsettled(code: str) -> list[str]:
    """The states of which we do not say whether the place belongs to them."""
    return forms_of(load("places")["unsettled"].get(code, ""))


def forms_of(listed: str) -> list[str]:
    """The forms of a list, each followed by the same without accents if it has any."""
    if listed.isascii():
        return listed.split("; ") if listed else []
    return [spelling for form in listed.split("; ") for spelling in dict.fromkeys((form, _unaccented(form)))]


def _entries() -> Iterator[tuple[tuple[str, str, Kind, str | None], list[str], list[str]]]:
    for code, kind, within, nouns, adjectives in _rows():
        yield (code, _first(nouns), kind, within), forms_of(nouns), forms_of(adjectives)


def _rows() -> Iterator[tuple[str, Kind, str | None, str, str]]:
    """Code, kind, holder, nouns and adjectives, the last two as listed."""
    table = load("places")
    for code, (nouns, adjectives) in table["country"].items():
        yield code, "country", table["within"].get(code), nouns, adjectives
    kinds: tuple[Kind, ...] = ("city", "part")
    for kind in kinds:
        for country, parts in load("parts")[kind].items():
            for part, (nouns, *adjectives) in parts.items():
                yield f"{country}-{part}", kind, country, nouns, "; ".join(adjectives)
    for holder, cities in load("cities")["city"].items():
        for nouns in cities.split(" | "):
            yield _first(nouns), "city", holder, nouns, ""
    for nouns, *adjectives in load("historic")["historic"]["states"]:
        yield _first(nouns), "historic", None, nouns, "; ".join(adjectives)
    for nouns in load("bodies")["body"]["names"]:
        yield _first(nouns), "body", None, nouns, ""


def _first(listed: str) -> str:
    return listed.partition("; ")[0]


def _shared(part: str) -> dict[str, tuple[Place, ...]]:
    return {
        form: tuple(places()[code] for code in codes.split("; "))
        for form, codes in load("homonyms")["shared"][part].items()
    }


def _unaccented(form: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", form) if not unicodedata.combining(char))
