"""Claims that a person is born at some time, by a verb or by a life in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.dates import values
from checker.extract.clauses import Clauses
from checker.extract.company import ties
from checker.extract.happening import Happening, called
from checker.extract.life import life
from checker.extract.reading import Reading
from checker.model import Age, When
from checker.resolve.people import Mention
from checker.text.sentences import Sentence
from checker.text.tokens import tokens

OLDEST = 122
BORN = frozenset(("born", "Born"))
_LONGEST = 120  # characters of a bracket
_OPENS = re.compile(r"\s\((?:b\.\s)?")
_UNTIL = re.compile(r"[-–—]\s?(?:d\.\s)?(?:[A-Z][\w.' ]{1,30},?\s(?:on\s|in\s)?)?\Z")
_CHILD = 30 * 365  # days of a life; what is shorter may be a term of office


def births(reading: Reading, sentence: Sentence, clauses: Clauses) -> Iterator[Age]:
    """One claim for each birth that the sentence tells by a verb, with its date."""
    if BORN.isdisjoint(sentence.words):
        return
    for found in by_verb(reading, sentence, "born", clauses):
        person = bearer(reading, found, "born")
        if person is None or found.when.last - found.when.first > 4000:
            continue
        yield _birth(reading, person, found.start, found.end, found.when, found.assumptions)


def by_verb(reading: Reading, sentence: Sentence, what: str, clauses: Clauses) -> Iterator[Happening]:
    """What a sentence tells by the verb "born", or "died", each with its date."""
    row = tokens(reading.article.text, sentence.start, sentence.end)
    return (it for i, token in enumerate(row) if token.low == what for it in life(reading, row, i, clauses))


def bearer(reading: Reading, found: Happening, what: str) -> str | None:
    """Whose birth, or death, it is, as the article knows who that is."""
    name = found.name.removeprefix(called(what, ""))
    return reading.people.name_of(Mention(found.start, found.start, name))


def bracketed(reading: Reading, mention: Mention, person: str) -> Age | None:
    """The birth of a life in brackets right behind the name: "(11 February 1951 – 3 October 2013)"."""
    text = reading.article.text
    opens = _OPENS.match(text, mention.end)
    close = text.find(")", opens.end(), opens.end() + _LONGEST) if opens else -1
    if opens is None or close < 0:
        return None
    dates = reading.dates_in(opens.end(), close)
    if not dates or dates[0].start > opens.end() or text[opens.end() : close].find(";") >= 0:
        return None
    begins, to, ends = dates[0].value.partition("/")
    if len(dates) == 2 and not to and _UNTIL.search(text, dates[0].end, dates[1].start):
        ends = dates[1].value
    born, died = values.interval(begins), values.interval(ends) if ends else None
    if born is None or died is None or not _CHILD <= died[0] - born[0] <= (OLDEST + 1) * 366:
        return None
    when = When(*born, sure=born, basis="stated")
    return _birth(reading, person, mention.start, close + 1, when, dates[0].assumptions)


def _birth(
    reading: Reading, person: str, start: int, end: int, when: When, assumptions: tuple[str, ...]
) -> Age:
    return Age(
        **reading.place(start, end),
        person=person,
        when=when,
        born=born_value(when.first, when.last),
        context=ties(reading, person),
        assumptions=assumptions,
    )


def born_value(first: int, last: int) -> str:
    """The days of a birth as an age tells it."""
    return f"{values.day_value(first)}/{values.day_value(last)}"
