"""Names that a sentence gives as the value of something: "Ann Roe and Ben Doe", "the painter Jan Roe"."""

from __future__ import annotations

import re
from functools import cache

from checker.resolve import places
from checker.text.trie import pattern
from checker.vocab import load

_WORD = r"[^\W\d_a-z](?:[\w'-]|(?<=[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z][a-z])\.)*+"
_AND = re.compile(r",?\s(?:and|&)\s(?=[A-Z])|,\s(?=[A-Z])")
# What leads up to a name: article, adjective of a people, nouns of what somebody is.
_LEAD = re.compile(
    r"(?:(?:the|an?|her|his)\s)?(?:[A-Z][a-z]{3,14}(?:-[A-Z][a-z]{2,14})?\s(?=[a-z]))?"
    r"(?:(?!(?:of|in|on|at|for|by|to|from|with|who|which|that|not|never|is|was|one|several|two|three|as|it)\b)"
    r"[a-z][a-z'/-]{1,20},?\s){0,6}"
)
_OF_PLACE = re.compile(r"(?:from|of)\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+){0,2}")


@cache
def _name() -> re.Pattern[str]:
    small = pattern(load("name_words")["particles"].split(), boundary=False)
    return re.compile(rf"{_WORD}(?:(?:\s(?:{small}|of|the)){{0,3}}\s(?:{_WORD}|[IVX]+\b)){{0,6}}+")


def names(text: str, start: int, end: int, *, places: bool = False) -> tuple[tuple[str, ...], int]:
    """The names that begin at ``start``, and where they end. ``places``: "A of Japan and B of Cuba"."""
    found: list[str] = []
    at = start
    while len(found) < 9:
        lead = _LEAD.match(text, at, end)
        begin = lead.end() if lead and _is_lead(lead[0]) else at
        quoted = text[begin : begin + 1] in '"“'
        match = _name().match(text, begin + quoted, end)
        if match is None:
            break
        name = match[0].rstrip(".,'")
        if places and (cut := re.search(r"\s(?:of|from)\s", name)):
            name = name[: cut.start()]
        found.append(name)
        stop = match.end() + (quoted and text[match.end() : match.end() + 1] in ('"', "”"))
        if places and text[stop : stop + 1] == " " and (behind := _OF_PLACE.match(text, stop + 1, end)):
            stop = behind.end()
        following = _AND.match(text, stop, end)
        if following is None:
            return tuple(found), stop
        at = following.end()
        last = stop
        if not _more(text, at, end):
            return tuple(found), last
    return tuple(found), at


def _is_lead(words: str) -> bool:
    """Does it begin with an adjective of a people, if it begins with a capital?"""
    first = words.partition(" ")[0]
    return not first[:1].isupper() or all(places.is_adjective(part) for part in first.split("-"))


def _more(text: str, at: int, end: int) -> bool:
    """Is what stands behind the comma another name, and not the beginning of something else?"""
    match = _name().match(text, at, end)
    if match is None:
        return False
    behind = text[match.end() : match.end() + 12]
    return re.match(r"\s(?:is|was|were|has|had|are|in|which)\b", behind) is None or " " in match[0]
