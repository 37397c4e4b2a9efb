"""Whether a weekday that the text states belongs to its day."""

from __future__ import annotations

from checker.dates import calendar, values
from checker.dates.forms import Form
from checker.dates.frame import Frame, Point

_NEAR = 60  # days
_AHEAD = 200  # days, of what is told to come


def stated_weekday(form: Form, point: Point, frame: Frame, tense: str = "") -> tuple[str, str]:
    """The weekday stated and the one of the calendar; empty when either is not known."""
    if form.weekday is None or form.day is None or form.month is None or point.problem or form.other:
        return "", ""
    span = values.interval(point.value)
    if span is None or span[0] != span[1]:
        return "", ""
    if form.year is None and (frame.narrative or frame.day is None):
        return "", ""
    day = span[0]
    if form.year is None and frame.day is not None and abs(day - frame.day) > _NEAR:
        ahead = tense in ("future", "scheduled") and 0 < day - frame.day <= _AHEAD
        if not ahead:
            return "", ""  # so far off another year may be meant
    if form.weekday != calendar.weekday(day):
        year, month, of_month = calendar.civil(day)
        if year < 1930 and calendar.weekday(calendar.julian(year, month, of_month)) == form.weekday:
            return "", ""
    return calendar.WEEKDAYS[form.weekday], calendar.weekday_name(day)
