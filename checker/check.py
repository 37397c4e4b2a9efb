"""Paths -> what is wrong in the articles there. Ties reading, extraction, rules and findings together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from checker.errors import ConfigError
from checker.inputs import Before, Inputs, Watch
from checker.load.outcome import Problem
from checker.load.pieces import place
from checker.model import Severity
from checker.quoted import quoted
from checker.report.run import Run
from checker.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from checker.engine.joins import Joins
    from checker.engine.rules import Rule
    from checker.index.archive import Archive
    from checker.index.nouns import Row


def check(
    inputs: Inputs,
    rules: Sequence[Rule],
    settings: Settings = DEFAULT,
    *,
    cache: str | None = None,
    filed_for: Sequence[Rule] | None = None,
    warn: Callable[[str], None] = lambda _: None,
    jobs: int = 1,
    watch: Watch = iter,
) -> Run:
    """Checks the inputs against one another. Neither the order of files nor that of rules matters.

    Claims are kept in the folder ``cache``, filed for all rules there are; what is kept there changes how
    long it takes, and nothing else: if it cannot be used, ``warn`` is told so, once.
    """
    from checker.engine.joins import joins
    from checker.index.opened import with_archive

    filed = joins(rules if filed_for is None else filed_for)

    def work(archive: Archive) -> Run:
        return _check(inputs, rules, settings, filed, archive, watch)

    return with_archive(cache, settings, filed, jobs, warn, work)


def is_failure(run: Run, fail_on: Severity | None) -> bool:
    """Is there a finding at or above this severity?"""
    from checker.engine.certainty import rank

    return fail_on is not None and any(rank(f.severity) >= rank(fail_on) for f in run.new)


def _check(
    inputs: Inputs,
    rules: Sequence[Rule],
    settings: Settings,
    filed: Joins,
    archive: Archive,
    watch: Watch,
) -> Run:
    from checker.index.focus import Comparison, everything, touching

    known = facts(inputs, archive)
    rows, problems = articles(inputs, archive, watch)
    held = Comparison(archive, rules, settings, filed)
    changed = inputs.before
    if inputs.focus is None:
        findings = everything(known, rows, held)
        focus = rows
    else:
        focus = {name: row for name, row in rows.items() if place(name)[0] in inputs.focus}
        before = None if changed is None else lambda: {**known, **_before(archive, rows, changed())}
        findings = touching(focus, {**known, **rows}, before, held)
    archive.settle()
    if settings.suppress:
        from checker.engine.suppressed import suppressed

        findings = suppressed(findings, settings)
    return Run(
        findings=tuple(findings),
        articles=quoted(inputs, (it.claim for found in findings for it in found.evidence)),
        problems=problems,
        mode="full" if inputs.focus is None else "focus",
        checked=sum(row.articles for row in focus.values()),
        corpus=sum(row.articles for row in rows.values()),
        claims=sum(row.claims for row in rows.values()),
        skipped=sum(row.skipped for row in focus.values()),
        rules=tuple(rules),
        commit=frozenset((*changed(), *(inputs.focus or ()))) if changed and findings else None,
    )


def facts(inputs: Inputs, archive: Archive) -> dict[str, Row]:
    """The rows of the files of reference facts. Raises ConfigError: what is to be relied on must be sound."""
    failed: dict[str, OSError] = {}
    rows = archive.take_in(sorted(inputs.facts.items()), failed)
    wrong = [f"{path}: cannot be read: {error.strerror or error}" for path, error in failed.items()]
    wrong += [f"{path}:{message}" for path, row in rows.items() for message in row.problems]
    if wrong:
        archive.settle()
        raise ConfigError("\n".join(wrong))
    return rows


def articles(inputs: Inputs, archive: Archive, watch: Watch) -> tuple[dict[str, Row], tuple[Problem, ...]]:
    """The rows of all files of articles, by the names of pieces, and what could not be read."""
    failed: dict[str, OSError] = {}
    rows = archive.take_in(((name, inputs.files[name]) for name in watch(sorted(inputs.files))), failed)
    told = (Problem(place(name)[0], said) for name, row in rows.items() for said in row.problems)
    return rows, tuple(sorted((*inputs.problems, *_unread(inputs, failed), *told)))


def _unread(inputs: Inputs, failed: Mapping[str, OSError]) -> Iterator[Problem]:
    """Inputs that cannot be read. Git still knows files that have been deleted: these are no trouble."""
    for name, error in failed.items():
        if inputs.focus is None or name in inputs.focus or not isinstance(error, FileNotFoundError):
            yield Problem(name, f"cannot be read: {error.strerror or error}")


def _before(archive: Archive, rows: Mapping[str, Row], before: Before) -> dict[str, Row]:
    """The rows of all files as they were before the commit."""
    changed = archive.take_in(((path, data) for path, data in before.items() if data is not None), {})
    return {**{name: row for name, row in rows.items() if place(name)[0] not in before}, **changed}
