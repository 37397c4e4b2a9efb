"""The articles that some claims quote, read again: the whole corpus is not kept in memory for them."""

from __future__ import annotations

from collections.abc import Iterable

from checker.errors import CheckerError
from checker.index.contents import read as read_file
from checker.inputs import Inputs
from checker.model import Article, Claim

ArticleKey = tuple[str, str | None]  # path and record


def quoted(inputs: Inputs, claims: Iterable[Claim]) -> dict[ArticleKey, Article]:
    """Those of the claims, by path and record; files of facts are articles here. Raises CheckerError."""
    ends: dict[ArticleKey, int] = {}
    for claim in claims:
        key = (claim.source.path, claim.source.record)
        ends[key] = max(ends.get(key, 0), claim.end)
    articles: dict[ArticleKey, Article] = {}
    for name in sorted({path for path, _ in ends}):
        for article in _articles(inputs, name):
            key = (article.source.path, article.source.record)
            if key in ends and ends[key] <= len(article.original):
                articles.setdefault(key, article)
    for path, _ in ends.keys() - articles.keys():
        raise CheckerError(f"{path}: changed while it was checked")
    return articles


def _articles(inputs: Inputs, name: str) -> Iterable[Article]:
    if name in inputs.facts:
        from checker.facts import read

        return [read(name, read_file(inputs.facts[name])).article]
    from checker.load import load

    return load(name, read_file(inputs.files[name])).articles
