"""Which stretch of an article a comment speaks of: what it stands behind, or what comes next."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from checker.load.elements import BLOCKS
from checker.model import Article, Block

_CELL = re.compile(r"<t[dh]\b[^<>]{0,1000}+>\s{0,100}+\Z", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS))})\b", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\n|\r")
_FAR = 1200


def line_starts(text: str) -> list[int]:
    """Where the lines of a text begin."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def target(article: Article, lines: Sequence[int], at: int, end: int) -> tuple[int, int]:
    """What the comment from ``at`` to ``end`` speaks of, in offsets of the original; empty if nothing is.

    Behind words on its line: what their block has on this line. Otherwise the next block; at the beginning
    of a cell of an HTML table the cell, in the middle of a block what is left of it, up to a line break that
    shows. HTML may have many blocks on a line: between two of them it speaks of the second. ``lines`` is
    where the lines of the original begin.
    """
    line = bisect_right(lines, at) - 1
    first = _clean(article, lines[line])
    last = _clean(article, at) - 1
    while last >= first and article.text[last] in " \n":
        last -= 1
    line = bisect_right(lines, end)
    stop = _clean(article, lines[line]) if line < len(lines) else len(article.text)
    if last >= first and not (_next_on_line(article, end, stop) and _tag_between(article, last, at)):
        return _behind(article, first, last, stop)
    return _next(article, at, end)


def _behind(article: Article, first: int, last: int, stop: int) -> tuple[int, int]:
    """What the block of the word at ``last`` has between ``first`` and ``stop``; a cell of it, in HTML."""
    block = _block(article, last)
    assert block
    start, end = max(block.start, first), min(block.end, stop)
    for cut in (article.text.rfind("\n", start, last), article.text.find("\n", last, end)):
        if (
            cut >= 0
            and "<" in article.original[article.positions.at(cut - 1) : article.positions.at(cut + 1)]
        ):
            start, end = (cut + 1, end) if cut < last else (start, cut)
    while article.text[end - 1] in " \n":
        end -= 1
    return article.positions.span(start, end)


def _next(article: Article, at: int, end: int) -> tuple[int, int]:
    start = _clean(article, end)
    while start < len(article.text) and article.text[start] in " \n":
        start += 1
    block = _block(article, start)
    if block is None:
        return end, end
    in_cell = block.kind == "row" and _CELL.search(article.original, max(0, at - _FAR), at) is not None
    if start <= block.start and not in_cell:
        return article.positions.span(block.start, block.end)
    shown_break = article.text.find("\n", start, block.end)
    return article.positions.span(start, shown_break if shown_break >= 0 else block.end)


def _next_on_line(article: Article, end: int, stop: int) -> bool:
    start = _clean(article, end)
    return not article.text[start : min(stop, start + 2)].isspace() and start < stop


def _tag_between(article: Article, last: int, at: int) -> bool:
    written = article.original[max(article.positions.at(last), at - _FAR) : at]
    return _BLOCK_TAG.search(written) is not None


def _block(article: Article, offset: int) -> Block | None:
    """The block around an offset of the text, or the next one after it."""
    index = bisect_right(article.blocks, offset, key=lambda block: block.end)
    return article.blocks[index] if index < len(article.blocks) else None


def _clean(article: Article, offset: int) -> int:
    """The first offset of the text whose character stands at ``offset`` of the original or after it."""
    positions = article.positions
    run = bisect_right(positions.original, offset) - 1
    if run < 0:
        return 0
    following = positions.text[run + 1] if run + 1 < len(positions.text) else len(article.text)
    return min(positions.text[run] + offset - positions.original[run], following)
