"""Paths -> what is wrong in the articles there. Ties reading, extraction, rules and findings together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from checker.errors import CheckerError
from checker.index.contents import read as read_file
from checker.inputs import Inputs, Watch
from checker.load.outcome import Problem
from checker.model import Article, Finding, Severity
from checker.report.run import ArticleKey, Run
from checker.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from checker.engine.joins import Joins
    from checker.engine.rules import Rule
    from checker.index.archive import Archive
    from checker.index.store import Row, Store


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
    from checker.index.store import Broken, Store, discard

    filed = joins(rules if filed_for is None else filed_for)
    try:
        with Store(cache) as store:
            return _check(inputs, rules, settings, filed, store, jobs, watch)
    except Broken as error:
        if error.damaged and cache is not None:
            discard(cache)
        warn(f"going on without a cache: {cache}: {error}")
    with Store() as store:
        return _check(inputs, rules, settings, filed, store, jobs, watch)


def is_failure(run: Run, fail_on: Severity | None) -> bool:
    """Is there a finding at or above this severity?"""
    from checker.engine.certainty import rank

    return fail_on is not None and any(rank(f.severity) >= rank(fail_on) for f in run.new)


def _check(
    inputs: Inputs,
    rules: Sequence[Rule],
    settings: Settings,
    filed: Joins,
    store: Store,
    jobs: int,
    watch: Watch,
) -> Run:
    from checker.engine.check import check as judge
    from checker.index.archive import Archive
    from checker.index.focus import Comparison, touching

    archive = Archive(store, settings, filed, jobs)
    failed: dict[str, OSError] = {}
    rows = archive.take_in(((name, inputs.files[name]) for name in watch(sorted(inputs.files))), failed)
    if inputs.focus is None:
        ignores = archive.ignores(rows) if settings.ignores else ()
        findings = judge(archive.claims(rows), rules, settings, ignores)
        focus = rows
    else:
        focus = {path: row for path, row in rows.items() if path in inputs.focus}
        before = None if inputs.before is None else _before(archive, rows, inputs.before)
        findings = touching(focus, rows, before, Comparison(archive, rules, settings, filed))
    archive.settle()
    problems = [Problem(path, message) for path, row in rows.items() for message in row.problems]
    return Run(
        findings=tuple(findings),
        articles=_quoted(inputs, findings),
        problems=tuple(sorted((*inputs.problems, *_unread(inputs, failed), *problems))),
        mode="full" if inputs.focus is None else "focus",
        checked=sum(row.articles for row in focus.values()),
        corpus=sum(row.articles for row in rows.values()),
        claims=sum(row.claims for row in rows.values()),
        skipped=sum(row.skipped for row in focus.values()),
        rules=tuple(rules),
        commit=None if inputs.before is None else frozenset((*inputs.before, *(inputs.focus or ()))),
    )


def _unread(inputs: Inputs, failed: Mapping[str, OSError]) -> Iterator[Problem]:
    """Inputs that cannot be read. Git still knows files that have been deleted: these are no trouble."""
    for name, error in failed.items():
        if inputs.focus is None or name in inputs.focus or not isinstance(error, FileNotFoundError):
            yield Problem(name, f"cannot be read: {error.strerror or error}")


def _before(archive: Archive, rows: Mapping[str, Row], before: Mapping[str, bytes | None]) -> dict[str, Row]:
    """The rows of all files as they were before the commit."""
    changed = archive.take_in(((path, data) for path, data in before.items() if data is not None), {})
    return {**{path: row for path, row in rows.items() if path not in before}, **changed}


def _quoted(inputs: Inputs, findings: Iterable[Finding]) -> dict[ArticleKey, Article]:
    """The articles that findings quote, read again: the whole corpus is not kept in memory for them."""
    from checker.load import load

    claims = [evidence.claim for finding in findings for evidence in finding.evidence]
    ends: dict[ArticleKey, int] = {}
    for claim in claims:
        key = (claim.source.path, claim.source.record)
        ends[key] = max(ends.get(key, 0), claim.end)
    articles: dict[ArticleKey, Article] = {}
    for name in sorted({path for path, _ in ends}):
        for article in load(name, read_file(inputs.files[name])).articles:
            key = (article.source.path, article.source.record)
            if key in ends and ends[key] <= len(article.original):
                articles.setdefault(key, article)
    for path, _ in ends.keys() - articles.keys():
        raise CheckerError(f"{path}: changed while it was checked")
    return articles
