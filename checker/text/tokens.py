"""The words of a sentence, with their places, for grammars that look left and right from a trigger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache, partial
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from checker import kept

T = TypeVar("T")

# Initials and dotted abbreviations keep their stops ("J.", "U.S."); "'s" stands alone; every hyphen and
# mark is a token of its own.
_TOKEN = re.compile(r"((?:[^\W\d_]\.){1,5}+(?=\W|$|[A-Z])|'s\b|[^\W_]++(?:'(?!s\b)[^\W_]++)*+|[^\w\s]|_)")


class Token(NamedTuple):
    """One word or mark. ``start`` and ``end`` are offsets into Article.text; ``low`` is for look-ups."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@lru_cache(maxsize=1024)  # one extractor after the other takes apart the sentences of an article
def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]`` in order. The list is shared: callers must not change it."""
    pieces = _TOKEN.split(text[start:end])  # what lies between them, and the tokens, in turns
    places = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    parts = zip(words, map(str.lower, words), places[1::2], places[2::2], strict=False)
    return list(map(_token, parts))


_token = partial(tuple.__new__, Token)  # what Token() comes to, in less time


class Phrases(Generic[T]):
    """Phrases to values, looked up among tokens in any case; hyphens inside a phrase count as blanks.

    A form written with stops ("Lt. Gen.") is found without them too.
    """

    def __init__(self, forms: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        pairs = list(forms.items() if isinstance(forms, Mapping) else forms)
        texts = [form for form, _ in pairs]
        # First word -> words of the longest phrase that begins with it; the same by the last word.
        keys, self._first, self._last = kept.once(("phrases", kept.of(texts)), lambda: _split(texts))
        self._values: dict[tuple[str, ...], T] = {}
        for key, number in keys:
            self._values.setdefault(key, pairs[number][1])

    @property
    def openers(self) -> Set[str]:
        """The words, in lower case, with which a phrase begins."""
        return self._first.keys()

    def at(self, row: list[Token], i: int) -> tuple[T, int] | None:
        """The value of the longest phrase that begins at token ``i``, and the index behind it."""
        if i >= len(row) or row[i].low not in self._first:
            return None
        words, ends = _forward(row, i, self._first[row[i].low])
        for n in range(len(words), 0, -1):
            key = tuple(words[:n])
            if key in self._values:
                return self._values[key], ends[n - 1]
        return None

    def before(self, row: list[Token], i: int) -> tuple[T, int] | None:
        """The value of the longest phrase that ends right before token ``i``, and the index it begins at."""
        if i <= 0 or row[i - 1].low not in self._last:
            return None
        words, starts = _backward(row, i, self._last[row[i - 1].low])
        for n in range(len(words), 0, -1):
            key = tuple(reversed(words[:n]))
            if key in self._values:
                return self._values[key], starts[n - 1]
        return None


def _split(forms: list[str]) -> tuple[list[tuple[tuple[str, ...], int]], dict[str, int], dict[str, int]]:
    """The words of each form with its number, and how long the longest is that begins or ends with a word."""
    keys: list[tuple[tuple[str, ...], int]] = []
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, form in enumerate(forms):
        words = tuple(t.low for t in tokens(form, 0, len(form)) if t.text != "-")
        bare = tuple(word.rstrip(".") for word in words if word != ".")
        for key in dict.fromkeys((words, bare)):
            keys.append((key, number))
            first[key[0]] = max(first.get(key[0], 0), len(key))
            last[key[-1]] = max(last.get(key[-1], 0), len(key))
    return keys, first, last


def _forward(row: list[Token], i: int, longest: int) -> tuple[list[str], list[int]]:
    """Up to ``longest`` words from token ``i`` on, hyphens between them left out, and where each ends."""
    words: list[str] = []
    ends: list[int] = []
    while i < len(row) and len(words) < longest:
        if not (row[i].text == "-" and words and joined(row, i)):
            words.append(row[i].low)
            ends.append(i + 1)
        i += 1
    return words, ends


def _backward(row: list[Token], i: int, longest: int) -> tuple[list[str], list[int]]:
    words: list[str] = []
    starts: list[int] = []
    while i > 0 and len(words) < longest:
        i -= 1
        if not (row[i].text == "-" and words and joined(row, i)):
            words.append(row[i].low)
            starts.append(i)
    return words, starts


def joined(row: list[Token], i: int) -> bool:
    """Does the mark at ``i`` stand between two words without blanks?"""
    return 0 < i < len(row) - 1 and row[i - 1].end == row[i].start and row[i].end == row[i + 1].start
