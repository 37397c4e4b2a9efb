"""Claims that one holder of an office followed another: "her predecessor X", "replaced X as minister"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from checker.extract.followings import followings, office_of
from checker.extract.holders import Held
from checker.extract.leaving import leaving
from checker.extract.names import name_at
from checker.extract.reading import Reading
from checker.model import Handover
from checker.text.sentences import Sentence
from checker.text.tokens import tokens
from checker.text.trigger import Trigger

# A name right behind the words is that of the one who left, or of the one who came.
_LEFT = (
    "predecessor", "replaced", "replaces", "replacing", "succeeded", "succeeds", "succeeding",
    "took over from", "takes over from", "taking over from", "outgoing",
)  # fmt: skip
_CAME = (
    "successor", "handed over to", "hands over to", "handing over to", "replaced by", "succeeded by",
    "incoming", "newly appointed", "newly elected", "newly-appointed", "newly-elected",
)  # fmt: skip
_TOLD = re.compile(rf"\b(?:(?P<came>{'|'.join(_CAME)})|(?P<left>{'|'.join(_LEFT)}))\b,?")


@cache
def _trigger() -> Trigger:
    return Trigger(_LEFT + _CAME)


def extract(reading: Reading) -> Iterator[Handover]:
    """One claim for each telling; the office is the one of the same sentence, else the last one named."""
    yield from leaving(reading)
    yield from _followed(reading)
    text = reading.article.text
    for sentence in reading.firing(_trigger()):
        for match in _TOLD.finditer(text, sentence.start, sentence.end):
            held = _office(reading, sentence)
            if held is None:
                continue
            name = _titled(reading, match.start(), match.end()) or _name(reading, sentence, match.end())
            came = match["came"] is not None
            yield Handover(
                **reading.place(match.start(), match.end()),
                office=held.office,
                body=held.body,
                predecessor="" if came else name,
                successor=name if came else "",
            )


def _followed(reading: Reading) -> Iterator[Handover]:
    """Those of which both sides are named, in the office that the article gives one of them."""
    for told in reading.once(followings):
        held = office_of(reading, told)
        if held is not None:
            yield Handover(
                **reading.place(told.start, told.end),
                office=held.office,
                body=held.body,
                predecessor=told.old,
                successor=told.new,
                assumptions=told.assumptions,
            )


def _office(reading: Reading, sentence: Sentence) -> Held | None:
    """The first office of the sentence, else the last one before it."""
    i = bisect_left(reading.held, sentence.start, key=lambda held: held.phrase.start)
    inside = i < len(reading.held) and reading.held[i].phrase.sentence == sentence
    if not inside:
        i -= 1
    return reading.held[i] if i >= 0 else None


def _titled(reading: Reading, start: int, end: int) -> str:
    """Whose title the words belong to, or stand right before: "the outgoing interior minister, X"."""
    i = bisect_left(reading.held, end + 2, key=lambda held: held.phrase.start) - 1
    if i < 0:
        return ""
    phrase = reading.held[i].phrase
    follows = phrase.start >= end or (
        phrase.start <= start and end < phrase.end and phrase.title.link == "after"
    )
    return reading.held[i].holder if follows else ""


def _name(reading: Reading, sentence: Sentence, start: int) -> str:
    text = reading.article.text
    row = tokens(text, start, sentence.end)
    name = name_at(text, row, 0) if row else None
    return name.text if name else ""
