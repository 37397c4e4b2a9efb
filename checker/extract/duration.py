"""Claims that something lasts so long, and from one date to another: "a two-day visit from 7 to 12 April"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.dates import Mention, calendar, values
from checker.extract.lengths import LEAD, Lasting, lasting, lasting_nouns
from checker.extract.reading import Reading
from checker.model import Duration, When
from checker.text.sentences import Sentence
from checker.text.trie import compile_words
from checker.vocab import load

_REACH = 110  # characters between what lasts and its dates
_GOVERNS = re.compile(r"(?:\b(?:from|on|for|of|in|dates?)|[,(:–—-])\s?(?:the\s)?\Z")
_DATES_FIRST = re.compile(r"(?:On|From|In)\s(?:the\s)?\Z")
_OTHERS = re.compile(
    r"\b(?:and|or|including|with|where|as|while|but|then|also|ahead|following|after|before)\b"
)
_AGAIN = re.compile(r"\s?(?:,|and|or|&|,\sand|then|to)\s(?:from\s|again\s|on\s)?(?:the\s)?\d")
_ELSEWHERE = re.compile(
    r"\s(?:in|at|for)\s[^.;,]{1,40}\s(?:and|but)\s(?:to|until|till|from|on)\s(?:the\s)?\d"
)
_EACH = re.compile(r"\b(?:each|every|weekly|daily|per)\b")
_YEARS = re.compile(r"\d{4}/\d{4}")
_LONGEST = 60  # days of a range in which weekends may be left out
_VERBAL = re.compile(r"\b[a-z]{3,}(?:ing|ed)\b")
_ANAPHORA = re.compile(r"(?:The|This|His|Her|Its|Their)\s(?:[a-z]+\s){0,2}?(?P<what>[a-z]+)\b")


@cache
def _part() -> re.Pattern[str]:
    return compile_words(load("times")["duration"]["part"], flags=re.IGNORECASE)


@cache
def _governing() -> re.Pattern[str]:
    return compile_words(load("times")["duration"]["governing"])


@cache
def _breaks() -> re.Pattern[str]:
    passing = ("to", "is", "was", "will")  # of the verb that tells of the thing itself
    return compile_words([word for word in load("events")["breaks"]["words"] if word not in passing])


def extract(reading: Reading) -> Iterator[Duration]:
    """One claim for each length that a sentence, or two that follow one another, give with the dates."""
    text = reading.article.text
    if not any(_is_range(mention) for mention in reading.dates.mentions):
        return
    before: list[Lasting] = []
    for sentence in reading.sentences:
        dated = [m for m in reading.dates_in(sentence.start, sentence.end) if _is_range(m)]
        known = list(lasting(reading, sentence))
        for stated in known:
            for dates in dated:
                between = (other for other in known if stated.end <= other.start < dates.start)
                if next(between, None) is None and _belong(text, sentence, stated, dates):
                    yield _claim(reading, stated, dates, dates.assumptions)
        if len(before) == 1 and len(dated) == 1 and not known:
            yield from _taken_up(reading, sentence, before[0], dated[0])
        before = known if not dated else []


def _is_range(mention: Mention) -> bool:
    return "/" in mention.value and mention.when is not None and not mention.alternatives


def _taken_up(reading: Reading, sentence: Sentence, stated: Lasting, dates: Mention) -> Iterator[Duration]:
    """ "A three-day visit … The visit, from 7 to 12 April, …", in one paragraph."""
    text = reading.article.text
    match = _ANAPHORA.match(text, sentence.start, sentence.end)
    if match is None or match["what"] != stated.what or stated.start < sentence.block.start:
        return
    again = Lasting(match.start("what"), match.end("what"), stated.what, stated.count, stated.unit)
    if _told_behind(text, sentence, again, dates):
        same = f"“{match[0]}” is the {stated.what} of {stated.words} told of before"
        yield _claim(reading, stated, dates, (*dates.assumptions, same))


def _claim(reading: Reading, stated: Lasting, dates: Mention, assumptions: tuple[str, ...]) -> Duration:
    lengths = _lengths(dates.value)
    least, most = stated.days
    assert dates.when is not None
    return Duration(
        **reading.place(min(stated.start, dates.start), max(stated.end, dates.end)),
        when=dates.when,
        what=stated.what,
        stated=stated.words,
        lasts=_spoken(dates.value, lengths),
        fits=(least <= lengths[1] and lengths[0] <= most) or _leaves_out_weekends(stated, dates.when),
        assumptions=assumptions,
    )


def _belong(text: str, sentence: Sentence, stated: Lasting, dates: Mention) -> bool:
    if dates.start < stated.start:
        return _told_before(text, sentence, stated, dates)
    return _told_behind(text, sentence, stated, dates)


def _told_behind(text: str, sentence: Sentence, stated: Lasting, dates: Mention) -> bool:
    """ "a three-day visit to Japan from 7 to 12 April": nothing between has dates of its own."""
    gap = text[stated.end : dates.start]
    if len(gap) > _REACH or not _GOVERNS.search(gap):
        return False
    if any(mark in gap for mark in ";()") and not gap.rstrip().endswith("("):
        return False
    lead = max(sentence.start, stated.start - LEAD)
    return not (
        _part().search(text, lead, dates.start)
        or _EACH.search(text, dates.end, sentence.end)
        or _tells_more(gap)
        or _AGAIN.match(text, dates.end, sentence.end)
        or _ELSEWHERE.match(text, dates.end, sentence.end)
    )


def _told_before(text: str, sentence: Sentence, stated: Lasting, dates: Mention) -> bool:
    """ "From 7 to 12 April she paid a three-day visit": the dates open the sentence."""
    if not _DATES_FIRST.fullmatch(text, sentence.start, dates.start):
        return False
    gap = text[dates.end : stated.start]
    if len(gap) > _REACH // 2 or _OTHERS.search(gap) or gap.count(",") > 1:
        return False
    return not _part().search(text, dates.end, stated.end)


def _tells_more(gap: str) -> bool:
    """Does another clause, or another happening, stand between what lasts and the dates?"""
    plain = _governing().sub(" ", gap)
    if _breaks().search(plain) or _VERBAL.search(plain):
        return True
    return any(word.lower().strip("(),'") in lasting_nouns() for word in gap.split())


def _lengths(value: str) -> tuple[int, int]:
    """The least and the most days of a range, first and last one counted."""
    first, _, last = value.partition("/")
    begin, end = values.interval(first), values.interval(last)
    assert begin is not None
    assert end is not None
    return max(1, end[0] - begin[1] + 1), end[1] - begin[0] + 1


def _leaves_out_weekends(stated: Lasting, when: When) -> bool:
    """A five-day course from Thursday to Wednesday."""
    if stated.unit != "D" or when.last - when.first > _LONGEST:
        return False
    return sum(calendar.weekday(day) < 5 for day in range(when.first, when.last + 1)) == stated.count


def _spoken(value: str, lengths: tuple[int, int]) -> str:
    """How long a range is, in words: in years where only these are known."""
    first, _, last = value.partition("/")
    if _YEARS.fullmatch(value):
        return f"{int(last) - int(first)} years"
    least, most = lengths
    days = f"{most} day" if most == 1 else f"{most} days"
    return days if least == most else f"{least} to {days}"
