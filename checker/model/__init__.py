"""The nouns of the checker: articles, claims about the world, findings. Imports nothing of ours.

Days are integers: 1 is 1 January of the year 1 (as ``datetime.date.toordinal``), the calendar is the
proleptic Gregorian one, years before 1 are reached by numbers below 1. Text offsets count code points.
"""

from __future__ import annotations

from checker.model.article import Article, Block, BlockKind, Ignore, Positions, Source
from checker.model.claims import (
    Acronym,
    Blend,
    Claim,
    Date,
    Event,
    Handover,
    Office,
    Organisation,
    Person,
    Rank,
)
from checker.model.finding import Evidence, Finding, Severity
from checker.model.when import BEGINNING, END, UNKNOWN, Basis, When

__all__ = [
    "BEGINNING",
    "END",
    "UNKNOWN",
    "Acronym",
    "Article",
    "Basis",
    "Blend",
    "Block",
    "BlockKind",
    "Claim",
    "Date",
    "Event",
    "Evidence",
    "Finding",
    "Handover",
    "Ignore",
    "Office",
    "Organisation",
    "Person",
    "Positions",
    "Rank",
    "Severity",
    "Source",
    "When",
]
