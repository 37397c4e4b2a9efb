"""Reads HTML: the article of a page, without what stands around it."""

from __future__ import annotations

from collections.abc import Iterable

from checker.load.about import dates, title
from checker.load.addresses import addresses
from checker.load.article import article
from checker.load.body import body
from checker.load.clean import Builder
from checker.load.ignores import with_ignores
from checker.load.inline import Piece
from checker.load.outcome import Loaded
from checker.load.page import page
from checker.load.parts import Page, Part
from checker.load.summary import sums_up
from checker.load.tags import pieces
from checker.model import DayOrder

_MOST_DATES = 20
_SUMMARIES = ("description", "og:description", "twitter:description")


def read(path: str, original: str, order: DayOrder | None = None) -> Loaded:
    """The one article of an HTML page, however malformed the page is."""
    found = page(original, path)
    named = title(found, original)
    parts = body(found, named.heading)
    builder = Builder()
    if named.start < named.end <= min((part.start for part in parts), default=named.end):
        _write(builder, original, pieces(original, named.start, named.end))
        builder.end("title", named.end)
    if named.heading is None:
        _write_summaries(builder, original, found, parts)
    for part in parts:
        _write(builder, original, part.pieces)
        builder.end("title" if part is named.heading else part.kind, part.end)
        if part is named.heading:
            _write_summaries(builder, original, found, parts)
    stated, told_by = _published(dates(found, original, parts))
    made = article(builder, original, path, title=named.told, stated=stated, told_by=told_by, order=order)
    if made is None:
        return Loaded(skipped=1)
    made, problems = with_ignores(made, found.comments)
    return Loaded((made,), problems)


def _write_summaries(builder: Builder, original: str, found: Page, parts: Iterable[Part]) -> None:
    """What the head of the page says of the article, unless the article says it in the same words."""
    spans = [found.told[name] for name in _SUMMARIES if name in found.told]
    if not spans:
        return
    told = [" ".join(_words(original, part.pieces) for part in parts)]
    for start, end in spans:
        meant = _words(original, pieces(original, start, end))
        if sums_up(meant, told):
            told.append(meant)
            _write(builder, original, pieces(original, start, end))
            builder.end("summary", end)


def _words(original: str, found: Iterable[Piece]) -> str:
    said = "".join(piece.meant or original[piece.at : piece.at + piece.width] for piece in found)
    return " ".join(said.split())


def _published(found: Iterable[tuple[str, str]]) -> tuple[dict[str, str], str]:
    """The first of the values that is a date, and what tells it."""
    from checker.dates import absolute

    for (value, told_by), _ in zip(found, range(_MOST_DATES), strict=False):
        if absolute(value.strip()):
            return {"published": value}, told_by
    return {}, ""


def _write(builder: Builder, text: str, found: Iterable[Piece]) -> None:
    """The pieces, without the web and mail addresses among the words."""
    for piece in found:
        if piece.meant == "\n":
            builder.line_break(piece.at)
        elif piece.meant:
            builder.add_for(piece.meant, piece.at, piece.width)
        else:
            at, end = piece.at, piece.at + piece.width
            for first, last in addresses(text, at, end):
                builder.add(text[at:first], at)
                at = last
            builder.add(text[at:end], at)
