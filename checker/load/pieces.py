"""A file of records in pieces, each of which can be read, and kept, by itself."""

from __future__ import annotations

import os
from typing import NamedTuple

from checker.load.walk import FORMATS

LINES = 64  # in a piece


class Piece(NamedTuple):
    """Some lines of a file, or all that it says, and the number of the first."""

    first: int
    data: bytes


class Cut(NamedTuple):
    """The pieces of a file, and what is wrong with it as a whole, in words."""

    pieces: tuple[Piece, ...]
    problems: tuple[str, ...] = ()


def cut(path: str, data: bytes) -> Cut:
    """Records in pieces of so many lines, so that a change of one leaves most of the others as they are.

    A record whose id stands in an earlier line is left out. A file of another format is one piece, as is one
    of few lines, and one that is not plainly UTF-8.
    """
    if FORMATS.get(os.path.splitext(path)[1].lower()) != "jsonl" or data.count(b"\n") <= LINES:
        return Cut((Piece(1, data),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Cut((Piece(1, data),))
    from checker.load.jsonl import repeated

    lines = text.split("\n")
    problems = []
    for number, said in repeated(path, lines):
        lines[number - 1] = ""
        problems.append(f"line {number}: {said}")
    starts = range(0, len(lines), LINES)
    pieces = (Piece(start + 1, "\n".join(lines[start : start + LINES]).encode()) for start in starts)
    return Cut(tuple(pieces), tuple(problems))


def named(path: str, first: int) -> str:
    """The name of the piece of a file that begins with this line: for the first it is that of the file."""
    return path if first == 1 else f"{path}\0{first:09}"


def place(name: str) -> tuple[str, int]:
    """The path and the first line of the piece that has this name."""
    path, _, first = name.partition("\0")
    return path, int(first or 1)
