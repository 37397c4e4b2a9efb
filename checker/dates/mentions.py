"""Every date of an article as a mention: the words, the value, the days, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.dates import calendar, fallback, reader, relative, resolve, stretches, values
from checker.dates.estimate import estimate
from checker.dates.forms import Form
from checker.dates.found import Found, Stretch, find
from checker.dates.frame import Frame, Point
from checker.dates.mode import is_narrative
from checker.dates.order import settle
from checker.dates.tense import SHOWN
from checker.dates.triggers import triggers
from checker.model import END, Article, When


@dataclass(frozen=True, slots=True)
class Mention:
    """A date expression of the clean text. ``tense`` is past, present, future or empty.

    ``when`` is None when the days are not known. ``weekday`` and ``falls_on`` are English names, both empty
    unless the text states a weekday for a day that is known well enough to check it.
    """

    start: int
    end: int
    value: str
    type: str = "DATE"
    when: When | None = None
    alternatives: tuple[str, ...] = ()
    weekday: str = ""
    falls_on: str = ""
    problem: str = ""
    assumptions: tuple[str, ...] = ()
    tense: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The dates of an article, and its publication date with the words it comes from."""

    mentions: tuple[Mention, ...]
    published: When | None
    dated_by: str


def read(article: Article, sentences: Sequence[Stretch]) -> Reading:
    """The date mentions of an article, in order, and when it was published or seems to have been."""
    text = article.text
    found = find(text, sentences)
    published, dated_by = article.source.published, article.source.dated_by
    if published is None:
        published, dated_by = estimate(text, found, article.speech)
    settle([one.form for one in found], published)
    frame = Frame(published, is_narrative(text, [one.form for one in found], published))
    mentions = tuple(_mention(text, one, frame) for one in found)
    return Reading(mentions, published, dated_by)


def _mention(text: str, one: Found, frame: Frame) -> Mention:
    form = one.form
    words = text[form.start : form.end]
    point = resolve.point(form, frame, one.tense, words)
    if form.until is not None:
        return _range(form, point, one, frame, words)
    shown = SHOWN.get(one.tense, "")
    when = stretches.when(point, form) if not point.problem else None
    if form.type == "DATE" and form.lead == "since" and when is not None:
        when = _since(when, point, frame)
    if (
        when is None
        and frame.published is not None
        and frame.published.basis == "estimated"
        and not frame.narrative
    ):
        when = relative.estimated(form, frame.published)
        if when is not None:
            point.assumptions = (f"the publication date, from which '{words}' is counted, is estimated",)
    alternatives: tuple[str, ...] = ()
    if form.other is not None and form.year is not None:
        point, when, alternatives = _either(form, point, when, frame)
    weekday, falls_on = _weekday(form, point, frame)
    if form.type == "DATE" and not point.problem and not form.fixed and _tells(one, frame):
        frame.told.note(point.value, form.mod)
    elif form.year is not None:
        frame.told.named = form.year
    kind = form.type
    if "T" in point.value and kind == "DATE" and point.value[:1].isdigit():
        kind = "TIME"
    return Mention(
        form.start, form.end, point.value, kind, when, alternatives, weekday, falls_on, point.problem,
        point.assumptions, shown,
    )  # fmt: skip


def _tells(one: Found, frame: Frame) -> bool:
    """Does the story move to this date? A year in passing ("the largest since 1813") does not move it."""
    form = one.form
    if form.anchor in ("last", "previous", "published") or (form.shift or 0) < 0:
        return not frame.narrative
    if (form.lead in ("since", "until") or one.passing) and not one.opens:
        return False
    if form.year is None or frame.told.year is None or form.month is not None or form.part:
        return True
    return one.opens or 0 <= form.year - frame.told.year <= 1


def _since(when: When, point: Point, frame: Frame) -> When:
    """Since then and until the article was published, at least."""
    published = frame.published
    span = values.interval(point.value)
    if published is None or span is None or frame.narrative or span[1] > published.first:
        return when
    return When(when.first, END, (span[1], published.first), when.basis)


