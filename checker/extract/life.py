"""When and where people are told to be born and to die, the person being named in the same clause."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.clauses import DAY, Clauses, Told, hedged
from checker.extract.happening import Happening, called
from checker.extract.names import name_at, name_before
from checker.extract.reading import Reading
from checker.resolve.compare import fold
from checker.text.tokens import Token

# What happens to people alone.
OF_PEOPLE = frozenset(("assassinated", "baptised", "born", "buried", "crowned", "died"))
# Words behind which a name is not what the verb speaks of ("the son of Jane Roe was born").
_OTHER = frozenset("of with to by and or for from than like 's '".split())


def life(reading: Reading, row: list[Token], i: int, clauses: Clauses) -> Iterator[Happening]:
    """ "Jane Roe was born on", "Jane Roe (born", "Jane Roe, who died in": the verb is token ``i``."""
    stop = _subject_end(row, i)
    person = _before(reading, row, stop, clauses) if stop else None
    if person:
        told = clauses.after(row[i].end, row[-1].end)
        yield from _happening(reading, row, person, row[i].low, told)


def passive_life(
    reading: Reading, row: list[Token], i: int, what: str, clauses: Clauses
) -> Iterator[Happening]:
    """ "Jane Roe was assassinated in": the participle is token ``i``."""
    if i > 1 and row[i - 1].low == "was" and (person := _before(reading, row, i - 1, clauses)):
        yield from _happening(reading, row, person, what, clauses.after(row[i].end, row[-1].end))


def nominal_life(
    reading: Reading, row: list[Token], i: int, what: str, clauses: Clauses
) -> Iterator[Happening]:
    """ "the death of Jane Roe on 5 May 2001": the name begins at token ``i``."""
    name = name_at(reading.article.text, row, i) if i < len(row) else None
    if name and name.words > 1:
        told = clauses.after(row[name.end - 1].end, row[-1].end, DAY)
        yield from _happening(reading, row, (i, name.text), what, told)


def _happening(
    reading: Reading, row: list[Token], person: tuple[int, str], what: str, told: Told | None
) -> Iterator[Happening]:
    start, name = row[person[0]].start, person[1]
    if told is None or hedged(reading.article.text, row[0].start, told.end):
        return
    yield Happening(
        min(start, told.start),
        told.end,
        f"{fold(name)}: {what}",
        called(what, name),
        told.when,
        told.place,
        named=False,
        assumptions=told.assumptions,
    )


def _subject_end(row: list[Token], i: int) -> int:
    """The index behind the name that is the subject of the verb at ``i``, or 0."""
    stop = i
    if row[i].low == "born":
        if stop == 0 or row[stop - 1].low not in ("was", "(", ","):
            return 0
        stop -= 1
    if stop > 1 and row[stop - 1].low == "who":
        stop -= 1
    if stop > 1 and row[stop - 1].text == ",":
        stop -= 1
    return stop


def _before(reading: Reading, row: list[Token], end: int, clauses: Clauses) -> tuple[int, str] | None:
    """The person named right before token ``end``: where the name begins, and its full form."""
    if mention := clauses.person(row[end - 1].end):
        full = reading.people.name_of(mention)
        start = next((i for i, token in enumerate(row) if token.start >= mention.start), None)
        if not full or start is None or len(full.split()) < 2:
            return None
        return None if _tail(row, start) else (start, full)
    name = name_before(reading.article.text, row, end)
    if not name or name.words < 2 or _tail(row, name.begin):
        return None
    return name.begin, name.text


def _tail(row: list[Token], start: int) -> bool:
    return start > 0 and row[start - 1].low in _OTHER
