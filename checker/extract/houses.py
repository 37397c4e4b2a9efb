"""Whose post is it that belongs to a house: a museum, hospital, club, festival, named or told by its noun?"""

from __future__ import annotations

import re
from functools import cache

from checker.extract.meant import Meant, house_nouns, named_at, named_to
from checker.resolve import places
from checker.resolve.offices import Head
from checker.text.trie import pattern
from checker.vocab import load

_SCHOOLS = ("university", "college", "school", "institute", "academy")
_AROUND = 90  # characters beside a title and its name in which its house is told
# Before a post of which nothing more is said: "the director", not "the medical director".
_MORE = re.compile(
    r"\b(?!(?:the|its|our|their|a|as|by|and|of|with|to|said|says|told|was|is|named|appointed|elected|new|current|"
    r"present|first|founding|then|now|former|acting|interim|longtime)\b)[\w-]+ \Z",
    re.IGNORECASE,
)
_LEARNED = frozenset(("college", "school", "university"))
# Left out of a name as often as not.
_IDLE = re.compile(r" (?:Regional|General|International|Municipal|Memorial|County|Royal)(?= )")


def house(text: str, start: int, end: int, head: Head, meant: Meant) -> str | None:
    """The name of the house whose post a title there is: what is named beside it, or what the noun means.

    The posts of schools are those of no other house, and of the only school of the article.
    """
    found = _told(text, start, end, head, meant)
    if not head.school:
        return found
    if found:
        return found if any(noun in found.lower() for noun in _SCHOOLS) else None
    return next((_short(name) for noun in _SCHOOLS if (name := meant.name(noun, start))), None)


def _told(text: str, start: int, end: int, head: Head, meant: Meant) -> str | None:
    """The house, where it is told around the title."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    for match in _posts(head.name).finditer(text, first, last):
        if match.start() > end or match.end() < start:
            continue
        if noun := match["owner"]:
            name = named_to(text, match.end("owner"))
            return _short(name or meant.name(noun.lower(), match.start()))
        if _MORE.search(text, max(0, match.start() - 24), match.start()):
            continue
        if noun := match["behind"]:
            return _short(meant.name(noun, match.start()))
        if name := named_at(text, match.end()):
            return _short(name)
    return None


def is_house(head: Head, body: str) -> bool:
    """Is the body, by its name, a house that has one of that post? A school has many directors."""
    words = body.lower().split()
    return not house_nouns().isdisjoint(words) and (head.name != "director" or _LEARNED.isdisjoint(words))


@cache
def _posts(head: str) -> re.Pattern[str]:
    """ "the hospital's director", "festival director", "director of the hospital", "director of Ryde Zoo"."""
    forms = load("offices")[head]["forms"]
    post = pattern((*forms, *(form.lower() for form in forms)), boundary=False)
    nouns = house_nouns()
    noun = pattern((*nouns, *(noun.capitalize() for noun in nouns)), boundary=False)
    return re.compile(
        rf"\b(?P<owner>{noun})(?:'s (?:(?:new|current|first|founding|longtime) )?| ){post}\b"
        rf"|\b{post} (?:of|at) (?:(?:the|our|its) (?P<behind>{noun})\b(?!'s| of)|(?:the )?)"
    )


def _short(name: str | None) -> str | None:
    """The name without what is left out as often as not, if it is told by more than that and its place."""
    if name is None:
        return None
    owner, owns, rest = name.partition("'s ")
    name = rest if owns and places.candidates(owner) else name  # "Boston's Logan Airport"
    if places.candidates(name.split()[0]):
        return name
    return _IDLE.sub("", name.replace("St. ", "St "))
