"""The time of the day that stands beside a day: "3.30 pm on Saturday", "the night of 5 May"."""

from __future__ import annotations

import re

from checker.dates.forms import Form
from checker.dates.groups import TIMES

_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_HALF = r"(?P<half>[AaPp])(?:\.[Mm]\.|\.?[Mm]\b)"
_SURE = (
    rf"(?:{_HOUR}(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF}"
    r"|(?P<word>noon|midnight|midday))"
)
_BARE = (
    r"(?P<hour2>[01]?\d|2[0-4])[:.](?P<minute2>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s?(?:hrs?|hours|h)\b\.?)?"
)
_ZONE = r"(?:\s\(?(?:UTC|GMT|[A-Z]{1,3}T|Z|local\stime|[A-Z][a-z]+\stime)\)?)?"
_LED = r"\b(?:[Aa]t|[Bb]y|[Aa]round|[Aa]bout|[Bb]efore|[Aa]fter|[Uu]ntil|[Tt]ill?|[Ff]rom|[Ss]ince|to)\s"
_BEFORE = re.compile(rf"(?:\b{_SURE}|{_LED}{_BARE}){_ZONE},?\s(?:on\s|of\s)?(?:the\s)?\Z")
_AFTER = re.compile(
    rf"(?:,?\s(?:(?:at|around|about|by|from|until)\s)?{_SURE}|,?\s(?:at|around|about|from|until)\s{_BARE}){_ZONE}"
)
_PART = re.compile(
    r"(?:the\s)?(?:early\s|late\s)?(?P<part>morning|afternoon|evening|night)\sof\s(?:the\s)?\Z"
)
_UP_TO = re.compile(r"[\dm.n]\s?(?:to|until|till|and|-|–)\s?\Z")
_WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
_REACH = 40


def set_clock(text: str, form: Form, floor: int, end: int) -> None:
    """Take the hour or the part of the day in front of a day or behind it into its form."""
    of_day = form.day is not None or (form.unit in ("D", "WD") and abs(form.shift or 0) < 2)
    if form.time or form.until or form.fixed or form.mod or not of_day:
        return
    begin = max(floor, form.start - _REACH)
    if form.start - begin > 4 and text[form.start - 1] == " ":
        m = _BEFORE.search(text, begin, form.start)
        if m is not None and _UP_TO.search(text, begin, _first(m)):
            return  # "from 8 to 11 a.m. on Friday" is that day
        if m is not None:
            form.start, form.time = _first(m), _time(m)
            return
        m = _PART.search(text, begin, form.start)
        if m is not None:
            form.start, form.time = m.start(), TIMES[m["part"]]
            return
    if form.end < end and text[form.end] in " ,":
        m = _AFTER.match(text, form.end, min(end, form.end + _REACH))
        if m is not None and not text[m.end() : m.end() + 1].isalnum():
            form.end, form.time = m.end(), _time(m)


def _first(m: re.Match[str]) -> int:
    """Where the hour begins: the preposition that led to it stays outside."""
    return min(at for at in (m.start("hour"), m.start("hour2"), m.start("word")) if at >= 0)


def _time(m: re.Match[str]) -> str:
    if m["word"]:
        return _WORDS[m["word"]]
    hour = int(m["hour"] or m["hour2"])
    if m["half"]:
        hour = hour % 12 + (12 if m["half"] in "Pp" else 0)
    return f"T{hour:02d}:{m['minute'] or m['minute2'] or '00'}"
