"""Claims of the day on which a storm that has a name struck a town or a part of a state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.clauses import Clauses, hedged
from checker.extract.happening import Happening, claim
from checker.extract.reading import Reading
from checker.model import Event
from checker.model.event import INCIDENT
from checker.resolve.compare import fold
from checker.resolve.organisations import place_at
from checker.text.sentences import Sentence
from checker.text.tokens import tokens
from checker.text.trigger import Trigger

_STRUCK = re.compile(
    r"\b(?P<name>(?:Hurricane|Typhoon|Cyclone|(?:Tropical\s)?Storm)\s[A-Z][a-z]{2,14})"
    r"(?:,?\s(?:which|that))?(?:\s(?:had|first|later))?\s"
    r"(?:struck|hit|devastated|battered|ravaged|pounded|lashed|slammed\sinto|tore\sthrough|crossed|"
    r"(?:made\slandfall|came\sashore)\s(?:in|on|at|near|over))\s(?:the\s)?"
    r"(?:(?:coast|city|island|state)\sof\s)?(?=[A-Z])"
)
_AGAIN = re.compile(r"\b(?:again|second|third|twice|also)\b")


@cache
def trigger() -> Trigger:
    return Trigger(("Cyclone", "Hurricane", "Storm", "Typhoon"))


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each such day; none of a storm that came again."""
    for sentence in reading.firing(trigger()):
        if not _AGAIN.search(reading.article.text, sentence.start, sentence.end):
            for found in _struck(reading, sentence):
                yield claim(reading, found)


def _struck(reading: Reading, sentence: Sentence) -> Iterator[Happening]:
    text, clauses = reading.article.text, reading.once(Clauses)
    for match in _STRUCK.finditer(text, sentence.start, sentence.end):
        row = tokens(text, match.end(), sentence.end)
        place = place_at(text, row, 0) if row else None
        if place is None or len(place[0]) == 2:  # a whole country may be struck here and there, day by day
            continue
        end = row[place[1] - 1].end
        told = clauses.after(end, sentence.end) or clauses.before(sentence.start, match.start())
        if (
            told is None
            or told.when.first != told.when.last
            or hedged(text, sentence.start, max(end, told.end))
        ):
            continue
        name, where = match["name"], text[match.end() : end]
        yield Happening(
            min(match.start(), told.start),
            max(end, told.end),
            f"{INCIDENT}landfall of {fold(name)} in {place[0]}",
            f"landfall of {name} in {where}",
            told.when,
            named=False,
            assumptions=told.assumptions,
        )
