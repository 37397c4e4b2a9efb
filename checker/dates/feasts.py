"""The days of feasts: fixed ones, those counted from Easter, and those on a certain weekday of a month."""

from __future__ import annotations

from checker.dates import calendar, words

Reading = tuple[int, ...]


def readings(name: str) -> list[Reading]:
    """What a name may stand for: month and day; 0 and days after Easter; or month, which one, weekday."""
    found = words.table("named")[name]
    return [tuple(one) for one in found] if isinstance(found[0], list) else [tuple(found)]


def fixed(name: str) -> tuple[int, int] | None:
    """Month and day of a feast that never moves."""
    first = readings(name)[0]
    return (first[0], first[1]) if len(first) == 2 and first[0] else None


def day(reading: Reading, year: int) -> tuple[int, int]:
    """Month and day of a feast in a year; the last weekday of a month is the one of number -1."""
    month, which = reading[:2]
    if not month:
        return calendar.civil(calendar.easter(year) + which)[1:]
    if len(reading) == 2:
        return month, which
    first, last = calendar.month_span(year, month)
    days = range(first + (reading[2] - calendar.weekday(first)) % 7, last + 1, 7)
    return calendar.civil(days[which if which < 0 else which - 1])[1:]
