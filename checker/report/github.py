"""The new findings as workflow commands of GitHub Actions, which shows them beside the lines of a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.engine.certainty import rank
from checker.engine.words import quantity
from checker.model import Finding
from checker.report.passages import Passage, Passages
from checker.report.run import Run
from checker.report.terminal import safe
from checker.report.text import scope
from checker.report.told import reasons, sides

MOST = 10  # of a severity; GitHub drops what a step says beyond that without a word


def render(run: Run) -> str:
    """One command a finding, the surest first, then the scope of the run.

    https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    passages = Passages(run.articles)
    shown: Counter[str] = Counter()
    lines: list[str] = []
    for finding in sorted(run.new, key=lambda finding: -rank(finding.severity)):
        shown[finding.severity] += 1
        if shown[finding.severity] <= MOST:
            lines.append(_command(finding, passages.of(finding)))
    for severity, count in shown.items():
        if count > MOST:
            lines.append(f"{quantity(count - MOST, 'more ' + severity)} not shown here")
    return "".join(f"{line}\n" for line in (*lines, scope(run)))


def _command(finding: Finding, passages: list[Passage]) -> str:
    told = "\n".join((safe(finding.message), *sides(finding, passages), *reasons(finding)))
    where = ",".join(f"{name}={_property(value)}" for name, value in _properties(finding, passages[0]))
    return f"::{finding.severity} {where}::{_data(told)}"


def _properties(finding: Finding, passage: Passage) -> Iterator[tuple[str, str]]:
    yield "file", passage.path
    yield "line", str(passage.line)
    yield "endLine", str(passage.end_line)
    if passage.line == passage.end_line and passage.record is None:  # else columns are ignored, or wrong
        yield "col", str(passage.column)
        yield "endColumn", str(passage.end_column)
    yield "title", finding.rule


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(safe(text)).replace(":", "%3A").replace(",", "%2C")
