"""The words and figures of a text that give a date expression away, each with its class.

Three quick passes instead of one large alternation: figures, capitalised words, and a plain search for each
other word that is there; together an order of magnitude faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from checker.dates import words

_FIGURE = re.compile(
    r"[0-9](?<![\w].)(?:"
    r"(?P<iso>(?<=[12])\d{3}-[01]\d-[0-3]\d)"
    r"|(?P<numeric>\d?(?P<sep>[/.-])[0-3]?\d(?P=sep)(?:[12]\d{3}|\d\d)(?!\w)"
    r"|(?<=[12])\d{3}[/.][01]?\d[/.][0-3]?\d|\d?/(?:19|20)\d\d)"
    r"|(?P<year>(?<=[12])\d{3}(?!\d))"
    r"|(?P<short>(?<=[1-9])0s\b)"
    r"|(?P<ordinal>\d?(?:st|nd|rd|th)\b)"
    r"|(?P<part>(?<=[1-4])Q)"
    r")"
)
_CAPITAL = re.compile(
    r"A(?:pr|ug|PR|UG|D\b|\.D\.)|B(?:CE?\b|\.C)|D(?:ec|EC|ays?\b)|F(?:eb|EB|ri|RI|Y)|H[12]\b"
    r"|J(?:an|u[nl]|AN|U[NL])|M(?:a[ry]|A[RY]|on|ON)|N(?:ov|OV)|O(?:ct|CT)|Q[1-4]\b|S(?:ep|EP|at|AT|un|UN)|T(?:ue|UE|hu|HU)|W(?:ed|ED)"
)
_LETTER = re.compile(r"[A-Za-z]")
_KINDS = {
    "unit": "day days night nights week weeks weekend weekends fortnight fortnights month months year years "
    "decade decades hour hours minute minutes morning mornings afternoon afternoons evening evenings",
    "deictic": "today tonight yesterday tomorrow",
    "vague": "now currently nowadays recently lately formerly",
    "century": "century centuries",
    "season": "spring summer autumn fall winter",
    "part": "quarter half fiscal financial",
    "spelled": "seventeen eighteen nineteen",
    "tens": "twenties thirties forties fifties sixties seventies eighties nineties",
}
# Of these words, the ones that count with a capital too.
_CAPITALISED = frozenset(
    "Today Tonight Tomorrow Yesterday Now Nowadays Currently Recently Lately Formerly Century Centuries "
    "Spring Summer Autumn Winter Quarter Financial Afternoon Afternoons Fortnight Fortnights "
    "Seventeen Eighteen Nineteen "
    "Twenties Thirties Forties Fifties Sixties Seventies Eighties Nineties".split()
)
_PHRASES = ("wo thousand", "wenty ")


@cache
def _kinds() -> dict[str, str]:
    kinds = {word: kind for kind, listed in _KINDS.items() for word in listed.split()}
    return kinds | {word: kinds[word.lower()] for word in _CAPITALISED}


@cache
def _capitals() -> dict[str, str]:
    """``Jan`` -> month, ``Mon`` -> weekday, and so on, by the letters that ``_CAPITAL`` finds."""
    table = {name[:3].lower(): "month" for name in words.months()}
    table |= {name[:3].lower(): "weekday" for name in words.weekdays()}
    return table | {"day": "unit", "days": "unit"}


@cache
def _feasts() -> tuple[str, ...]:
    """The first words of named days."""
    return tuple(
        sorted({name.split(" ")[0].split("'")[0] for name in words.table("named")} - {"May", "April"})
    )


@cache
def _known() -> frozenset[str]:
    """The words for which a text is searched if it holds them."""
    return frozenset((*_kinds(), *(word.rstrip(".") for word in _feasts())))


def triggers(text: str, said: Iterable[str]) -> list[tuple[int, str]]:
    """Where they begin, in order, and of which class. ``said`` are the words of the text."""
    there = _known().intersection(said)
    hits = [(m.start(), m.lastgroup or "") for m in _FIGURE.finditer(text)]
    capitals = _capitals()
    for m in _CAPITAL.finditer(text):
        name = m.group()
        kind = capitals.get(name.lower()) or ("part" if name[0] in "QHF" else "era")
        hits.append((m.start(), kind))
    hits += [(at, kind) for word, kind in _kinds().items() if word in there for at in _whole(text, word)]
    hits += [(at - 1, "spelled") for stem in _PHRASES for at in _all(text, stem)]
    hits += [(at, "named") for word in _feasts() if word.rstrip(".") in there for at in _all(text, word)]
    hits.sort()
    return hits


def _whole(text: str, word: str) -> Iterator[int]:
    for at in _all(text, word):
        end = at + len(word)
        if not (at and text[at - 1].isalpha()) and not _LETTER.match(text, end):
            yield at


def _all(text: str, stem: str) -> Iterator[int]:
    at = text.find(stem)
    while at >= 0:
        yield at
        at = text.find(stem, at + len(stem))
