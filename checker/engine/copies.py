"""Which articles are copies of one story, such as a wire report printed twice? They are one witness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from checker.engine.graph import components
from checker.model import Source

Article = tuple[str, str | None]  # path and record

_SHARE = 0.6  # of the sentences of the shorter one
_CROWD = 20  # a sentence in more articles is a house formula and tells nothing


def copies(sources: Iterable[Source]) -> dict[Article, Article]:
    """Every article that is a copy, to the one that stands for it: the first by date, path and record."""
    by_mark: dict[int, list[Source]] = {}
    for source in sources:
        for mark in source.marks:
            by_mark.setdefault(mark, []).append(source)
    shared: Counter[tuple[Article, Article]] = Counter()
    marked: dict[Article, Source] = {}
    for bearers in by_mark.values():
        if 1 < len(bearers) <= _CROWD:
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
