"""What could not be read, told on standard error: where many files have one trouble, a few are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checker.load.outcome import Problem
from checker.report.output import complain

NAMED = 5  # of those that have one trouble

_OURS = "internal error"  # whatever went wrong in us, to a reader it is one trouble


class Complaints:
    """Tells of problems as they come, and in the end how many there were beyond those it named."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()

    def __enter__(self) -> Complaints:
        return self

    def __exit__(self, *_: object) -> None:
        for trouble, times in self._met.items():
            if times > NAMED:
                complain(f"and {times - NAMED} more: {trouble}")

    def __call__(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            trouble = _OURS if _OURS in problem.message else problem.message
            self._met[trouble] += 1
            if self._met[trouble] <= NAMED:
                complain(f"{problem.path}: {problem.message}")
