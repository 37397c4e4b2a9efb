"""Which ships and flights does an article name, and by which of them is its disaster known?"""

from __future__ import annotations

import re
from functools import cache

from checker.extract.reading import Reading
from checker.extract.sites import FLIGHT, Site
from checker.resolve.compare import fold
from checker.text.trie import pattern
from checker.vocab import load

PREFIXES = ("HMAS", "HMCS", "HMS", "MS", "MV", "PS", "RMS", "SS", "USS")
NAME = r"(?P<name>[A-Z][\w'-]+(?:\s(?:(?:of|the)\s)?[A-Z][\w'-]+){0,2})"


@cache
def named() -> re.Pattern[str]:
    """ "the barque Nordlys", "HMS Hesper"."""
    nouns = pattern(load("events")["meant"]["ships"], boundary=False)
    return re.compile(
        rf"\b(?:{nouns}|{'|'.join(PREFIXES)})\s[\"“']?{NAME}|"
        rf"(?m:^){NAME.replace('name', 'defined')}\s(?:is|was)\san?\s(?:[\w-]+\s){{0,4}}?{nouns}\b"
    )


def ships(text: str) -> tuple[str, ...]:
    """The names of ships, in the order of the text."""
    found = (_bare(match["name"] or match["defined"]) for match in named().finditer(text))
    return tuple(dict.fromkeys(name for name in found if name))


def _bare(name: str) -> str:
    """The name, if it is no more than that of a ship may be."""
    return name.removesuffix("'s") if not name.isupper() or len(name) > 2 else ""


def vehicle(reading: Reading, kinds: frozenset[str]) -> Site | None:
    """The only ship of an article on a sinking, or the only flight of one on a crash."""
    if kinds == {"sinking"}:
        names = ships(reading.article.text)
    elif kinds == {"crash"}:
        names = tuple(dict.fromkeys(match[0] for match in FLIGHT.finditer(reading.article.text)))
    else:
        return None
    keys = {fold(name) for name in names}
    return Site(0, 0, names[0], keys.pop(), True) if len(keys) == 1 else None
