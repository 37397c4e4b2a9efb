"""Events without a name, known by what happened where: "the crane collapse at the Grand Mosque in Mecca"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.dates.words import times
from checker.extract import things
from checker.extract.clauses import DAY, Clauses, Told, hedged
from checker.extract.happening import Happening
from checker.model.event import INCIDENT
from checker.resolve.compare import fold
from checker.resolve.organisations import place_at
from checker.text.tokens import Token
from checker.vocab import load

_AT = frozenset(("at", "in", "inside", "near", "outside"))
# One of several of a kind, or a day that is not that of the event.
_OTHER = frozenset(
    "again aftershock aftershocks another earlier first further last latest new next previous repeat second "
    "series several similar third three two".split()
)


@cache
def _averted() -> frozenset[str]:
    """Words of what did not come to pass."""
    return frozenset(load("events")["averted"]["words"])


@cache
def types() -> dict[str, str]:
    """Nouns and verbs in small letters to what they tell: "derailed", "derailment"."""
    return {word: what for what, words in load("events")["incidents"].items() for word in words}


def read(text: str, row: list[Token], clauses: Clauses) -> Iterator[Happening]:
    """What the sentence tells to have happened at some site on some day: the first such thing."""
    known = types()
    signs = [i for i, token in enumerate(row) if token.text in known]
    if not signs or any(token.low in _averted() for token in row):
        return
    for i in signs:
        if any(other.low in _OTHER for other in row[max(0, i - 6) : i + 3]):
            continue
        if found := _site(text, row, i + 1):
            told = _told(row, i, found[1], clauses)
            stop = row[found[1] - 1].end
            if (
                told
                and told.when.first == told.when.last
                and not hedged(text, row[0].start, max(stop, told.end))
            ):
                yield _happening(row[i].start, stop, known[row[i].text], found[0], told)
            return


def _told(row: list[Token], i: int, stop: int, clauses: Clauses) -> Told | None:
    """The day behind the site, at the head of the sentence, or right before ("the 3 May explosion at")."""
    return (
        clauses.after(row[_behind_verb(row, stop) - 1].end, row[-1].end, DAY)
        or clauses.before(row[0].start, row[max(0, i - 1)].start)
        or clauses.right_before(row[i].start)
    )


def _behind_verb(row: list[Token], i: int) -> int:
    """The index behind ", which broke out": what such an event does is to begin."""
    end = i + (i < len(row) and row[i].text == ",")
    end += end < len(row) and row[end].low in ("which", "that")
    if end + 1 < len(row) and (row[end].low, row[end + 1].low) in (("broke", "out"), ("took", "place")):
        return end + 2
    begins = end < len(row) and row[end].low in (
        "began",
        "erupted",
        "happened",
        "occurred",
        "started",
        "struck",
    )
    return end + 1 if begins else i


def _happening(start: int, end: int, what: str, site: str, told: Told) -> Happening:
    return Happening(
        min(told.start, start),
        max(told.end, end),
        f"{INCIDENT}{what} at {fold(site)}",
        f"{what} at {site}",
        told.when,
        told.place,
        named=False,
        assumptions=told.assumptions,
    )


def _site(text: str, row: list[Token], i: int) -> tuple[str, int] | None:
    """The site told from token ``i`` on ("at the Grand Mosque in Mecca"), and the index behind it.

    A town alone is no site: there may be two fires in it in one week.
    """
    if i + 1 >= len(row) or row[i].low not in _AT:
        return None
    thing = things.site_at(text, row, i + 1)
    if thing is None or place_at(text, row, thing.start):
        return None
    town = thing.end + 1
    if town < len(row) and row[town - 1].low in ("in", "near", ",") and row[town].capital:
        end = things.capitals_from(row, town)
        if end > town and row[town].low not in times():
            return f"{thing.name}, {text[row[town].start : row[end - 1].end]}", end
    return thing.name, thing.end
