"""Which characters inside a block of Markdown are words, and which of them describe an image."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection
from dataclasses import dataclass

from checker.load.marks import mark_at

# A character that may begin mark-up; the checks after it keep the frequent ones (h, w, !, ~) cheap.
_SPECIAL = re.compile(
    r"[\\`*_\[\]<&{@!~hw\n\r]"
    r"(?:(?<=[\\`*_\[\]<&{@])|(?<=!)(?=\[)|(?<=~)(?=~)"
    r"|(?<=h)(?=ttps?://)|(?<=w)(?=ww\.)|(?<=  \n)|(?<=  \r))"
)
_TARGET = re.compile(
    r"\(\s{0,99}+(?:<[^<>\n]{0,2000}+>|(?:[^\s()]|\([^\s()]{0,500}+\)){0,2000}+)"
    r"(?:\s{1,99}+(?:\"[^\"]{0,1000}+\"|'[^']{0,1000}+'|\([^()]{0,1000}+\)))?\s{0,99}+\)"
    r"|\([^()\n]{0,500}+\)"  # as people write them: with blanks, or marks inside marks
)
_LABEL = re.compile(r"\[([^\[\]]{0,500}+)\]")
_LONGEST_LABEL = 500
_DEEPEST = 50  # brackets in brackets


@dataclass(slots=True)
class Piece:
    """``width`` characters of the text from ``at`` on: words, or standing for what is ``meant``.

    ``image`` numbers the images of a block from 1; pieces of a description bear the number of theirs.
    """

    at: int
    width: int
    meant: str = ""
    image: int = 0


def label(text: str) -> str:
    """The form in which labels of links are compared."""
    return " ".join(text.split()).casefold()


def pieces(text: str, start: int, end: int, labels: Collection[str]) -> list[Piece]:
    """The words between ``start`` and ``end``, in order; ``labels`` are those of link definitions."""
    found: list[Piece] = []
    opened: deque[int] = deque(maxlen=_DEEPEST)  # the pieces that are brackets not closed so far
    images = 0
    done = at = start

    while match := _SPECIAL.search(text, at, end):
        at = match.start()
        character = text[at]
        if character == "]":
            found.append(Piece(done, at - done))
            bracket = opened.pop() if opened else -1
            after = _link_end(text, found[bracket], at, end, labels) if bracket >= 0 else 0
            if after:
                if found[bracket].width == 2:
                    images += 1
                    _describe(found[bracket:], images)
                found[bracket].width = 0
            done, at = (after, after) if after else (at, at + 1)
            continue
        mark = mark_at(text, at, done, end)
        if mark:
            found.append(Piece(done, mark.start - done))
            if mark.meant:
                found.append(Piece(mark.start, mark.end - mark.start, mark.meant))
            done, at = mark.end, max(mark.end, mark.go_on)
        elif character in "[!":
            found.append(Piece(done, at - done))
            width = 2 if character == "!" else 1
            opened.append(len(found))
            found.append(Piece(at, width))
            done = at = at + width
        else:
            at += _run(text, at, end)
    found.append(Piece(done, end - done))
    return [piece for piece in found if piece.width]


def _run(text: str, at: int, end: int) -> int:
    """How many times the character at ``at`` stands there in a row: none of them is mark-up."""
    length = 1
    while at + length < end and text[at + length] == text[at] and text[at] in "*_":
        length += 1
    return length


def _link_end(text: str, bracket: Piece, at: int, end: int, labels: Collection[str]) -> int:
    """Where the link or image ends whose text ends with the bracket at ``at``; 0 when it is none."""
    target = _TARGET.match(text, at + 1, end)
    if target:
        return target.end()
    if not labels:
        return 0
    first = bracket.at + bracket.width
    named = _LABEL.match(text, at + 1, end)
    name = named[1] if named and named[1].strip() else text[first:at] if at - first <= _LONGEST_LABEL else ""
    if label(name) not in labels:
        return 0
    return named.end() if named else at + 1


def _describe(found: list[Piece], image: int) -> None:
    for piece in found:
        piece.image = image
