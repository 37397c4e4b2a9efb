"""Is a text English?"""

from __future__ import annotations

import re
from functools import cache

from checker.vocab import load

_SAMPLE = 1500  # characters: some 250 words, enough to be sure
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_FEW_WORDS = 20
# Shares of function words that are English only; English prose has some 0.3, lists of names 0.05.
_SURE_SHARE = 0.15
_LEAST_SHARE = 0.04
_FOREIGN_SHARE = 0.25  # of a few words; names alone hold such words as "de la" and "von der"


@cache
def _languages() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("languages").items()}


def is_english(text: str) -> bool:
    """Is the text English, by its function words? A text without words is not.

    A short one counts as English unless its script or its function words say otherwise.
    """
    words = _WORD.findall(_sample(text).lower())
    english = _share(words, "english")
    if len(words) >= _FEW_WORDS and english >= _SURE_SHARE:
        return True
    latin = sum(1 for word in words if _LATIN.fullmatch(word))
    if not words or 2 * latin < len(words):
        return False
    other = max(_share(words, name) for name in _languages() if name != "english")
    if len(words) < _FEW_WORDS:
        return english >= other or other < _FOREIGN_SHARE or other * len(words) < 2.5
    return english >= max(other, _LEAST_SHARE)


def _share(words: list[str], language: str) -> float:
    return sum(map(_languages()[language].__contains__, words)) / max(len(words), 1)


def _sample(text: str) -> str:
    """The beginning, or a stretch from a quarter on: beginnings are full of names and headings."""
    if len(text) <= _SAMPLE:
        return text
    start = min(len(text) // 4, len(text) - _SAMPLE)
    return text[start : start + _SAMPLE]
