"""Builds the clean text of an article from pieces of the original, and remembers where each came from."""

from __future__ import annotations

import re

from checker.model import Block, BlockKind, Positions

INVISIBLE = "\ue000"  # one that no article uses, to stand where something has been taken out

# Characters that show nothing: soft hyphens, zero-width ones, marks of direction, byte order marks.
_NOTHING = r"\ue000\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_BLANK = r"\t\n\x0b\x0c\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

# One character that shows nothing, or a run of blanks to be made one.
_CLUTTER = re.compile(rf"[{_NOTHING}{_BLANK}](?:(?<=[{_NOTHING}])|[{_NOTHING}{_BLANK}]++)")
_ONLY_NOTHING = re.compile(rf"[{_NOTHING}]++")
_ODD_BLANKS = "\t\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_APOSTROPHES = "‘’ʼ‛＇"


def plain_apostrophes(text: str) -> str:
    """The text with typographic apostrophes made plain ones, character for character."""
    for mark in _APOSTROPHES:
        text = text.replace(mark, "'")
    return text


class Builder:
    """Appends pieces of the original, block by block. Blanks of any kind and number become one plain blank.

    Apostrophes stay as they are, since they tell where quotations end: ``plain_apostrophes`` comes last.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._length = 0
        self._start = -1  # where the open block begins in the text; -1 when none is open
        self._blank = True  # would another blank be one too many?
        self._text: list[int] = []
        self._original: list[int] = []

    def add(self, piece: str, at: int) -> None:
        """Appends a piece that stands at offset ``at`` of the original; opens a block if none is open."""
        piece = piece.replace("\n", " ")
        if piece.isprintable() and "  " not in piece:  # of all clutter a blank alone is
            self._append(piece, at)
            return
        begun = 0
        for match in _CLUTTER.finditer(piece):
            start, stop = match.span()
            self._append(piece[begun:start], at + begun)
            begun = stop
            if stop - start > 1 or piece[start].isspace():
                self._append(" ", at + start)
        self._append(piece[begun:] if begun else piece, at + begun)

    def add_for(self, meant: str, at: int, width: int) -> None:
        """Appends what ``width`` characters of the original stand for, such as those of an entity."""
        if _ONLY_NOTHING.fullmatch(meant):
            return
        if meant.isspace():
            self._append(" ", at)
            return
        self._append(meant, at)
        # Two runs at one offset say where the characters before it end in the original.
        if width != len(meant):
            self._text += (self._length, self._length)
            self._original += (at + width, at + width)

    def line_break(self, at: int) -> None:
        """Sets apart what follows inside the block, such as the next cell of a row."""
        if self._start < 0:
            return
        if self._parts[-1] == "\n":
            return
        if self._blank:
            self._parts[-1] = self._parts[-1][:-1]
            self._length -= 1
        self._run(at)
        self._parts.append("\n")
        self._length += 1
        self._blank = True

    def end(self, kind: BlockKind, at: int) -> None:
        """Closes the block; without words it leaves no trace."""
        if self._start < 0:
            return
        if self._blank:  # the last character is a blank or a line break
            self._parts[-1] = self._parts[-1][:-1]
            self._length -= 1
        self.blocks.append(Block(kind, self._start, self._length))
        self._run(at)
        self._parts.append("\n")
        self._length += 1
        self._start, self._blank = -1, True

    def finish(self) -> tuple[str, Positions]:
        """The text so far, without the line break after the last block, and where it comes from."""
        text = "".join(self._parts)[: self.blocks[-1].end if self.blocks else 0]
        for blank in _ODD_BLANKS:
            text = text.replace(blank, " ")
        positions = Positions(tuple(self._text), tuple(self._original)) if self._text else Positions()
        return text, positions

    def _append(self, piece: str, at: int) -> None:
        if not piece:
            return
        if "\n" in piece:
            piece = piece.replace("\n", " ")
        if self._blank and piece[0].isspace():
            piece, at = piece[1:], at + 1
            if not piece:
                return
        if self._start < 0:
            self._start = self._length
        self._run(at)
        self._parts.append(piece)
        self._length += len(piece)
        self._blank = piece[-1].isspace()

    def _run(self, at: int) -> None:
        """Begins a run at the end of the text, unless the one before reaches ``at`` by itself."""
        if not self._text:
            self._text.append(0)
            self._original.append(at)
            return
        if self._original[-1] + self._length - self._text[-1] == at:
            return
        if self._text[-1] == self._length:  # nothing came of that run
            self._original[-1] = at
            return
        self._text.append(self._length)
        self._original.append(at)
