"""Claims on how long an exercise, fair or festival lasts, and how many take part in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from checker.dates import calendar
from checker.extract.clauses import hedged
from checker.extract.lengths import lasting
from checker.extract.measures import BOUND, begin, figures, stretch
from checker.extract.occasion_days import said
from checker.extract.occasion_names import kinds
from checker.extract.occasions import Meaning, Occasion, Occasions
from checker.extract.occasions import trigger as trigger
from checker.extract.reading import Reading
from checker.extract.stated import hedged as doubted
from checker.model import UNKNOWN, Relation, When
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.text.words import letters
from checker.vocab import load

# Of other times, of a part, or not yet.
_OTHER = re.compile(
    r"\b(?:last\syear|previous|earlier|years?\sago|than\sin|first(?!\stime)|"
    r"(?:the|its)\s(?:second|third|\d*[a-z]{2,8}th)(?=,|\s(?:in|at|one|held|which|was|drew|had)\b)|"
    r"since|every|each|opening\sday|a\sday|daily|per|next\syear|record\sof|largest\sever|so\sfar|average|of\sthese|of\sthem|usually|past)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|would|expect\w*|hope\w*|due|plan\w*|scheduled|up\sto|likely|forecast|to\stake|invited|registered|slated|target\w*|aims?|capacity)\b"
)
# "51,000 people, ten thousand more than last year"
_COMPARING = frozenset("after against compared down fewer less more up".split())
_COMPARED = re.compile(
    r",?\s(?:[\w.%-]+\s){0,4}?(?:(?:more|fewer|less)\sthan\s(?:last|in|the)\b|up\sfrom|down\sfrom|compared\b|up\s\d|down\s\d)|"
    r",\s(?:after|against)\s[\d,]+\s(?:in|last)\s"
)
_FIRST = (
    r"(?:brought|brings|bringing)\stogether|(?:was|were)\s(?:attended|visited|watched)\sby|attract(?:ed|s)|drew|draws|featur(?:ed|es|ing)|"
    r"gather(?:ed|s)|involv(?:ed|es|ing)|assembled|welcomed|saw|shows|showed|displays|presents"
)
_THEN = (
    r"took\spart|participated|competed|exhibited|attended|visited|turned\s(?:out|up)|came|flocked|"
    r"had\sstands|thronged"
)
_GROUPS = (
    r"(?i:air\sforces|armed\sforces|armies|athletes|companies|contingents|delegates|delegations|exhibitors|firms|forces|heads\sof\sstate|leaders|ministers|navies|participants|presidents|"
    r"personnel|players|runners|ships|soldiers|teams|troops|vessels|visitors|warships)"
)
_WHOLE = r"(?!\s(?:of|from|in|at|aboard)\s(?:the\s)?(?:[A-Z]|town)|\s(?:each|apiece|on\s[A-Z]))"
_TOTAL = r"(?:(?:[Aa]\s)?total\sof\s|[Aa]\s(?:record\s)?crowd\sof\s|(?:[Aa]\s)?(?:record|total)\s)?"
_PLACE = r"[A-Z][\w']*(?:\s[A-Z][\w']*){0,3}"
_LASTED = re.compile(
    r"(?:\s(?:will|has|had))?\s(?:last(?:s|ed)?|ran|runs?|went\son)\s(?:for\s)?"
    r"(?P<number>\d{1,2}|[a-z]{3,9})\s(?P<unit>days?|weeks?)\b"
)
_FOR = re.compile(
    r"(?:[Ff]or|[Aa]fter|[Oo]ver)\s(?P<number>\d{1,2}|[a-z]{3,9})\s(?P<unit>days)(?=[,.;]|\s(?:with|from)\b|\Z)"
)
_OWN = re.compile(r"\b(?P<number>\d{1,2}|[A-Za-z]{3,9})-(?P<unit>day|week)\s")
_DAYS_OF = re.compile(
    r"\b(?:[Tt]he|[Aa]ll|[Ii]ts|[Tt]heir)\s(?P<number>\d{1,2}|[a-z]{3,9})\s(?P<unit>days|weeks)\sof\s(?:the\s)?\Z"
)
# No part of a longer noun: "the three-day festival pass".
_GOES_ON = re.compile(
    r"(?=[,.;:()]|\Z)|\s(?:[a-z]+(?:ed|ly)|was|were|is|has|had|will|would|began|begins|opens|ends|drew|brought|took|takes|saw|ran|"
    r"runs|came|comes|starts|closes|draws|brings|involves|features|attracts|includes|to|in|at|on|of|for|from|with|which|that|"
    r"and|by|near|off|between|under|as|kicks|got|gets|[A-Z]\w+)\b"
)
_AND = re.compile(r"(?:,|\sand|,\sand)\s")
_ENDS = re.compile(r"\b(?:clos|conclud|end|finish|wrapp)(?:ed|es|s)?\b")
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_DAYS = {"d": (1, 1, 0, 0), "w": (7, 7, -3, 2)}  # as those of lengths, the days exact


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence that speaks of an occasion of a year, by the passage ``meant`` or without one."""

    reading: Reading
    sentence: Sentence
    occasion: Occasion
    year: int
    meant: Meaning | None


