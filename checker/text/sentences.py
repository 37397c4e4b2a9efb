"""Where the sentences of an article begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from checker.model import Article, Block
from checker.text.words import letters
from checker.vocab import load

LONGEST = 2000  # characters; patterns are matched inside one sentence, so this bounds their work

# What may end a sentence: stops, closing marks, then a blank (or a capital: the blank was forgotten, or
# mark-up stood there); a line break inside a block always does.
# Counts are bounded: on a long run of stops the pattern would begin again at each of them. It begins with a
# set of characters, since it is scanned for these several times faster than for alternatives.
_CANDIDATE = re.compile(
    r"[\n.!?…](?:(?<=\n)\n*+"
    r"|(?<!\n)[.!?…]{0,7}+[\"'”’»)\]]{0,4}+(?:[ \t]++|(?<=[a-z\d)][.!?])(?=[A-Z][a-z])))"
)
_OPENING = "\"'“‘„«([¿¡*_•–—- "
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,6}+[^\W\d_]?\.?|[^\W\d_]|[Pp]h\.D|[A-Z][a-z]?\.[A-Z][a-z]{0,2}")
_NUMBER = re.compile(r"\d|[IVXLC]{1,7}\b")
_ORDINAL = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})")
_WORD = re.compile(r"[^\W\d_]{1,20}")
_LONGEST_ABBREVIATION = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of ``block``. ``start`` and ``end`` are offsets into Article.text, blanks left out.

    ``words`` are its runs of ASCII letters, to see quickly what is not in it.
    """

    start: int
    end: int
    block: Block
    words: Sequence[str] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words at which a stop does not end a sentence, or does."""

    never_end: frozenset[str]
    before_numbers: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]


@cache
def _words() -> _Words:
    table = load("abbreviations")
    return _Words(
        frozenset(table["before_names"] + table["always"]),
        frozenset(table["before_numbers"]),
        frozenset(table["either"]),
        frozenset(table["starters"]),
    )


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article in order; none crosses a block or is longer than ``LONGEST``."""
    text = article.text
    plain = letters(text)
    return tuple(
        Sentence(start, end, block, plain[start:end].split())
        for block in article.blocks
        for start, end in _split(text, block.start, block.end)
    )


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _CANDIDATE.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, start, match.start(), match.end()):
            yield from _pieces(text, start, match.end())
            start = match.end()
    yield from _pieces(text, start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without the blanks around it, cut at blanks where it is too long."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
        while text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _ends_sentence(text: str, start: int, stop: int, after: int) -> bool:
    """Does the sentence begun at ``start`` end with the mark at ``stop``? The next word is at ``after``."""
    mark = text[stop]
    if mark == "\n":
        return True
    while after < len(text) and text[after] in _OPENING:
        after += 1
    following = text[after : after + 1]
    if following.islower() or following in ".,;:!?…":
        return False
    if mark != "." or text[stop + 1] == ".":
        return True
    return not _abbreviated(text, start, stop, after)


def _abbreviated(text: str, start: int, stop: int, after: int) -> bool:
    """Does the full stop at ``stop`` belong to the word before it, and does the sentence go on?"""
    begin = max(text.rfind(" ", max(start, stop - _LONGEST_ABBREVIATION - 1), stop) + 1, start)
    if begin == start and _ORDINAL.fullmatch(text, start, stop):
        return True  # "1. The ..." numbers an item; it is no sentence of its own
    word = text[begin:stop].lstrip("(\"'“‘[")
    if not word or len(word) > _LONGEST_ABBREVIATION or not word[-1].isalpha():
        return False
    words = _words()
    names = (word, word.capitalize()) if word.isupper() and len(word) > 1 else (word,)
    if not words.never_end.isdisjoint(names):
        return True
    if not words.before_numbers.isdisjoint(names):
        return _NUMBER.match(text, after) is not None
    if not words.either.isdisjoint(names) or _INITIALS.fullmatch(word):
        following = _WORD.match(text, after)
        return following is None or following[0] not in words.starters
    return False
