"""When was a company, a bank or a university founded, as sentences tell of one that the article names?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.extract import happening, once
from checker.extract.clauses import Clauses, Told, hedged
from checker.extract.firms import Firm, Firms
from checker.extract.happened import happened
from checker.extract.happening import Happening
from checker.extract.reading import Reading
from checker.extract.topic import Topics
from checker.model import Event, When
from checker.resolve.organisations import spelled
from checker.text.sentences import Sentence
from checker.text.tokens import tokens

_DOING = re.compile(r"(?:[Ff]ounded|[Ee]stablished|[Ss]et\sup|[Ff]ormed|[Ss]tarted)\b")
# Who founded it, before the verb: "Jane Roe first", "who had".
_DOER = re.compile(
    r"(?:\b(?:brothers|couple|family|he|she|sisters|they|who)|(?<![\w'-])[A-Z][\w'-]+)\s(?:had\s)?(?:first\s)?\Z"
)
_DOORS = re.compile(r",?(?:\s(?:which|that))?\s(?:had\s)?(?:first\s)?opened\sits\sdoors\b")
# Between a name and the verb of its founding: "was", an apposition, "an Edinburgh company".
_FOUNDED = re.compile(
    r"(?:,\s(?!and\b|but\b|which\b|who\b|an?\b)[^,;:()]{3,70},)?(?:\swas|,\swhich\swas|,)\s(?:first\s)?"
    r"|,\san?\s(?:(?!and\b|of\b|by\b)[\w'-]+\s){1,5}"
)
_ABOUT = re.compile(r"(?:About\s[^:.;,\n]{2,60}[:.]\s)?")
_IT_WAS = re.compile(
    r"(?:\A|[,;]\s|\band\s|\bthat\s)(?P<it>[Tt]he\s(?:[A-Za-z][a-z]+\s)?[a-z-]+|[Ii]t)(?:\swas|,\swhich\swas|,)\s\Z"
)
_COMMA = re.compile(r"[^;:()]{4,140}?,\s(?=[A-Zitw])")
_NEXT_COMMA = re.compile(r"[^;:()]{1,140}?,\s(?=[A-Zitw])")
_FRONTED = re.compile(r"(?:,|\s[^\d;:()]{0,60}?\bthat)?\s[^,\d;:()]{2,70}\swas\s(?:first\s)?")
_OF_IT = re.compile(r"(?:\b(?:of|at|in|for)\s(?:the\s)?|'s\s)\Z")
_NOT = re.compile(r"\b(?:re-?founded|originally|predecessor|forerunner)\b")


@dataclass(frozen=True, slots=True)
class _Founded:
    """A firm told to be founded by words that begin at ``start``; what follows ``end`` tells when."""

    firm: Firm
    start: int
    end: int


def foundings(reading: Reading, sentence: Sentence) -> Iterator[Event]:
    """ "Founded in 1962, the company", "the company was founded in 1962", "Jane Roe founded it in 1962"."""
    text, clauses = reading.article.text, reading.once(Clauses)
    yield from _doors(reading, sentence, clauses)
    for match in _DOING.finditer(text, sentence.start, sentence.end):
        found = _passive(reading, sentence, match) or _active(reading, sentence, match)
        if found is None or _NOT.search(text, sentence.start, sentence.end):
            continue
        told = clauses.after(found.end, sentence.end) or _fronted(text, sentence, match, clauses)
        if told is None:
            continue
        start, end = min(found.start, match.start(), told.start), max(told.end, found.end)
        if not hedged(text, start, end) and not _known(reading, sentence, clauses):
            yield from _claims(reading, found.firm, start, end, told)


def _fronted(text: str, sentence: Sentence, match: re.Match[str], clauses: Clauses) -> Told | None:
    """ "In 1962 the company was founded", "It was in 1962 that the company was founded"."""
    told = clauses.heading(sentence.start, match.start())
    return told if told and _FRONTED.fullmatch(text, told.end, match.start()) else None


def _doors(reading: Reading, sentence: Sentence, clauses: Clauses) -> Iterator[Event]:
    """ "The bank, which opened its doors in 1946": it was founded by then."""
    if "doors" not in sentence.words:
        return
    text, firms = reading.article.text, reading.once(Firms)
    for match in _DOORS.finditer(text, sentence.start, sentence.end):
        again = _IT_WAS.search(f"{text[sentence.start : match.start()]}, ")
        named = [
            (start, firm)
            for start, end, firm in firms.named(sentence.start, match.start())
            if end == match.start()
        ]
        if not named and again and (meant := firms.at(sentence.start + again.start("it"), sentence)):
            named = [(sentence.start, meant[1])] if meant[0] == match.start() else []
        told = clauses.after(match.end(), sentence.end)
        if named and told and not hedged(text, named[0][0], told.end):
            when = When(last=told.when.last, basis=told.when.basis)
            yield from _claims(reading, named[0][1], named[0][0], told.end, replace(told, when=when))


def _active(reading: Reading, sentence: Sentence, match: re.Match[str]) -> _Founded | None:
    """ "Jane Roe founded the company"."""
    if _DOER.search(reading.article.text, sentence.start, match.start()) is None:
        return None
    found = reading.once(Firms).at(match.end() + 1, sentence)
    return _Founded(found[1], match.start(), found[0]) if found else None


def _passive(reading: Reading, sentence: Sentence, match: re.Match[str]) -> _Founded | None:
    """What is founded: named before the verb, or behind the comma of a sentence that begins with it."""
    text, firms = reading.article.text, reading.once(Firms)
    if _ABOUT.fullmatch(text, sentence.start, match.start()):
        comma = _COMMA.match(text, match.end(), sentence.end)
        while comma:
            if found := firms.at(comma.end(), sentence):
                return _Founded(found[1], found[0], match.end())
            comma = _NEXT_COMMA.match(text, comma.end(), sentence.end)
        return None
    for start, end, firm in firms.named(sentence.start, match.start()):
        if _OF_IT.search(text, sentence.start, start):
            continue  # the chapel of the college
        if _FOUNDED.fullmatch(text, end, match.start()):
            return _Founded(firm, end, match.end())
    again = _IT_WAS.search(text[sentence.start : match.start()])
    found = firms.at(sentence.start + again.start("it"), sentence) if again else None
    if again and found and found[0] == sentence.start + again.end("it"):
        return _Founded(found[1], found[0], match.end())
    return None


def _known(reading: Reading, sentence: Sentence, clauses: Clauses) -> bool:
    """Is it told so that it is found without knowing what the firms of the article are?"""
    row = tokens(reading.article.text, sentence.start, sentence.end)
    found = list(once.read(reading, row, clauses))
    if subject := reading.once(Topics).subject(sentence):
        found += happened(reading, sentence, subject, clauses)
    return any(it.key.endswith(": founded") for it in found)


def _claims(reading: Reading, firm: Firm, start: int, end: int, told: Told) -> Iterator[Event]:
    for key in firm.keys:
        founding = Happening(
            start,
            end,
            f"{' '.join(spelled(word) for word in key.split())}: founded",
            f"founding of {firm.name}",
            told.when,
            told.place,
            named=False,
            assumptions=told.assumptions,
        )
        yield happening.claim(reading, founding)
