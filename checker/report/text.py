"""The report for people: both passages in a frame, why they clash, how to silence it, and what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.engine.words import quantity
from checker.model import Evidence, Finding, Severity
from checker.model.finding import Status
from checker.report.passages import Passage, Passages
from checker.report.run import Run
from checker.report.terminal import Paint, safe
from checker.report.told import telling
from checker.report.window import window

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")
UNSHOWN: dict[Status, str] = {
    "existing": "already there before this commit",
    "baselined": "in the baseline",
    "suppressed": "suppressed",
}

FRAMED = 4  # passages of one finding that are shown in full; the others are listed


def render(run: Run, paint: Paint, columns: int, *, quiet: bool = False) -> str:
    """All findings, and unless ``quiet`` a last line that states the scope of the run."""
    passages = Passages(run.articles)
    lines = [
        line
        for finding in run.new
        for line in (*_finding(finding, passages.of(finding), run, paint, columns), "")
    ]
    if not quiet:
        lines.append(scope(run))
    return "".join(f"{line}\n" for line in lines)


def scope(run: Run) -> str:
    """What was found and in how much: nothing found must not look like nothing read."""
    counts = Counter(finding.severity for finding in run.new)
    found = ", ".join(quantity(counts[name], name) for name in _SEVERITIES if counts[name])
    articles, claims = quantity(run.checked, "article"), quantity(run.claims, "claim")
    if run.mode == "focus":
        said = (
            f"Found {found or 'nothing to report'} in {articles} against a corpus of {run.corpus} ({claims})"
        )
    elif found:
        concerned = {(e.claim.source.path, e.claim.source.record) for f in run.new for e in _told(f)}
        said = f"Found {found} in {len(concerned)} of {articles} ({claims} compared)"
    else:
        said = f"Found nothing to report in {articles} ({claims} compared)"
    for status, what in UNSHOWN.items():
        if number := run.count_of(status):
            said += f"; {number} {what}"
    if run.skipped:
        said += f"; {run.skipped} skipped (not English, or empty)"
    if run.problems:
        said += f"; {quantity(len(run.problems), 'problem')} in reading, the run is incomplete"
    return said + "."


def _finding(
    finding: Finding, passages: list[Passage], run: Run, paint: Paint, columns: int
) -> Iterator[str]:
    gutter = max(len(str(passage.line)) for passage in passages[:FRAMED]) + 1
    bar = paint("frame", f"{'':{gutter}} |")
    head = paint(finding.severity, f"{finding.severity}[{finding.rule}]")
    yield f"{head}: {paint('bold', safe(finding.message))}"
    for index, (passage, evidence) in enumerate(zip(passages[:FRAMED], finding.evidence, strict=False)):
        arrow = ":::" if index else "-->"
        yield f"{'':{gutter - 1}}{paint('frame', arrow)} {safe(passage.address)}{_whence(passage, run)}"
        yield bar
        yield from _frame(passage, evidence.says, gutter, columns, paint, finding.severity, primary=not index)
        yield bar
    equals = paint("frame", f"{'':{gutter}} =")
    for passage, evidence in zip(passages[FRAMED:], finding.evidence[FRAMED:], strict=True):
        yield f"{equals} also: {safe(passage.address)}{_whence(passage, run)} says {safe(evidence.says)}"
    if finding.more:
        yield f"{equals} also: {quantity(finding.more, 'further passage')}"
    for name, texts in (("note", telling(finding)), ("assuming", finding.assumptions)):
        for text in texts:
            yield f"{equals} {name}: {safe(text)}"
    silence = f"`<!-- checker: ignore[{finding.rule}] reason -->`"
    correct = "correct one side" if len(passages) > 1 else "correct it"
    yield f"{equals} help: {correct}, or silence it: {silence}; more: `checker explain {finding.rule}`"


def _told(finding: Finding) -> list[Evidence]:
    """What articles say of it, reference facts left out."""
    return [evidence for evidence in finding.evidence if not evidence.claim.source.reference]


def _whence(passage: Passage, run: Run) -> str:
    """Which passages are none of the doing of who commits."""
    return "" if run.commit is None or passage.path in run.commit else " (not in this commit)"


def _frame(
    passage: Passage, says: str, gutter: int, columns: int, paint: Paint, severity: str, *, primary: bool
) -> Iterator[str]:
    line, start, length = window(passage, max(20, columns - gutter - 4))
    marks = f"{'^' * length if primary else '-' * length} says {safe(says)}"
    yield f"{paint('frame', f'{passage.line:>{gutter}} |')} {line}"
    marks = paint(severity if primary else "frame", marks)
    yield f"{paint('frame', f'{str():{gutter}} |')} {'':{start}}{marks}"
