"""Mentions of a stretch of time: from one point to another, or since one."""

from __future__ import annotations

from dataclasses import replace

from checker.dates import calendar, resolve, stretches, values
from checker.dates.forms import Form
from checker.dates.found import Found
from checker.dates.frame import Frame, Point
from checker.dates.reading import Mention
from checker.dates.tense import SHOWN
from checker.dates.weekdays import stated_weekday
from checker.model import END, When


def span(form: Form, first: Point, one: Found, frame: Frame, words: str) -> Mention:
    """The mention of a form with an end of its own. ``first`` is the point of its beginning."""
    until = form.until
    assert until is not None
    shown = SHOWN.get(one.tense, "")
    if until.fixed == "PRESENT_REF":
        begin = stretches.when(first, Form(form.start, form.end, mod=form.mod))
        span = begin and since(When(begin.first, END, None, first.basis), first, frame)
        frame.told.note(first.value)
        return Mention(form.start, form.end, f"{first.value}/PRESENT_REF", "DATE", span, tense=shown)
    if form.unit == "WD" and (one.tense in ("present", "") or (frame.day is None and not frame.narrative)):
        value = f"XXXX-WXX-{form.count + 1}/XXXX-WXX-{until.count + 1}"
        return Mention(form.start, form.end, value, "SET", tense=shown)
    _share(form, until)
    first = _start(form, until, frame, one.tense, words)
    last = _end(form, until, first, frame, one.tense, words)
    frame.told.note(first.value)
    begin, end = stretches.when(first, form), stretches.when(last, until)
    when = stretches.stretch(begin, end) if begin and end else None
    problem = first.problem or last.problem
    weekday, falls_on = stated_weekday(form, first, frame)
    if weekday == falls_on and until.weekday is not None:
        weekday, falls_on = stated_weekday(until, last, frame)
    if until.month is not None:  # "in the years 1973 to 1975" tells of 1973 first
        frame.told.note(last.value)
    assumptions = tuple(dict.fromkeys((*first.assumptions, *last.assumptions)))
    return Mention(
        form.start, form.end, f"{first.value}/{last.value}", "DATE", None if problem else when, (), weekday,
        falls_on, problem, assumptions, shown,
    )  # fmt: skip


def _start(form: Form, until: Form, frame: Frame, tense: str, words: str) -> Point:
    """The first point of a range; a winter's range in a story of spring began the year before."""
    told = frame.told
    over = form.month and until.month and form.month > until.month and form.year is None
    if frame.narrative and over and told.year and told.month and told.month < (form.month or 0):
        first = resolve.point(replace(form, year=told.year - 1), frame, tense, words)
        return Point(first.value, "relative", (f"'{words}' is counted from the date told before it",))
    return resolve.point(form, frame, tense, words)


def _end(form: Form, until: Form, first: Point, frame: Frame, tense: str, words: str) -> Point:
    """The last point of a range; where neither end names its year, it follows on the first."""
    span = values.interval(first.value)
    if until.unit == "WD" and span is not None:
        day = span[0] + (until.count - calendar.weekday(span[0]) - 1) % 7 + 1
        return Point(values.day_value(day), first.basis, first.assumptions)
    if form.year is not None or until.year is not None or until.month is None or span is None:
        return resolve.point(until, frame, tense, words)
    year = calendar.civil(span[0])[0]
    if form.month is not None and until.month < form.month:
        year += 1
    last = resolve.point(replace(until, year=year), frame, tense, words)
    return Point(last.value, first.basis, first.assumptions, last.problem)


def _share(first: Form, last: Form) -> None:
    """Give each end of a range the year that only the other states."""
    if first.year is not None and last.year is not None and last.year <= 0 and first.year >= 1000:
        first.year = 1 - first.year  # "1550 to 1525 BC"
    if first.year is None and last.year is not None and not first.coarse:
        first.year = last.year
        if first.month is not None and last.month is not None and first.month > last.month:
            first.year -= 1
        return
    if last.year is None and first.year is not None and last.month is not None:
        last.year = first.year
        if first.month is not None and first.month > last.month:
            last.year += 1


def since(when: When, point: Point, frame: Frame) -> When:
    """Since then and until the article was published, at least."""
    published = frame.published
    span = values.interval(point.value)
    if published is None or span is None or frame.narrative or span[1] > published.first:
        return when
    return When(when.first, END, (span[1], published.first), when.basis)
