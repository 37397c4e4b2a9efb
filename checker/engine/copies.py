"""Which articles are copies of one story, such as a wire report printed twice? They are one witness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from checker.engine.graph import components
from checker.model import Source

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
    by_mark: dict[int, list[Source]] = {}
    everyone = {(source.path, source.record): source for source in (*kin.sources, *sources)}
    for source in everyone.values():
        for mark in source.marks:
            if mark not in kin.common:
                by_mark.setdefault(mark, []).append(source)
    shared: Counter[tuple[Article, Article]] = Counter()
    marked: dict[Article, Source] = {}
    for bearers in by_mark.values():
        if 1 < len(bearers) <= CROWD:
            marked |= {(source.path, source.record): source for source in bearers}
            keys = sorted((source.path, source.record or "") for source in bearers)
            shared.update(combinations([(path, record or None) for path, record in keys], 2))
    alike = [
        (a, b)
        for (a, b), count in shared.items()
        if count >= max(2, _SHARE * min(len(marked[a].marks), len(marked[b].marks)))
    ]
    found: dict[Article, Article] = {}
    for members, _ in components(alike):
        first = min(members, key=lambda member: _order(marked[member]))
        found |= {member: first for member in members if member != first}
    return found


def _order(source: Source) -> tuple[int, str, str]:
    published = source.published.first if source.published else 0
    return published, source.path, source.record or ""
