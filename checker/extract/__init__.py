"""From an article to its claims: one module a kind, run in the order of ``EXTRACTORS``."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from checker.model import Article, Claim, DayOrder

EXTRACTORS = (
    "acronym", "age", "alias", "blend", "change", "date", "deal", "disaster", "duration", "event",
    "facility", "firm", "handover", "headline", "listing", "milestone", "namesake", "office",
    "organisation", "person", "rank", "relation", "reversal", "row", "sum", "tense", "visit",
)  # fmt: skip


@cache
def _extractors() -> tuple[Any, ...]:
    return tuple(import_module(f"{__name__}.{name}") for name in EXTRACTORS)


def extract(article: Article, date_order: DayOrder | None = None) -> list[Claim]:
    """Every claim of an article, in the order of the text. Depends on the article alone.

    ``date_order`` is the order in which a numeric date is read that nothing in the article settles.
    """
    from checker.extract.reading import read

    reading = read(article, date_order)
    claims = [claim for extractor in _extractors() for claim in extractor.extract(reading)]
    return sorted(claims, key=lambda claim: (claim.start, claim.end, claim.kind))
