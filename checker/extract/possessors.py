"""Whose director is "its director": that of the body with which the sentence begins, or the one before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from checker.dates.words import times
from checker.extract import bodies, organisations
from checker.extract.homeland import towns
from checker.extract.people import Phrase
from checker.extract.title_phrases import skip_the
from checker.resolve import gazetteer
from checker.resolve.offices import Head
from checker.resolve.shared_bodies import is_shared
from checker.text.sentences import Sentence
from checker.text.tokens import Token, tokens
from checker.vocab import load

_TOWN = re.compile(r"\b[Tt]he\s(?P<noun>city|town)'s\s\Z")
_SAID = re.compile(r",?\s(?:said|says|announced|added|told\s(?:reporters|journalists))\b")
_OTHERS = frozenset(("it", "its", "which", "whose", "said", "says", "that"))
# With these a body goes on to speak of its own, besides what is said of it.
_TURNING = frozenset("and appointed confirmed dismissed fired hired named ousted replaced sacked".split())


@cache
def _leading() -> frozenset[str]:
    return _TURNING | frozenset(load("speech")["saying"])


def possessor(text: str, sentences: Sequence[Sentence], phrase: Phrase, head: Head) -> tuple[str, str] | None:
    """The body that "its", or "the city's", means, if one can be told to be it, and what that assumes."""
    title = phrase.title
    if title.body is not None:
        return None
    if town := _TOWN.search(text, phrase.sentence.start, phrase.start):
        named = towns(text)
        name = named[0].partition("/")[2] if len(named) == 1 else ""
        return (name, f"“the {town['noun']}” is {name}, the only one the article names") if name else None
    if title.own != "its":
        return None
    found = _before(text, sentences, phrase) if title.start <= 1 else _subject(text, phrase, head)
    if found is None or is_shared(found):
        return None
    place = gazetteer.places().get(found)
    return found, f"“its” is said of {place.name if place else found}, told of right before"


def _before(text: str, sentences: Sequence[Sentence], phrase: Phrase) -> str | None:
    """The organisation with which the sentence before begins, of a title that opens its sentence."""
    at = bisect_left(sentences, phrase.sentence.start, key=lambda it: it.start)
    before = sentences[at - 1] if at else None
    if before is None or before.block != phrase.sentence.block:
        return None
    row = tokens(text, before.start, before.end)
    found = organisations.at(text, row, skip_the(row, 0))
    if found is None or found[1] == len(row):
        return None
    goes_on = row[found[1]].capital or row[found[1]].low in ("'s", "'", "and", "of")
    return None if goes_on else found[0]


def _subject(text: str, phrase: Phrase, head: Head) -> str | None:
    """The body that begins the sentence and says, names or is joined to what is its own."""
    row = tokens(text, phrase.sentence.start, phrase.start)
    found = bodies.at(text, row, skip_the(row, 0), head)
    if found is None or found[0] is None or found[1] >= len(row):
        return None
    between = row[found[1] :]
    if between[0].low in _leading():
        return None if any(map(_is_other, between[1:])) else found[0]
    return found[0] if _attributed(text, phrase, between) else None


def _attributed(text: str, phrase: Phrase, between: list[Token]) -> bool:
    """Does "its" head speak for the body: "The Fund will lend Peru boats, its director, Jane Roe, said"?"""
    said = _SAID.match(text, phrase.end, phrase.sentence.end)
    if said is None or between[-1].text != "," or not between[0].text.islower():
        return False
    return not any(organisations.names(text, between)) and not any(it.low in _OTHERS for it in between)


def _is_other(token: Token) -> bool:
    """May it be of somebody else that "its" is said?"""
    return (token.capital and token.low not in times()) or token.low in ("it", "its", "which", "whose")
