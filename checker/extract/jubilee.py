"""When did a thing begin that has an anniversary? "The museum marks its 125th anniversary this year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.dates import calendar
from checker.extract import subjects, things
from checker.extract.anniversaries import is_anniversary, years_told
from checker.extract.happening import Happening, claim, nominals
from checker.extract.meant import Meant
from checker.extract.names import name_at
from checker.extract.reading import Reading
from checker.model import Event, When
from checker.resolve.compare import fold
from checker.resolve.organisations import spelled
from checker.text.sentences import Sentence
from checker.text.tokens import Token, tokens
from checker.text.trigger import Trigger

_MARKS = frozenset(
    "mark marks marked marking celebrate celebrates celebrated celebrating commemorate commemorates "
    "commemorated commemorating observe observes observed observing reaches reached".split()
)
_PAST = frozenset("marked celebrated commemorated observed reached".split())
_COMING = frozenset("will to prepares preparing prepare upcoming ahead next shall".split())
_BETWEEN = frozenset("will is was has to which that , also this year month".split())
_OWN = frozenset("its their".split())


@cache
def trigger() -> Trigger:
    return Trigger(
        "anniversary birthday centenary centennial bicentenary bicentennial sesquicentennial tercentenary "
        "jubilee".split()
    )


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each year in which a thing began, reckoned from an anniversary of it."""
    meant = Meant(reading.article.text)
    for sentence in reading.firing(trigger()):
        yield from (claim(reading, it) for it in _read(reading, sentence, meant))


def _read(reading: Reading, sentence: Sentence, meant: Meant) -> Iterator[Happening]:
    row = tokens(reading.article.text, sentence.start, sentence.end)
    for i, token in enumerate(row):
        if not is_anniversary(token.low) or not (years := years_told(row, i)):
            continue
        if i + 1 < len(row) and row[i + 1].low in ("season", "edition", "celebrations", "tour", "concert"):
            continue
        when = _base(reading, sentence, row, i, years)
        if when is None:
            continue
        if i + 2 < len(row) and row[i + 1].low == "of":
            yield from _of(reading, row, i, when, meant)
        elif token.low != "birthday":
            yield from _own(reading, row, i, when, meant)


def _base(reading: Reading, sentence: Sentence, row: list[Token], i: int, years: int) -> When | None:
    """The year, or two, in which it was, by the year in which it has its anniversary."""
    told = [
        m.when
        for m in reading.dates_in(row[i].end, sentence.end)
        if m.dated and not m.problem and m.when and m.when.known and m.when.basis in ("stated", "relative")
    ]
    words = {token.low for token in row[:i]}
    at = told[0] if told else reading.dates.published
    if at is None or not at.known or at.last - at.first > 366 or at.basis == "estimated":
        return None
    first, last = calendar.civil(at.first)[0] - years, calendar.civil(at.last)[0] - years
    if not told:  # it may be that of the year before or behind
        of = i + 1 < len(row) and row[i + 1].low == "of"
        first -= of or bool(words & _PAST)
        last += of or bool(words & _COMING)
    return When(calendar.number(first, 1, 1), calendar.number(last, 12, 31), basis="relative")


def _own(reading: Reading, row: list[Token], i: int, when: When, meant: Meant) -> Iterator[Happening]:
    """ "The museum marks its 125th anniversary"."""
    text = reading.article.text
    own = next((j for j in range(i - 1, max(-1, i - 5), -1) if row[j].low in _OWN), None)
    if own is None or own < 2:
        return
    verb = next((j for j in range(own - 1, max(-1, own - 3), -1) if row[j].low in _MARKS), None)
    if verb is None:
        return
    end = verb
    while end > 0 and row[end - 1].low in _BETWEEN:
        end -= 1
    thing = things.ending_at(text, row, end)
    if thing:
        yield _begun(thing.name, thing.key, row[thing.start].start, row[i].end, when)
        return
    for noun in meant.nouns(text, row[0].start, row[verb].start):
        if end and noun.end == row[end - 1].end:
            yield _begun(noun.name, _key(noun.name), noun.start, row[i].end, when)


def _of(reading: Reading, row: list[Token], i: int, when: When, meant: Meant) -> Iterator[Happening]:
    """ "The 50th anniversary of the founding of Acme Motors", "of their church", "of her birth"."""
    text = reading.article.text
    at = i + 2 + (row[i + 2].low == "the")
    if at >= len(row):
        return
    if row[at].low in nominals() and at + 2 < len(row) and row[at + 1].low == "of":
        what = nominals()[row[at].low]
        behind = at + 2 + (row[at + 2].low == "the")
        if what in ("born", "died"):
            name = name_at(text, row, behind) if behind < len(row) else None
            if name and name.words > 1:
                yield _happening(
                    f"{fold(name.text)}: {what}",
                    f"{row[at].low} of {name.text}",
                    row[i].start,
                    row[name.end - 1].end,
                    when,
                )
            return
        if named := _named(reading, row, behind, meant):
            name_, key, stop = named
            yield _happening(f"{key}: {what}", f"{row[at].low} of {name_}", row[i - 1].start, stop, when)
        return
    if named := _named(reading, row, at, meant):
        name_, key, stop = named
        yield _begun(name_, key, row[i - 1].start, stop, when)


def _named(reading: Reading, row: list[Token], at: int, meant: Meant) -> tuple[str, str, int] | None:
    text = reading.article.text
    if at >= len(row):
        return None
    start = row[at - 1].start if row[at - 1].low == "the" else row[at].start
    for noun in meant.nouns(text, start, row[-1].end):
        if noun.start == start:
            return noun.name, _key(noun.name), noun.end
    thing = things.beginning_at(text, row, at) if row[at].capital else None
    return (thing.name, thing.key, row[thing.end - 1].end) if thing else None


def _begun(name: str, key: str, start: int, end: int, when: When) -> Happening:
    return _happening(f"{key}: anniversary", f"beginning of {name}", start, end, when)


def _happening(key: str, name: str, start: int, end: int, when: When) -> Happening:
    told = ("the anniversary is counted from that year",)
    return Happening(start, end, key, name, when, named=False, assumptions=told)


def _key(name: str) -> str:
    return " ".join(spelled(word) for word in subjects.key(re.sub(r"\A(?:The|A)\s", "", name)).split())