def _either(
    form: Form, point: Point, when: When | None, frame: Frame
) -> tuple[Point, When | None, tuple[str, ...]]:
    assert form.other is not None
    assert form.year is not None
    month, day = form.other
    swapped = resolve.point(Form(form.start, form.end, form.year, month, day), frame, "", "")
    other = stretches.when(swapped, form)
    if other is None:
        return point, when, ()
    if when is None:
        return swapped, other, ()
    hull = When(min(when.first, other.first), max(when.last, other.last), None, "stated")
    return point, hull, (point.value, swapped.value)


def _range(form: Form, first: Point, one: Found, frame: Frame, words: str) -> Mention:
    until = form.until
    assert until is not None
    shown = SHOWN.get(one.tense, "")
    if until.fixed == "PRESENT_REF":
        begin = stretches.when(first, Form(form.start, form.end, mod=form.mod))
        span = begin and _since(When(begin.first, END, None, first.basis), first, frame)
        frame.told.note(first.value)
        return Mention(form.start, form.end, f"{first.value}/PRESENT_REF", "DATE", span, tense=shown)
    _share(form, until)
    first = resolve.point(form, frame, one.tense, words)
    last = _end(form, until, first, frame, one.tense, words)
    frame.told.note(first.value)
    begin, end = stretches.when(first, form), stretches.when(last, until)
    when = stretches.stretch(begin, end) if begin and end else None
    problem = first.problem or last.problem
    weekday, falls_on = _weekday(form, first, frame)
    if weekday == falls_on and until.weekday is not None:
        weekday, falls_on = _weekday(until, last, frame)
    if until.month is not None:  # "in the years 1973 to 1975" tells of 1973 first
        frame.told.note(last.value)
    assumptions = tuple(dict.fromkeys((*first.assumptions, *last.assumptions)))
    return Mention(
        form.start, form.end, f"{first.value}/{last.value}", "DATE", None if problem else when, (), weekday,
        falls_on, problem, assumptions, shown,
    )  # fmt: skip


def _end(form: Form, until: Form, first: Point, frame: Frame, tense: str, words: str) -> Point:
    """The last point of a range; where neither end names its year, it follows on the first."""
    span = values.interval(first.value)
    if form.year is not None or until.year is not None or until.month is None or span is None:
        return resolve.point(until, frame, tense, words)
    year = calendar.civil(span[0])[0]
    if form.month is not None and until.month < form.month:
        year += 1
    last = resolve.point(replace(until, year=year), frame, tense, words)
    return Point(last.value, first.basis, first.assumptions, last.problem)


def _share(first: Form, last: Form) -> None:
    """Give each end of a range the year that only the other states."""
    if first.year is None and last.year is not None and not first.coarse:
        first.year = last.year
        if first.month is not None and last.month is not None and first.month > last.month:
            first.year -= 1
        return
    if last.year is None and first.year is not None and last.month is not None:
        last.year = first.year
        if first.month is not None and first.month > last.month:
            last.year += 1


_NEAR = 60  # days


def _weekday(form: Form, point: Point, frame: Frame) -> tuple[str, str]:
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
        return "", ""  # so far off another year may be meant
    if form.weekday != calendar.weekday(day):
        year, month, of_month = calendar.civil(day)
        if year < 1930 and calendar.weekday(calendar.julian(year, month, of_month)) == form.weekday:
            return "", ""
    return calendar.WEEKDAYS[form.weekday], calendar.weekday_name(day)


def absolute(text: str) -> When | None:
    """The days of a string that is one absolute date and nothing else, such as "Apr 9, 2021"; or None."""
    text = text.strip()
    if not text or len(text) > 100:
        return None
    return _absolute(text) or _absolute(_TIME.sub("", text)) or fallback.absolute(text)


# What stands after the day in headers and by-lines: "10:00 AM IST", "at 17:45 +0530".
_TIME = re.compile(
    r"(?:\s?[,|–-]|\sat)?\s\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?\(?(?:[A-Z]{1,5}|[+-]\d\d:?\d\d)\)?){0,2}\Z"
)


def _absolute(text: str) -> When | None:
    forms = reader.read(text, 0, len(text), triggers(text))
    if len(forms) != 1 or forms[0].start > 0 or forms[0].end < len(text):
        return None
    form = forms[0]
    if form.year is None or form.unit or form.until or form.fixed or form.mod or form.anchor:
        return None
    return _mention(text, Found(form, ""), Frame()).when
