"""The titles of a sentence, each with the name it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.extract import bodies
from checker.extract.names import Name, honorifics, name_at, ranks
from checker.extract.plural_titles import plural_titles
from checker.extract.shared_titles import joined_titles
from checker.extract.title_names import named
from checker.extract.title_phrases import COUNTERPART, Title, phrase
from checker.extract.unreal import no_person
from checker.resolve import offices
from checker.text.tokens import Token


def titles(text: str, row: list[Token]) -> Iterator[Title]:
    """The title phrases among the tokens of a sentence, from left to right; none overlaps another."""
    return joined_titles(text, row, _titles(text, row))


def _titles(text: str, row: list[Token]) -> Iterator[Title]:
    behind = 0
    last: Title | None = None
    for i, token in enumerate(row):
        if i < behind or token.low not in _openers():
            continue
        if several := plural_titles(text, row, i, behind):
            yield from several[0]
            behind = several[1]
        elif found := _head(text, row, i):
            title = phrase(text, row, found[0], i, found[1], behind)
            if (title.head.bodied and title.body is None) or no_person(text, row, title):
                behind = found[1]
                continue
            titled = named(text, row, title, last, behind)
            bare = title.end == i + 1 and not title.definite and title.head.surname and title.head.sovereign
            if bare and titled.name is None and token.capital:
                continue  # "Sultan Ahmed Al Jaber"
            yield (last := titled)
            behind = max(last.end, last.name.end if last.name and last.link == "after" else 0)


@cache
def _openers() -> frozenset[str]:
    """The words with which the head of a title begins."""
    return frozenset().union(*(f().openers for f in (offices.heads, offices.plurals, offices.counterparts)))


def _head(text: str, row: list[Token], i: int) -> tuple[offices.Head, int] | None:
    found = offices.heads().at(row, i)
    if found and _is_title(text, row, i, *found):
        return found
    known = offices.counterparts().at(row, i)
    return (COUNTERPART, known[1]) if known else None


def _is_title(text: str, row: list[Token], i: int, head: offices.Head, end: int) -> bool:
    """Is the head an office here, and no time of day ("2 PM"), address (".gov"), surname or plain word?"""
    first = row[i]
    if end == i + 1 and offices.is_portfolio(first.low):  # "Justice Minister"
        following = offices.heads().at(row, end)
        if following and following[0].portfolio:
            return False
    if head.name == "united states attorney" and end < len(row) and row[end].low == "general":
        return False
    if first.low in offices.abbreviations():
        if first.text[0].islower() or (
            len(first.text) < 4 and not first.text.isupper() and row[end - 1].text != "."
        ):
            return False
        if i > 0 and (row[i - 1].text[0].isdigit() or row[i - 1].end == first.start):
            return False
        if end < len(row) and row[end - 1].text == "." and row[end].start == row[end - 1].end:
            return False
    if head.small and first.capital:
        return False
    if head.leads and (first.capital or head.small):
        leads_up = end < len(row) and row[end].capital and not offices.heads().at(row, end)
        if not (leads_up or (first.text.islower() and end < len(row) and row[end].text in (",", "of"))):
            return False
    if head.proper and not first.capital:
        inside = any(token.low == "of" for token in row[i:end])
        if inside or (end < len(row) and row[end].low == "of") or _is_qualified(text, row, i, head):
            return True
        closed = end == len(row) or row[end].text in (",", ".", ";", ")")
        return (
            head.name == "premier"
            and closed
            and i > 0
            and (row[i - 1].text.islower() or row[i - 1].text == "'s")
        )
    if head.name == "dean" and end < len(row) and row[end].capital:
        return end + 1 < len(row) and row[end + 1].capital  # "Dean Acheson"
    if not head.surname or i == 0 or end > i + 1 or not row[i - 1].capital or row[i - 1].low == "the":
        return True
    return _is_qualified(text, row, i, head)


def _is_qualified(text: str, row: list[Token], i: int, head: offices.Head) -> bool:
    """Does a status or a body stand right before the head?"""
    return bool(offices.statuses().before(row, i) or bodies.before(text, row, i, head))


def rank_only(text: str, row: list[Token], taken: list[tuple[int, int]]) -> Iterator[Name]:
    """Names introduced by a rank or a courtesy title alone, outside the token stretches ``taken``."""
    introducing = {i for i, token in enumerate(row) if token.low in _introducing() and token.capital}
    last = max(introducing, default=-1)
    i = 0
    while i <= last:
        span = next((s for s in taken if s[0] <= i < s[1]), None)
        if span:
            i = span[1]
            continue
        if not row[i].capital:
            i += 1
            continue
        place = bodies.place_at(text, row, i)
        if place and place[1] > i + 1:  # "Sri Lanka", "St Lucia": no courtesy title
            i = place[1]
            continue
        name = name_at(text, row, i) if i in introducing else None
        lone = name and name.words == 1 and (name.rank or row[name.start].low == "you")
        if name and name.start > name.begin and not lone:  # "General Motors", "I Miss You"
            yield name
            i = name.end
        else:
            i += 1


@cache
def _introducing() -> frozenset[str]:
    """The words with which a rank or a courtesy title begins."""
    return frozenset(ranks().openers | honorifics().openers)
