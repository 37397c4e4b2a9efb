"""Reads Markdown with front matter."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from checker.load.article import article
from checker.load.clean import INVISIBLE, Builder
from checker.load.comments import openings
from checker.load.frontmatter import FrontMatter, front_matter
from checker.load.ignores import with_ignores
from checker.load.inline import Piece, pieces
from checker.load.marks import comments_at
from checker.load.metadata import only_a_date
from checker.load.outcome import Loaded, Problem
from checker.load.structure import Span, Structure, structure
from checker.load.summary import summaries
from checker.model import DayOrder

_TEMPLATE = re.compile(
    r"\{\{(?:[^{}]|\{[^{}]{0,200}+\}|\}(?!\})){0,4000}+\}\}|\{%[^%]{0,4000}+(?:%(?!\})[^%]{0,4000}+){0,40}+%\}"
)
_TITLE_WITHIN = 4  # blocks
_LONGEST_TITLE = 200


def read(path: str, original: str, order: DayOrder | None = None) -> Loaded:
    """The one article of a Markdown file. Front matter that cannot be read is a problem; the body is read."""
    front = front_matter(original)
    found = structure(original, front.body)
    text = _without_templates(_with_blanks(original, found.quote_marks))
    builder = Builder()
    _write_title(builder, original, front)
    title = "" if builder.blocks else front.values.get("title", "")
    if not builder.blocks and not title:
        _choose_title(text, found.spans)
    heading = next((span for span in found.spans if span.kind == "title"), None)
    if heading is None:
        _write_summaries(builder, original, front)
    for span in found.spans:
        _write(builder, text, span, found.labels)
        if span is heading:
            _write_summaries(builder, original, front)
    made = article(builder, original, path, title=title, stated=front.values, order=order)
    problems = (Problem(path, front.problem),) if front.problem else ()
    if made is None:
        return Loaded((), problems, skipped=1)
    made, misread = with_ignores(made, _comments(text, original, front.body, found))
    return Loaded((made,), problems + misread)


def _comments(text: str, original: str, start: int, found: Structure) -> list[int]:
    """Where comments begin that may speak to the checker, those in code left out."""
    comments = list(openings(original, start))
    if not comments:
        return []
    inside = {
        at
        for span in found.spans
        if bisect_left(comments, span.end) > bisect_left(comments, span.start)
        for at in comments_at(text, span.start, span.end)
    }
    spans = [(span.start, span.end) for span in found.spans]
    return [at for at in comments if not _within(found.code, at) and (at in inside or not _within(spans, at))]


def _within(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    number = bisect_right(stretches, at, key=lambda stretch: stretch[0])
    return number > 0 and at < stretches[number - 1][1]


def _with_blanks(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The text with blanks, as many, in the stretches."""
    parts: list[str] = []
    at = 0
    for start, end in stretches:
        parts += text[at:start], " " * (end - start)
        at = end
    return "".join((*parts, text[at:])) if parts else text


def _without_templates(text: str) -> str:
    """The text with as many invisible characters where site generators put in something of theirs."""
    if "{{" not in text and "{%" not in text:
        return text
    return _TEMPLATE.sub(lambda match: INVISIBLE * len(match[0]), text)


def _write_title(builder: Builder, original: str, front: FrontMatter) -> None:
    """The title as a block that points into the front matter, if it is written there as it is meant."""
    start, end = front.spans.get("title", (0, 0))
    written = original[start:end]
    meant = _squeezed(front.values.get("title", ""))
    if meant in (_squeezed(written), _squeezed(written.replace('\\"', '"'))):
        _add(builder, original, pieces(original, start, end, ()))
    elif meant == _squeezed(written.replace("''", "'")):
        for part in written.split("''"):  # a doubled quotation mark is a single one
            _add(builder, original, pieces(original, start, start + len(part), ()))
            start += len(part)
            builder.add(original[start : min(start + 1, end)], start)
            start += 2
    builder.end("title", end)


def _write_summaries(builder: Builder, original: str, front: FrontMatter) -> None:
    """What sums up the article, each as a block that points into the front matter."""
    for start, end in summaries(original, front):
        _add(builder, original, pieces(original, start, end, ()))
        builder.end("summary", end)


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _choose_title(text: str, spans: Sequence[Span]) -> None:
    """The first heading of the first level near the top, else a heading or short line at the very top."""
    for span in spans[:_TITLE_WITHIN]:
        if span.kind == "heading" and span.level == 1:
            span.kind = "title"
            return
    if len(spans) > 1 and (spans[0].kind == "heading" or _is_title(text, spans[0])):
        spans[0].kind = "title"


def _is_title(text: str, span: Span) -> bool:
    """Is it one line, not too long, that does not end as a sentence does?"""
    written = text[span.start : span.end]
    if span.kind != "paragraph" or len(written) > _LONGEST_TITLE or "\n" in written or "\r" in written:
        return False
    found = (piece for piece in pieces(text, span.start, span.end, ()) if not piece.image)
    words = "".join(piece.meant or text[piece.at : piece.at + piece.width] for piece in found).strip()
    return any(map(str.isalnum, words)) and words[-1] not in ".,;:…)" and not only_a_date(words)


def _write(builder: Builder, text: str, span: Span, labels: Collection[str]) -> None:
    if span.cells:
        for start, end in span.cells:
            _add(builder, text, (piece for piece in pieces(text, start, end, labels) if not piece.image))
            builder.line_break(end)
        builder.end("row", span.end)
        return
    found = pieces(text, span.start, span.end, labels)
    if not any(piece.image for piece in found):
        _add(builder, text, found)
        builder.end(span.kind, span.end)
        return
    words = [number for number, piece in enumerate(found) if not piece.image and _shows(text, piece)]
    first, last = (words[0], words[-1] + 1) if words else (len(found), len(found))
    _write_captions(builder, text, found[:first])
    if words:
        _add(builder, text, (piece for piece in found[first:last] if not piece.image))
        builder.end(span.kind, found[last - 1].at + found[last - 1].width)
    _write_captions(builder, text, found[last:])


def _write_captions(builder: Builder, text: str, found: Iterable[Piece]) -> None:
    """Each description of an image as a block of its own."""
    for image, described in groupby(found, lambda piece: piece.image):
        if image:
            parts = list(described)
            _add(builder, text, parts)
            builder.end("caption", parts[-1].at + parts[-1].width)


def _shows(text: str, piece: Piece) -> bool:
    return bool((piece.meant or text[piece.at : piece.at + piece.width]).strip())


def _add(builder: Builder, text: str, found: Iterable[Piece]) -> None:
    for piece in found:
        if not piece.meant:
            builder.add(text[piece.at : piece.at + piece.width], piece.at)
        elif piece.meant == "\n":
            builder.line_break(piece.at)
        else:
            builder.add_for(piece.meant, piece.at, piece.width)
