"""Where a named organisation stands in a sentence: a head noun and the capitalised words around it.

A capital counts only in a sentence that writes other words small; an unknown capitalised word right behind
the name leaves its end in doubt, and then there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from checker.extract import organisation_extent as extent
from checker.extract.organisation_words import words
from checker.resolve.offices import heads as offices
from checker.resolve.organisations import Parts, parents, parts, place_at, place_before
from checker.text.tokens import Phrases, Token, joined
from checker.vocab import load

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_FEW = 5  # capitals in a line that make one small word look like a slip


@dataclass(frozen=True, slots=True)
class Name:
    """The name ``row[start:end]`` of an organisation and what it says."""

    start: int
    head: int
    end: int
    text: str
    parts: Parts


@cache
def _known() -> Phrases[bool]:
    return Phrases((name, True) for name in load("organisations")["known"]["names"])


def at(text: str, row: list[Token], i: int) -> tuple[str, int] | None:
    """The organisation whose name begins at token ``i``, without article, and the index behind it."""
    if i >= len(row) or not row[i].capital:
        return None
    for head in range(i, min(i + extent.LONGEST, len(row))):
        if extent.is_head(row, head):
            name = _name(text, row, head, i)
            if name and name.start == i and not headline(row):
                return name.text, name.end
        elif not (row[head].capital or row[head].text in "&-'," or row[head].low in ("and", "'s")):
            break
    if known := _known().at(row, i):
        return text[row[i].start : row[known[1] - 1].end], known[1]
    return (row[i].text, i + 1) if _is_acronym(text, row, i) and not headline(row) else None


def before(text: str, row: list[Token], i: int) -> tuple[str, int] | None:
    """The organisation whose name ends right before token ``i``, and the index where it begins."""
    if i <= 0 or i > len(row):
        return None
    for head in range(i - 1, max(-1, i - 1 - extent.LONGEST), -1):
        if extent.is_head(row, head):
            name = _name(text, row, head, 0, behind=i)
            if name and name.end == i and not headline(row):
                return name.text, name.start
    if known := _known().before(row, i):
        return text[row[known[1]].start : row[i - 1].end], known[1]
    return (row[i - 1].text, i - 1) if _is_acronym(text, row, i - 1) and not headline(row) else None


def names(text: str, row: list[Token]) -> Iterator[Name]:
    """The names of organisations in a sentence, from left to right; none overlaps another."""
    behind = 0
    for i in range(len(row)):
        if i < behind or not extent.is_head(row, i):
            continue
        if behind == 0 and headline(row):
            return
        name = _name(text, row, i, behind)
        if name and (name.end > name.head + 1 or not _goes_on(row, name.end)):
            yield name
        behind = name.end if name else i + 1


def widened(text: str, row: list[Token], name: Name, start: int) -> Name:
    """The same name, begun at an earlier token."""
    found = parts(text, row, start, name.head, name.end)
    return Name(start, name.head, name.end, text[row[start].start : row[name.end - 1].end], found)


def headline(row: list[Token]) -> bool:
    """Are words of meaning capitalised throughout, so that a capital tells us nothing?"""
    small = words().small
    lower = capitals = 0
    for token in row:
        if token.text[0].islower():
            if capitals == 0 and token.low != "'s":
                return False  # begins small, as no headline does
            lower += token.low not in small
        elif token.capital:
            capitals += 1
    return lower == 0 or (lower == 1 and capitals > _FEW and row[-1].text != ".")


def _is_acronym(text: str, row: list[Token], i: int) -> bool:
    word = row[i].text.replace(".", "")
    return (
        3 <= len(word) <= 8
        and word.isalpha()
        and word.isupper()
        and word not in words().capitals
        and not place_at(text, row, i)
        and not _ROMAN.fullmatch(word)
    )


def _name(text: str, row: list[Token], head: int, lowest: int, behind: int | None = None) -> Name | None:
    """The name headed by the last head noun of the run of capitals in which ``head`` stands."""
    head = extent.last_head(row, head)
    start = extent.left(row, head, lowest)
    end = extent.right(text, row, head, start, len(row) if behind is None else behind)
    if not _enough(text, row, start, head, end):
        return None
    found = parts(text, row, start, head, end)
    if not found.place and start > 1 and row[start - 1].low == "'s":  # "Kenya's Supreme Court"
        owner = place_before(text, row, start - 1)
        found = replace(found, place=owner[0] if owner else "")
    return Name(start, head, end, text[row[start].start : row[end - 1].end], found)


def _enough(text: str, row: list[Token], start: int, head: int, end: int) -> bool:
    """Is it a name, and not a common noun with a capital ("the Commission")?"""
    known = words()
    if row[head].text in known.firm:
        return head > start
    if end == head + 1 and head == start:
        return False
    if row[head].text in known.parented:
        return any(row[i].capital and parents().at(row, i) for i in range(start, head))
    if text[row[start].start : row[end - 1].end].lower() in known.common:
        return False
    place = place_at(text, row, start)
    if place and place[1] >= end:
        return False
    if end > head + 1 or row[head].text not in known.weak:
        return True
    said = [token for token in row[start:head] if token.text[0].isalnum() and token.low not in ("and", "new")]
    if len(said) > 1:
        return True
    return bool(said and (parents().at(row, start) or place_at(text, row, start)))


def _goes_on(row: list[Token], end: int) -> bool:
    """Does an unknown capital right behind leave in doubt where the name ends?"""
    if end >= len(row):
        return False
    token = row[end]
    if token.text == "-":
        return joined(row, end)
    return token.capital and token.text[0].isalpha() and token.text != "I" and not offices().at(row, end)
