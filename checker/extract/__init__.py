"""From an article to its claims: one module a kind, run in the order of ``EXTRACTORS``.

A module may have a ``trigger``: it tells nothing of an article none of whose sentences fires it, and then is
not even imported.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from checker import kept
from checker.model import Article, Claim, DayOrder

EXTRACTORS = (
    "acronym", "age", "alias", "bibliography", "blend", "change", "chronicle", "date", "deadline", "deal",
    "disaster", "duration", "encounter", "event", "facility", "firm", "guise", "handover", "headline",
    "incumbency", "jubilee", "listing", "match", "milestone", "namesake", "office", "organisation", "pact",
    "participants", "person", "poll", "predecessor", "rank", "relation", "release", "reversal", "row", "step",
    "sum", "tense", "tie", "turnout", "verdict", "visit", "votes", "voyage",
)  # fmt: skip


@cache
def _extractor(name: str) -> Any:
    return import_module(f"{__name__}.{name}")


@cache
def _signs(name: str) -> frozenset[str] | None:
    """Words, of which an article holds one that gives such claims; None if it may give them without."""
    return kept.once(("signs", name), lambda: _told(_extractor(name)))


def _told(extractor: Any) -> frozenset[str] | None:
    words: frozenset[str] | None = extractor.trigger().words if hasattr(extractor, "trigger") else None
    return words


def extract(article: Article, date_order: DayOrder | None = None) -> list[Claim]:
    """Every claim of an article, in the order of the text. Depends on the article alone.

    ``date_order`` is the order in which a numeric date is read that nothing in the article settles.
    """
    from checker.extract.reading import read
    from checker.extract.sic import unmarked

    reading = read(article, date_order)
    words = reading.words
    claims = [
        claim
        for name in EXTRACTORS
        if (signs := _signs(name)) is None or not signs.isdisjoint(words)
        for claim in _extractor(name).extract(reading)
    ]
    return sorted(unmarked(article, claims), key=lambda claim: (claim.start, claim.end, claim.kind))
