"""How many years ago was what has an anniversary? "The tenth anniversary of the fire", "its centenary"."""

from __future__ import annotations

from checker.dates import calendar, words
from checker.extract.reading import Reading
from checker.model import When
from checker.text.tokens import Token

NOUNS = frozenset(("anniversary", "birthday", "jubilee"))
CENTURIES = {
    "centenary": 100, "centennial": 100, "sesquicentennial": 150, "bicentenary": 200, "bicentennial": 200,
    "tercentenary": 300, "tricentennial": 300, "quincentenary": 500, "millennium": 1000,
}  # fmt: skip


def ordinal(word: str) -> int:
    """ "10th", "tenth" as a number; 0 of any other word."""
    if word[:1].isdigit():
        return int(word[:-2]) if word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th") else 0
    found: dict[str, int] = words.table("ordinals")
    return found.get(word) or _TENTHS.get(word, 0)


def is_anniversary(word: str) -> bool:
    return word in NOUNS or word in CENTURIES


def years_told(row: list[Token], i: int) -> int:
    """Which anniversary the noun at token ``i`` is told to be; 0 if it is not told."""
    if row[i].low in CENTURIES:
        return CENTURIES[row[i].low]
    if row[i].low not in NOUNS or i == 0:
        return 0
    if row[i - 1].low == "year" and i > 1:  # "50-year anniversary"
        said = row[i - 3].low if row[i - 2].text == "-" and i > 2 else row[i - 2].low
        return int(said) if said.isdigit() else 0
    found = ordinal(row[i - 1].low)
    if found and i > 2 and row[i - 2].text == "-" and row[i - 1].low in _UNITS:
        return found + _TENS.get(row[i - 3].low, 0)  # "thirty-fifth"
    return found


_UNITS = frozenset("first second third fourth fifth sixth seventh eighth ninth".split())
_TENS = {
    word: 10 * tens
    for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}


_TENTHS = {f"{word[:-1]}ieth": tens for word, tens in _TENS.items()} | {"hundredth": 100}


def around(reading: Reading, years: int, days: int) -> When | None:
    """The day so many years before publication, give or take some days; None of articles without a day."""
    published = reading.dates.published
    if not years or published is None or published.last - published.first > days:
        return None
    year, month, day = calendar.civil(published.first)
    if year - years < 1:
        return None
    then = calendar.number(year - years, month, min(day, calendar.days_in_month(year - years, month)))
    return When(then - days, then + days, basis="relative")
