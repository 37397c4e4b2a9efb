"""Claims that a person holds an office."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.clauses import Clauses
from checker.extract.reading import Reading
from checker.extract.timing import speaks_of_now, when_held
from checker.model import Office


def extract(reading: Reading) -> Iterator[Office]:
    """One claim for each title that belongs to a name."""
    clauses = Clauses(reading)
    for held in reading.held:
        when, assumptions = when_held(reading, clauses, held.phrase)
        yield Office(
            **reading.place(held.phrase.start, held.phrase.end),
            office=held.office,
            body=held.body,
            holder=held.holder,
            status="former" if held.status == "then" else held.status,
            single=held.single,
            present=speaks_of_now(reading, held.phrase),
            when=when,
            assumptions=assumptions,
        )
