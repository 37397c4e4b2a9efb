"""The new findings as a code quality report of GitLab, which shows them in the merge request."""

from __future__ import annotations

import json

from checker.engine.fingerprint import fingerprints
from checker.model import Severity
from checker.report.passages import Passages
from checker.report.run import Run
from checker.report.told import sides

_LEVELS: dict[Severity, str] = {"error": "critical", "warning": "major", "notice": "info"}


def render(run: Run) -> str:
    """A list of issues, as https://docs.gitlab.com/ci/testing/code_quality/ has it.

    The name of the rule is not shown there, so the description begins with it.
    """
    passages = Passages(run.articles)
    issues = []
    for finding, fingerprint in zip(run.findings, fingerprints(run.findings), strict=True):
        if finding.status != "new":
            continue
        found = passages.of(finding)
        _, *others = sides(finding, found)
        told = "; ".join((f"{finding.rule}: {finding.message}", *others))
        issues.append(
            {
                "description": told,
                "check_name": finding.rule,
                "fingerprint": fingerprint,
                "severity": _LEVELS[finding.severity],
                "location": {
                    "path": found[0].path,
                    "lines": {"begin": found[0].line, "end": found[0].end_line},
                },
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