@cache
def _roles() -> dict[str, str]:
    return {noun: role for role, nouns in load("events")["turnout"].items() for noun in nouns}


@cache
def _told() -> frozenset[str]:
    """Words of which every sentence holds one that tells how many came."""
    return frozenset(word for noun in _roles() for word in letters(noun).split())


@cache
def _number() -> str:
    words = pattern(load("dates")["numbers"], boundary=False)
    words = rf"(?i:(?:{_TENS})-{words}|{words})"
    return rf"{BOUND}(?P<number>\d{{1,3}}(?:,\d{{3}})++|\d{{1,6}}+|{words})(?![\w.,-]*\d)"


def _of_role() -> str:
    roles = pattern(_roles(), boundary=False)
    return rf"(?<![\w$£€.,-]){_TOTAL}{_number()}\s(?P<noun>{roles})\b{_WHOLE}"


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(_of_role())


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    counted = _of_role()
    return (
        re.compile(rf"\b(?:{_FIRST})\s{counted}"),
        re.compile(rf"{counted}(?:\sfrom\s[\w-]+\s(?:countries|nations))?\s(?:{_THEN})\b"),
        re.compile(rf"\b(?P<noun>[Aa]ttendance)(?::|\sof|\swas|\sreached|\sstood\sat)\s{_number()}"),
        re.compile(rf"\b{_GROUPS}\s(?:of|from)\s{_number()}\s(?P<noun>countries|nations)\b"),
        re.compile(
            rf"(?<![\w$£€.,-]){_TOTAL}{_number()}\s(?P<noun>fans|people|spectators)(?:\s(?:at|in|inside)\s(?:the\s)?{_PLACE})?\s"
            r"(?:cheered|packed|saw|watched|witnessed)\b"
        ),
        re.compile(rf"\b{_number()}\s(?P<noun>tickets)\s(?:were|had\sbeen)\ssold\b"),
        re.compile(rf"\bsold\s{_number()}\s(?P<noun>tickets)\b"),
        re.compile(
            rf"\b{_number()}\s(?P<noun>exhibitors|visitors|firms)(?=\s(?:from\s(?:\d+|[a-z]+)\s(?:countries|nations)|had\sstands))"
        ),
    )


def extract(reading: Reading) -> Iterator[Relation]:
    """One claim for each length and number that an article tells of an occasion of a known year."""
    occasions = reading.once(Occasions)
    text, years = reading.article.text, _years(reading, occasions)
    for whole in reading.sentences if occasions.all else ():
        if whole.block.kind not in ("paragraph", "item"):
            continue
        sentence = _without_comparison(text, whole)
        start, end = sentence.start, sentence.end
        if _OTHER.search(text, start, end):
            continue
        here = [it for it in occasions.within(start, end) if it.occasion.kind != "pact"]
        meant = here[0] if len({(it.occasion.key, it.year) for it in here}) == 1 else None
        occasion = meant.occasion if meant else None if here else occasions.alone
        year = (meant and meant.year) or (occasion and years.get(occasion.key))
        if not occasion or not year:
            continue
        telling = _Telling(reading, sentence, occasion, year, meant)
        yield from _lengths(telling)
        if _told().isdisjoint(whole.words):
            continue
        if not (_AHEAD.search(text, start, end) or doubted(text, start, end) or _of_another_year(telling)):
            yield from _numbers(telling)


def _without_comparison(text: str, sentence: Sentence) -> Sentence:
    """The sentence up to where it compares: "51,000 came, more than last year"."""
    if _COMPARING.isdisjoint(sentence.words):
        return sentence
    compared = _COMPARED.search(text, sentence.start, sentence.end)
    return replace(sentence, end=compared.start()) if compared else sentence


def _of_another_year(telling: _Telling) -> bool:
    """Does the paragraph speak of another year, so far?"""
    dated = telling.reading.dates_in(telling.sentence.block.start, telling.sentence.end)
    first, last = calendar.year_span(telling.year)
    return any(m.when and m.when.known and (m.when.last < first or last < m.when.first) for m in dated)


