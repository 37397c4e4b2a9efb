"""Claims that a person has an age at some time, or is born then."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.dates import calendar
from checker.extract.aged import AT_DEATH, Aged, aged_at, aged_before, aged_behind, aged_then, bounded
from checker.extract.births import BORN, OLDEST, births, born_value, bracketed
from checker.extract.clauses import Clauses, hedged
from checker.extract.company import ties
from checker.extract.present import as_of_publication, is_now
from checker.extract.reading import Reading
from checker.model import Age, When
from checker.resolve.people import Mention
from checker.text.sentences import Sentence

_NEAR_BY = 40  # mentions of people before one that needs no name
_YOUNG = 18  # "a 3-year-old company's founder John Smith" gives no age of his
_SLACK = 2  # days by which print may miss a birthday
_LEAD = 60  # characters before a name that belong to it
_NOW = (
    # ", 45, said", ", aged 45,", ", now 45,"
    re.compile(r",\s(?:(?:aged?|now)\s)?(?P<age>\d{1,3})(?=,\s(?!\d)(?!and\s\d)|\.?\Z|;|\sand\s[a-z])"),
    re.compile(r"\s\(aged?\s(?P<age>\d{1,3})\)"),
    re.compile(r",?\s(?:who\s)?is\s(?:an?\s|now\s)?(?P<age>\d{1,3})[-\s]years?[-\s]old\b"),
    re.compile(r",\san?\s(?P<age>\d{1,3})-year-old\b"),
    re.compile(r",\swho\sis\s(?:now\s|only\s|just\s)?(?P<age>\d{1,3})(?=,\s(?!\d)|\sand\s[a-z])"),
    re.compile(r"\sis\snow\s(?P<age>\d{1,3})(?=\.?\Z|,\s(?!\d)|\sand\s[a-z])"),
)
_BECAME = re.compile(
    r",\s(?:(?:has|had|was|been|first)\s){0,3}(?:appointed|became|began|born|came|elected|entered|founded|graduated|grew|"
    r"headed|joined|led|moved|named|previously|served|started|studied|succeeded|taught|took|trained|worked)\b"
)
_IS = re.compile(r",\s(?:who\s)?(?:is|has\sbeen|(?!was\b|as\b|its\b|his\b|this\b)[a-z]{3,12}s)\s")
# "At 47, she is the youngest", "At 47, Jane Roe is the youngest"
_AT = re.compile(r"At\s(?P<age>\d{2}),\s(?=(?:he|she)\sis\s)")
_AT_NAMED = re.compile(r"\bAt\s(?P<age>\d{2}),\s\Z")
_BEFORE = re.compile(
    r"\b(?P<age>\d{1,3})-year-old\s(?:(?!(?:of|and|with|by|to|who|for|from|in|on)\s)[\w.-]+\s){0,2}\Z"
)
_THE_OLD = re.compile(
    r"\b[Tt]he\s(?P<age>\d{2})-year-old(?!\s(?:[a-z]+\s)?(?:woman|man|boy|girl|victim|suspect|son|daughter|brother|sister|"
    r"wife|husband|student|driver|house|building|(?!(?:is|was|has)\b)[a-z]+s)\b|\s[A-Z])"
)
# "turned 50 on", "was 44 in", "died aged 76 on"; "died on 5 May 2001 aged 76"
_THEN = re.compile(
    r"\s(?P<verb>turned|was|died)\s(?:aged\s|at\s)?(?P<age>\d{1,3})(?:\syears\sold)?(?:\swhen\s(?:he|she)\sdied)?"
    r"(?=\s(?:on|in)\s)"
)
_DIED = re.compile(r"\sdied\b")
# "Jane Roe, founder of the museum, has died at the age of 91"; "Jane Roe, who was 91, died on"
_HAS_DIED = re.compile(r"\shas\sdied,?\s(?:at\s(?:the\sage\sof\s)?|aged\s)(?P<age>\d{1,3})(?!\w|[.,]\d)")
_WAS_DIED = re.compile(r",\s(?:who\swas\s|aged\s)?(?P<age>\d{1,3}),\sdied(?=\son\s)")
_OTHERS = re.compile(r"[.;:]|\b(?:who|whose|husband|wife|son|daughter|father|mother|brother|sister)\b")
_LIFE = 120  # characters of what stands between the name and the verb
_FRESH = ("the death was told within two weeks",)
_NUMBER = re.compile(r"[0-9](?:(?<=[\s,(].)\d{0,2}(?:[,.;)\s]|-year|\Z)|(?<=\s\(.)|(?<=\(b\.\s.))")


def extract(reading: Reading) -> Iterator[Age]:
    """One claim for each age of a person known by the full name, and for each birth told with its date."""
    text = reading.article.text
    clauses = reading.once(Clauses)
    named = reading.people.mentions
    starts = [mention.start for mention in named]
    told = frozenset(reading.concordance.holding(BORN))
    for at in sorted(told.union(reading.where(_NUMBER))):
        sentence = reading.sentences[at]
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if (
            first == last
            and at not in told
            and "old" not in sentence.words
            and "died" not in sentence.words
            and not text.startswith(("At ", "He was ", "She was ", "He died ", "She died "), sentence.start)
        ):
            continue
        if sentence.block.kind not in ("paragraph", "item") or text[sentence.end - 1] == "?":
            continue
        before = reading.sentences[at - 1] if at else None
        if before and (again := _again(reading, sentence, before, named[max(0, first - _NEAR_BY) : first])):
            yield _claim(reading, *again)
        if dead := aged_then(reading, clauses, sentence):
            yield _claim(reading, *dead)
        if before and (dead := aged_before(reading, clauses, sentence, before)):
            yield _claim(reading, *dead)
        if before and (dead := aged_behind(reading, clauses, sentence, before)):
            yield _claim(reading, *dead)
        at_death = aged_at(reading, clauses, sentence)
        if at_death and at_death[0] not in map(reading.people.name_of, named[first:last]):
            yield _claim(reading, *at_death)
        for mention in named[first:last]:
            person = reading.people.name_of(mention)
            if person and len(person.split()) > 1:
                for aged in (*_then(reading, clauses, sentence, mention), *_now(reading, sentence, mention)):
                    yield _claim(reading, person, aged)
            if person and (born := bracketed(reading, mention, person)):
                yield born
        yield from births(reading, sentence, clauses)


def _claim(reading: Reading, person: str, aged: Aged) -> Age:
    return Age(
        **reading.place(aged.start, aged.end),
        person=person,
        age=aged.age,
        when=aged.when,
        born=_born(aged),
        now=aged.now,
        context=(*ties(reading, person), *_same_day(aged)),
        assumptions=aged.assumptions,
    )


def _same_day(aged: Aged) -> tuple[str, ...]:
    """The day of a death or birthday: what ties a bearer of the name to one of another article."""
    one_day = aged.when.first == aged.when.last and not aged.now
    return (f"on {aged.when.first}",) if one_day else ()


def _now(reading: Reading, sentence: Sentence, mention: Mention) -> Iterator[Aged]:
    """Ages at the time of writing."""
    text = reading.article.text
    behind = (pattern.match(text, mention.end, sentence.end) for pattern in _NOW)
    match = next((m for m in behind if m), None)
    start, end = mention.start, match.end() if match else 0
    if match is None:
        lead = max(sentence.start, mention.start - _LEAD)
        is_ = text.startswith(" is ", mention.end)
        match = (_AT_NAMED if is_ else _BEFORE).search(text, lead, mention.start)
        if match is None or (
            int(match["age"]) < _YOUNG and match.end() - match.end("age") > len("-year-old ")
        ):
            return
        start, end = match.start(), mention.end
    age = int(match["age"])
    # What has become of somebody is told of the past, the age in passing of today.
    behind_age = end if match.re is _NOW[0] and _BECAME.match(text, end, sentence.end) else None
    present = match.re is _NOW[0] and _IS.match(text, end, sentence.end) is not None
    present = present or match.re is _AT_NAMED or match[0].startswith((", who is ", " is now "))
    if 0 < age <= OLDEST and (present or is_now(reading, sentence, behind_age)):
        when, assumptions = as_of_publication(reading, "age")
        yield Aged(start, end, age, when, now=True, assumptions=assumptions)


def _again(
    reading: Reading, sentence: Sentence, before: Sentence, named: Sequence[Mention]
) -> tuple[str, Aged] | None:
    """ "The 29-year-old from Porto", "At 29, she is": of whom the article speaks most, and right before."""
    text = reading.article.text
    match = _AT.match(text, sentence.start, sentence.end)
    match = match or _THE_OLD.search(text, sentence.start, sentence.end)
    if match is None or not named or not (match.re is _AT or is_now(reading, sentence, match.end())):
        return None
    meant = Counter(name for it in named if (name := reading.people.name_of(it)))
    if not meant:
        return None
    (person, most), *others = meant.most_common(2)
    subject = next((it for it in named if before.start <= it.start < before.end), None)
    if subject is None or subject.start - before.start > _LEAD:
        return None
    age = int(match["age"])
    there = {reading.people.name_of(it) for it in named if it.start >= before.start}
    if match.start() == sentence.start and len(there) == 1:
        person = reading.people.name_of(subject) or person  # nobody else was spoken of
    elif reading.people.name_of(subject) != person or (others and others[0][1] >= most):
        return None
    if " " not in person:
        return None
    if not _YOUNG <= age <= OLDEST:
        return None
    when, assumptions = as_of_publication(reading, "age")
    told = (*assumptions, f"“{match[0]}” is {person}")
    end = match.end("age") if match.re is _AT else match.end()
    return person, Aged(match.start(), end, age, when, now=True, assumptions=told)


def _then(reading: Reading, clauses: Clauses, sentence: Sentence, mention: Mention) -> Iterator[Aged]:
    """Ages at a date that the sentence gives."""
    text = reading.article.text
    if hedged(text, sentence.start, sentence.end):
        return
    if match := _THEN.match(text, mention.end, sentence.end):
        told = clauses.after(match.end(), sentence.end)
        end, age, exactly = (told.end if told else 0), int(match["age"]), match["verb"] == "turned"
    elif match := _HAS_DIED.search(text, mention.end, min(sentence.end, mention.end + _LIFE)):
        if (fresh := _just_now(reading)) and not _OTHERS.search(text, mention.end, match.start()):
            yield Aged(mention.start, match.end(), int(match["age"]), fresh, assumptions=_FRESH)
        return
    elif match := _WAS_DIED.match(text, mention.end, sentence.end):
        told = clauses.after(match.end(), sentence.end)
        end, age, exactly = (told.end if told else 0), int(match["age"]), False
    elif match := _DIED.match(text, mention.end, sentence.end):
        told = clauses.after(match.end(), sentence.end)
        behind = AT_DEATH.match(text, told.end, sentence.end) if told else None
        if behind is None:
            return
        end, age, exactly = behind.end(), int(behind["age"]), False
    else:
        return
    if told and 0 < age <= OLDEST and bounded(told.when):
        yield Aged(mention.start, end, age, told.when, exactly, assumptions=told.assumptions)


def _just_now(reading: Reading) -> When | None:
    """The days before publication in which somebody died who "has died"."""
    published = reading.dates.published
    if published is None or published.first != published.last or published.basis == "estimated":
        return None
    return When(published.first - 14, published.last, basis="relative")


def _born(aged: Aged) -> str:
    """The days on which somebody of that age may have been born."""
    if not aged.when.known:
        return ""
    earliest = _years_before(aged.when.first, aged.age + (not aged.exactly)) + (not aged.exactly)
    return born_value(earliest - _SLACK, _years_before(aged.when.last, aged.age) + _SLACK)


def _years_before(day: int, years: int) -> int:
    year, month, of_month = calendar.civil(day)
    return calendar.number(year - years, month, min(of_month, calendar.days_in_month(year - years, month)))
