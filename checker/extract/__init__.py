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
    "deed", "disaster", "duration", "encounter", "event", "facility", "firm", "guise", "handover",
    "headline", "incumbency", "jubilee", "listing", "match", "milestone", "namesake", "office",
    "organisation", "pact", "participants", "person", "poll", "predecessor", "rank", "relation",
    "release", "reversal", "row", "share", "step", "storm", "sum", "tense", "tie", "turnout", "verdict",
    "visit", "votes", "voyage",
)  # fmt: skip


@cache
def _extractor(name: str) -> Any:
    return import_module(f"{__name__}.{name}")


@cache
def _signs() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The extractors to be asked whatever an article says, and those to be asked if it says a word."""
    return kept.once(("signs",), _told)


def _told() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    always: set[str] = set()
    by_word: dict[str, set[str]] = {}
    for name in EXTRACTORS:
        if not hasattr(_extractor(name), "trigger"):
            always.add(name)
            continue
        for word in _extractor(name).trigger().words:
            by_word.setdefault(word, set()).add(name)
    return frozenset(always), {word: frozenset(by_word[word]) for word in sorted(by_word)}


def _asked(words: frozenset[str]) -> frozenset[str]:
    """The extractors that may find something in an article of these words."""
    always, by_word = _signs()
    return always.union(*map(by_word.__getitem__, by_word.keys() & words))


def extract(article: Article, date_order: DayOrder | None = None) -> list[Claim]:
    """Every claim of an article, in the order of the text. Depends on the article alone.

    ``date_order`` is the order in which a numeric date is read that nothing in the article settles.
    """
    from checker.extract.common import placed
    from checker.extract.reading import read
    from checker.extract.sic import unmarked

    reading = read(article, date_order)
    asked = _asked(reading.concordance.words)
    claims = [claim for name in EXTRACTORS if name in asked for claim in _extractor(name).extract(reading)]
    reading.forget()
    claims = list(placed(article.text, unmarked(article, claims)))
    return sorted(claims, key=lambda claim: (claim.start, claim.end, claim.kind))
