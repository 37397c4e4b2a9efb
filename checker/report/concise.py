"""One line a finding, as editors and grep like it."""

from __future__ import annotations

from checker.model import Evidence, Finding
from checker.report.passages import Places
from checker.report.run import Run
from checker.report.terminal import Paint, safe
from checker.report.text import scope


def render(run: Run, paint: Paint, *, quiet: bool = False) -> str:
    """``path:line:column: severity rule message [other/path:line:column]``, then the scope of the run."""
    lines = [_line(finding, run, paint) for finding in run.new]
    if not quiet:
        lines.append(scope(run))
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding, run: Run, paint: Paint) -> str:
    first, *others = (_address(evidence, run) for evidence in finding.evidence[:2])
    what = f"{first}: {paint(finding.severity, finding.severity)} {finding.rule} {safe(finding.message)}"
    return " ".join((what, *(f"[{other}]" for other in others)))


def _address(evidence: Evidence, run: Run) -> str:
    return safe(Places(run.article(evidence.claim.source)).passage(evidence.claim).address)
