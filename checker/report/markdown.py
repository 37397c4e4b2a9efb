"""The new findings as a table in Markdown, for the summary of a CI job or a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.engine.words import quantity
from checker.model import Finding
from checker.report.passages import Passage, Passages
from checker.report.run import Run
from checker.report.terminal import safe
from checker.report.text import scope
from checker.report.told import sides

LARGEST = 900_000  # bytes; GitHub drops a whole summary above one MiB

_HEAD = "| severity | rule | what cannot be right | where |\n| --- | --- | --- | --- |\n"
# What may begin mark-up, a mention or an address inside a line; entities show the same everywhere.
_MARKS = re.compile(r"[\\`*_\[\]<>#!|~&@$:]")


def render(run: Run) -> str:
    """One row a finding, as many as a summary holds, then the scope of the run."""
    passages = Passages(run.articles)
    end = f"\n{_plain(scope(run))}\n"
    rows: list[str] = []
    left = LARGEST - len(_HEAD) - len(end.encode())
    for finding in run.new:
        row = _row(finding, passages.of(finding))
        left -= len(row.encode())
        if left < 0:
            break
        rows.append(row)
    unsaid = len(run.new) - len(rows)
    more = f"\n{quantity(unsaid, 'further finding')} not shown here.\n" if unsaid else ""
    return (_HEAD + "".join(rows) if rows else "") + more + (end if rows else end.lstrip())


def _row(finding: Finding, passages: list[Passage]) -> str:
    return f"| {' | '.join(_cells(finding, passages))} |\n"


def _cells(finding: Finding, passages: list[Passage]) -> Iterator[str]:
    yield finding.severity
    yield _plain(finding.rule)
    yield _plain(safe(finding.message))
    yield "<br>".join(map(_plain, sides(finding, passages)))


def _plain(text: str) -> str:
    return _MARKS.sub(lambda match: f"&#{ord(match[0])};", text)
