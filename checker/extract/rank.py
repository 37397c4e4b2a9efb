"""Claims that a person bears a rank."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.reading import Reading
from checker.model import Rank


def extract(reading: Reading) -> Iterator[Rank]:
    """One claim for each rank that stands before a name."""
    for ranked in reading.people.ranked:
        if name := reading.people.name_of(ranked.name):
            yield Rank(**reading.place(ranked.start, ranked.name.end), person=name, rank=ranked.rank)
