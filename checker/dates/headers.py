"""The date of a string that is one date and nothing else: headers, by-lines, metadata."""

from __future__ import annotations

import re

from checker.dates import fallback, order, reader, resolve, stretches
from checker.dates.frame import Frame
from checker.dates.mentions import either
from checker.dates.triggers import triggers
from checker.model import DayOrder, When
from checker.text.words import letters

# What stands after the day in headers and by-lines: "10:00 AM IST", "at 17:45 +0530".
_TIME = re.compile(
    r"(?:\s?[,|–-]|\sat)?\s\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?\(?(?:[A-Z]{1,5}|[+-]\d\d:?\d\d)\)?){0,2}\Z"
)


def absolute(text: str, preferred: DayOrder | None = None) -> When | None:
    """The days of a string that is one absolute date and nothing else, such as "Apr 9, 2021"; or None.

    "04/05/2021" is some day from the one to the other, unless an order is preferred.
    """
    text = text.strip()
    if not text or len(text) > 100:
        return None
    return _absolute(text, preferred) or _absolute(_TIME.sub("", text), preferred) or fallback.absolute(text)


def _absolute(text: str, preferred: DayOrder | None) -> When | None:
    forms = reader.read(text, 0, len(text), triggers(text, letters(text).split()))
    if len(forms) != 1 or forms[0].start > 0 or forms[0].end < len(text):
        return None
    form = forms[0]
    if form.year is None or form.unit or form.until or form.fixed or form.mod or form.anchor:
        return None
    order.settle(forms, None, preferred)
    point = resolve.point(form, Frame(), "", text)
    when = None if point.problem else stretches.when(point, form)
    return either(form, point, when, Frame())[1] if form.other else when
