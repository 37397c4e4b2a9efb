"""Which articles are copies of one story, such as a wire report printed twice? They are one witness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple, TypeVar

from checker.engine.graph import components
from checker.model import Source

T = TypeVar("T", bound=Hashable)
Article = tuple[str, str | None]  # path and record

_SHARE = 0.6  # of the sentences of the shorter one
CROWD = 20  # a sentence in more articles is a house formula and tells nothing


@dataclass(frozen=True, slots=True)
class Kin:
    """What lies beyond the articles that are looked at: others that may be copies of them.

    ``common`` are the marks of them all that more than ``CROWD`` articles of the whole corpus bear.
    """

    sources: tuple[Source, ...] = ()
    common: frozenset[int] = frozenset()


ALONE = Kin()


def copies(sources: Iterable[Source], kin: Kin = ALONE) -> dict[Article, Article]:
    """Every article that is a copy, to the one that stands for it: the first by date, path and record."""
    by_mark: dict[int, list[Article]] = {}
    everyone = {(source.path, source.record): source for source in (*kin.sources, *sources)}
    for article, source in everyone.items():
        for mark in source.marks:
            if mark not in kin.common:
                by_mark.setdefault(mark, []).append(article)
    couples = alike(by_mark.values())
    told = {article: Told.of(everyone[article]) for couple in couples for article in couple}
    return standing(couples, told)


class Told(NamedTuple):
    """What must be known of an article: the order in which articles stand for others, and how many marks."""

    published: int
    path: str
    record: str
    marks: int

    @classmethod
    def of(cls, source: Source) -> Told:
        published = source.published.first if source.published else 0
        return cls(published, source.path, source.record or "", len(source.marks))


def alike(bearers: Iterable[list[T]]) -> dict[tuple[T, T], int]:
    """How many marks two articles share, if more than one. ``bearers`` are all of a mark, in one order."""
    shared: Counter[tuple[T, T]] = Counter()
    for some in bearers:
        if 1 < len(some) <= CROWD:
            shared.update(combinations(some, 2))
    return {couple: count for couple, count in shared.items() if count > 1}


def standing(couples: Mapping[tuple[T, T], int], told: Mapping[T, Told]) -> dict[T, T]:
    """Every article that is a copy, to the one that stands for it."""
    edges = [
        (a, b) for (a, b), count in couples.items() if count >= _SHARE * min(told[a].marks, told[b].marks)
    ]
    found: dict[T, T] = {}
    for members, _ in components(edges):
        first = min(members, key=lambda member: told[member])
        found |= {member: first for member in members if member != first}
    return found
