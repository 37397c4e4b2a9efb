"""Boxes and tables: runs of rows whose labels are known, and rows below a head that has such labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from checker.extract.reading import Reading
from checker.model import Block
from checker.vocab import load

Table = list[list[tuple[int, int]]]  # stretches of cells, by row

_ITEM = re.compile(r"(?P<label>[A-Z][A-Za-z ]{2,28}):\s(?P<value>[^\n]{1,120})\Z")
_LEAST = 2  # rows of which a box consists


@dataclass(frozen=True, slots=True)
class Row:
    """The row ``text[start:end]``, whose value begins at ``value``."""

    label: str
    start: int
    value: int
    end: int


@cache
def labels() -> dict[str, tuple[str, str]]:
    """Labels to the kind of value behind them, and what it says."""
    return {
        form: (kind, what)
        for kind, table in load("rows").items()
        for what, forms in table.items()
        for form in forms
    }


def boxes(reading: Reading) -> Iterator[list[Row]]:
    """Runs of rows of two cells, and of items that are a label and a value, among which labels are known."""
    text = reading.article.text
    box: list[Row] = []
    for block in reading.article.blocks:
        row = _row(text, block)
        if row is None:
            if len(box) >= _LEAST:
                yield _known(box)
            box = []
        else:
            box.append(row)
    if len(box) >= _LEAST:
        yield _known(box)


def _known(box: list[Row]) -> list[Row]:
    return [row for row in box if row.label in labels()]


def _row(text: str, block: Block) -> Row | None:
    if block.kind == "row":
        label, tab, value = text[block.start : block.end].partition("\n")
        if not tab or "\n" in value or not value.strip():
            return None
        return Row(label.strip(" :").lower(), block.start, block.start + len(label) + 1, block.end)
    if block.kind not in ("item", "paragraph"):
        return None
    match = _ITEM.match(text, block.start, block.end)
    return Row(match["label"].lower(), block.start, match.start("value"), block.end) if match else None


def tables(reading: Reading) -> Iterator[Table]:
    """The cells of tables whose first row says what stands in the others, by row."""
    text = reading.article.text
    for rows, blocks in groupby(reading.article.blocks, lambda block: block.kind == "row"):
        table = [_cells(text, block) for block in blocks] if rows else []
        head = [text[start:end].strip().lower() for start, end in table[0]] if table else []
        if len(table) < 2 or len(head) < 2 or head[0] in labels():
            continue
        if any(label in labels() for label in head[1:]) and all(len(row) == len(head) for row in table):
            yield table


def _cells(text: str, block: Block) -> list[tuple[int, int]]:
    cells, at = [], block.start
    for cell in text[block.start : block.end].split("\n"):
        cells.append((at, at + len(cell)))
        at += len(cell) + 1
    return cells
