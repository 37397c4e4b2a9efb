"""Which passages of an article its comments silence, and for which rules (design 3.6).

<!-- checker: ignore -->                     the next block, or its own line after words
<!-- checker: ignore[rule, rule] reason -->  the same, for these rules only
<!-- checker: ignore-file[rule] -->          the whole article, wherever it stands
<!-- checker: disable[rule] -->              all that follows, up to enable[rule] or the end
{/* checker: ignore */}                      in Markdown, any of these
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.load.comments import Mark, Misread, mark_at
from checker.load.outcome import Problem
from checker.load.silence import line_starts, target
from checker.model import Article, Ignore


def with_ignores(article: Article, comments: Iterable[int]) -> tuple[Article, tuple[Problem, ...]]:
    """The article with what its comments silence, and those that look like marks but cannot be read.

    ``comments`` is where comments begin in the original.
    """
    comments = tuple(comments)
    if not comments:
        return article, ()
    lines = line_starts(article.original)
    marks: list[Mark] = []
    problems: list[Problem] = []
    for at in comments:
        try:
            mark = mark_at(article.original, at)
        except Misread as error:
            problems.append(Problem(article.source.path, f"line {_line(article, lines, at)}: {error}"))
            continue
        if mark:
            marks.append(mark)
    found = sorted(_ignores(article, lines, marks), key=lambda it: (it.at, it.rules, it.start))
    return replace(article, ignores=(*article.ignores, *found)), tuple(problems)


def silenced(ignores: Iterable[Ignore], rule: str, start: int, end: int) -> Ignore | None:
    """What silences the rule somewhere between the offsets of the original; the narrowest if several do."""
    found = (
        it
        for it in ignores
        if (not it.rules or rule in it.rules) and max(it.start, start) < min(it.end, max(end, start + 1))
    )
    return min(found, key=lambda it: (it.end - it.start, it.at), default=None)


def _ignores(article: Article, lines: Sequence[int], marks: Sequence[Mark]) -> Iterator[Ignore]:
    whole = len(article.original)
    opened: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.verb == "ignore":
            yield Ignore(
                *target(article, lines, mark.at, mark.end), mark.rules, mark.reason, mark.at, mark.end
            )
        elif mark.verb == "ignore-file":
            yield Ignore(0, whole, mark.rules, mark.reason, mark.at, mark.end)
        elif mark.verb == "disable":
            for rule in mark.rules:
                opened.setdefault(rule, []).append(mark)
        else:
            for rule in mark.rules:
                yield from _closed(opened.pop(rule, ()), rule, mark.at)
    for rule, left in opened.items():
        yield from _closed(left, rule, whole)


def _closed(marks: Iterable[Mark], rule: str, end: int) -> Iterator[Ignore]:
    yield from (Ignore(mark.end, end, (rule,), mark.reason, mark.at, mark.end) for mark in marks)


def _line(article: Article, lines: Sequence[int], at: int) -> int:
    """The line of the file; for a record, that of the record."""
    return article.line if article.source.record is not None else bisect_right(lines, at)
