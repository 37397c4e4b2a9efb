"""What an HTML page says of itself: its title and the day it was published."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from checker.load.parts import Page, Part
from checker.load.tags import pieces

# Names of <meta> values that tell the day of publication, the best first.
_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "og:pubdate", "datepublished", "parsely-pub-date", "sailthru.date", "article.published",
    "bt:pubdate", "cxenseparse:recs:publishtime", "vr:published_time", "publish-date", "publish_date",
    "publishdate", "publisheddate", "published_time", "published-date", "publication_date",
    "publication-date", "pubdate", "citation_publication_date", "citation_online_date", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "citation_date",
    "date", "datecreated",
)  # fmt: skip
_ARTICLE = re.compile(r"Article|Posting|Report|Review")
_MOST_OBJECTS = 2000  # of JSON-LD
_JSON_DATE = re.compile(r"\"datePublished\"\s{0,20}+:\s{0,20}+\"([^\"\\]{4,60}+)\"")
_UPDATED = re.compile(r"updat|modif|edited|revis", re.IGNORECASE)
_IS_PUBLISHED = re.compile(r"pub(?:lish|date)|(?<![a-z])(?:entry|post|article)[-_]?date", re.IGNORECASE)
_SHOWN_BEFORE = re.compile(r"[^<>]{0,60}+(?:<[^<>]{0,300}+>\s{0,60}+){0,3}+\Z")
_FAR_BEFORE = 400  # characters
_LONG = 60  # characters of a block that is no byline
_LONG_ENOUGH = 200

_SITE = re.compile(r"\s++(?:[|–—·•»-]|::|&(?:[mn]dash|raquo|bull|middot|#8211|#8212|#124);)\s++")
_LONGEST_TITLE = 500
_SHORTEST_TITLE = 15
_LONGEST_SECTION = 20  # of a site, as in "Talks begin - The Paper Politics"


class Title(NamedTuple):
    """``heading`` says it on the page, else <title> does from ``start`` to ``end``.

    ``told`` is the title if neither says just that.
    """

    heading: Part | None = None
    told: str = ""
    start: int = 0
    end: int = 0


def title(page: Page, text: str) -> Title:
    """The title: what the page tells others (og:title, JSON-LD), a heading of level one, or <title>.

    The name of the site is cut off if the page tells it, or if a heading says what stands before it.
    """
    stated = {name: value for name, value, _ in reversed(page.stated)}
    known = (stated.get("og:title", ""), *_headlines(page), stated.get("twitter:title", ""))
    told = next((line for value in known if (line := " ".join(value.split())[:_LONGEST_TITLE])), "")
    start, end = page.title
    end = min(end, start + _LONGEST_TITLE)
    named = _plain(text, start, end)
    site = _letters(stated.get("og:site_name", ""))
    heading = _heading(page.parts, text, (told, named))
    if heading and (not told or _says(_words(heading, text), told)):
        return Title(heading)
    if told:
        told = told[: _before_site(told, site)]
        same = [
            stop for stop in _stops(text, start, end) if _letters(_plain(text, start, stop)) == _letters(told)
        ]
        return Title(heading, told, start, same[0] if same and not heading else start)
    return Title(None, "", start, start + _before_site(text[start:end], site))


def dates(page: Page, text: str, parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """What may be the day of publication, as written, the best first, and what tells it.

    ``parts`` are those of the article: another article's dates on the page do not count.
    """
    sizes: Counter[int] = Counter()
    for part in parts:
        sizes[part.place.article] += part.size
    own = {0, *(number for number, size in sizes.items() if 2 * size > sizes.total())}
    by_name: dict[str, list[str]] = {}
    for name, value, place in page.stated:
        if place.article in own:
            by_name.setdefault(name, []).append(value)
    yield from ((value, "HTML metadata") for name in _PUBLISHED for value in by_name.get(name, ())[:3])
    yield from ((value, "HTML metadata") for value in _json_dates(page))
    times = [it for it in page.times if it[1] and it[3].article in own and not _UPDATED.search(it[2])]
    yield from ((value, "HTML time element") for _, value, kind, _ in times if _IS_PUBLISHED.search(kind))
    first = _where_prose_begins(parts)
    for at, value, _, place in times[:5]:
        before = _SHOWN_BEFORE.search(text, max(0, at - _FAR_BEFORE), at)
        if at < first and not place.off and not (before and _UPDATED.search(before[0])):
            yield value, "HTML time element"


def _where_prose_begins(parts: Sequence[Part]) -> int:
    """Where the title, the standfirst and the byline are surely over."""
    read = 0
    for part in parts:
        read += part.size if part.size >= _LONG else 0
        if read > _LONG_ENOUGH:
            return part.start
    return parts[-1].end if parts else 0


def _heading(parts: Sequence[Part], text: str, known: Sequence[str]) -> Part | None:
    """The heading that says what is known of the title, else the first of level one that is in no menu."""
    headings = sorted((part for part in parts if part.kind == "heading"), key=lambda part: part.place.level)
    for line in filter(None, known):
        for part in headings:
            if _says(_words(part, text), line):
                return part
    first = [part for part in headings if part.place.level == 1]
    return next((part for part in first if not part.place.beside), first[0] if len(first) == 1 else None)


def _says(words: str, line: str) -> bool:
    """Do the words say what the line says, or what stands in it before the name of a site?"""
    letters = _letters(words)
    return bool(letters) and any(letters == _letters(line[:stop]) for stop in _stops(line, 0, len(line)))


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Where a title may end."""
    yield end
    yield from (match.start() for match in list(_SITE.finditer(text, start, end))[-5:])


def _before_site(line: str, site: str) -> int:
    for match in _SITE.finditer(line):
        rest = _letters(line[match.end() :])
        named = site and site in rest and len(rest) <= len(site) + _LONGEST_SECTION
        if named or (match[0].strip() == "|" and match.start() >= _SHORTEST_TITLE):
            return match.start()
    return len(line)


def _words(part: Part, text: str) -> str:
    return "".join(it.meant or text[it.at : it.at + it.width] for it in part.pieces)


def _plain(text: str, start: int, end: int) -> str:
    return "".join(it.meant or text[it.at : it.at + it.width] for it in pieces(text, start, end))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _headlines(page: Page) -> Iterator[str]:
    for found in _objects(page):
        if isinstance(headline := found.get("headline"), str):
            yield headline


def _json_dates(page: Page) -> Iterator[str]:
    found = list(_objects(page))
    found.sort(key=lambda it: not _ARTICLE.search(str(it.get("@type", ""))[:200]))
    for value in (it.get("datePublished") for it in found):
        if isinstance(value, str):
            yield value
    for script in page.json:  # one that is no proper JSON
        yield from (match[1] for match in _JSON_DATE.finditer(script))


def _objects(page: Page) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, from the outside in."""
    pending: list[Any] = []
    for script in page.json:
        try:
            pending.append(json.loads(script, strict=False))
        except (ValueError, RecursionError):
            continue
    for _ in range(_MOST_OBJECTS):
        if not pending:
            return
        value = pending.pop(0)
        if isinstance(value, dict):
            yield value
            pending += value.values()
        elif isinstance(value, list):
            pending += value
