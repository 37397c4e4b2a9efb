"""Whether the numeric dates of an article put the day or the month first."""

from __future__ import annotations

from collections.abc import Iterable

from checker.dates import calendar
from checker.dates.forms import Form
from checker.model import DayOrder, When


def settle(forms: Iterable[Form], published: When | None, preferred: DayOrder | None = None) -> None:
    """Read each doubtful numeric date as the article's clear ones, or as its publication date.

    What stays doubtful is read in the ``preferred`` order; without one it keeps its second reading.
    """
    forms = [each for form in forms for each in (form, form.until) if each is not None]
    orders = {form.order for form in forms if form.order}
    for form in forms:
        if form.other is None or form.year is None or form.month is None or form.day is None:
            continue
        if len(orders) == 1:
            if orders == {"dmy"}:
                form.month, form.day = form.other
            form.other = None
        elif published is not None and published.sure:
            first = abs(calendar.number(form.year, form.month, form.day) - published.first) <= 1
            second = abs(calendar.number(form.year, *form.other) - published.first) <= 1
            if second and not first:
                form.month, form.day = form.other
            if first != second:
                form.other = None
        if form.other is not None and preferred is not None:
            if preferred == "dmy":
                form.month, form.day = form.other
            form.other = None
