"""Where an acronym stands beside its expansion, and whether its letters fit the words.

After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text" (2003): the candidates beside brackets, the words looked at, the matching from right to left. Stricter
than theirs, a letter counts only as the initial of a word or behind the initial in the same word, and at most
one word of weight may go unused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

_BRACKETS = re.compile(r"\((?P<inside>[^()\n]{2,120})\)")
# "Force in Lebanon- UNIFIL", "the Organisation, or SCO,": the acronym closes its phrase.
_BEHIND = re.compile(
    r"(?:\s?[-–—]\s|\s[-–—]|,\sor\s|,?\s(?:also\s)?(?:known|abbreviated)\s(?:as|to)\s)(?:the\s)?"
    r"(?P<short>[A-Z][A-Za-z0-9&]{1,9})(?=[,.;:)]|\s[-–—]|\s*\Z)"
)
_AHEAD = re.compile(r"(?<![\w.'-])(?P<short>[A-Z][A-Za-z0-9&]{1,9}),\sor\s(?:the\s)?(?=[A-Z])")
_STOP = re.compile(r"[,;:.()\[\]\"“”!?\n]")
_MARK = r"(?<=[-–—])\s?[A-Z]|(?<=,)\sor\s|(?<=k)nown\s(?:as|to)\s|(?<=abbrev)iated\s(?:as|to)\s"
_TRIGGER = re.compile(rf"[,\-–—kv](?:{_MARK})")
SIGN = re.compile(rf"[(,\-–—kv](?:(?<=\()|{_MARK})")  # of an acronym, in brackets or behind
_SHORT = re.compile(r"[A-Z][A-Za-z0-9&/.-]{1,11}")
_SHORT_BEFORE = re.compile(r"(?<![\w.'-])(?P<short>[A-Z][A-Za-z0-9&/.-]{1,11})\s?\Z")
_WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*|&")
_BREAK = re.compile(r"[;:()\[\]\"“”«»!?\n]|\.\s")
_SMALL = frozenset("a an and as at de for from in of on or s the to with &".split())
_NUMBERS = {
    word: str(number)
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}
_MOST_WORDS = 16
_REACH = 160  # characters before the acronym in which its expansion begins


@dataclass(frozen=True, slots=True)
class Defined:
    """An acronym and its expansion: ``text[start:end]`` holds both, the expansion is ``text[first:last]``."""

    start: int
    end: int
    first: int
    last: int
    short: str


@lru_cache(maxsize=1024)  # two extractors ask
def acronyms(text: str, start: int, end: int) -> tuple[Defined, ...]:
    """The acronyms that ``text[start:end]`` explains, in order."""
    found = [*_bracketed(text, start, end)] if text.find("(", start, end) >= 0 else []
    if _TRIGGER.search(text, start, end):
        found += _trailing(text, start, end)
        found += _leading(text, start, end)
    return tuple(sorted(found, key=lambda it: (it.start, it.end)))


def _bracketed(text: str, start: int, end: int) -> Iterator[Defined]:
    for match in _BRACKETS.finditer(text, start, end):
        inside = re.split(r"[,;]\s", match["inside"], maxsplit=1)[0].strip("\"'“” ")
        if is_short(inside):
            words = _words_before(text, start, match.start())
            if span := _fit(inside, words):
                yield Defined(span[0], match.end(), *span, plain(inside))
        elif before := _SHORT_BEFORE.search(text, max(start, match.start() - 14), match.start()):
            words = list(_WORD.finditer(text, match.start("inside"), match.end("inside")))
            words = words[1:] if words and words[0][0].lower() == "the" else words
            if not is_short(before["short"]) or not words or len(words) > _MOST_WORDS:
                continue
            span = _fit(before["short"], words)
            if span and span[0] == words[0].start():
                yield Defined(before.start("short"), match.end(), *span, plain(before["short"]))


def _trailing(text: str, start: int, end: int) -> Iterator[Defined]:
    for match in _BEHIND.finditer(text, start, end):
        short = match["short"]
        if is_short(short) and (span := _fit(short, _words_before(text, start, match.start()))):
            yield Defined(span[0], match.end("short"), *span, plain(short))


def _leading(text: str, start: int, end: int) -> Iterator[Defined]:
    """ "the OCC, or Orrsund Canal Company,": the acronym comes first."""
    for match in _AHEAD.finditer(text, start, end):
        stop = _STOP.search(text, match.end(), end)
        words = list(islice(_WORD.finditer(text, match.end(), stop.start() if stop else end), _MOST_WORDS))
        for count in range(len(words), 1, -1):
            span = _fit(match["short"], words[:count]) if is_short(match["short"]) else None
            if span and span[0] == words[0].start() and words[count - 1][0][0].isupper():
                yield Defined(match.start("short"), span[1], *span, plain(match["short"]))
                break


def is_short(form: str) -> bool:
    """Has it the shape of an acronym: at least two capitals, and hardly less capitals than other letters?"""
    if not _SHORT.fullmatch(form):
        return False
    capitals = sum(character.isupper() or character.isdigit() for character in form)
    letters = sum(character.isalnum() for character in form)
    return capitals >= 2 and 2 * capitals >= letters and any(map(str.isalpha, form))


def plain(short: str) -> str:
    """The acronym without the plural's "s" and without stops."""
    short = short.replace(".", "") if "." in short else short
    return short[:-1] if short.endswith("s") and short[:-1].isupper() else short


def _words_before(text: str, start: int, stop: int) -> list[re.Match[str]]:
    begin = max(start, stop - _REACH)
    for match in _BREAK.finditer(text, begin, stop):
        begin = match.end()
    return list(_WORD.finditer(text, begin, stop))[-_MOST_WORDS:]


def _fit(short: str, words: list[re.Match[str]]) -> tuple[int, int] | None:
    """The stretch of the words that the letters stand for, which ends with the last of them."""
    letters = [character for character in plain(short).lower() if character.isalnum()]
    if not words or len(letters) < 2:
        return None
    forms = [_NUMBERS.get(match[0].lower(), match[0].lower()) for match in words]
    if forms[-1] in _SMALL:
        return None
    spare = 1 if len(letters) > 2 else 0
    begin = _align(forms, letters, len(forms) - 1, len(letters) - 1, spare, {})
    if begin is None or begin == len(forms) - 1 or "".join(letters) in forms[begin:]:
        return None  # "PDF documents (PDF)" explains nothing
    return words[begin].start(), words[-1].end()


def _align(
    forms: list[str],
    letters: list[str],
    i: int,
    j: int,
    spare: int,
    known: dict[tuple[int, int, int], int | None],
) -> int | None:
    """The word at which the letters up to ``j`` begin, if the words up to ``i`` hold them."""
    if j < 0:
        return i + 1
    if i < 0:
        return None
    if (i, j, spare) not in known:
        begin = None
        for taken in _taken(forms[i], letters, j):
            begin = _align(forms, letters, i - 1, j - taken, spare, known)
            if begin is not None:
                break
        if begin is None and (forms[i] in _SMALL or spare):
            begin = _align(forms, letters, i - 1, j, spare - (forms[i] not in _SMALL), known)
        known[i, j, spare] = begin
    return known[i, j, spare]


def _taken(word: str, letters: list[str], j: int) -> Iterator[int]:
    """How many letters up to ``j`` the word may stand for: its initial and some that follow in it."""
    for taken in range(1, j + 2):
        piece = letters[j - taken + 1 : j + 1]
        if piece[0] == word[0] and _in_order(piece, word):
            yield taken


def _in_order(letters: list[str], word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
