"""Of which state does an article speak, if of one only? Its central bank and its supreme court are meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from checker.extract.realms import realms
from checker.resolve import gazetteer, places
from checker.resolve.organisations import place_forms
from checker.text.tokens import tokens

_OFTEN = 2  # mentions of the one state there must be
_MONEY = re.compile(r"\W{0,3}(?:dollars?|dlrs?|pounds?|euros?|francs?|yen|marks?|pesos?|rupees?|currency)\b")


@lru_cache(maxsize=4)
def homeland(text: str) -> places.Place | None:
    """The only state that the text names, by its own name, that of its people or those of its cities."""
    found = Counter(states(text))
    if len(found) != 1:
        return None
    (code, times), *_ = found.items()
    return gazetteer.places()[code] if times >= _OFTEN else None


@lru_cache(maxsize=4)
def lands(text: str) -> tuple[str, ...]:
    """The codes of all states and parts of states that the text names, each once, in order.

    Of states that no gazetteer knows, the names.
    """
    return tuple(sorted({*realms(text).values(), *(code for form in _forms(text) for code in _lands(form))}))


@lru_cache(maxsize=4)
def towns(text: str) -> tuple[str, ...]:
    """The cities that the text names, each with the code of its state, as far as only one bears the name."""
    found = {town for form in _forms(text) if (town := _town(form))}
    return tuple(sorted(found))


def states(text: str) -> Iterator[str]:
    """The code of each place that is named, once a mention; "" for those that may lie in several states."""
    return (code for form in _forms(text) for code in _owners(form))


@lru_cache(maxsize=4)
def _forms(text: str) -> tuple[str, ...]:
    """The names of places, and the adjectives, where they are surely meant."""
    return tuple(_told(text))


def _told(text: str) -> Iterator[str]:
    row = tokens(text, 0, len(text))
    forms = place_forms()
    i = 0
    while i < len(row):
        found = forms.at(row, i) if row[i].capital else None
        if found is None:
            i += 1
            continue
        end = row[found[1] - 1].end
        form = text[row[i].start : end]
        i = found[1]
        if not places.doubtful(form) and not _MONEY.match(text, end):
            yield form


@cache
def _owners(form: str) -> tuple[str, ...]:
    return _only({places.state(place).code for place in _named(form)})


@cache
def _town(form: str) -> str:
    named = _named(form)
    if len(named) != 1 or not places.is_city(named[0]):
        return ""
    return f"{places.state(named[0]).code}/{named[0].name}"


@cache
def _lands(form: str) -> tuple[str, ...]:
    return _only({(place if place.kind == "part" else places.state(place)).code for place in _named(form)})


def _named(form: str) -> list[places.Place]:
    return [place for place in places.candidates(form) if place.kind != "body"]


def _only(codes: set[str]) -> tuple[str, ...]:
    return (codes.pop() if len(codes) == 1 else "",) if codes else ()
