"""The days of a resolved form: its value with modifier, preposition and slack applied."""

from __future__ import annotations

from checker.dates import values
from checker.dates.forms import Form
from checker.dates.frame import Point
from checker.model import BEGINNING, END, Basis, When

# How far off "about" may be, in days, for stretches shorter than so many days.
_ROOM = ((1, 3), (32, 31), (367, 5 * 366), (10**9, 3660))


def when(point: Point, form: Form) -> When | None:
    """The stretch of days of a resolved form, its modifier, lead and slack applied."""
    span = values.interval(point.value)
    if span is None:
        return None
    if point.value.endswith("TNI"):
        span = span[0], span[1] + 1  # the small hours are those of the next day
    first, last = _modified(span, form)
    lead = form.lead
    if lead == "since":
        return When(first, END, None, point.basis)
    if lead in ("until", "by"):
        return When(BEGINNING, last, None, point.basis)
    if lead == "before":
        return When(BEGINNING, last, None, point.basis)
    if lead == "after":
        return When(first, END, None, point.basis)
    if lead == "about":
        room = next(days for length, days in _ROOM if last - first < length)
        return When(first - room, last + room, None, point.basis)
    return When(first, last, None, point.basis)


def _modified(span: tuple[int, int], form: Form) -> tuple[int, int]:
    first, last = span
    length = last - first + 1
    if length < 5 or not form.mod:
        return span
    if form.mod == "fiscal":
        return first - 184, last + 181
    if form.mod == "turn":
        room = min(length // 10, 3653)
        return first - room, first + room
    if form.mod in ("early", "H1"):
        return first, first + length * 3 // 5
    if form.mod in ("late", "H2"):
        return last - length * 3 // 5, last
    if form.mod == "mid":
        return first + length // 5, last - length // 5
    return span


def stretch(first: When, last: When) -> When | None:
    """From one point to another: sure from the end of the first to the beginning of the last."""
    if first.first > last.last:
        return None
    sure = (first.last, last.first) if first.last <= last.first else None
    basis: Basis = "stated" if first.basis == last.basis == "stated" else "relative"
    return When(first.first, last.last, sure, basis)
