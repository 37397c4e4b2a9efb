"""The findings in SARIF 2.1.0, which code hosts and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/, and what GitHub makes of it:
https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from checker import __version__
from checker.engine.fingerprint import SCHEME, fingerprints
from checker.engine.rules import Rule
from checker.model import Finding, Severity
from checker.model.finding import Status
from checker.report.passages import Passage, Passages
from checker.report.run import Run
from checker.report.text import UNSHOWN
from checker.report.told import reasons

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "notice": "note"}
_PRECISION: dict[Severity, str] = {"error": "very-high", "warning": "high", "notice": "medium"}
_LONGEST = 1000  # characters that GitHub takes of the description of a rule
_LINKED = re.compile(r"[\[\]\\]")  # brackets make links in messages, unless they are escaped


def render(run: Run) -> str:
    """One run with all findings; those that fail no run are marked as suppressed."""
    return json.dumps(_log(run), ensure_ascii=False, separators=(",", ":")) + "\n"


def _log(run: Run) -> dict[str, Any]:
    rules = {rule.id: number for number, rule in enumerate(run.rules)}
    passages = Passages(run.articles)
    results = [
        _result(finding, fingerprint, rules.get(finding.rule), passages.of(finding))
        for finding, fingerprint in zip(run.findings, fingerprints(run.findings), strict=True)
    ]
    notes = [
        {
            "level": "error",
            "message": {"text": problem.message},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(problem.path)}}],
        }
        for problem in run.problems
    ]
    driver = {"name": "checker", "version": __version__, "rules": list(map(_rule, run.rules))}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "automationDetails": {"id": "checker/"},
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notes}],
                "results": results,
            }
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    why = " ".join(rule.why.split())
    silence = f"To silence it: <!-- checker: ignore[{rule.id}] reason --> before a passage."
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": why[:_LONGEST]},
        "help": {"text": f"{why}\n\n{silence}", "markdown": f"{why}\n\n{silence.replace('<', '&lt;')}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["facts"],
            "precision": _PRECISION[rule.severity],
            "problem.severity": rule.severity.replace("notice", "recommendation"),
        },
    }


def _result(finding: Finding, fingerprint: str, rule: int | None, passages: list[Passage]) -> dict[str, Any]:
    first, *others = zip(passages, finding.evidence, strict=True)
    links = [
        f"{_escaped(e.says)} in [{_escaped(p.address)}]({number})" for number, (p, e) in enumerate(others, 1)
    ]
    told = [
        f"{_escaped(finding.message)}.",
        f"Here: {_escaped(first[1].says)}; but {'; '.join(links)}." if links else "",
    ]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        **({} if rule is None else {"ruleIndex": rule}),
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(filter(None, (*told, *map(_escaped, _sentences(reasons(finding))))))},
        "locations": [_location(first[0])],
        "partialFingerprints": {
            f"checkerFinding/v{SCHEME}": fingerprint,
            "primaryLocationLineHash": fingerprint,
        },
    }
    if others:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": _escaped(evidence.says)}, **_location(passage)}
            for number, (passage, evidence) in enumerate(others, 1)
        ]
    if finding.status != "new":
        result["suppressions"] = [_suppression(finding.status)]
    return result


def _suppression(status: Status) -> dict[str, str]:
    if status == "suppressed":
        return {"kind": "inSource"}
    return {"kind": "external", "justification": UNSHOWN[status]}


def _location(passage: Passage) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": passage.line,
        "startColumn": passage.column if passage.record is None else 1,
        "endLine": passage.end_line,
        "endColumn": passage.end_column if passage.record is None else 2,
    }
    if passage.record is None:  # the columns of a record are not those of its file, nor is the quote
        region["snippet"] = {"text": passage.quote}
    return {"physicalLocation": {"artifactLocation": _artifact(passage.path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path.encode("utf-8", "surrogateescape")), "uriBaseId": "SRCROOT"}


def _escaped(text: str) -> str:
    return _LINKED.sub(r"\\\g<0>", text)


def _sentences(texts: Iterable[str]) -> Iterable[str]:
    return (text if text.endswith(".") else f"{text}." for text in texts)
