"""Claims that a range of dates runs backwards as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.dates import Mention, calendar, values
from checker.extract.reading import Reading
from checker.model import Reversal
from checker.text.sentences import Sentence
from checker.text.trie import compile_words
from checker.vocab import load

_NUMERIC = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")  # its order of day and month may be either
_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in calendar.MONTHS)})\.?"
_TO = r"\s?(?:[-–]|\bto\b|\buntil\b)\s?"
# "from 10 to 7 April 2021", "(April 10-7, 2021"; a pair of numbers elsewhere may be a score.
_DAYS = re.compile(
    rf"(?:\b(?P<lead>from|on|held|dates?:?)\s|\()(?:the\s)?(?:"
    rf"(?P<a>\d{{1,2}})(?:st|nd|rd|th)?{_TO}(?P<b>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?![a-z])"
    rf"|{_MONTH.replace('month', 'month2')}\s(?P<a2>\d{{1,2}}){_TO}(?P<b2>\d{{1,2}})"
    r"(?![\w%]|[.,]\d|\s(?:of\s)?[A-Z][a-z]{2}|\sp(?:er\s?)?c))"
    rf"(?:,?\s(?P<year>[12]\d{{3}})(?!\w))?"
)
# "in 1998-97": what is no year of the next century and no month.
_SHORT = re.compile(
    r"(?:\b(?:[Ii]n|[Ff]rom|[Dd]uring|[Ss]ince|years?|seasons?|of)\s(?:the\s)?|\()"
    r"(?P<years>(?P<y>[12]\d{3})\s?[-–/]\s?(?P<s>\d\d))(?![\w/-]|[.,]\d)"
)
_NO_YEARS = re.compile(
    r"\b(?:pages?|pp?\.|nos?\.|numbers?|lines|verses|items?|rooms?|flights?)\s\Z", re.IGNORECASE
)
_HOURS = re.compile(r"\b(?:hours?|daily|o'clock|degrees|temperatures?|[ap]\.?m)\b", re.IGNORECASE)
_OPENS, _CLOSES = range(8, 11), range(4, 7)  # hours of shops and offices
_PAIR = re.compile(r"\d(?:st|nd|rd|th)?\s?(?:[-–/]|to|until)\s?\d")
# Numbers of no days: "fell from 14 to 12".
_CHANGES = re.compile(
    r"\b(?:bought|climbed|cut|down|dropp\w+|fall\w*|fell|gr[eo]w\w*|ros[ei]\w*|ris\w+|shr[aiu]nk\w*|slid|sold|up|went)\b"
)
_LEAP = 2000  # stands for a year that is not told
_ROLLS = 20  # years back from which a short year is not that of the next century
_FEWEST_WORDS = 4


def extract(reading: Reading) -> Iterator[Reversal]:
    """One claim for each range that ends before it begins; ends of which the order is unknown have none."""
    text = reading.article.text
    ranges = any("/" in mention.value for mention in reading.dates.mentions)
    paired = {sentence.start for sentence in reading.holding(_PAIR)}
    for sentence in reading.sentences if ranges or paired else ():
        inside = [m for m in reading.dates_in(sentence.start, sentence.end) if "/" in m.value]
        found = [*_whole(text, inside)]
        if sentence.start in paired:
            found += (*_days(text, sentence), *_short(text, sentence))
        if not found or _is_list(text, sentence) or _moved().search(text, sentence.start, sentence.end):
            continue
        for start, end, begins, ends, assumptions in found:
            yield Reversal(**reading.place(start, end), begins=begins, ends=ends, assumptions=assumptions)


Found = tuple[int, int, str, str, tuple[str, ...]]


@cache
def _moved() -> re.Pattern[str]:
    words = load("times")["reversal"]["moved"]
    return compile_words([*words, *(word.capitalize() for word in words)])


def _is_list(text: str, sentence: Sentence) -> bool:
    """Menus, headings and rows of tables may list the newest first."""
    if sentence.block.kind in ("title", "heading", "row"):
        return True
    return len(text[sentence.start : sentence.end].split()) < _FEWEST_WORDS


def _whole(text: str, mentions: list[Mention]) -> Iterator[Found]:
    """Ranges whose ends are dates of their own: "from 10 April to 7 April 2021", "1945-1939"."""
    for mention in mentions:
        begins, _, ends = mention.value.partition("/")
        words = text[mention.start : mention.end]
        if mention.when is not None or mention.problem or mention.alternatives or _NUMERIC.search(words):
            continue
        if _NO_YEARS.search(text, max(0, mention.start - 12), mention.start):
            continue
        if ends.startswith("BC") and not begins.startswith("BC"):
            continue  # "1200 to 800 BC"
        if "XXXX" in begins and begins[:7] != ends[:7]:
            continue  # "November to March": the year is not known to be one
        first, last = _interval(begins), _interval(ends)
        if first and last and last[1] < first[0]:
            yield mention.start, mention.end, begins, ends, mention.assumptions


def _interval(value: str) -> tuple[int, int] | None:
    """The days of a value; one without a year is taken as of a leap year."""
    return values.interval(value.replace("XXXX", "2000"))


def _days(text: str, sentence: Sentence) -> Iterator[Found]:
    if _HOURS.search(text, sentence.start, sentence.end):
        return
    for match in _DAYS.finditer(text, sentence.start, sentence.end):
        first, last = int(match["a"] or match["a2"]), int(match["b"] or match["b2"])
        name = (match["month"] or match["month2"])[:3]
        month = next(i for i, known in enumerate(calendar.MONTHS, 1) if known.startswith(name))
        if not match["year"] and (
            match["lead"] != "from" or _CHANGES.search(text, sentence.start, match.start())
        ):
            continue
        year = int(match["year"] or _LEAP)
        if match["a"] and first in _OPENS and last in _CLOSES:
            continue  # "from 9 to 5"
        if last < first and calendar.exists(year, month, first) and calendar.exists(year, month, last):
            value = values.month_value(year, month) if match["year"] else f"XXXX-{month:02d}"
            start = min(i for i in (match.start("a"), match.start("month2")) if i >= 0)
            yield start, match.end(), f"{value}-{first:02d}", f"{value}-{last:02d}", ()


def _short(text: str, sentence: Sentence) -> Iterator[Found]:
    for match in _SHORT.finditer(text, sentence.start, sentence.end):
        year, short = int(match["y"]), int(match["s"])
        last = year - year % 100 + short
        if short > 12 and year - _ROLLS < last < year:
            told = f"“{match['years']}” stands for {year} to {last}"
            yield match.start("years"), match.end("years"), str(year), str(last), (told,)
