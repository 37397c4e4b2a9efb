"""Claims that boxes and tables of facts make: "Founded | 1962", "Length: 4.2 km", a row below a head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from checker.extract import shared_names
from checker.extract.reading import Reading
from checker.extract.row_claims import About, Named, Row, claims, labels
from checker.model import Block, Event, Relation
from checker.resolve.compare import fold

_ITEM = re.compile(r"(?P<label>[A-Z][A-Za-z ]{2,28}):\s(?P<value>[^\n]{1,120})\Z")
# A name of two words, or with a number: others are borne by many.
_OWN = re.compile(r"(?:The\s)?[A-Z][\w'.-]*(?:\s(?:of\s|the\s)?[\w'.-]+){1,5}|[A-Z][A-Za-z]*-\d[\w-]*")
_LEAST = 2  # rows of which a box consists


def extract(reading: Reading) -> Iterator[Event | Relation]:
    """One claim for each row whose label we know, of a box in an article that says what it is about."""
    tables = list(_tables(reading))
    boxes = [box for box in _boxes(reading) if box]
    if not (boxes or tables):
        return
    for cells in tables:
        yield from _of_table(reading, cells)
    if not boxes:
        return
    about = About(reading)
    for box in boxes if about.name else ():
        told = Counter(row.label for row in box)
        for row in box:
            if told[row.label] == 1:
                yield from claims(reading, row, about)


def _boxes(reading: Reading) -> Iterator[list[Row]]:
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


def _tables(reading: Reading) -> Iterator[list[list[tuple[int, int]]]]:
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


def _of_table(reading: Reading, table: list[list[tuple[int, int]]]) -> Iterator[Event | Relation]:
    """What the rows below the head say of the thing in their first cell."""
    text = reading.article.text
    head = [text[start:end].strip().lower() for start, end in table[0]]
    named = [text[row[0][0] : row[0][1]].strip() for row in table[1:]]
    often = Counter(named)
    for name, row in zip(named, table[1:], strict=True):
        if not _OWN.fullmatch(name) or often[name] > 1:
            continue
        about = Named(name, shared_names.context(reading, fold(name).split()))
        for label, (start, end) in zip(head[1:], row[1:], strict=True):
            if label in labels() and labels()[label][0] in ("dates", "measures", "sums"):
                yield from claims(reading, Row(label, row[0][0], start, end), about)
