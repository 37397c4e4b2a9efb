"""Claims that boxes and tables of facts make: "Founded | 1962", "Length: 4.2 km", a row below a head."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.boxes import boxes, tables
from checker.extract.reading import Reading
from checker.model import Event, Relation


def extract(reading: Reading) -> Iterator[Event | Relation]:
    """One claim for each row whose label we know, of a box in an article that says what it is about."""
    of_article, of_others = [box for box in boxes(reading) if box], list(tables(reading))
    if not (of_article or of_others):
        return
    from checker.extract import row_claims  # with all that tells what may have such a box

    for table in of_others:
        yield from row_claims.of_table(reading, table)
    if of_article:
        yield from row_claims.of_boxes(reading, of_article)
