"""What happens to a thing once, and when: "The Harbour Bridge was opened on 19 March 1932"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.extract import event_names, organisations, things
from checker.extract.appositions import openings
from checker.extract.clauses import DAY, Clauses, Told, hedged
from checker.extract.happening import Happening, behind_event, called, in_one_country, issued_anew, nominals
from checker.extract.life import OF_PEOPLE, life, nominal_life, passive_life, tells
from checker.extract.reading import Reading
from checker.extract.things import Thing
from checker.text.tokens import Phrases, Token
from checker.vocab import load

_BEING = frozenset(("was", "were"))
_ADVERBS = frozenset("also been ceremonially finally first formally had has officially publicly".split())
_INTRANSITIVE = frozenset(
    ("opened", "opened to the public", "opened to traffic", "sunk")
)  # also told without "was"
# What may follow a verb that has no object.
_ADJUNCTS = frozenset(", . ; ) after again at before during for in last on this to under with".split())
_BEGUN = frozenset(("began", "begun", "commenced", "started"))
_SITTING = frozenset(
    "assembly board bourse commission committee conference congress convention council court exchange "
    "market markets parliament senate session tribunal".split()
)
_LEADING = frozenset(
    "after as at because before despite during following since until upon when while with".split()
)
_DOERS = frozenset("he i it she they we".split())


@cache
def _verbs() -> Phrases[str]:
    return Phrases((verb, what) for what, verbs in load("events")["once"].items() for verb in verbs)


@cache
def _done() -> frozenset[str]:
    """What somebody is told to do to a thing: "Jane Roe opened the Lindal dam"."""
    return frozenset(load("events")["structures"]["done"])


def read(reading: Reading, row: list[Token], clauses: Clauses) -> Iterator[Happening]:
    """What the sentence tells to have happened once to somebody or something, and when."""
    text = reading.article.text
    for i, token in enumerate(row):
        if tells(row, i):
            yield from life(reading, row, i, clauses)
        elif i and not token.text.islower():
            continue
        elif found := _verbs().at(row, i):
            what, end = found
            if what in OF_PEOPLE:
                yield from passive_life(reading, row, i, what, clauses)
            elif (thing := _built(text, row, _subject(text, row, i, what))) and not _sits(row, thing, what):
                if not _is_passive(row, i) and not _alone(row, end, clauses):
                    continue  # "Jane Roe opened the meeting"
                told = clauses.after(row[end - 1].end, row[-1].end)
                told = told or clauses.before(row[0].start, _with_article(row, thing.start))
                yield from _happening(text, row, thing, what, told, row[end - 1].end)
            elif _alone(row, end, clauses) and (thing := _object(text, row, i)):
                told = clauses.after(row[end - 1].end, row[-1].end)
                yield from _happening(text, row, thing, what, told, row[end - 1].end)
            elif what in _done():
                yield from _done_to(text, row, i, end, what, clauses)
        elif token.low in nominals() and i + 2 < len(row) and row[i + 1].low == "of":
            behind = i + 2 + (row[i + 2].low == "the")
            yield from _nominal(reading, row, behind, nominals()[token.low], clauses)


def _happening(
    text: str, row: list[Token], thing: Thing, what: str, told: Told | None, stop: int
) -> Iterator[Happening]:
    if told is None or hedged(text, row[0].start, max(told.end, stop)):
        return
    if text.startswith(",", stop) and text.startswith(",", told.end) and _leads(row, thing.start):
        return  # "after the opening of the Harbour Bridge, in 1932, Jane Roe moved": the date may be hers
    if in_one_country(what, told.place, text[max(0, stop - 25) : stop + 4]) or issued_anew(
        what, text, row[0].start, row[-1].end
    ):
        return  # in one country, or form; others have dates of their own
    yield Happening(
        min(row[thing.start].start, told.start),
        max(told.end, stop),
        f"{thing.key}: {what}",
        called(what, thing.name),
        told.when,
        told.place,
        named=False,
        assumptions=told.assumptions,
    )


def _leads(row: list[Token], i: int) -> bool:
    """Does token ``i`` stand in a clause or phrase that only leads up to the main clause?"""
    while i > 0 and row[i - 1].text != ",":
        i -= 1
        if row[i].low in _LEADING:
            return True
    return False


def _sits(row: list[Token], thing: Thing, what: str) -> bool:
    """Does the thing open every day or year ("The Stock Exchange opened", "Parliament was opened")?"""
    return what == "opened" and row[thing.end - 1].low in _SITTING


def _behind_adverbs(row: list[Token], i: int) -> int:
    while i > 0 and row[i - 1].low in _ADVERBS:
        i -= 1
    return i


def _is_passive(row: list[Token], i: int) -> bool:
    """Is the participle at ``i`` one of something done to the subject: "was officially", "had been"?"""
    end = _behind_adverbs(row, i)
    return (end > 0 and row[end - 1].low in _BEING) or "been" in {token.low for token in row[end:i]}


def _alone(row: list[Token], end: int, clauses: Clauses) -> bool:
    """Has a verb that ends before ``end`` no object?"""
    if end == len(row) or clauses.any(row[end].start, row[end].start + 1):
        return True
    return row[end].low in _ADJUNCTS


def _with_article(row: list[Token], start: int) -> int:
    return row[start - (start > 0 and row[start - 1].low == "the")].start


def _subject(text: str, row: list[Token], i: int, what: str) -> Thing | None:
    """The thing that is the subject of the verb at ``i``, past relative clauses and appositions."""
    end = _behind_adverbs(row, i)
    if _is_passive(row, i):
        end -= row[end - 1].low in _BEING
    elif what not in _INTRANSITIVE or end < i:
        return None
    if end > 1 and row[end - 1].low in ("which", "that"):
        return things.ending_at(text, row, end - 1 - (row[end - 2].text == ","))
    if end > 1 and row[end - 1].text == ",":
        return _across(text, row, end - 1)
    return things.ending_at(text, row, end)


def _built(text: str, row: list[Token], thing: Thing | None) -> Thing | None:
    """What is built, where the work on it is the subject: "Construction of the Lindal dam was completed"."""
    if thing is None or row[thing.start].low not in ("construction", "building", "restoration"):
        return thing
    worked_on = (
        thing.start + 2 + (row[thing.start + 2].low == "the") if row[thing.start + 1].low == "of" else 0
    )
    return things.site_at(text, row, worked_on) if worked_on else thing


def _across(text: str, row: list[Token], comma: int) -> Thing | None:
    """ "The Lindal dam, built by a firm of Oslo, was opened": what stands before the apposition."""
    found = (things.ending_at(text, row, end) for end in openings(row, comma))
    return next((thing for thing in found if thing and thing.start <= 1), None)


def _object(text: str, row: list[Token], i: int) -> Thing | None:
    """ "The Second Symphony, which she finished": what stands before a relative clause with a subject."""
    end = _behind_adverbs(row, i)
    start = next((j for j in range(end - 1, max(0, end - 6), -1) if row[j].low in ("which", "that")), None)
    if start is None or start + 1 >= end:
        return None
    doer = row[start + 1 : end]
    pronoun = len(doer) == 1 and doer[0].low in _DOERS
    if not pronoun and not all(it.capital or it.low == "the" for it in doer):
        return None
    return things.ending_at(text, row, start - (row[start - 1].text == ","))


def _done_to(
    text: str, row: list[Token], i: int, end: int, what: str, clauses: Clauses
) -> Iterator[Happening]:
    """ "Jane Roe opened the Lindal dam on Monday", "Jane Roe on Monday opened the Lindal dam"."""
    if i == 0 or row[i - 1].low in _BEING | _ADVERBS or end >= len(row):
        return
    thing = things.beginning_at(text, row, end)
    if thing and things.is_structure(row, thing):
        told = clauses.after(row[thing.end - 1].end, row[-1].end, DAY) or clauses.right_before(row[i].start)
        yield from _happening(text, row, thing, what, told, row[thing.end - 1].end)


def _nominal(reading: Reading, row: list[Token], i: int, what: str, clauses: Clauses) -> Iterator[Happening]:
    """ "the founding of Acme Motors in 1903", "construction of the Lindal dam began in 2008"."""
    text = reading.article.text
    if what in OF_PEOPLE:
        yield from nominal_life(reading, row, i, what, clauses)
        return
    named = organisations.at(text, row, i) if i < len(row) else None
    end = named[1] if named else things.capitals_from(row, i)
    known = next((it for it in event_names.names(text, row) if it.start == i), None)
    if known or end <= i:
        return  # the opening of a named event is told with the event
    thing = things.naming(text, row, i, end)
    if thing is None:
        return
    if what == "built" and thing.end < len(row) and row[thing.end].low in _BEGUN:
        told = clauses.after(row[thing.end].end, row[-1].end)
        yield from _happening(text, row, thing, "begun", told, row[thing.end].end)
        return
    stop = row[behind_event(row, thing.end) - 1].end
    told = clauses.after(stop, row[-1].end, DAY)
    yield from _happening(text, row, thing, what, told, stop)
