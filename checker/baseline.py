"""Findings that are known and left for later: a file that names them, one on each line."""

from __future__ import annotations

import json
import os
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypedDict

from checker.engine.fingerprint import SCHEME, fingerprints
from checker.errors import CheckerError
from checker.model import Finding

if TYPE_CHECKING:
    from checker.report.run import Run

DEFAULT = "checker-baseline.json"


class Entry(TypedDict):
    """What a reader of the file is told of a finding; ``paths`` are those of the passages it quotes."""

    rule: str
    message: str
    paths: list[str]
    fingerprint: str


Known = Mapping[str, Entry]  # by fingerprint


def read(path: str) -> Known:
    """The findings that a file names. Raises CheckerError."""
    try:
        with open(path, encoding="utf-8") as file:
            table = json.load(file)
        scheme, entries = table["scheme"], [_entry(entry) for entry in table["findings"]]
    except OSError as error:
        raise CheckerError(f"{path}: the baseline cannot be read: {error.strerror or error}") from None
    except (ValueError, LookupError, TypeError, RecursionError):
        raise CheckerError(f"{path}: not a baseline") from None
    if scheme != SCHEME:
        raise CheckerError(f"{path}: made by another version of checker; make it anew")
    return {entry["fingerprint"]: entry for entry in entries}


def written(known: Known) -> str:
    """The file that names these findings."""
    entries = sorted(known.values(), key=lambda entry: (entry["rule"], entry["paths"], entry["fingerprint"]))
    lines = ",".join(f"\n  {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
    return f'{{"scheme": {SCHEME}, "findings": [{lines}\n]}}\n'


def of(findings: Sequence[Finding]) -> Known:
    """All findings that nothing silences, as a baseline names them."""
    return {
        fingerprint: Entry(
            rule=finding.rule,
            message=finding.message,
            paths=sorted({evidence.claim.source.path for evidence in finding.evidence}),
            fingerprint=fingerprint,
        )
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
        if finding.status != "suppressed"
    }


def marked(findings: Sequence[Finding], known: Known) -> tuple[Finding, ...]:
    """The findings, those that the baseline names marked so. What is silenced remains silenced."""
    return tuple(
        replace(finding, status="baselined")
        if fingerprint in known and finding.status != "suppressed"
        else finding
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
    )


def gone(known: Known, run: Run, files: Container[str]) -> set[str]:
    """The fingerprints of the baseline that a run over these files bears out no more.

    Of rules that were not run, of files that are there and were not read, and of a run that could not read
    everything nothing is known.
    """
    if run.mode == "focus" or not run.complete:
        return set()
    ids = {rule.id for rule in run.rules}
    borne = of(run.findings)
    return {
        name
        for name, entry in known.items()
        if name not in borne
        and entry["rule"] in ids
        and all(path in files or not os.path.exists(path) for path in entry["paths"])
    }


def _entry(told: Any) -> Entry:
    """Raises what Python raises where an entry is not as it was written."""
    texts = [told["rule"], told["message"], told["fingerprint"], *told["paths"]]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    rule, message, fingerprint, *paths = texts
    return Entry(rule=rule, message=message, paths=paths, fingerprint=fingerprint)
