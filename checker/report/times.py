"""Stretches of days as reports write them: ISO days, null for an open end."""

from __future__ import annotations

from typing import TypedDict

from checker.dates.calendar import iso
from checker.model import BEGINNING, END, Basis, When

Stretch = TypedDict("Stretch", {"from": str | None, "to": str | None, "throughout": bool, "basis": Basis})


def stretch(when: When) -> Stretch:
    """The days on which it surely holds (``throughout``), else those on some of which it does."""
    first, last = when.sure or (when.first, when.last)
    return {"from": day(first), "to": day(last), "throughout": when.sure is not None, "basis": when.basis}


def day(number: int) -> str | None:
    return None if number in (BEGINNING, END) else iso(number)


def published(when: When | None) -> str | None:
    """The day of publication, or FROM/TO for a stretch; ".." stands for an open end."""
    if when is None or not when.known:
        return None
    first, last = day(when.first) or "..", day(when.last) or ".."
    return first if first == last else f"{first}/{last}"
