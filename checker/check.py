"""Paths -> what is wrong in the articles there. Ties reading, extraction, rules and findings together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import CheckerError
from checker.inputs import Inputs
from checker.load.outcome import Problem
from checker.model import Article, Claim, Finding, Severity
from checker.report.run import ArticleKey, Run
from checker.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from checker.engine.rules import Rule


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its articles with their claims, and what could not be read."""

    articles: tuple[tuple[Article, list[Claim]], ...]
    problems: tuple[Problem, ...]
    skipped: int


def check(inputs: Inputs, rules: Sequence[Rule], settings: Settings = DEFAULT) -> Run:
    """Checks the inputs against one another. Neither the order of files nor that of rules matters."""
    from checker.engine.check import check as judge

    claims: list[Claim] = []
    problems = list(inputs.problems)
    articles = skipped = 0
    for reading in read(inputs, settings):
        problems += reading.problems
        skipped += reading.skipped
        for _, found in reading.articles:
            articles += 1
            claims += found
    findings = judge(claims, rules, settings)
    return Run(
        findings=tuple(findings),
        articles=_quoted(inputs, findings),
        problems=tuple(sorted(problems)),
        checked=articles,
        corpus=articles,
        claims=len(claims),
        skipped=skipped,
    )


def read(inputs: Inputs, settings: Settings = DEFAULT) -> Iterator[Reading]:
    """Every input, in order of its name. What goes wrong with one article costs no other."""
    for name in sorted(inputs.files):
        yield _read(name, inputs.files[name], settings)


def is_failure(run: Run, fail_on: Severity | None) -> bool:
    """Is there a finding at or above this severity?"""
    from checker.engine.certainty import rank

    return fail_on is not None and any(rank(f.severity) >= rank(fail_on) for f in run.new)


def _read(name: str, source: Path | bytes, settings: Settings) -> Reading:
    from checker.extract import extract
    from checker.load import load

    try:
        loaded = load(name, _bytes(source))
    except OSError as error:
        return Reading((), (Problem(name, f"cannot be read: {error.strerror or error}"),), 0)
    except Exception as error:  # one odd file must not cost the others
        return Reading((), (Problem(name, f"internal error while reading it: {error!r}"),), 0)
    articles = []
    problems = list(loaded.problems)
    for article in loaded.articles:
        try:
            articles.append((article, extract(article, settings.date_order)))
        except Exception as error:  # as above
            record = "" if article.source.record is None else f"record {article.source.record}: "
            problems.append(Problem(name, f"{record}internal error while extracting claims: {error!r}"))
    return Reading(tuple(articles), tuple(problems), loaded.skipped)


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
        for article in load(name, _bytes(inputs.files[name])).articles:
            key = (article.source.path, article.source.record)
            if key in ends and ends[key] <= len(article.original):
                articles.setdefault(key, article)
    for path, _ in ends.keys() - articles.keys():
        raise CheckerError(f"{path}: changed while it was checked")
    return articles


def _bytes(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()
