"""The JSON report of a run."""

from __future__ import annotations

import json

from checker import __version__
from checker.engine.fingerprint import fingerprints
from checker.model import Evidence, Finding
from checker.report import schema, times
from checker.report.passages import Passage, Passages
from checker.report.run import Run


def render(run: Run) -> str:
    """The report with a newline at its end. Keys stand in the order of the schema."""
    return json.dumps(report(run).model_dump(by_alias=True), ensure_ascii=False, indent=2) + "\n"


def report(run: Run) -> schema.Report:
    """The run as the published schema has it."""
    passages = Passages(run.articles)
    return schema.Report(
        schema_version=schema.VERSION,
        tool=schema.Tool(name="checker", version=__version__),
        run=schema.Run(
            complete=run.complete,
            mode=run.mode,
            articles=run.checked,
            corpus=run.corpus,
            claims=run.claims,
            skipped=run.skipped,
        ),
        summary=schema.Summary(
            error=run.count("error"),
            warning=run.count("warning"),
            notice=run.count("notice"),
            suppressed=run.count_of("suppressed"),
            baselined=run.count_of("baselined"),
        ),
        findings=[
            _finding(finding, fingerprint, passages.of(finding))
            for finding, fingerprint in zip(run.findings, fingerprints(run.findings), strict=True)
        ],
        errors=[schema.Error(path=problem.path, message=problem.message) for problem in run.problems],
    )


def _finding(finding: Finding, fingerprint: str, passages: list[Passage]) -> schema.Finding:
    return schema.Finding(
        fingerprint=fingerprint,
        rule=finding.rule,
        severity=finding.severity,
        message=finding.message,
        subject=finding.subject,
        explanation=list(finding.explanation),
        assumptions=list(finding.assumptions),
        status=finding.status,
        evidence=[
            _evidence(evidence, passage, primary=not number)
            for number, (evidence, passage) in enumerate(zip(finding.evidence, passages, strict=True))
        ],
        more=finding.more,
    )


def _evidence(evidence: Evidence, passage: Passage, *, primary: bool) -> schema.Evidence:
    claim = evidence.claim
    return schema.Evidence(
        role="primary" if primary else "related",
        path=passage.path,
        record=passage.record,
        line=passage.line,
        column=passage.column,
        end_line=passage.end_line,
        end_column=passage.end_column,
        start=claim.start,
        end=claim.end,
        quote=passage.quote,
        says=evidence.says,
        when=schema.When.model_validate(times.stretch(claim.when)) if claim.when.known else None,
        published=times.published(claim.source.published),
    )