def _years(reading: Reading, occasions: Occasions) -> dict[str, int]:
    """The year of each occasion: the only one of the days told beside it, or that of publication."""
    published = reading.dates.published
    known = published is not None and published.basis != "estimated"
    here = {calendar.civil(published.first)[0]} if published and known else set[int]()
    told: dict[str, set[int]] = {}
    for sentence in reading.sentences:
        for meaning in occasions.within(sentence.start, sentence.end):
            days = [m.when for m in reading.dates_in(sentence.start, sentence.end) if m.when and m.when.known]
            years = {calendar.civil(when.first)[0] for when in days if when.last - when.first < 31}
            told.setdefault(meaning.occasion.key, set()).update(years)
    found = {key: years or here for key, years in told.items()}
    return {key: min(years) for key, years in found.items() if len(years) == 1}


def _lengths(telling: _Telling) -> Iterator[Relation]:
    """ "The ten-day exercise", "the fair lasts four days", "closed on Saturday after five days"."""
    text, sentence, meant = telling.reading.article.text, telling.sentence, telling.meant
    own = _OWN.search(meant.said) if meant else None
    if meant and own and _GOES_ON.match(text, meant.end, sentence.end):
        yield from _length(telling, own, meant.start, meant.end)
        return
    if meant and (all_days := _DAYS_OF.search(text, sentence.start, _head(text, meant))):
        yield from _length(telling, all_days, all_days.start(), meant.end)
        return
    for told in lasting(telling.reading, sentence):
        if kinds().get(told.what) in (telling.occasion.kind, "any") and not hedged(
            text, sentence.start, told.end
        ):
            days = (told.count, told.count) if told.unit == "D" else told.days
            yield _relation(telling, "length", told.start, told.end, told.words, days, unit="days")
    if meant and (match := _LASTED.match(text, meant.end, sentence.end)):
        yield from _length(telling, match, meant.start, match.end())
    elif match := _FOR.search(text, sentence.start, sentence.end):
        fronted = match.start() == sentence.start
        if fronted or (meant and _ENDS.search(text, meant.end, match.start())):
            yield from _length(telling, match, match.start(), match.end())


def _head(text: str, meant: Meaning) -> int:
    """Where the noun phrase begins, its article left out."""
    article = re.match(r"the\s", text[meant.start : meant.end])
    return meant.start + article.end() if article else meant.start


def _length(telling: _Telling, match: re.Match[str], start: int, end: int) -> Iterator[Relation]:
    number, unit = figures(match["number"].lower()), match["unit"]
    if number and not hedged(telling.reading.article.text, telling.sentence.start, end):
        least, most, under, over = _DAYS[unit[0]]
        days = (least * number + under, most * number + over)
        value = f"{match['number'].lower()} {unit if unit.endswith('s') or number == 1 else unit + 's'}"
        yield _relation(telling, "length", start, end, value, days, unit="days")


def _numbers(telling: _Telling) -> Iterator[Relation]:
    text, sentence = telling.reading.article.text, telling.sentence
    done: set[str] = set()
    for form in _forms():
        for first in form.finditer(text, sentence.start, sentence.end):
            match: re.Match[str] | None = first
            while match:
                role = _roles()[match["noun"]]
                if role not in done and figures(match["number"].lower().replace(",", "")) is not None:
                    done.add(role)
                    yield _number_of(telling, role, match)
                following = _AND.match(text, match.end(), sentence.end)
                match = _counted().match(text, following.end(), sentence.end) if following else None


def _number_of(telling: _Telling, role: str, match: re.Match[str]) -> Relation:
    days = stretch(match["number"].lower(), 1.0, (match["bound"] or "").strip())
    start = begin(match)
    value = telling.reading.article.text[start : match.end("number")]
    return _relation(telling, f"number of {role}", start, match.end(), value, days, unit="count")


def _relation(
    telling: _Telling,
    relation: str,
    start: int,
    end: int,
    value: str,
    extent: tuple[float, float],
    unit: str,
) -> Relation:
    """The claim; a number of those who came is told of the year so far."""
    published = telling.reading.dates.published
    first, last = calendar.year_span(telling.year)
    past = unit == "count" and published is not None and published.first >= first
    when = When(first, min(last, published.last), basis="relative") if past and published else UNKNOWN
    return Relation(
        **telling.reading.place(start, end),
        when=when,
        subject=f"{telling.occasion.key} {telling.year}",
        name=f"{telling.occasion.name} of {telling.year}",
        relation=relation,
        value=value,
        least=extent[0],
        most=extent[1],
        unit=unit,
        assumptions=said(telling.meant) if telling.meant else (),
    )
