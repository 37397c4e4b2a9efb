"""A finding in plain sentences, for formats that have no frame to draw."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.engine.words import quantity
from checker.model import Finding
from checker.report.passages import Passage
from checker.report.terminal import safe

_COUNT = re.compile(r": \d+ articles?$")


def sides(finding: Finding, passages: list[Passage]) -> Iterator[str]:
    """What each passage says and where it stands, one line each; what they quote is made safe to show."""
    for passage, evidence in zip(passages, finding.evidence, strict=True):
        yield safe(f"{passage.address} says {evidence.says}")
    if finding.more:
        yield f"and {quantity(finding.more, 'further passage')}"


def telling(finding: Finding) -> tuple[str, ...]:
    """The explanation, without the numbers of articles for each side where they are all one."""
    counts = {text for text in finding.explanation if _COUNT.search(text)}
    if any(not text.endswith(": 1 article") for text in counts):
        return finding.explanation
    return tuple(text for text in finding.explanation if text not in counts)


def reasons(finding: Finding) -> Iterator[str]:
    """Why the passages clash, and what has to hold for that."""
    yield from map(safe, telling(finding))
    yield from (safe(f"assuming: {text}") for text in finding.assumptions)
