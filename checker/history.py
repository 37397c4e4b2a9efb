"""What the articles and the reference facts say on who held which office, looked up where it is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.check import articles, facts
from checker.inputs import Inputs, Watch
from checker.load.outcome import Problem
from checker.model import Claim, Office
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.engine.rules import Rule
    from checker.index.archive import Archive


@dataclass(frozen=True, slots=True)
class History:
    """All claims of offices, and what could not be read."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def history(
    inputs: Inputs,
    rules: Sequence[Rule],
    settings: Settings,
    *,
    cache: str | None = None,
    jobs: int = 1,
    warn: Callable[[str], None] = lambda _: None,
    watch: Watch = iter,
) -> History:
    """What is kept in the folder ``cache`` is filed for these rules, all there are. Raises ConfigError."""
    from checker.engine.joins import joins
    from checker.index.opened import with_archive

    def work(archive: Archive) -> History:
        return _history(inputs, archive, watch)

    return with_archive(cache, settings, joins(rules), jobs, warn, work)


def _history(inputs: Inputs, archive: Archive, watch: Watch) -> History:
    known = facts(inputs, archive)
    rows, problems = articles(inputs, archive, watch)
    claims = archive.claims({**known, **rows}, Office)
    archive.settle()
    return History(tuple(claims), problems)
