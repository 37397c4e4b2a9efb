"""Is a text English?"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from checker.vocab import load

_SAMPLE = 6000  # characters: some thousand words, enough to be sure
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_FEW_WORDS = 20
_LEAST_SHARE = (
    0.04  # of function words that are English only; English prose has some 0.3, lists of names 0.05
)


@cache
def _languages() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("languages").items()}


def is_english(text: str) -> bool:
    """Is the text English, by its function words? A text without words is not.

    A short one counts as English unless its script or its function words say otherwise.
    """
    words = _WORD.findall(_sample(text).lower())
    latin = sum(1 for word in words if _LATIN.fullmatch(word))
    if not words or 2 * latin < len(words):
        return False
    counts = Counter(words)
    scores = {name: sum(counts[word] for word in known) for name, known in _languages().items()}
    english = scores.pop("english")
    if english < max(scores.values(), default=0):
        return False
    return len(words) < _FEW_WORDS or english >= _LEAST_SHARE * len(words)


def _sample(text: str) -> str:
    """The beginning, or a stretch from a quarter on: beginnings are full of names and headings."""
    if len(text) <= _SAMPLE:
        return text
    start = min(len(text) // 4, len(text) - _SAMPLE)
    return text[start : start + _SAMPLE]
