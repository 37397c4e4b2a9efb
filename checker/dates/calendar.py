"""Civil dates of any year as day numbers and back: month lengths, weekdays, ISO weeks, the Julian calendar.

Years are astronomical: 1 BC is 0, 44 BC is -43. Day 1 is 1 January of the year 1 in the proleptic
Gregorian calendar, as in ``datetime.date.toordinal``. The arithmetic is Howard Hinnant's
(``chrono-compatible low-level date algorithms``), with March as the first month of the year.
"""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_EPOCH = 305  # days from 1 March of the year 0 to 31 December of the year 0


def is_leap(year: int) -> bool:
    """Has the year a 29 February in the Gregorian calendar?"""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and is_leap(year) else LENGTHS[month - 1]


def number(year: int, month: int, day: int) -> int:
    """The day number of a Gregorian date. The date is taken as given: check it with ``exists``."""
    y = year - (month <= 2)
    return y * 365 + y // 4 - y // 100 + y // 400 + (153 * ((month + 9) % 12) + 2) // 5 + day - 1 - _EPOCH


def civil(day: int) -> tuple[int, int, int]:
    """The Gregorian year, month and day of a day number."""
    era, of_era = divmod(day + _EPOCH, 146097)
    years = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * years + years // 4 - years // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return years + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def exists(year: int, month: int, day: int) -> bool:
    """Is there such a day in the Gregorian calendar?"""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def exists_julian(year: int, month: int, day: int) -> bool:
    """Is there such a day in the Julian calendar, in which every fourth year is a leap year?"""
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= (29 if month == 2 and year % 4 == 0 else LENGTHS[month - 1])


def julian(year: int, month: int, day: int) -> int:
    """The day number of a date of the Julian calendar."""
    y = year - (month <= 2)
    return y * 365 + y // 4 + (153 * ((month + 9) % 12) + 2) // 5 + day - 1 - _EPOCH - 2


def weekday(day: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day - 1) % 7


def weekday_name(day: int) -> str:
    return WEEKDAYS[(day - 1) % 7]


def iso(day: int) -> str:
    """ISO 8601, with a minus sign and astronomical numbering before the year 1: 44 BC is ``-0043``."""
    year, month, of_month = civil(day)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{of_month:02d}"


def month_span(year: int, month: int) -> tuple[int, int]:
    """The first and last day of a month."""
    first = number(year, month, 1)
    return first, first + days_in_month(year, month) - 1


def year_span(first: int, last: int | None = None) -> tuple[int, int]:
    """The first day of one year and the last of another, or of the same."""
    return number(first, 1, 1), number((first if last is None else last) + 1, 1, 1) - 1


def easter(year: int) -> int:
    """Easter Sunday of the Western churches (the Gregorian computus of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * days) // 451
    month, day = divmod(moon + days - 7 * late + 114, 31)
    return number(year, month, day + 1)


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month so many months later."""
    years, index = divmod(month - 1 + months, 12)
    return year + years, index + 1


def week_start(year: int, week: int) -> int:
    """The Monday of an ISO week."""
    fourth = number(year, 1, 4)  # always in week 1
    return fourth - weekday(fourth) + 7 * (week - 1)


def iso_week(day: int) -> tuple[int, int]:
    """The ISO year and week of a day."""
    thursday = day - weekday(day) + 3
    year = civil(thursday)[0]
    return year, (thursday - number(year, 1, 1)) // 7 + 1
