"""Which sentences are worth a closer look: those that hold one of many phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Self

from checker import kept
from checker.text.trie import compile_words
from checker.text.words import letters


class Trigger:
    """Phrases to be found as whole words, in the case in which they are given.

    A sentence that holds one of them holds one of ``words``. One of ``alone`` is a phrase by itself; whether
    the ``longer`` ones are there, ``pattern`` tells. Every phrase needs an ASCII letter; letters that no
    ASCII letter stands beside count as a word, those of "42nd" and "née" too.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.alone, self.longer, self.words = _parts(phrases)

    @classmethod
    def remembered(cls, name: str, phrases: Callable[[], Iterable[str]]) -> Self:
        """That of phrases which nothing but the package decides: listed once for many starts."""
        made = cls(())
        made.alone, made.longer, made.words = kept.once(("trigger", name), lambda: _parts(phrases()))
        return made

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return compile_words(self.longer)


def _parts(phrases: Iterable[str]) -> tuple[frozenset[str], list[str], frozenset[str]]:
    """The phrases of one word, the others, and the words of which every phrase holds one."""
    listed = set(phrases)
    alone = frozenset(phrase for phrase in listed if phrase.isalpha() and phrase.isascii())
    longer = sorted(listed - alone)
    return alone, longer, alone | _one_of_each(longer, alone)


_COMMON = frozenset("a an and are at by for from in is of on or the to was were with".split())


def _rarity(word: str) -> tuple[bool, bool, int]:
    return word.lower() not in _COMMON, word[0].isupper(), len(word)


def _one_of_each(phrases: Iterable[str], known: Iterable[str]) -> set[str]:
    """Words of which every phrase holds one: a known one, else one that is likely to be rare."""
    found = set(known)
    for words in sorted((letters(phrase).split() for phrase in phrases), key=len):
        if found.isdisjoint(words):
            found.add(max(words, key=_rarity))
    return found
