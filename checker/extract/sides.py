"""Which side of a match does a name mean? "Rovers" is Orrin Rovers where Orrin Rovers F.C. is told of."""

from __future__ import annotations

import re
from functools import cache

from checker.extract.reading import Reading
from checker.vocab import load

_WORD = r"[A-Z][\w'&.]*+"
SIDE = rf"{_WORD}(?:[ -]{_WORD}){{0,3}}+"
# A club by its full name; it goes without what shows that it is one.
_CLUB = re.compile(
    rf"(?P<name>{_WORD}(?:[ -]{_WORD}){{0,3}}?)\s"
    r"(?:(?:Football|Rugby|Cricket|Hockey)\sClub\b|A?F\.?C\b|A?\.?F\.C\.|R\.?F\.?C\b)"
)
_OPENERS = frozenset(
    "after and but champions he holders hosts in it leaders on she the then they visitors we when".split()
)


def clubs(reading: Reading) -> dict[str, str]:
    """The words by which an article calls a club for short ("Rovers"), to the only name that ends so."""
    names: dict[str, set[str]] = {}
    for match in _CLUB.finditer(reading.article.text):
        names.setdefault(match["name"].split()[-1], set()).add(bare(match["name"]))
    return {word: min(full) for word, full in names.items() if len(full) == 1 and "" not in full}


def bare(name: str) -> str:
    """The name without what stands before it at the head of a sentence: "On Saturday Arrow Town"."""
    words = name.rstrip(".'").removesuffix("'s").split()
    while words and words[0].lower() in _no_side():
        words = words[1:]
    return "" if words and words[-1].lower() in _no_side() else " ".join(words)


@cache
def _no_side() -> frozenset[str]:
    """Capitalised words with which no side is called."""
    table = load("dates")
    words = {word.lower() for name in ("weekdays", "months") for word in table[name]}
    return frozenset(words | _OPENERS)
