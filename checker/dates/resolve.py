"""Which days a form means, its missing parts filled in from the publication date or from what was told."""

from __future__ import annotations

from checker.dates import calendar, relative, values
from checker.dates.forms import Form
from checker.dates.frame import STEP, Frame, Point, counted
from checker.dates.stated import stated
from checker.dates.yearless import feast, yearless


def point(form: Form, frame: Frame, tense: str, words: str) -> Point:
    """The value of a form. ``words`` is the expression, for the assumptions."""
    if form.fixed:
        return Point(form.fixed, "unknown")
    if form.coarse:
        return Point(form.coarse)
    if form.feast:
        return feast(form, frame, tense, words)
    if form.unit or (form.anchor and form.month is None and not form.part and form.day is None):
        return _relative(form, frame, tense, words)
    if form.year is not None:
        return stated(form, form.year)
    return yearless(form, frame, tense, words)


def _relative(form: Form, frame: Frame, tense: str, words: str) -> Point:
    if form.ordinal:
        return _week_of_month(form, frame, tense, words)
    told = relative.from_told(form, frame)
    if form.anchor == "published" and form.day is not None and frame.day is not None:
        return _numbered(form, frame.day, words, frame)
    start, precision = relative.base(frame, told=told)
    if start is None:
        return Point(relative.vague(form), "unknown")
    if form.unit == "YB":
        value = relative.year_before(frame, words)
    elif form.unit == "WD":
        value = relative.weekday(form, start, tense, narrative=told)
    elif form.part or form.month is not None:
        return yearless(form, frame, tense, words)
    else:
        step = form.shift if form.shift is not None else STEP.get(form.anchor, 0)
        value = relative.shifted(start, form.unit, step, precision)
    if not value:
        return Point(relative.vague(form), "unknown")
    if form.unit == "Y" and form.mod in ("H1", "H2") and value.isdigit():
        value += "-" + form.mod
    if form.time:
        value += form.time
    return Point(value, "relative", (counted(words, frame, start),))


def _numbered(form: Form, day: int, words: str, frame: Frame) -> Point:
    """ "Today (27)": the 27th nearest to the day that the word means, a few days off at most."""
    meant = day + (form.shift or 0)
    near = sorted(range(meant - 3, meant + 4), key=lambda other: (abs(other - meant), other))
    found = next((other for other in near if calendar.civil(other)[2] == form.day), meant)
    return Point(values.day_value(found) + form.time, "relative", (counted(words, frame, day),))


def _week_of_month(form: Form, frame: Frame, tense: str, words: str) -> Point:
    bare = Form(form.start, form.end, form.year, form.month, anchor=form.anchor)
    whole = stated(bare, form.year) if form.year is not None else yearless(bare, frame, tense, words)
    span = values.interval(whole.value)
    if span is None:
        return whole
    first, last = span
    if form.unit == "WD":
        start = first + (form.count - calendar.weekday(first)) % 7
        days = list(range(start, last + 1, 7))
        if form.ordinal > len(days):
            return whole
        day = days[-1] if form.ordinal < 0 else days[form.ordinal - 1]
        return Point(values.day_value(day), whole.basis, whole.assumptions)
    if form.unit == "W":
        middle = last - 3 if form.ordinal < 0 else min(first + 7 * form.ordinal - 4, last)
        return Point(values.week_value(middle), whole.basis, whole.assumptions)
    return whole
