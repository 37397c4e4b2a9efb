"""Whether an article tells history, with dates that go by the story, or news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.dates import calendar
from checker.dates.forms import Form
from checker.model import When

_PERSONAL = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Yy]ou|[Yy]our)\b")
_CHARACTERS_A_WORD = 6
_MOST_PERSONAL = 0.007  # of the words


def is_narrative(text: str, forms: Sequence[Form], published: When | None) -> bool:
    """History names many years long past, hardly ever counts from its own day, and speaks of no "we"."""
    now = calendar.civil(published.first)[0] if published else None
    old = recent = near = 0
    for form in forms:
        if form.year is not None:
            if now is not None and form.year >= now:
                recent += 1
            else:
                old += 1
        elif _counts_from_now(form):
            near += 1
    many = old >= 3 and old > 3 * near if now is None else old >= 4 and old > 2 * recent + 2 * near
    return many and not _personal(text)


def _counts_from_now(form: Form) -> bool:
    if form.anchor == "published" or (form.unit == "WD" and not form.fixed):
        return True
    return form.anchor in ("last", "this", "next") and form.unit in ("D", "W", "M", "Y")


def _personal(text: str) -> bool:
    words = len(text) / _CHARACTERS_A_WORD
    return sum(1 for _ in _PERSONAL.finditer(text)) > max(2, words * _MOST_PERSONAL)
