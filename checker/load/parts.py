"""What an HTML page consists of: blocks of words with their places, and what the page says of itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from checker.load.elements import Beside, Place
from checker.load.inline import Piece
from checker.model import BlockKind

_LONGEST_CELL = 400  # characters
_LONGEST_VALUE = 60
_MOST_IN_CELL = 3  # blocks


@dataclass(slots=True)
class Part:
    """A block of words. ``size`` counts its characters, ``linked`` those of links.

    Line breaks are pieces of no width. ``cell`` numbers the cell of a table.
    """

    place: Place
    kind: BlockKind
    pieces: list[Piece] = field(default_factory=list)
    size: int = 0
    linked: int = 0
    cell: int = 0

    @property
    def start(self) -> int:
        return self.pieces[0].at

    @property
    def end(self) -> int:
        return self.pieces[-1].at + self.pieces[-1].width


@dataclass(slots=True)
class Page:
    """What is found in a page. ``stated`` and ``times`` are pairs and triples in the order of the page."""

    parts: list[Part] = field(default_factory=list)
    title: tuple[int, int] = (0, 0)  # the words of <title>
    stated: list[tuple[str, str, Place]] = field(default_factory=list)  # <meta> and itemprop values, by name
    told: dict[str, tuple[int, int]] = field(default_factory=dict)  # where <meta> tells what it is about
    times: list[tuple[int, str, str, Place]] = field(
        default_factory=list
    )  # where, which, its other attributes
    json: list[str] = field(default_factory=list)  # JSON-LD
    comments: list[int] = field(default_factory=list)  # where they begin
    beside: dict[int, tuple[Beside, int]] = field(
        default_factory=dict
    )  # by number: why, and the one around it


def in_row(row: list[Part]) -> list[Part]:
    """The blocks of a table's row: one of all its cells, unless the table is there for layout."""
    return row if _is_layout(row) else [_joined(row)]


def is_definition(row: list[Part]) -> bool:
    """Is it a term with one short value, as those of a table of facts?"""
    return len(row) == 2 and row[0].cell < row[1].cell and all(part.size <= _LONGEST_VALUE for part in row)


def _is_layout(row: list[Part]) -> bool:
    """Is the row one cell, or empty, or are its cells too rich for a table of facts?"""
    counts = Counter(part.cell for part in row if part.kind != "caption")
    rich = any(part.kind == "heading" or part.size > _LONGEST_CELL for part in row)
    return rich or len(counts) < 2 or max(counts.values()) > _MOST_IN_CELL


def _joined(row: list[Part]) -> Part:
    words = [part for part in row if part.kind != "caption"]
    whole = Part(words[0].place, "quote" if words[0].place.quoted else "row")
    for part in words:
        if whole.pieces:
            whole.pieces.append(Piece(whole.end, 0, "\n"))
        whole.pieces += part.pieces
        whole.size += part.size
        whole.linked += part.linked
    return whole
