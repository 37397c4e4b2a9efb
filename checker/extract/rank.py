"""Claims that a person bears a rank."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from checker.extract.company import company
from checker.extract.people import Ranked
from checker.extract.present import as_of_publication, is_now
from checker.extract.reading import Reading
from checker.model import Rank, When

_PROMOTED = re.compile(
    r"\b(?:promot(?:ed|ion)|demot(?:ed|ion)|rank of|retired|elevated|(?:made|becomes|became) an?)\b",
    re.IGNORECASE,
)


def extract(reading: Reading) -> Iterator[Rank]:
    """One claim for each rank that stands before a name."""
    if not reading.people.ranked:
        return
    changes = _PROMOTED.search(reading.article.text) is not None
    starts = [sentence.start for sentence in reading.sentences]
    for ranked in reading.people.ranked:
        if name := reading.people.name_of(ranked.name):
            when, assumptions = (When(), ()) if changes else _when(reading, ranked, starts)
            yield Rank(
                **reading.place(ranked.start, ranked.name.end),
                person=name,
                rank=ranked.rank,
                when=when,
                context=_context(reading, name),
                assumptions=assumptions,
            )


def _when(reading: Reading, ranked: Ranked, starts: list[int]) -> tuple[When, tuple[str, ...]]:
    """The time of writing, if the sentence speaks of it; an article that tells of promotions has several."""
    sentence = reading.sentences[bisect_right(starts, ranked.start) - 1]
    return as_of_publication(reading, "rank") if is_now(reading, sentence) else (When(), ())


def _context(reading: Reading, person: str) -> tuple[str, ...]:
    """An office without its body tells one officer from another too."""
    offices = {held.office for held in reading.held if held.holder == person and not held.body}
    return tuple(sorted({*company(reading, person), *offices}))
