"""Claims that a person holds an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract.beginnings import beginning
from checker.extract.clauses import Clauses, hedged
from checker.extract.compatriots import compatriots
from checker.extract.firms import Firm, Firms
from checker.extract.holders import Held
from checker.extract.homeland import lands
from checker.extract.reading import Reading
from checker.extract.services import services
from checker.extract.timing import speaks_of_now, when_held
from checker.extract.unreal import is_part
from checker.model import Office

_BREAK = re.compile(r"; | but | and ")  # another clause begins, which what was said before need not hedge


def extract(reading: Reading) -> Iterator[Office]:
    """One claim for each title that belongs to a name."""
    clauses, text = reading.once(Clauses), reading.article.text
    for held in reading.held:
        if held.phrase.title.link == "verb" and _hedged(reading, held):
            continue
        if is_part(text, held.phrase.sentence.start, held.phrase.start):
            continue
        when, assumptions = when_held(reading, clauses, held.phrase)
        only = None
        if held.body is None and held.head.company and held.single:
            only = reading.once(Firms).headlined()
        yield Office(
            **reading.place(held.phrase.start, held.phrase.end),
            office=held.office,
            body=held.body or (only.plain if only else None),
            holder=held.holder,
            status="former" if held.status == "then" else held.status,
            single=held.single,
            present=speaks_of_now(reading, held.phrase),
            sole=held.head.alone and not held.head.means,
            lands=lands(text) if held.body is None and held.single and held.head.of_state else None,
            context=_company(reading, held),
            began=beginning(reading, held.phrase),
            when=when,
            assumptions=(*held.assumed, *_of_only(held, only), *assumptions),
        )

    yield from services(reading)


def _company(reading: Reading, held: Held) -> tuple[str, ...]:
    if not held.single or held.status != "current":
        return ()
    return compatriots(reading, held.holder, held.head, held.portfolio, held.body)


def _of_only(held: Held, firm: Firm | None) -> tuple[str, ...]:
    """What must hold for an office to be that of the company of which the headline speaks."""
    return (
        (f"the {held.office} is that of {firm.name}, the only company the article speaks of",) if firm else ()
    )


def _hedged(reading: Reading, held: Held) -> bool:
    """Is it no fact that the person holds it: "was never", "if X becomes"?"""
    text, start = reading.article.text, held.phrase.sentence.start
    breaks = [match.end() for match in _BREAK.finditer(text, start, held.phrase.start)]
    return hedged(text, breaks[-1] if breaks else start, held.phrase.end)
