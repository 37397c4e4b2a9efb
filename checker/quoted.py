"""The articles that some claims quote, read again: the whole corpus is not kept in memory for them."""

from __future__ import annotations

from collections.abc import Iterable

from checker.errors import CheckerError
from checker.index.contents import read as read_file
from checker.inputs import Inputs
from checker.load.originals import originals
from checker.model import Claim, Original

ArticleKey = tuple[str, str | None]  # path and record


def quoted(inputs: Inputs, claims: Iterable[Claim]) -> dict[ArticleKey, Original]:
    """Those of the claims, by path and record; files of facts are articles here. Raises CheckerError."""
    ends: dict[str, dict[str | None, int]] = {}
    for claim in claims:
        records = ends.setdefault(claim.source.path, {})
        records[claim.source.record] = max(records.get(claim.source.record, 0), claim.end)
    articles: dict[ArticleKey, Original] = {}
    for path, records in sorted(ends.items()):
        data = read_file(inputs.facts[path] if path in inputs.facts else inputs.files[path])
        for record, article in originals(path, data, records):
            if record in records and records[record] <= len(article.text):
                articles.setdefault((path, record), article)
        if any((path, record) not in articles for record in records):
            raise CheckerError(f"{path}: changed while it was checked")
    return articles
