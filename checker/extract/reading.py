"""One article, read once for all extractors: sentences, dates, people and the offices they hold."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, TypedDict, TypeVar

from checker import dates
from checker.dates import Mention
from checker.extract.holders import Held, holders
from checker.extract.people import People, people
from checker.model import Article, DayOrder, Source
from checker.text.concordance import Concordance
from checker.text.marks import marks
from checker.text.sentences import Sentence, sentences
from checker.text.trigger import Trigger

T = TypeVar("T")


class Place(TypedDict):
    """Where a claim stands, ready to be passed to its constructor."""

    source: Source
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What the extractors share. Offsets are those of ``article.text`` until ``place`` turns them."""

    article: Article
    sentences: tuple[Sentence, ...]
    dates: dates.Reading
    people: People
    held: tuple[Held, ...]
    concordance: Concordance
    _made: dict[Callable[[Reading], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[[Reading], T]) -> T:
        """What ``make`` gives for this article and changes no more; made when it is first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        value: T = self._made[make]
        return value

    def forget(self) -> None:
        """Lets go of what was made: some of it holds the reading, and would stay on as rubbish."""
        self._made.clear()

    def place(self, start: int, end: int) -> Place:
        """The place of a claim made of ``text[start:end]``, in offsets of the original."""
        first, last = self.article.positions.span(start, end)
        return Place(source=self.article.source, start=first, end=last, quoted=self.quoted(start, end))

    def quoted(self, start: int, end: int) -> bool:
        """Does the stretch stand inside words that quote somebody?"""
        before = bisect_right(self.article.speech, (start, len(self.article.text)))
        return before > 0 and end <= self.article.speech[before - 1][1]

    def firing(self, trigger: Trigger) -> Iterator[Sentence]:
        """The sentences that hold one of the phrases of a trigger."""
        return (self.sentences[number] for number in self.concordance.firing(trigger))

    def numbered(self, trigger: Trigger) -> Iterator[tuple[int, Sentence]]:
        """The same, each with its place among the sentences."""
        return ((number, self.sentences[number]) for number in self.concordance.firing(trigger))

    def holding(self, sign: re.Pattern[str], words: frozenset[str] = frozenset()) -> Iterator[Sentence]:
        """The sentences in which a match begins; see ``where``."""
        return (self.sentences[number] for number in self.where(sign, words))

    def where(self, sign: re.Pattern[str], words: frozenset[str] = frozenset()) -> Iterator[int]:
        """Their numbers; for what is seldom, as it is looked for once an article.

        With ``words``, one of which is in every match, only where these are.
        """
        if words:
            worth = ((number, self.sentences[number]) for number in self.concordance.holding(words))
            return (n for n, it in worth if sign.search(self.article.text, it.start, it.end))
        starts = [sentence.start for sentence in self.sentences]
        before = (bisect_right(starts, match.start()) for match in sign.finditer(self.article.text))
        return (i - 1 for i, _ in groupby(before) if i)

    def dates_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The dates that stand inside a stretch of the text."""
        mentions = self.dates.mentions
        first = bisect_left(mentions, start, key=_start)
        behind = bisect_left(mentions, end, key=_start)
        return tuple(mention for mention in mentions[first:behind] if mention.end <= end)


def _start(mention: Mention) -> int:
    return mention.start


def read(article: Article, date_order: DayOrder | None = None) -> Reading:
    """Read an article; its publication date is estimated from the text where none is stated."""
    parts = sentences(article)
    found = dates.read(article, parts, date_order)
    source = replace(
        article.source,
        published=found.published,
        dated_by=found.dated_by,
        marks=marks(article.text[part.start : part.end] for part in parts),
    )
    concordance = Concordance(article.text, parts)
    who = people(article, concordance)
    held = holders(who, article.text, parts)
    return Reading(replace(article, source=source), parts, found, who, held, concordance)
