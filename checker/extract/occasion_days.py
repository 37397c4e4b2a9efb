"""On which days an exercise, fair or festival begins and ends, and a treaty is signed or lapses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from checker.dates import calendar
from checker.extract.clauses import Clauses, Told, hedged
from checker.extract.happening import Happening
from checker.extract.occasions import Meaning, Occasions
from checker.extract.reading import Reading
from checker.model import BEGINNING, When
from checker.resolve import places
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_LONGEST = 45  # days of an occasion whose first and last day are told
_YEAR = 366  # days
_RANGE = len("2016-05-04/2016-05-07")
_APART = r"(?:,\s(?:[^,;:()]|,(?=\d)){2,90},(?=\s[a-z])|\s\([^()]{1,40}\))?(?:,?\s(?:which|that)|,)?"
_MODAL = (
    r"(?:\s(?:will|would|is|was|were|are|has|had|have|be|been|being|to|due|set|scheduled|also|officially|formally|finally|"
    r"later|then|only|first|itself)){0,5}"
)
# "was a treaty between two towns, signed"
_DEFINED = (
    r"\s(?:is|was)\s(?:an?|the)\s(?:(?!(?:which|that|who|whose|where|when)\b)[^;:()]){3,160}?,"
    r"(?:\s(?:first|originally|and)){0,2}"
)
_ARTICLE = re.compile(r"(?:\b[Tt]he|\b[Aa]n?|\b[Tt]his\syear's)\s(?:[\w-]+\s){0,4}?\Z")
_WHEN = re.compile(r"\s?,?\s(?:the\s)?")
_ON_WHEN = re.compile(r",?\swhen\s(?:the\s)?(?:[a-z-]+\s){0,3}\Z")  # "on Saturday when the fair opened"
_PLANNED = re.compile(r"\b(?:will|would|due|set|scheduled|to\sbe|plan\w*|begins|opens|starts|ends|closes)\b")
# The pact is what is done to: "the ministers signed the accord". States ratify it one after the other.
_DONE = re.compile(
    r"\b(?P<verb>signed|initialled)\s(?:(?:up\sto|the|an?|this|what\sbecame|their|bilateral|new)\s){0,3}\Z"
)
# It is what they do: "ended their first war games on Wednesday".
_DOES = re.compile(
    r"\b(?:(?P<opening>began|begin|commenced|inaugurated|kicked\soff|launched|opened|started)|"
    r"(?P<end>closed|concluded|end|ended|finished|wrapped\sup))\s(?:the\s)?\Z"
)
_BY_SIGNING = re.compile(r"\s(?:by|with\sthe)\s(?:signing|signature\sof)\s(?:of\s)?(?:the|an?)\s\Z")
# What was planned has been changed.
_MOVED = re.compile(
    r"\b(?:brought\sforward|called\soff|cancel\w+|delayed|extended|moved|postpone\w+|preponed|put\s(?:back|off)|rained\soff|reschedul\w+)\b"
)
_PACTS = frozenset(("signing", "ratification", "entry into force", "expiry", "denunciation"))


@cache
def _verbs() -> dict[str, str]:
    """Verbs, to what they tell of the occasion."""
    return {verb: told for told, verbs in load("events")["occasion_verbs"].items() for verb in verbs}


@cache
def _told() -> re.Pattern[str]:
    verb = rf"\s(?P<verb>{pattern(_verbs(), boundary=False)})(?=[\s,.;]|\Z)"
    return re.compile(rf"(?:{_APART}{_MODAL}|{_DEFINED}){verb}")


@cache
def _ends_then() -> re.Pattern[str]:
    ends = pattern(load("events")["occasion_verbs"]["end"], boundary=False)
    return re.compile(rf"[^;:.,]{{0,60}}?,?\s(?:and|before)\s(?:will\s|then\s)?(?P<verb>{ends})(?=\s)")


def read(reading: Reading, sentence: Sentence, clauses: Clauses) -> Iterator[Happening]:
    """What the sentence tells of the days of the occasions that it means."""
    occasions, text = reading.once(Occasions), reading.article.text
    for meaning in occasions.within(sentence.start, sentence.end):
        if meaning.occasion.key in reading.once(_moved):
            continue
        for what, told, first, last in _facts(text, sentence, meaning, clauses):
            if not hedged(text, sentence.start, max(last, told.end)):
                yield from _happenings(reading, meaning, what, told, first, last)
                if meaning.edition:
                    yield _numbered(meaning, told, first, last)


def _moved(reading: Reading) -> frozenset[str]:
    """The occasions that the article tells to have been put off, or called off."""
    occasions, text = reading.once(Occasions), reading.article.text
    told = (it for it in reading.sentences if _MOVED.search(text, it.start, it.end))
    return frozenset(m.occasion.key for it in told for m in occasions.within(it.start, it.end))


def _numbered(meaning: Meaning, told: Told, first: int, last: int) -> Happening:
    """The number of the edition, at some day of it."""
    start, end = min(first, told.start), max(last, told.end)
    key = f"{meaning.edition}. {meaning.occasion.key}: edition"
    name, assumptions = meaning.occasion.name, (*told.assumptions, *said(meaning))
    return Happening(start, end, key, name, told.when, assumptions=assumptions)


def _whole(meaning: Meaning, key: str, told: Told, start: int, end: int, assumptions: list[str]) -> Happening:
    """When and where it takes place, as the name would tell it."""
    name, place = meaning.occasion.name, told.place
    return Happening(start, end, key, name, told.when, place, assumptions=tuple(assumptions))


def _to_the_day(reading: Reading, told: Told) -> bool:
    """Is the first and the last day told, and not only month and year?"""
    mentions = reading.dates_in(told.start, told.end)
    if len(mentions) == 1 and len(mentions[0].value) != _RANGE:
        return False
    days = all(it.when and it.when.first == it.when.last for it in mentions)
    return (len(mentions) == 1 or days) and 0 < told.when.last - told.when.first < _LONGEST


def _signed(reading: Reading) -> dict[str, int]:
    """The years in which the pacts of the article were signed, by their keys, of those that have one."""
    occasions, clauses, found = reading.once(Occasions), reading.once(Clauses), dict[str, set[int]]()
    for sentence in reading.sentences:
        for meaning in occasions.within(sentence.start, sentence.end):
            for what, told, _, _ in _facts(reading.article.text, sentence, meaning, clauses):
                if what == "signing":
                    years = {calendar.civil(day)[0] for day in (told.when.first, told.when.last)}
                    found.setdefault(meaning.occasion.key, set()).update(years)
    return {key: min(years) for key, years in found.items() if len(years) == 1}


def said(meaning: Meaning) -> tuple[str, ...]:
    """What is assumed of a passage that does not name its occasion."""
    return (f"“{meaning.said}” is the {meaning.occasion.name} named before",) if meaning.said else ()


def _facts(
    text: str, sentence: Sentence, meaning: Meaning, clauses: Clauses
) -> Iterator[tuple[str, Told, int, int]]:
    """What is told to be when, and where the words for it stand."""
    article = _ARTICLE.search(text, sentence.start, meaning.start)
    first = article.start() if article and not meaning.said else meaning.start
    if verb := _told().match(text, meaning.end, sentence.end):
        what = _verbs()[verb["verb"]]
        if (what in _PACTS) != (meaning.occasion.kind == "pact"):
            return
        told = clauses.after(verb.end(), sentence.end) or _fronted(text, sentence, first, clauses)
        if told is None and (when := _ON_WHEN.search(text, sentence.start, meaning.start)):
            told = clauses.ending_at(when.start())
        if told and told.when.first == BEGINNING:
            told = _last(text, told)
        if told:
            yield what, told, meaning.start, verb.end()
            yield from _then(text, sentence, told.end, clauses)
    elif meaning.occasion.kind == "pact" and (done := _DONE.search(text, sentence.start, meaning.start)):
        told = clauses.after(meaning.end, sentence.end) or _opening(sentence, clauses)
        if told and not _of_one_state(text[sentence.start : done.start()]):
            yield _verbs()[done["verb"]], told, done.start(), meaning.end
    elif meaning.occasion.kind == "pact" and (by := _BY_SIGNING.search(text, sentence.start, meaning.start)):
        if told := clauses.ending_at(by.start()):
            yield "signing", told, by.start(), meaning.end
    elif meaning.occasion.kind != "pact" and (does := _DOES.search(text, sentence.start, meaning.start)):
        told = clauses.after(meaning.end, sentence.end) or _opening(sentence, clauses)
        if told:
            yield does.lastgroup or "", told, does.start(), meaning.end


def _of_one_state(before: str) -> bool:
    """Does one state alone sign ("China signed"), as others may later?"""
    words = before.replace(",", " ").split()
    names = (" ".join(words[-n:]) for n in range(1, min(4, len(words)) + 1))
    return "and" not in words and any(place.kind == "country" for it in names if (place := places.find(it)))


def _then(text: str, sentence: Sentence, at: int, clauses: Clauses) -> Iterator[tuple[str, Told, int, int]]:
    """ "opens on Friday with a dance and ends on Sunday": what a second verb tells of the same."""
    verb = _ends_then().match(text, at, sentence.end)
    told = clauses.after(verb.end(), sentence.end) if verb else None
    if told and told.when.first == BEGINNING:
        told = _last(text, told)
    if verb and told:
        yield "end", told, verb.start("verb"), verb.end()


def _last(text: str, told: Told) -> Told | None:
    """The day up to which something runs; a day of the week may be the last or the next."""
    when = told.when
    if not any(char.isdigit() for char in text[told.start : told.end]):
        return None
    return replace(told, when=When(when.last, when.last, basis=when.basis))


def _fronted(text: str, sentence: Sentence, subject: int, clauses: Clauses) -> Told | None:
    """ "On 4 December 2015 the agreement was signed"."""
    told = _opening(sentence, clauses)
    return told if told and _WHEN.fullmatch(text, told.end, subject) else None


def _opening(sentence: Sentence, clauses: Clauses) -> Told | None:
    """The date with which the sentence opens."""
    return clauses.heading(sentence.start, sentence.end)


def _happenings(
    reading: Reading, meaning: Meaning, what: str, told: Told, first: int, last: int
) -> Iterator[Happening]:
    occasion, when = meaning.occasion, told.when
    years = {calendar.civil(day)[0] for day in (when.first, when.last)}
    if when.basis not in ("stated", "relative") or len(years) > 1:
        return
    of_pact = what in _PACTS and what != "signing"
    year = meaning.year or (of_pact and reading.once(_signed).get(occasion.key)) or min(years)
    if year not in years and not of_pact:
        return
    assumptions = [*told.assumptions, *said(meaning)]
    if meaning.year is None:
        assumptions.append(f"“{occasion.name}” of one year is one event: recognised by its name and year")
    if _PLANNED.search(reading.article.text, first, last):
        assumptions.append(f"the plans for “{occasion.name}” were not changed")
    key, start, end = f"{occasion.key} {year}", min(first, told.start), max(last, told.end)
    if what == "held" and meaning.said:
        yield _whole(meaning, key, told, start, end, assumptions)
    if what == "held" and _to_the_day(reading, told):
        parts = {"opening": When(when.first, when.first, basis=when.basis)}
        parts["end"] = When(when.last, when.last, basis=when.basis)
    elif (when.first == when.last and what != "held") or (of_pact and when.last - when.first < _YEAR):
        parts = {what: when}
    else:
        return
    for part, day in parts.items():
        yield Happening(
            start,
            end,
            f"{key}: {part}",
            f"{part} of {occasion.name}",
            day,
            told.place if part == what else None,
            assumptions=tuple(dict.fromkeys(assumptions)),
            number=meaning.edition,
        )
