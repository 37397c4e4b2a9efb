"""Whether an article tells history, with dates that go by the story, or news."""

from __future__ import annotations

from collections.abc import Sequence

from checker.dates import calendar
from checker.dates.forms import Form
from checker.model import When


def is_narrative(forms: Sequence[Form], published: When | None) -> bool:
    """History names many years long past and hardly ever counts from its own day of writing."""
    now = calendar.civil(published.first)[0] if published else None
    old = recent = near = 0
    for form in forms:
        if form.year is not None:
            if now is not None and form.year >= now:
                recent += 1
            else:
                old += 1
        elif (
            form.anchor == "published"
            or (form.unit == "WD" and not form.fixed)
            or (form.anchor in ("last", "this", "next") and form.unit in ("D", "W", "M", "Y"))
        ):
            near += 1
    if now is None:
        return old >= 3 and old > 3 * near
    return old >= 4 and old > 2 * recent + 2 * near
