"""Titles that share a name: "chairman and chief executive of Acme", "X, mayor of Y and president of Z"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.extract.names import name_at
from checker.extract.title_phrases import COUNTERPART, Title
from checker.text.tokens import Token

_TIME = re.compile(r"(?:from|since|until|till|to|in|between|and|[-–,(]|\)|\d{4}|\d{1,2}|[A-Z][a-z]{2,8})\Z")
_MOST = 12  # tokens between two offices of one apposition


def joined_titles(text: str, row: list[Token], titles: Iterable[Title]) -> Iterator[Title]:
    """The titles, each with the name and body that another one lends it, and the holders who came after."""
    held = list(titles)
    for n, title in enumerate(held):
        before = held[n - 1] if n else None
        if before and title.name is None and _continues(row, before, title):
            lends = title.own == "its" or _is_led(row, before, title)
            body = title.body or (before.body if lends else None)
            held[n] = replace(title, name=before.name, link=before.link, verb=before.verb, body=body)
        bodies = [earlier.body for earlier in held[:n] if earlier.body]
        if held[n].own == "its" and held[n].body is None and bodies:
            held[n] = replace(held[n], body=bodies[-1])
    for n in range(len(held) - 2, -1, -1):
        title, behind = held[n], held[n + 1]
        if not _adjacent(row, title, behind):
            continue
        if title.name is None and behind.name and behind.link == "after" and _one_holder(row, title, behind):
            held[n] = title = replace(title, name=behind.name, link="after", body=title.body or behind.body)
            if title.body and behind.body is None:
                held[n + 1] = replace(behind, body=title.body)
        lent = title.head.company or title.head.corporate
        if title.name and title.name == behind.name and title.body is None and lent:
            held[n] = replace(title, body=behind.body)
    yield from held
    if held:
        yield from _successors(text, row, held)


def _is_led(row: list[Token], before: Title, title: Title) -> bool:
    """Do both stand behind one body: "Acme's chairman and chief executive"?"""
    behind = [token.low for token in row[before.end : title.start]]
    return behind == ["and"] and not before.tailed and (title.head.company or title.head.corporate)


def _continues(row: list[Token], before: Title, title: Title) -> bool:
    """Does "and", perhaps behind the time of the first office, tie the second to the same name?"""
    named = before.name is not None and before.name.end <= title.start and before.link in ("before", "verb")
    if not (named or before.link == "he"):
        return False
    between = row[before.end : title.start]
    if not between or len(between) > _MOST:
        return False
    words = [token.low for token in between]
    while words and words[-1] in (
        "the",
        "its",
        "his",
        "her",
        "their",
        "a",
        "an",
        "also",
        "as",
        "later",
        "then",
    ):
        words.pop()
    if not words or words[-1] not in ("and", ","):
        return False
    if words[-1] == "," and (len(words) > 1 or before.link == "verb"):
        return False
    return all(_TIME.match(token.text) for token in between[: len(words)])


def _adjacent(row: list[Token], title: Title, behind: Title) -> bool:
    between = [token.low for token in row[title.end : behind.start]]
    return between in (["and"], ["&"], [","], [",", "and"], ["and", "the"])


def _one_holder(row: list[Token], title: Title, behind: Title) -> bool:
    """ "Chairman and CEO Jane Roe", "Deputy Prime Minister and Foreign Minister Ishaq Dar": one person."""
    if COUNTERPART in (title.head, behind.head) or row[title.end].text == ",":
        return False
    if title.head.company or (title.head.corporate and behind.head.company):
        return title.body is None or behind.body is None
    starts = title.start == 0 or row[title.start - 1].low != "the"
    first = title.status == "deputy" or title.head.name in ("chief minister", "prime minister")
    written = row[title.start].capital or title.body is not None
    return starts and first and written and behind.body is None and behind.head.portfolio


def _successors(text: str, row: list[Token], held: list[Title]) -> Iterator[Title]:
    """ "X, president of Y, was succeeded by Z": Z holds the office too."""
    first = held[0]
    if (
        first.name is None
        or first.head is COUNTERPART
        or len({title.name for title in held if title.name}) > 1
    ):
        return
    for i in range(first.end, len(row) - 2):
        if (
            row[i].low in ("succeeded", "replaced")
            and row[i + 1].low == "by"
            and row[i - 1].low in ("was", "is")
        ):
            name = name_at(text, row, i + 2)
            if name and (name.words > 1 or name.titled):
                yield replace(
                    first, start=i, end=i + 2, name=name, link="verb", verb="began", status="current"
                )
            return
