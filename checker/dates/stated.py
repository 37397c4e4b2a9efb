"""The value of a form that names its year, and why there is no such day, if so."""

from __future__ import annotations

from checker.dates import calendar, values
from checker.dates.forms import Form
from checker.dates.frame import Point


def stated(form: Form, year: int) -> Point:
    if form.unit:
        return Point(values.year_value(year))
    if form.day is not None and form.month is not None:
        value = f"{values.month_value(year, form.month)}-{form.day:02d}"
        return Point(value + form.time, problem=problem(form, year))
    if form.month is not None:
        return Point(values.month_value(year, form.month))
    if form.part:
        return Point(f"{values.year_value(year)}-{form.part}")
    return Point(values.year_value(year))


def problem(form: Form, year: int | None) -> str:
    """Why there is no such day, if so. Until 1923 some country still counted by the Julian calendar."""
    assert form.month is not None
    assert form.day is not None
    name = calendar.MONTHS[form.month - 1]
    if year is None:
        longest = 29 if form.month == 2 else calendar.LENGTHS[form.month - 1]
        return (
            "" if form.day <= longest else f"{name} has {'at most 29' if form.month == 2 else longest} days"
        )
    if calendar.exists(year, form.month, form.day):
        return ""
    if year < 1924 and calendar.exists_julian(year, form.month, form.day):
        return ""
    length = calendar.days_in_month(year, form.month)
    return f"{name} {year} has {length} days" if form.month == 2 and year > 0 else f"{name} has {length} days"
