"""When two states established diplomatic relations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.clauses import Clauses, hedged
from checker.extract.happening import Happening, claim
from checker.extract.homeland import states
from checker.extract.reading import Reading
from checker.model import Event
from checker.resolve import gazetteer, places
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger

_WORD = r"[A-Z][\w'.-]{1,25}"
_STATE = rf"(?:the\s)?{_WORD}(?:\s(?:of\s)?(?:the\s)?{_WORD}){{0,3}}"
_RELATIONS = r"(?:full\s|formal\s|bilateral\s)?diplomatic\s(?:relations|ties|relationship)"
_FIRST = r"(?:(?:have|had|has|first|formally|officially|only)\s){0,3}"
_TOLD = (
    re.compile(
        rf"(?:(?P<a>{_STATE})\sand\s(?P<b>{_STATE})|(?P<both>\b[Tt]he\stwo\s(?:countries|states|nations|sides)))"
        rf"\s{_FIRST}established\s{_RELATIONS}(?:\swith\seach\sother)?"
    ),
    re.compile(rf"(?P<a>{_STATE})\s{_FIRST}established\s{_RELATIONS}\swith\s(?P<b>{_STATE})"),
    re.compile(
        rf"\b[Dd]iplomatic\s(?:relations|ties)\s(?:between\s(?P<a>{_STATE})\sand\s(?P<b>{_STATE})|(?P<both>between\sthe\s"
        rf"two\s(?:countries|states|nations|sides)))\s(?:were|had\sbeen|have\sbeen)\s{_FIRST}established"
    ),
    re.compile(
        rf"\bestablishment\sof\s{_RELATIONS}\s(?:between\s(?P<a>{_STATE})\sand\s(?P<b>{_STATE})|(?P<both>between\sthe\s"
        r"two\s(?:countries|states|nations|sides)))"
    ),
)
# Broken off and taken up again, or counted from.
_NOT_THE_FIRST = re.compile(
    r"\b(?:anniversary|jubilee|re-?establish\w*|restor\w+|resum\w+|normali[sz]\w+|sever\w*|cut|broke\w*|since|years)\b"
)


@cache
def trigger() -> Trigger:
    return Trigger(("diplomatic", "Diplomatic"))


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each beginning of relations that is told with its date."""
    clauses = reading.once(Clauses)
    for sentence in reading.firing(trigger()):
        yield from (claim(reading, it) for it in read(reading, sentence, clauses))


def read(reading: Reading, sentence: Sentence, clauses: Clauses) -> Iterator[Happening]:
    """What the sentence tells of the beginning of relations between two states, with its date."""
    text, start, end = reading.article.text, sentence.start, sentence.end
    if _NOT_THE_FIRST.search(text, start, end):
        return
    match = next((found for it in _TOLD if (found := it.search(text, start, end))), None)
    two = _two(text, match) if match else None
    if match is None or two is None:
        return
    told = clauses.after(match.end(), end) or clauses.before(start, match.start())
    if told is None or hedged(text, start, max(told.end, match.end())):
        return
    name = f"diplomatic relations of {two[0].name} and {two[1].name}"
    yield Happening(
        min(match.start(), told.start),
        max(match.end(), told.end),
        f"{name.lower()}: established",
        f"establishment of {name}",
        told.when,
        named=False,
        assumptions=(*told.assumptions, "relations were established once"),
    )


def _two(text: str, match: re.Match[str]) -> tuple[places.Place, places.Place] | None:
    """The two states, in the order of their names; "the two countries" are the only two of the article."""
    if match.groupdict().get("both"):
        codes = list(dict.fromkeys(code for code in states(text) if code))
        found = [gazetteer.places().get(code) for code in codes]
    else:
        found = [places.find(match[group], kind="country") for group in ("a", "b")]
    known = sorted((it for it in found if it and it.kind == "country"), key=lambda it: it.name)
    return (known[0], known[1]) if len(known) == len(found) == 2 and known[0] != known[1] else None
