"""The dates of an article as claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Date, When

if TYPE_CHECKING:
    from checker.extract.reading import Reading

_UNKNOWN = When()


def extract(reading: Reading) -> Iterator[Date]:
    """One claim for each date expression, in the order of the text."""
    for mention in reading.dates.mentions:
        yield Date(
            **reading.place(mention.start, mention.end),
            when=mention.when or _UNKNOWN,
            value=mention.value,
            type=mention.type,
            alternatives=mention.alternatives,
            weekday=mention.weekday,
            falls_on=mention.falls_on,
            problem=mention.problem,
            assumptions=mention.assumptions,
        )
