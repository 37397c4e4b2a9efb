"""The articles that some claims quote, read again: the whole corpus is not kept in memory for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from checker.errors import CheckerError
from checker.index.contents import read as read_file
from checker.inputs import Inputs
from checker.model import Article, Claim

ArticleKey = tuple[str, str | None]  # path and record


def quoted(inputs: Inputs, claims: Iterable[Claim]) -> dict[ArticleKey, Article]:
    """Those of the claims, by path and record; files of facts are articles here. Raises CheckerError."""
    ends: dict[str, dict[str | None, int]] = {}
    for claim in claims:
        records = ends.setdefault(claim.source.path, {})
        records[claim.source.record] = max(records.get(claim.source.record, 0), claim.end)
    articles: dict[ArticleKey, Article] = {}
    for path, records in sorted(ends.items()):
        for article in _articles(inputs, path, records):
            record = article.source.record
            if record in records and records[record] <= len(article.original):
                articles.setdefault((path, record), article)
        if any((path, record) not in articles for record in records):
            raise CheckerError(f"{path}: changed while it was checked")
    return articles


def _articles(inputs: Inputs, name: str, records: Collection[str | None]) -> Iterable[Article]:
    if name in inputs.facts:
        from checker.facts import read

        return [read(name, read_file(inputs.facts[name])).article]
    from checker.load import load

    return load(name, read_file(inputs.files[name]), only=records).articles
