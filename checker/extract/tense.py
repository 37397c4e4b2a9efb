"""Claims that something is told as past or planned, though the article's own date says the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.dates import Mention, calendar
from checker.extract.clauses import Clauses, hedged
from checker.extract.reading import Reading
from checker.model import BEGINNING, END, Tense, When
from checker.text.sentences import Sentence
from checker.text.trie import compile_words
from checker.vocab import load

_GRACE = 1  # days, for time zones and printing
_NEAR = 62  # days; what is further off is history, another age, or of a text that was kept up
_YEAR = range(345, 386)  # days; but a year off is a slip of the pen in January
_MOST = 2  # dates; an article with more of them is not of the day it bears
_WILL = (
    r"(?:will(?:\salso|\snow|\sofficially|\sformally)?|(?:is|are)\s(?:now\s)?(?:due|set|scheduled|slated)\sto"
    r"|(?:is|are)\sto)\s"
)
_AUXILIARY = re.compile(
    r"\b(?:be|been|being|is|are|has|have|had|will|would|to|gets?|can|could|may|might|must|shall|should)"
    r"(?:\s[a-z]+){0,2}\s\Z"
)
_WHEN = re.compile(r"\b(?:on|in|from|at|during)\s(?:the\s)?\Z")
_NOUN = re.compile(r"['’\w]|\s[^\W\d_]")
_CONDITION = re.compile(r"\b(?:if|unless|provided|depending|weather)\b")
_BEING = r"(?:was|were)\s(?:[a-z]+ly\s)?"


@cache
def _planned() -> re.Pattern[str]:
    words = load("times")["tense"]
    return re.compile(rf"\b{_WILL}(?:be\s(?:{'|'.join(words['passive'])})|(?:{'|'.join(words['active'])}))\b")


@cache
def _past() -> re.Pattern[str]:
    words = load("times")["tense"]
    return re.compile(rf"\b(?:{_BEING}(?:{'|'.join(words['passive'])})|(?:{'|'.join(words['past'])}))\b")


@cache
def _never() -> re.Pattern[str]:
    return compile_words(load("times")["tense"]["never"], flags=re.IGNORECASE)


def extract(reading: Reading) -> Iterator[Tense]:
    """One claim for each date that a stated publication date puts on the other side of the day of writing."""
    published = reading.dates.published
    if published is None or published.basis == "estimated" or published.last - published.first > _GRACE:
        return
    if not any(_side(mention, published) for mention in reading.dates.mentions):
        return
    clauses = reading.once(Clauses)
    found = [
        claim
        for sentence in reading.sentences
        for mention in reading.dates_in(sentence.start, sentence.end)
        if _side(mention, published)
        for claim in _claims(reading, clauses, sentence, mention, published)
    ]
    if len({claim.value for claim in found}) <= _MOST and not _later_edition(reading, published, found):
        yield from found


def _side(mention: Mention, published: When) -> str:
    """Does a date that names its year lie surely before or after publication, and not far from it?"""
    when = mention.when
    if (
        when is None
        or mention.type not in ("DATE", "TIME")
        or mention.assumptions
        or mention.alternatives
        or mention.problem
    ):
        return ""
    if when.basis != "stated" or when.first == BEGINNING or when.last == END:
        return ""
    far = when.days_between(published)
    if far > _NEAR and far not in _YEAR:
        return ""
    if when.last + _GRACE < published.first:
        return "before"
    return "after" if when.first > published.last + _GRACE else ""


def _claims(
    reading: Reading, clauses: Clauses, sentence: Sentence, mention: Mention, published: When
) -> Iterator[Tense]:
    """What the sentence tells of that date, if it is told in the tense of the other side."""
    text = reading.article.text
    if sentence.block.kind not in ("paragraph", "item") or reading.quoted(mention.start, mention.end):
        return
    side = _side(mention, published)
    pattern = _planned() if side == "before" else _past()
    for verb in pattern.finditer(text, sentence.start, mention.start):
        if side == "after" and _AUXILIARY.search(text, max(sentence.start, verb.start() - 40), verb.start()):
            continue  # "will be officially launched"
        told = clauses.after(verb.end(), sentence.end)
        if not _dates(text, verb.end(), mention):
            continue
        if told is None or told.start != mention.start or told.when != mention.when:
            continue
        if hedged(text, sentence.start, told.end) or _CONDITION.search(text, told.end, sentence.end):
            return
        if _never().search(text, sentence.start, sentence.end):
            return
        yield Tense(
            **reading.place(verb.start(), mention.end),
            when=mention.when,
            told="planned" if side == "before" else "past",
            value=mention.value.partition("T")[0],
            assumptions=(f"the article was written on {calendar.iso(published.first)}, the day it bears",),
        )
        return


def _dates(text: str, start: int, mention: Mention) -> bool:
    """Does the date tell when, as in "on 5 May", and not which, as in "the March 2021 report"?"""
    if _WHEN.search(text, start, mention.start):
        return True
    return text[start : mention.start].isspace() and not _NOUN.match(text, mention.end)


def _later_edition(reading: Reading, published: When, found: list[Tense]) -> bool:
    """Was the text kept up after the day it bears? Then it tells of several later days, or in both ways."""
    later = {m.value for m in reading.dates.mentions if _side(m, published) == "after" and m.tense == "past"}
    told = {claim.told for claim in found}
    return len(told) > 1 or (told == {"planned"} and bool(later)) or (told == {"past"} and len(later) > 1)
