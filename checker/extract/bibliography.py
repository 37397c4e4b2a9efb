"""Claims on the years of works that are listed below a heading: "Novels", "- The Salt Road (1957)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.dates import calendar
from checker.extract import subjects
from checker.extract.happening import Happening, called, claim
from checker.extract.reading import Reading
from checker.model import Block, Event, Relation, When
from checker.resolve.organisations import spelled
from checker.text.trigger import Trigger
from checker.vocab import load

_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_TITLE = r"[\"“']?(?P<title>[A-Z][^()\n\"“”]{2,90}?),?[\"”']?"
_BEHIND = re.compile(rf"{_TITLE},?\s\((?:[^()\d]{{2,40}},\s)?{_YEAR}\)(?=[.,;: ]|\Z)")
_BEFORE = re.compile(rf"{_YEAR}\s?[-–—:,]\s{_TITLE}\.?\Z")
_LONGEST_HEADING = 60
_WRITER = re.compile(r"\b(?:novelists?|writer|author|poet|historian|biographer|essayist|novels?)\b")
_OTHERS = re.compile(
    r"\b(?:editor|edited|translat\w+|introduction|contributor|with|reissue\w*|edition|ed|repr)\b"
)


@cache
def _heads() -> dict[str, str]:
    """What stands above a list of works, to the sort of them; of "works" it depends on whose they are."""
    return {head: sort for sort, heads in load("relations")["listed_works"].items() for head in heads}


@cache
def trigger() -> Trigger:
    """The headings, and their last words."""
    words = {word for head in _heads() for word in (head, head.capitalize())}
    return Trigger.remembered("bibliographies", lambda: words | {word.split()[-1] for word in words})


def extract(reading: Reading) -> Iterator[Event | Relation]:
    """One claim for each work of a list that is headed by what they are."""
    sort = ""
    for block in reading.article.blocks:
        if block.kind == "heading":
            sort = _sort(reading, block)
        elif sort and block.kind == "item":
            yield from _listed(reading, block, sort)


def _sort(reading: Reading, heading: Block) -> str:
    text = reading.article.text
    if heading.end - heading.start > _LONGEST_HEADING:
        return ""
    sort = _heads().get(text[heading.start : heading.end].strip(" :*").lower(), "")
    if sort == "work":
        return "book" if _WRITER.search(text, 0, heading.start) else ""
    return sort


def _listed(reading: Reading, block: Block, sort: str) -> Iterator[Event | Relation]:
    text = reading.article.text
    match = _BEHIND.match(text, block.start, block.end) or _BEFORE.match(text, block.start, block.end)
    if match is None or _OTHERS.search(text, block.start, block.end):
        return
    name, year = subjects.without_article(match["title"]).strip(" .,"), int(match["year"])
    if len(name.split()) < 2:
        return
    if sort == "book":
        key = " ".join(spelled(word) for word in subjects.key(name).split())
        when = When(*calendar.year_span(year), basis="stated")
        title = called("published", name)
        yield claim(
            reading, Happening(match.start(), match.end(), f"{key}: published", title, when, named=False)
        )
    else:
        place = reading.place(match.start(), match.end())
        yield Relation(
            **place, subject=subjects.key(name), name=name, relation="year", value=match["year"],
            least=year, most=year, sort=sort,
        )  # fmt: skip
