"""From an article to its claims: one module a kind, run in the order of ``EXTRACTORS``."""

from __future__ import annotations

from importlib import import_module

from checker.model import Article, Claim

EXTRACTORS = ("acronym", "blend", "date", "event", "handover", "office", "organisation", "person", "rank")


def extract(article: Article) -> list[Claim]:
    """Every claim of an article, in the order of the text. Depends on the article alone."""
    from checker.extract.reading import read

    reading = read(article)
    claims = [claim for name in EXTRACTORS for claim in import_module(f"{__name__}.{name}").extract(reading)]
    return sorted(claims, key=lambda claim: (claim.start, claim.end, claim.kind))
