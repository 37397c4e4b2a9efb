"""Which stretches of a text are quoted speech, as against quoted titles, nicknames and terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from checker.model import Block
from checker.text.trie import compile_words
from checker.vocab import load

Stretch = tuple[int, int]

# Straight marks show their side by what stands around them; a mark between letters is an apostrophe.
# Set of characters first: what begins with alternatives is scanned for at half the speed.
_DOUBLE = re.compile(r"[\"“”„«»`'](?:(?<=[\"“”„«»])|(?<=`)`|(?<=')')")
_SINGLE = re.compile(r"['‘’](?!(?<=\w.)\w)")
_MARK = re.compile(r"[\"“”„«»`'‘’]")
_CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"', "``": "''"}

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEWEST_WORDS = 3
_MANY_WORDS = 9

_NEAR = 40  # characters beside the marks in which a word of saying counts


@dataclass(frozen=True, slots=True)
class _Words:
    """The vocabulary of speech, ready to be looked up."""

    clause: frozenset[str]
    small: frozenset[str]
    saying: re.Pattern[str]


@cache
def _words() -> _Words:
    table = load("speech")
    return _Words(frozenset(table["clause"]), frozenset(table["small"]), compile_words(table["saying"]))


def speech(text: str, blocks: Iterable[Block]) -> tuple[Stretch, ...]:
    """The stretches between quotation marks that quote somebody, and the quote blocks, in order and disjoint.

    ``text`` still has its typographic apostrophes: they tell a closing mark from a possessive. A quotation
    left open ends with its block, so each paragraph of a long one, opening with a mark of its own, counts.
    """
    found: list[Stretch] = []
    for block in blocks:
        if block.kind == "quote":
            found.append((block.start, block.end))
            continue
        if not _MARK.search(text, block.start, block.end):
            continue
        found += (it for it in _double(text, block.start, block.end) if _is_speech(text, *it))
        found += (it for it in _single(text, block.start, block.end) if _is_speech(text, *it))
    return tuple(_merged(found))


def _double(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Stretches between double marks; a mark inside an open quotation that cannot close it is passed over."""
    opened, closers = -1, ""
    for match in _DOUBLE.finditer(text, start, end):
        at, mark = match.start(), match[0]
        if opened >= 0 and mark in closers and not (mark == '"' and _only_opens(text, at, start, end)):
            yield opened, at
            opened = -1
        elif opened < 0 and mark in _CLOSES and (mark != '"' or _opens(text, at, start, end)):
            opened, closers = match.end(), _CLOSES[mark]
    if 0 <= opened < end:
        yield opened, end


def _opens(text: str, at: int, start: int, end: int) -> bool:
    return at + 1 < end and not text[at + 1].isspace() and (at == start or not text[at - 1].isalnum())


def _only_opens(text: str, at: int, start: int, end: int) -> bool:
    return at > start and text[at - 1].isspace() and at + 1 < end and text[at + 1].isalnum()


def _single(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Stretches between single marks that are surely closed: after an s the mark may be a possessive's."""
    opened = doubtful = -1
    for match in _SINGLE.finditer(text, start, end):
        at = match.start()
        if _opens_single(text, at, start, end):
            if opened < 0:
                opened, doubtful = at, -1
        elif opened < 0 or match[0] == "‘" or text[at - 1].isspace():
            continue
        elif text[at - 1] in "sS" and text[at + 1 : at + 2] == " ":
            doubtful = at
        else:
            yield opened + 1, at
            opened = doubtful = -1
    if opened >= 0 and doubtful >= 0:
        yield opened + 1, doubtful


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    if text[at] == "’" or at + 1 >= end or not (text[at + 1].isalnum() or text[at + 1] in "([…"):
        return False
    return at == start or text[at - 1].isspace() or text[at - 1] in "([—–-/:"


def _is_speech(text: str, start: int, end: int) -> bool:
    known = _words()
    words = _WORD.findall(text, start, end)
    if len(words) < _FEWEST_WORDS or _is_title(words):
        return False
    if len(words) >= _MANY_WORDS or any(word.lower().replace("’", "'") in known.clause for word in words):
        return True
    if words[0][0].isupper() and text[end - 1] in ",.!?…":
        return True
    return bool(
        known.saying.search(text, max(0, start - _NEAR), start) or known.saying.search(text, end, end + _NEAR)
    )


def _is_title(words: list[str]) -> bool:
    """Is every word but the small ones capitalised, as in the titles of books and films?"""
    small = _words().small
    return (
        words[0][0].isupper()
        and any(word[0].isupper() for word in words[1:])
        and all(word[0].isupper() or word in small for word in words[1:])
    )


def _merged(stretches: list[Stretch]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for stretch in sorted(stretches):
        if last is None or stretch[0] > last[1]:
            if last:
                yield last
            last = stretch
        else:
            last = (last[0], max(last[1], stretch[1]))
    if last:
        yield last
