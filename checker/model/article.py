"""Articles as they were read: where they come from, their words, and where these stand in the original."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Literal

from checker.model.when import When

BlockKind = Literal["title", "summary", "heading", "paragraph", "item", "row", "quote", "caption"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim stands: one article (a file, or a record of a JSONL file) and when it was published.

    ``published`` is None when nothing is known; its basis tells a stated date from an estimate, and
    ``dated_by`` says in words where it comes from ("front matter", "KAZIND-2018 … last month"). ``marks``
    are numbers by which copies of one story are recognised; ``copy_of`` is the article of a corpus, by path
    and record, that stands for a copy. ``reference`` is true of a file of known facts, which is no article.
    """

    path: str
    record: str | None = None
    title: str | None = None
    published: When | None = None
    dated_by: str = ""
    marks: tuple[int, ...] = ()
    copy_of: tuple[str, str | None] | None = None
    reference: bool = False

    @property
    def key(self) -> str:
        """Tells the article from all others of a run."""
        return f"{self.path}#{self.record or ''}"

    @property
    def article(self) -> str:
        return self.path if self.record is None else self.record


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that stands by itself. ``start`` and ``end`` are offsets into Article.text."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Positions:
    """Maps offsets of the cleaned article text to offsets of the original.

    Run ``i`` begins at ``text[i]`` in the cleaned text and at ``original[i]`` in the original; within a
    run both advance together. Always holds at least the run (0, …). Two runs at one offset of the text: the
    first says where the character before them ends in the original, if it is written there with several
    (an entity such as "&eacute;").
    """

    text: tuple[int, ...] = (0,)
    original: tuple[int, ...] = (0,)

    def at(self, offset: int) -> int:
        run = bisect_right(self.text, offset) - 1
        return self.original[run] + offset - self.text[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original from the first to the last character of a cleaned stretch."""
        if end <= start:
            return self.at(start), self.at(start)
        run = bisect_left(self.text, end)
        ends_there = self.text[run : run + 2] == (end, end)
        return self.at(start), self.original[run] if ends_there else self.at(end - 1) + 1


@dataclass(frozen=True, slots=True)
class Ignore:
    """A stretch of the original in which its author silences some rules, or all if none is named.

    ``at`` and ``at_end`` are where the comment stands that says so, 0 for what a record says as a whole.
    """

    start: int
    end: int
    rules: tuple[str, ...] = ()
    reason: str = ""
    at: int = 0
    at_end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Original:
    """What an article says in the characters of its file, and the line of the file on which that begins."""

    text: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Article:
    """One article, read: its original characters and the text that is left when mark-up is taken away.

    ``text`` holds words only: typographic apostrophes and blanks are the plain ones, soft line breaks are
    blanks, blocks stand apart by newlines. ``speech`` are the stretches of ``text`` inside quotation marks
    that quote somebody. ``line`` is the line of the file on which ``original`` begins (JSONL records).
    """

    source: Source
    original: str
    text: str
    blocks: tuple[Block, ...]
    positions: Positions = Positions()
    speech: tuple[tuple[int, int], ...] = ()
    line: int = 1
    ignores: tuple[Ignore, ...] = ()

    @property
    def written(self) -> Original:
        """Its words as they are in the file."""
        return Original(self.original, self.line)
