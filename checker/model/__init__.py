"""The nouns of the checker: articles, claims about the world, findings. Imports nothing of ours.

Days are integers: 1 is 1 January of the year 1 (as ``datetime.date.toordinal``), the calendar is the
proleptic Gregorian one, years before 1 are reached by numbers below 1. Text offsets count code points.
"""

from __future__ import annotations

from checker.model.article import Article, Block, BlockKind, Ignore, Original, Positions, Source
from checker.model.claims import (
    Acronym,
    Age,
    Claim,
    Date,
    Duration,
    Handover,
    Milestone,
    Office,
    Organisation,
    Person,
    Rank,
    Reversal,
    Tense,
)
from checker.model.event import Event
from checker.model.finding import Evidence, Finding, Severity
from checker.model.naming import Alias, Blend, Guise, Namesake
from checker.model.relation import Headline, Listing, Relation, Toll
from checker.model.statement import Change, Statement, Sum
from checker.model.suppression import Suppression
from checker.model.visit import Visit
from checker.model.when import BEGINNING, END, UNKNOWN, Basis, DayOrder, When

__all__ = [
    "BEGINNING",
    "END",
    "UNKNOWN",
    "Acronym",
    "Age",
    "Alias",
    "Article",
    "Basis",
    "Blend",
    "Block",
    "BlockKind",
    "Change",
    "Claim",
    "Date",
    "DayOrder",
    "Duration",
    "Event",
    "Evidence",
    "Finding",
    "Guise",
    "Handover",
    "Headline",
    "Ignore",
    "Listing",
    "Milestone",
    "Namesake",
    "Office",
    "Organisation",
    "Original",
    "Person",
    "Positions",
    "Rank",
    "Relation",
    "Reversal",
    "Severity",
    "Source",
    "Statement",
    "Sum",
    "Suppression",
    "Tense",
    "Toll",
    "Visit",
    "When",
]
