"""One line a finding, as editors and grep like it."""

from __future__ import annotations

from checker.model import Finding
from checker.report.passages import Passage, Passages
from checker.report.run import Run
from checker.report.terminal import Paint, safe
from checker.report.text import scope


def render(run: Run, paint: Paint, *, quiet: bool = False) -> str:
    """``path:line:column: severity rule message [other/path:line:column]``, then the scope of the run."""
    passages = Passages(run.articles)
    lines = [_line(finding, passages.of(finding), paint) for finding in run.new]
    if not quiet:
        lines.append(scope(run))
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding, passages: list[Passage], paint: Paint) -> str:
    first, *others = (safe(passage.address) for passage in passages[:2])
    what = f"{first}: {paint(finding.severity, finding.severity)} {finding.rule} {safe(finding.message)}"
    return " ".join((what, *(f"[{other}]" for other in others)))
