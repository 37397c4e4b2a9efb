"""Findings that the configuration silences one by one, where an article cannot hold a comment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.engine.fingerprint import fingerprints
from checker.model import Finding
from checker.settings import Settings


def suppressed(findings: Sequence[Finding], settings: Settings) -> list[Finding]:
    """The findings, those that the settings name marked so, with the reason that is given there."""
    reasons = settings.suppress if settings.ignores else {}
    named = zip(findings, fingerprints(findings), strict=True)
    return [_silenced(finding, name, reasons, settings.source) for finding, name in named]


def idle(findings: Sequence[Finding], settings: Settings) -> list[str]:
    """The fingerprints that the settings name and no finding has, in their order."""
    there = set(fingerprints(findings))
    return [name for name in settings.suppress if name not in there]


def _silenced(finding: Finding, name: str, reasons: Mapping[str, str], source: str) -> Finding:
    if name not in reasons or finding.status == "suppressed":
        return finding
    told = f"silenced in {source}: {reasons[name]}"
    return replace(finding, status="suppressed", explanation=(*finding.explanation, told))
