"""Claims that an acronym stands for certain words."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.acronyms import SIGN, acronyms
from checker.extract.reading import Reading
from checker.model import Acronym


def extract(reading: Reading) -> Iterator[Acronym]:
    """One claim for each acronym that stands beside its expansion and whose letters fit it."""
    text = reading.article.text
    for sentence in reading.holding(SIGN):
        for found in acronyms(text, sentence.start, sentence.end):
            yield Acronym(
                **reading.place(found.start, found.end),
                acronym=found.short,
                expansion=text[found.first : found.last],
            )
