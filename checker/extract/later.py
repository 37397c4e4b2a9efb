"""Later mentions, without a title, of people whom an article has introduced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from checker.extract.names import never, title_words
from checker.extract.untitled import is_given, opening
from checker.resolve import names, nicknames
from checker.resolve.people import Mention, Roster
from checker.resolve.skeleton import fold

_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ](?<![\w'-].)[\w-]{1,40}+(?:'(?!s\b)\w{1,30}+)?")
_GIVEN = re.compile(r"(?<![\w'-])(?:[A-ZÀ-ÖØ-Þ][\w'-]{1,30}+|[A-Z]\.) $")
_MOST_GIVEN = 3
_SHORTEST = 4  # letters of a first word by which somebody is called: shorter ones are family names as often


def covered(mentions: Iterable[Mention]) -> set[int]:
    """Every offset inside one of the mentions."""
    return {offset for mention in mentions for offset in range(mention.start, mention.end)}


def called_by_first(text: str, known: Roster) -> dict[str, str]:
    """Words by which an article speaks of people whose name they begin: "Thaksin" for Thaksin Shinawatra.

    So do Thai, Lao, Malay, Ethiopian and Icelandic usage. The article never uses the last word alone then;
    given names as the rest of the world has them are left out, for a child or a friend may be called by one.
    """
    begun: dict[str, list[str]] = {}
    for figure in known.figures:
        first, *rest = figure.name.split()
        if rest and len(first) >= _SHORTEST and first.isalpha() and names.surname(figure.name) != first:
            begun.setdefault(first, []).append(figure.name)
    strange = {first for first in begun if not (nicknames.is_given(fold(first)) or first.lower() in never())}
    strange -= {first for first in strange if first.lower() in title_words()}
    if not strange:
        return {}
    wanted = strange | {called[0].split()[-1] for first, called in begun.items() if first in strange}
    alone = {word for word in wanted if _is_alone(text, word)}
    return {
        first: called[0]
        for first, called in begun.items()
        if first in strange and len(called) == 1 and first in alone and called[0].split()[-1] not in alone
    }


def _is_alone(text: str, word: str) -> bool:
    """Does the word stand anywhere without another word of a name beside it?"""
    at = text.find(word)
    while at >= 0:
        match = _WORD.match(text, at)
        if match and match[0] == word and _stands_alone(text, match):
            return True
        at = text.find(word, at + 1)
    return False


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Is no other word of a name beside it?"""
    behind = text[match.end() : match.end() + 2]
    if behind[:1] == "-" or (behind[:1] == " " and behind[1:].isupper()):
        return False
    return _GIVEN.search(text, max(0, match.start() - 34), match.start()) is None


def later(
    text: str,
    known: Roster,
    found: Iterable[Mention],
    first: Mapping[str, str],
    headed: Sequence[tuple[int, int]],
) -> Iterator[Mention]:
    """Mentions that end in the surname of a known person, given names before it included.

    ``first`` are words by which the article calls people (see called_by_first).
    A capital before the surname that opens a sentence, or stands in a headline (``headed``), may be a given
    name or any word: such a mention is left out, unless the word is known to be a name or known to be none.
    """
    surnames: dict[str, list[str]] = {}
    for figure in known.figures:
        if surname := names.surname(figure.name):
            surnames.setdefault(surname.split()[-1], []).append(surname)
    if not surnames and not first:
        return
    given = {word for figure in known.figures for word in figure.name.split()}
    taken = covered(found)
    for match in _WORD.finditer(text):
        if match.start() in taken:
            continue
        if match[0] in first and _stands_alone(text, match):
            yield Mention(match.start(), match.end(), match[0])
        if match[0] not in surnames:
            continue
        start = _surname_start(text, match.end(), surnames[match[0]])
        titled = any(one <= match.start() < behind for one, behind in headed)
        begin = _with_given_names(text, start, given, titled) if start is not None else None
        if begin is not None:
            yield Mention(begin, match.end(), text[begin : match.end()])


def _surname_start(text: str, end: int, surnames: list[str]) -> int | None:
    """Where the longest of the surnames that end here begins."""
    ending = [surname for surname in surnames if text.endswith(surname, 0, end)]
    return end - len(max(ending, key=len)) if ending else None


def _with_given_names(text: str, start: int, given: set[str], titled: bool) -> int | None:
    """Where the whole name begins; None when that cannot be told."""
    surname = start
    for _ in range(_MOST_GIVEN):
        match = _GIVEN.search(text, max(0, start - 34), start)
        word = match[0].strip() if match else ""
        if not match or word.endswith("'s") or word.lower() in _no_given():
            return start
        if (titled or _opens(text, match.start())) and not (word in given or is_given(word)):
            return start if start < surname else None
        start = match.start()
    return start


@cache
def _no_given() -> frozenset[str]:
    """Words that may stand before a surname and are no given names."""
    return never() | title_words() | opening()


def _opens(text: str, start: int) -> bool:
    """Does a sentence or a quotation begin here, so that a capital tells nothing?"""
    before = text[max(0, start - 2) : start].strip()
    return not before or before[-1] in '.!?:"“”•'
