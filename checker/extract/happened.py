"""When what a sentence is about was founded, built, released, born, in brackets and behind a pronoun too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from checker.dates.calendar import number
from checker.extract import things
from checker.extract.clauses import Clauses, Told, hedged
from checker.extract.happening import Happening, called, in_one_country, issued_anew
from checker.extract.life import OF_PEOPLE
from checker.extract.reading import Reading
from checker.extract.subjects import FRONTED, Subject, goes_on
from checker.extract.things import is_general, keyed
from checker.model import When
from checker.resolve.compare import fold
from checker.text.sentences import Sentence
from checker.text.tokens import tokens
from checker.text.trie import pattern
from checker.vocab import load

_TITLE = re.compile(
    r"(?:Archbishop|Baron|Bishop|Count|Duchess|Duke|Earl|Emir|Marquess|Prince|Princess|Sultan|Viscount) of .*"
)
_DEFINES = re.compile(r"\s(?:is|was)\s(?:an?|the)\s")
# Behind these what is founded or built may be another thing.
_AWAY = re.compile(r"\b(?:of|to|by|in|from|at|with|who|which|that|for|about|on)\b|[;:(]")
_BASED = re.compile(r"\s(?:based|located|headquartered|situated)\sin\s(?:the\s)?[A-Z][^;:()]{2,60}\Z")
_ACTIVE = re.compile(r"\s(?:premiered|first\saired|was\sfirst\s(?:aired|broadcast))(?=\s(?:on|in)\s)")
_DATES = re.compile(r"\sdate[sd](?:\sback)?\s(?=from\s|to\s)")
_BOUND = re.compile(r"\s(?P<side>after|before)\s(?P<year>1\d{3}|20\d\d)(?=[.,;]|\Z)")
_OWN = re.compile(
    r"\b(?:his|her)\s(?:own\s|early\s|premature\s|sudden\s|untimely\s)?"
    r"(?P<what>assassination|birth|death|execution|murder)(?=\s(?:in|on)\s)"
)
_KIN = re.compile(
    r"\b(?:aunt|brother|colleague|cousin|daughter|father|friend|grandfather|grandmother|husband|master|mother|nephew|niece|"
    r"partner|predecessor|rival|sister|son|successor|teacher|uncle|wife|king|queen|emperor|who|whose|whom)\b"
)
# What is no noun: "the Orkla carries", "the Orkla (or Orcla),".
_GOES_ON = re.compile(
    r"\s?[^\sa-z]|\s(?:[a-z]+(?:s|ed)|be(?:came|gan)|bore|brought|came|can|could|cost|drew|fell|gave|grew|held|kept|lay|"
    r"led|lies|lost|made|may|met|must|now|ran|rose|sank|saw|stood|then|took|underwent|went|will|won|would)\b|\Z"
)
_DIED = re.compile(r"\s(?:died|passed\saway)\b")


@cache
def _verbs() -> dict[str, str]:
    return {
        verb: what
        for what, verbs in load("events")["once"].items()
        for verb in verbs
        if what not in OF_PEOPLE
    } | {"born": "born"}


@cache
def _passive() -> re.Pattern[str]:
    verbs = pattern(_verbs(), boundary=False)
    return re.compile(
        rf"\s(?:was|were|has\sbeen)\s(?:(?:first|initially|officially|formally|\w{{3,12}}ly)\s)?(?P<verb>{verbs})(?=[\s,.])"
    )


@cache
def _defined() -> re.Pattern[str]:
    """ "is a club founded in 1899", "is a film, released in 1950"."""
    return re.compile(rf",?\s(?P<verb>{pattern(_verbs(), boundary=False)})(?=\s(?:in|on)\s)")


@cache
def _apposed() -> re.Pattern[str]:
    """ "The Orrin Bridge, opened in 1984,"."""
    return re.compile(rf",\s(?:first\s)?(?P<verb>{pattern(_verbs(), boundary=False)})(?=\s(?:in|on)\s)")


def happened(reading: Reading, sentence: Sentence, subject: Subject, clauses: Clauses) -> Iterator[Happening]:
    """What the sentence tells to have happened once to its subject."""
    text = reading.article.text
    if not clauses.any(sentence.start, sentence.end):
        return
    fronted = FRONTED.match(text, sentence.start, sentence.end)
    if fronted and fronted.end() <= subject.end and (what := _verbs().get(fronted["verb"].lower())):
        told = clauses.after(fronted.end("verb"), fronted.end())
        if whole := _with_noun(text, sentence, subject):
            yield from _told(reading, sentence, whole, what, told, whole.end)
    for match in _passive().finditer(text, subject.end, sentence.end):
        if match.start() > subject.end and not goes_on(text, subject.end, match.start()):
            break
        what = _verbs()[match["verb"]]
        told = clauses.after(match.end(), sentence.end) or _bounded(text, match.end())
        if told is None and match.start() == subject.end:
            told = clauses.before(sentence.start, subject.start)
        yield from _told(reading, sentence, subject, what, told, match.end())
    if active := _ACTIVE.match(text, subject.end, sentence.end):
        told = clauses.after(active.end(), sentence.end)
        yield from _told(reading, sentence, subject, "premiered", told, active.end())
    if dates := _DATES.match(text, subject.end, sentence.end):
        told = clauses.after(dates.end(), sentence.end)
        yield from _told(reading, sentence, subject, "built", told, dates.end())
    if (died := _DIED.match(text, subject.end, sentence.end)) and len(subject.name.split()) > 1:
        told = clauses.after(died.end(), sentence.end)
        yield from _told(reading, sentence, subject, "died", told, died.end())
    if subject.how == "name" and (apposed := _apposed().match(text, subject.end, sentence.end)):
        what = _verbs()[apposed["verb"]]
        if what not in OF_PEOPLE and what != "born":
            told = clauses.after(apposed.end(), sentence.end)
            yield from _told(reading, sentence, subject, what, told, apposed.end())
    yield from _own(reading, sentence, subject, clauses)
    if copula := _DEFINES.match(text, subject.end, sentence.end):
        made = _defined().search(text, copula.end(), min(sentence.end, copula.end() + 120))
        if made and not _AWAY.search(_BASED.sub(",", text[copula.end() : made.start()])):
            told = clauses.after(made.end(), sentence.end)
            yield from _told(reading, sentence, subject, _verbs()[made["verb"]], told, made.end())


def _with_noun(text: str, sentence: Sentence, subject: Subject) -> Subject | None:
    """With the noun in small letters that goes with the name: "the Orkla dam"; None if it is none we know."""
    if subject.how != "name":
        return subject
    row = tokens(text, sentence.start, sentence.end)
    start = next((i for i, token in enumerate(row) if token.start >= subject.start), 0)
    start += row[start].low == "the"
    behind = next((i for i, token in enumerate(row) if token.start >= subject.end), len(row))
    if things.noun_after(row, behind) is None:
        return subject if _GOES_ON.match(text, subject.end, sentence.end) else None
    thing = things.naming(text, row, start, behind)
    return replace(subject, name=thing.name, end=row[thing.end - 1].end) if thing else None


def _own(reading: Reading, sentence: Sentence, subject: Subject, clauses: Clauses) -> Iterator[Happening]:
    """ "She lived in Leeds until her death in 1955"."""
    text, mentions = reading.article.text, reading.people.mentions
    match = _OWN.search(text, subject.end, sentence.end)
    if match is None or len(subject.name.split()) < 2 or subject.sort:
        return
    named = {reading.people.name_of(m) for m in mentions}
    if subject.how != "pronoun" and subject.name not in named:
        return
    between = [m for m in mentions if subject.end <= m.start < match.start()]
    if between or _KIN.search(text, subject.end, match.start()):
        return  # "her father, until his death"
    what = "born" if match["what"] == "birth" else "died"
    told = clauses.after(match.end(), sentence.end)
    if told and not hedged(text, match.start(), told.end):
        place, end = told.place, max(match.end(), told.end)
        yield _happening(subject, what, told.when, place, end, told.assumptions, match.start())


def _bounded(text: str, at: int) -> Told | None:
    """ "was founded after 1932", "before 1950"."""
    match = _BOUND.match(text, at)
    if match is None:
        return None
    year = int(match["year"])
    if match["side"] == "after":
        when = When(number(year, 1, 1), basis="stated")
    else:
        when = When(last=number(year, 12, 31), basis="stated")
    return Told(when, None, (), match.start(), match.end())


def _told(
    reading: Reading, sentence: Sentence, subject: Subject, what: str, told: Told | None, stop: int
) -> Iterator[Happening]:
    if told is None or hedged(reading.article.text, sentence.start, max(told.end, stop)):
        return
    text = reading.article.text
    if in_one_country(what, told.place, text[max(0, stop - 25) : stop + 4]) or issued_anew(
        what, text, sentence.start, sentence.end
    ):
        return  # in one country, or form; others have dates of their own
    if is_general(subject.key):
        return  # "Central Bank" may be any
    if what in ("born", "died") and _TITLE.fullmatch(subject.name):
        return  # "the Duke of York" is now this man, now that
    if what == "born" and len(subject.name.split()) < 2:
        return
    yield _happening(subject, what, told.when, told.place, max(stop, told.end), told.assumptions, told.start)


def _happening(
    subject: Subject,
    what: str,
    when: When,
    place: str | None,
    end: int,
    assumptions: tuple[str, ...],
    start: int,
) -> Happening:
    key = fold(subject.name) if what in ("born", "died") else keyed(subject.key.split())
    return Happening(
        min(start, subject.start),
        end,
        f"{key}: {what}",
        called(what, subject.name),
        when,
        place,
        named=False,
        assumptions=assumptions,
    )
