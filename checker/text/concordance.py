"""Which sentences hold which words: made once for an article, for all who look for some in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from checker.text.sentences import Sentence
from checker.text.trigger import Trigger


class Concordance:
    """The words of the sentences of a text, runs of ASCII letters, by the numbers of the sentences."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self._at: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(sentences):
            for word in sentence.words:
                self._at[word].append(number)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all sentences."""
        return frozenset(self._at)

    def holding(self, words: frozenset[str]) -> list[int]:
        """The sentences that hold one of the words."""
        found = words & self.words
        return sorted(set().union(*map(self._at.__getitem__, found))) if found else []

    def firing(self, trigger: Trigger) -> list[int]:
        """The sentences that hold one of the phrases of a trigger."""
        worth = self.holding(trigger.words)
        if not worth or not trigger.longer:
            return worth
        return list(self._firing(trigger, worth))

    def _firing(self, trigger: Trigger, worth: list[int]) -> Iterator[int]:
        sure = set(self.holding(trigger.alone))
        for number in worth:
            sentence = self.sentences[number]
            if number in sure or trigger.pattern.search(self.text, sentence.start, sentence.end):
                yield number
