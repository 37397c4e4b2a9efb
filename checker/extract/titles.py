"""The titles of a sentence, each with the name it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract import bodies
from checker.extract.names import Name, name_at
from checker.extract.plural_titles import plural_titles
from checker.extract.title_names import named
from checker.extract.title_phrases import COUNTERPART, Title, phrase
from checker.resolve import offices
from checker.text.tokens import Token


def titles(text: str, row: list[Token]) -> Iterator[Title]:
    """The title phrases among the tokens of a sentence, from left to right; none overlaps another."""
    i = behind = 0
    last: Title | None = None
    while i < len(row):
        if several := plural_titles(text, row, i, behind):
            yield from several[0]
            behind = i = several[1]
        elif found := _head(row, i):
            title = phrase(text, row, found[0], i, found[1], behind)
            yield (last := named(text, row, title, last, behind))
            behind = i = max(last.end, last.name.end if last.name and last.link == "after" else 0)
        else:
            i += 1


def _head(row: list[Token], i: int) -> tuple[offices.Head, int] | None:
    if found := offices.heads().at(row, i):
        return found
    known = offices.counterparts().at(row, i)
    return (COUNTERPART, known[1]) if known else None


def rank_only(text: str, row: list[Token], taken: list[tuple[int, int]]) -> Iterator[Name]:
    """Names introduced by a rank or a courtesy title alone, outside the token stretches ``taken``."""
    i = 0
    while i < len(row):
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
        name = name_at(text, row, i)
        if name and name.start > name.begin and (name.words > 1 or not name.rank):  # "General Motors"
            yield name
            i = name.end
        else:
            i += 1
