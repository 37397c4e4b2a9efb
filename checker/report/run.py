"""What a run gives to its reports: findings with the articles they quote, problems, and how much was read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from checker.load.outcome import Problem
from checker.model import Finding, Original, Severity
from checker.model.finding import Status

if TYPE_CHECKING:
    from checker.engine.rules import Rule

ArticleKey = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Run:
    """The outcome of one run. ``articles`` holds those that the findings quote, by path and record.

    ``checked`` articles were the focus, ``corpus`` counts those they were compared with, the focus included.
    ``commit`` are the files of the commit that is being made, if one is and there are findings. ``rules`` are
    those that were run.
    """

    findings: tuple[Finding, ...] = ()
    articles: Mapping[ArticleKey, Original] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    mode: Literal["full", "focus"] = "full"
    checked: int = 0
    corpus: int = 0
    claims: int = 0
    skipped: int = 0
    commit: Collection[str] | None = None
    rules: Sequence[Rule] = ()

    @property
    def complete(self) -> bool:
        return not self.problems

    @property
    def is_empty(self) -> bool:
        """Was there nothing to read at all?"""
        return not (self.corpus or self.skipped or self.problems)

    def count(self, severity: Severity) -> int:
        """How many findings of a severity are new or existing: the others are counted apart."""
        counted = ("new", "existing")
        return sum(it.severity == severity and it.status in counted for it in self.findings)

    def count_of(self, status: Status) -> int:
        return sum(finding.status == status for finding in self.findings)

    @property
    def new(self) -> tuple[Finding, ...]:
        """What this run is about, and what it may fail for."""
        return tuple(finding for finding in self.findings if finding.status == "new")
