"""What is an event called, whichever way its name is written: "the 15th BRICS Summit", "BRICS Summit XV"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from checker.resolve.organisations import spelled
from checker.vocab import load

YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_ROMAN = re.compile(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_SINGLE_ROMAN = frozenset(("i", "v", "x", "l", "vi", "xi", "mi", "di"))
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
_DROPPED = frozenset(("the", "of", "-", "–", "'", "’", "'s", "’s", ".", ",", "&", "and", '"', "“", "”", "‘"))


@cache
def _ordinals() -> dict[str, int]:
    words = load("dates")["ordinals"]
    return {word: number for word, number in words.items() if word not in ("second", "last")} | {"second": 2}


def ordinal(word: str) -> int | None:
    """The number of "15th", "fifteenth" or "XV" (in lower case); None of any other word."""
    if match := _ORDINAL.fullmatch(word):
        return int(match[1])
    if word in _ordinals():
        return _ordinals()[word]
    if word not in _SINGLE_ROMAN - {"x", "v"} and len(word) > 1 and _ROMAN.fullmatch(word):
        return roman(word)
    return None


def roman(word: str) -> int:
    values = [_DIGITS[letter] for letter in word]
    return sum(
        -value if following > value else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def key(words: Iterable[str]) -> str:
    """The canonical name: spelling and plural settled, edition before, year behind."""
    plain = [spelled(word) for word in words if word.lower() not in _DROPPED]
    years = [word for word in plain if YEAR.fullmatch(word)]
    editions = [number for word in plain if (number := ordinal(word)) is not None]
    rest = " ".join(word for word in plain if not YEAR.fullmatch(word) and ordinal(word) is None)
    for form, canonical in load("events")["spelling"].items():
        rest = re.sub(rf"\b{re.escape(form)}\b", canonical, rest)
    return " ".join([*(f"{number}." for number in editions[:1]), rest, *years[:1]]).strip()


def distinct(name: str) -> bool:
    """Has the canonical name a word of its own, so that it means one event and not any of a sort?"""
    rest = " ".join(word for word in name.split() if not YEAR.fullmatch(word) and not word.endswith("."))
    if rest in _unique():
        return True
    return any(word not in _general() for word in rest.split())


@cache
def _unique() -> frozenset[str]:
    return frozenset(load("events")["words"]["unique"])


@cache
def _general() -> frozenset[str]:
    table = load("events")
    heads = {
        word
        for name in ("recurring", "single")
        for head in table["heads"][name]
        for word in head.lower().split()
    }
    forms = set(table["spelling"].values()) | heads | set(table["words"]["general"])
    return frozenset(spelled(word) for form in forms for word in form.split())
