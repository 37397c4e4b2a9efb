"""Is a text English?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.vocab import load

_SAMPLE = 1500  # characters: some 250 words, enough to be sure
_WORD = re.compile(r"[^\W\d_]+")
# Small words inside a name ("Ursula von der Leyen") are of no language.
_IN_NAME = re.compile(r"\b[A-Z][\w-]{1,30}+(?: [a-z]{1,5}){1,2} (?=[A-Z])")
# Names, and a small word before each, be it English ("in Kuwait") or not ("al-Thani").
_NAMED = re.compile(r"\b(?:[a-z]{1,5}[- ])?[A-Z][\w'-]{0,40}+")
_COMMON = frozenset("a an as at in no on".split())  # small words of English that others have too
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
    sample = _sample(text).lower()
    pieces = sample.split()  # several times as fast; the marks at words only hide some that are English
    if len(pieces) >= 2 * _FEW_WORDS and _share(pieces, "english") >= 1.5 * _SURE_SHARE:
        return True
    words = _WORD.findall(sample)
    english = _share(words, "english")
    if len(words) >= _FEW_WORDS and english >= _SURE_SHARE:
        return True
    latin = sum(1 for word in words if _LATIN.fullmatch(word))
    if not words or 2 * latin < len(words):
        return False
    if len(words) < _FEW_WORDS:
        return _few_may_be_english(_WORD.findall(_IN_NAME.sub(" ", text).lower()))
    if english >= max(_foreign_share(words), _LEAST_SHARE):
        return True
    plain = _WORD.findall(_NAMED.sub(" ", _sample(text)).lower())
    foreign = _foreign_share(plain)
    if not foreign and sum(map(_COMMON.__contains__, plain)) > 1:
        return True
    return _share(plain, "english") > max(2 * foreign, _LEAST_SHARE)


def _few_may_be_english(words: Sequence[str]) -> bool:
    other = _foreign_share(words)
    return _share(words, "english") >= other or other < _FOREIGN_SHARE or other * len(words) < 1.5


def _foreign_share(words: Sequence[str]) -> float:
    return max(_share(words, name) for name in _languages() if name != "english")


def _share(words: Sequence[str], language: str) -> float:
    return sum(map(_languages()[language].__contains__, words)) / max(len(words), 1)


def _sample(text: str) -> str:
    """The beginning, or a stretch from a quarter on: beginnings are full of names and headings."""
    if len(text) <= _SAMPLE:
        return text
    start = min(len(text) // 4, len(text) - _SAMPLE)
    return text[start : start + _SAMPLE]
