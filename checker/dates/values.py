"""The days that a TIMEX3-style value stands for, and the values of years, months and days."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.dates import calendar

# Months in which a season of the value's year may fall, with room for the weather's and the almanac's
# reckoning in the northern half of the earth; winter runs into the following year.
_PARTS = {
    "SP": ((3, 1), (6, 21)),
    "SU": ((6, 1), (9, 22)),
    "FA": ((9, 1), (12, 21)),
    "WI": ((1, 1), (15, 31)),
    "H1": ((1, 1), (6, 30)),
    "H2": ((7, 1), (12, 31)),
    "Q1": ((1, 1), (3, 31)),
    "Q2": ((4, 1), (6, 30)),
    "Q3": ((7, 1), (9, 30)),
    "Q4": ((10, 1), (12, 31)),
}

_VALUE = re.compile(
    r"(?P<bc>BC)?(?:(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|(?P<part>S[PU]|FA|WI|H[12]|Q[1-4])"
    r"|W(?P<week>\d\d)(?P<weekend>-WE)?))?(?:T[\w:.+-]*)?|(?P<decade>\d{3})|(?P<century>\d\d))\Z"
)


def year_value(year: int) -> str:
    """``2009``, or ``BC0044`` for the astronomical year -43."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def month_value(year: int, month: int) -> str:
    return f"{year_value(year)}-{month:02d}"


def day_value(day: int) -> str:
    """``2021-04-09`` of a day number."""
    year, month, of_month = calendar.civil(day)
    return f"{year_value(year)}-{month:02d}-{of_month:02d}"


def week_value(day: int) -> str:
    """``2021-W14``, the ISO week of a day."""
    year, week = calendar.iso_week(day)
    return f"{year_value(year)}-W{week:02d}"


@lru_cache(maxsize=4096)
def interval(value: str) -> tuple[int, int] | None:
    """The first and last day that a value may mean, or None when it is no stretch of the calendar.

    ``199`` is a decade, ``18`` the nineteenth century, ``A/B`` reaches from A's first to B's last day.
    """
    before, slash, after = value.partition("/")
    if slash:
        first, last = interval(before), interval(after)
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    m = _VALUE.match(value)
    if m is None:
        return None
    if m["year"] is None:
        return _coarse(m["decade"] or m["century"], bc=m["bc"] is not None)
    year = 1 - int(m["year"]) if m["bc"] else int(m["year"])
    if m["month"]:
        return _in_month(year, int(m["month"]), m["day"])
    if m["part"]:
        return _in_part(year, m["part"])
    if m["week"]:
        monday = calendar.week_start(year, int(m["week"]))
        return (monday + 5, monday + 6) if m["weekend"] else (monday, monday + 6)
    return calendar.year_span(year)


def _in_month(year: int, month: int, day: str | None) -> tuple[int, int] | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return calendar.month_span(year, month)
    if not calendar.exists(year, month, int(day)):
        return None
    number = calendar.number(year, month, int(day))
    return number, number


def _in_part(year: int, part: str) -> tuple[int, int]:
    (from_month, from_day), (to_month, to_day) = _PARTS[part]
    years, month = calendar.add_months(year, 1, to_month - 1)
    return calendar.number(year, from_month, from_day), calendar.number(years, month, to_day)


def _coarse(digits: str, *, bc: bool) -> tuple[int, int]:
    size = 10 if len(digits) == 3 else 100
    start = int(digits) * size
    if not bc:
        # a century may be counted from its year 0 or from its year 1
        return calendar.year_span(start, start + size - (1 if size == 10 else 0))
    if size == 10:
        return calendar.year_span(1 - start - 9, 1 - start)
    return calendar.year_span(1 - start - 100, -start)
