"""Later mentions, without a title, of people whom an article has introduced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.extract.names import never, title_words
from checker.resolve import names
from checker.resolve.nicknames import is_given
from checker.resolve.people import Mention, Roster
from checker.resolve.skeleton import fold

_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ](?<![\w'-].)[\w-]{1,40}+(?:'(?!s\b)\w{1,30}+)?")
_GIVEN = re.compile(r"(?<![\w'-])(?:[A-ZÀ-ÖØ-Þ][\w'-]{1,30}+|[A-Z]\.) $")
_MOST_GIVEN = 3


def covered(mentions: Iterable[Mention]) -> set[int]:
    """Every offset inside one of the mentions."""
    return {offset for mention in mentions for offset in range(mention.start, mention.end)}


def later(text: str, known: Roster, found: Iterable[Mention]) -> Iterator[Mention]:
    """Mentions that end in the surname of a known person, given names before it included.

    A capital before the surname that opens a sentence may be a given name or any word: such a mention is
    left out, unless the word is known to be a name or known to be none.
    """
    surnames: dict[str, list[str]] = {}
    for figure in known.figures:
        if surname := names.surname(figure.name):
            surnames.setdefault(surname.split()[-1], []).append(surname)
    if not surnames:
        return
    given = {word for figure in known.figures for word in figure.name.split()}
    taken = covered(found)
    for match in _WORD.finditer(text):
        if match[0] not in surnames or match.start() in taken:
            continue
        start = _surname_start(text, match.end(), surnames[match[0]])
        begin = _with_given_names(text, start, given) if start is not None else None
        if begin is not None:
            yield Mention(begin, match.end(), text[begin : match.end()])


def _surname_start(text: str, end: int, surnames: list[str]) -> int | None:
    """Where the longest of the surnames that end here begins."""
    ending = [surname for surname in surnames if text.endswith(surname, 0, end)]
    return end - len(max(ending, key=len)) if ending else None


def _with_given_names(text: str, start: int, given: set[str]) -> int | None:
    """Where the whole name begins; None when that cannot be told."""
    surname = start
    for _ in range(_MOST_GIVEN):
        match = _GIVEN.search(text, max(0, start - 34), start)
        word = match[0].strip() if match else ""
        if not match or word.endswith("'s") or word.lower() in never() or word.lower() in title_words():
            return start
        if _opens(text, match.start()) and not (word in given or is_given(fold(word))):
            return start if start < surname else None
        start = match.start()
    return start


def _opens(text: str, start: int) -> bool:
    """Does a sentence or a quotation begin here, so that a capital tells nothing?"""
    before = text[max(0, start - 2) : start].strip()
    return not before or before[-1] in '.!?:"“”•'
