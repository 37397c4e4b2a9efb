"""Where a stretch of an article stands: line and column, the quote, and the line around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Claim, Finding, Original

BREAK = re.compile(r"\r\n|\n|\r")  # what editors count as the end of a line; nothing else is


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted stretch. Lines and columns from 1, the end exclusive, columns in code points.

    The text of a JSONL record stands on one line of its file: ``line`` is that line for every passage of the
    record, and columns count from the beginning of the record's text. ``before`` and ``after`` are what
    stands beside the quote on its lines.
    """

    path: str
    record: str | None
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    before: str
    after: str

    @property
    def address(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return place if self.record is None else f"{place} ({self.record})"


class Places:
    """The lines of one article."""

    def __init__(self, article: Original) -> None:
        self._article = article
        self._starts = [0, *(found.end() for found in BREAK.finditer(article.text))]
        self._ends = [*(found.start() for found in BREAK.finditer(article.text)), len(article.text)]

    def passage(self, claim: Claim) -> Passage:
        """The passage on which a claim of this article rests."""
        text, source = self._article.text, claim.source
        first, last = self._row(claim.start), self._row(max(claim.start, claim.end - 1))
        in_record = source.record is not None
        return Passage(
            path=source.path,
            record=source.record,
            line=self._article.line + (0 if in_record else first),
            column=claim.start + 1 - (0 if in_record else self._starts[first]),
            end_line=self._article.line + (0 if in_record else last),
            end_column=claim.end + 1 - (0 if in_record else self._starts[last]),
            quote=text[claim.start : claim.end],
            before=text[self._starts[first] : claim.start],
            after=text[claim.end : max(claim.end, self._ends[last])],
        )

    def _row(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


class Passages:
    """The passages of findings; the lines of an article are counted once."""

    def __init__(self, articles: Mapping[tuple[str, str | None], Original]) -> None:
        self._articles = articles
        self._places: dict[tuple[str, str | None], Places] = {}

    def of(self, finding: Finding) -> list[Passage]:
        """One for each evidence, in its order."""
        return [self._passage(evidence.claim) for evidence in finding.evidence]

    def _passage(self, claim: Claim) -> Passage:
        key = (claim.source.path, claim.source.record)
        if key not in self._places:
            self._places[key] = Places(self._articles[key])
        return self._places[key].passage(claim)
