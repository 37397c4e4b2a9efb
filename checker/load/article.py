"""The last steps of every reader: from cleaned blocks to an article with a title, a date and its speech."""

from __future__ import annotations

from collections.abc import Mapping

from checker.load.clean import Builder, plain_apostrophes
from checker.load.language import is_english
from checker.load.metadata import published
from checker.model import Article, DayOrder, Source
from checker.text.speech import speech


def article(
    builder: Builder,
    original: str,
    path: str,
    *,
    record: str | None = None,
    title: str = "",
    stated: Mapping[str, str] | None = None,
    told_by: str = "front matter",
    line: int = 1,
    order: DayOrder | None = None,
) -> Article | None:
    """The article of the blocks in ``builder``; None when it has no words or they are not English.

    ``stated`` is what ``told_by`` (front matter, or the record) says of the article, key by key. A ``title``
    that is empty is taken from the title block. ``order`` is that of doubtful dates of publication.
    """
    typographic, positions = builder.finish()
    if not is_english(typographic):
        return None
    blocks = tuple(builder.blocks)
    text = plain_apostrophes(typographic)
    titles = (text[block.start : block.end] for block in blocks if block.kind == "title")
    teller = told_by if record is None else "record"
    when, dated_by = published(stated or {}, teller, text, blocks, path, order)
    return Article(
        source=Source(path, record, " ".join(title.split()) or next(titles, None), when, dated_by),
        original=original,
        text=text,
        blocks=blocks,
        positions=positions,
        speech=speech(typographic, blocks),
        line=line,
    )
