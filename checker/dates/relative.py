"""The value of a point counted from another: last month, on Tuesday, three days later."""

from __future__ import annotations

import re

from checker.dates import calendar, values
from checker.dates.forms import Form
from checker.dates.frame import STEP, Frame
from checker.model import Basis, When

_OF_THE_WRITER = ("last", "next", "this")
_RECENT = 3  # years
_VAGUE = {"last": "PAST_REF", "previous": "PAST_REF", "next": "FUTURE_REF", "following": "FUTURE_REF"}


def vague(form: Form) -> str:
    if form.unit == "WD" and not form.anchor:
        return f"XXXX-WXX-{form.count + 1}"
    if form.shift is not None:
        return "PAST_REF" if form.shift < 0 else "FUTURE_REF" if form.shift > 0 else "PRESENT_REF"
    return _VAGUE.get(form.anchor, "PRESENT_REF")


def from_told(form: Form, frame: Frame) -> bool:
    """Is the form counted from what the text told last, not from the publication?"""
    if form.anchor == "published":
        return False
    if form.anchor in ("told", "following", "same", "that", "previous"):
        return frame.told.year is not None
    if frame.told.year is None:
        return False
    if _is_recent(frame) and (form.anchor in _OF_THE_WRITER or (form.unit == "WD" and not frame.told.day)):
        return False  # "last year" is the writer's in a tale of that year, and "on Friday" counts from a day
    return frame.narrative or (form.anchor == "the" and frame.day is None)


def _is_recent(frame: Frame) -> bool:
    """Does the text tell of years right before it was written? History is told from its own time."""
    if frame.day is None or frame.told.year is None:
        return False
    return abs(calendar.civil(frame.day)[0] - frame.told.year) <= _RECENT


def counted_within(form: Form, published: When) -> When | None:
    """The days of a form counted from a publication of which only a stretch is known."""
    if (
        form.anchor not in ("published", "last", "this", "next")
        or form.ordinal
        or form.unit not in ("D", "W", "M", "Y")
    ):
        return None
    step = form.shift if form.shift is not None else STEP[form.anchor]
    first, last = (
        values.interval(shifted(day, form.unit, step)) for day in (published.first, published.last)
    )
    basis: Basis = "estimated" if published.basis == "estimated" else "relative"
    return When(first[0], last[1], None, basis) if first and last else None


def base(frame: Frame, *, told: bool) -> tuple[int | None, str]:
    """The day counted from, and how precisely it is known: D, M or Y."""
    if not told:
        return frame.day, "D"
    t = frame.told
    if t.day is not None:
        return t.day, "D"
    if t.year is None:
        return frame.day, "D"
    if t.month is not None:
        return calendar.number(t.year, t.month, 1), "M"
    return calendar.number(t.year, 1, 1), "Y"


def weekday(form: Form, base: int, tense: str, *, narrative: bool) -> str:
    back = (calendar.weekday(base) - form.count) % 7
    ahead = (form.count - calendar.weekday(base)) % 7
    if form.anchor.startswith("week:"):
        step = STEP.get(form.anchor[5:], 0)
        return values.day_value(base - calendar.weekday(base) + 7 * step + form.count)
    if form.anchor in ("last", "previous"):
        return values.day_value(base - (back or 7))
    if form.anchor in ("next", "following"):
        return values.day_value(base + (ahead or 7))
    if narrative:
        return values.day_value(base + ahead) if form.anchor != "same" else values.day_value(base)
    if form.anchor == "this" or tense in ("future", "would", "scheduled"):
        return values.day_value(base + ahead)
    return values.day_value(base - back)


_PERIODS = {"month": "M", "quarter": "Q"}
_MONTH_OR_PART = re.compile(r"(\d{4})(-(?:\d\d(?!\d)|Q\d|H\d|S[PU]|FA|WI))?")


def year_before(frame: Frame, words: str) -> str:
    """The month, quarter or season told last, or else that of the publication, a year before."""
    told = frame.told.value or (values.day_value(frame.day) if frame.day is not None else "")
    unit = next((unit for word, unit in _PERIODS.items() if word in words), "")
    m = _MONTH_OR_PART.match(told)
    if frame.day is not None and m and unit == "Q" and not (m[2] or "").startswith("-Q"):
        return shifted(frame.day, "Q", -4)
    return f"{int(m[1]) - 1:04d}{m[2] or ''}" if m else ""


def shifted(base: int, unit: str, step: int, precision: str = "D") -> str:
    """The value of the day, week, month … so many steps from the one that ``base`` lies in."""
    year, month, _ = calendar.civil(base)
    if unit == "D":
        return values.day_value(base + step) if precision == "D" else ""
    if unit in ("W", "F"):
        if precision != "D":
            return ""
        return values.week_value(base + step * (14 if unit == "F" else 7))
    if unit == "WE":
        return values.week_value(base + 7 * step) + "-WE" if precision == "D" else ""
    if unit == "M":
        if precision == "Y":
            return ""
        return values.month_value(*calendar.add_months(year, month, step))
    if unit == "Q":
        if precision == "Y":
            return ""
        y, m = calendar.add_months(year, (month - 1) // 3 * 3 + 1, 3 * step)
        return f"{values.year_value(y)}-Q{(m - 1) // 3 + 1}"
    if unit == "Y":
        return values.year_value(year + step)
    if unit == "E":
        return f"{(year // 10 + step):03d}" if year + 10 * step > 0 else ""
    if unit == "C":
        return f"{(year // 100 + step):02d}" if year + 100 * step > 0 else ""
    return ""
