"""Which sentences are worth a closer look: those that hold one of many phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from checker.text.sentences import Sentence
from checker.text.trie import compile_words
from checker.text.words import letters


class Trigger:
    """Phrases to be found as whole words, in the case in which they are given.

    The words of a sentence tell at once for most sentences that they hold none of them. Every phrase needs
    an ASCII letter.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = sorted(set(phrases))
        self._words = frozenset(_one_of_each(self._phrases))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return compile_words(self._phrases)

    def fires(self, text: str, sentence: Sentence) -> bool:
        """Does the sentence of that text hold one of the phrases?"""
        if self._words.isdisjoint(sentence.words):
            return False
        return self._pattern.search(text, sentence.start, sentence.end) is not None


def _one_of_each(phrases: Iterable[str]) -> set[str]:
    """Words of which every phrase holds one, of new ones the longest, as the long are seldom."""
    found: set[str] = set()
    for words in sorted((letters(phrase).split() for phrase in phrases), key=len):
        if found.isdisjoint(words):
            found.add(max(words, key=len))
    return found
