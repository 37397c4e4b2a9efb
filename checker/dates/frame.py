"""What the dates of an article are counted from, and what a resolved date rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.dates import calendar, values
from checker.model import Basis, When

# How many units a word leads on from the point it is counted from.
STEP = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "same": 0, "that": 0, "the": 0}


@dataclass(slots=True)
class Told:
    """What the text told last, as far as it is known: what "the next day" is counted from."""

    year: int | None = None
    month: int | None = None
    day: int | None = None  # a day number
    value: str = ""
    sentence: int = -2  # the number of the sentence that told it
    named: int | None = None  # the year named last, whether the story moved to it or not

    def note(self, value: str, mod: str = "") -> None:
        """Take the point a value stands for as the last one told."""
        span = values.interval(value)
        if span is None or len(value.removeprefix("BC")) < 4:
            return
        year, month, _ = calendar.civil(span[0])
        if self.day is not None and not span[0] <= self.day <= span[1]:
            self.day = None
        if span[1] - span[0] < 31:
            self.month = month
        elif year != self.year:
            self.month = 12 if mod == "late" else None
        self.year = self.named = year
        self.value = value
        if span[0] == span[1]:
            self.day = span[0]


@dataclass(slots=True)
class Frame:
    """What dates of an article are counted from. ``day`` is the publication day, if that is known."""

    published: When | None = None
    narrative: bool = False
    told: Told = field(default_factory=Told)
    sentence: int = 0  # the number of the sentence that is read

    @property
    def day(self) -> int | None:
        known = self.published
        if known is None or known.basis == "estimated" or known.last - known.first > 1:
            return None
        return known.first


@dataclass(slots=True)
class Point:
    """A resolved form: its value, and how far it rests on something outside the expression."""

    value: str
    basis: Basis = "stated"
    assumptions: tuple[str, ...] = ()
    problem: str = ""


def said_year(year: int | None) -> str:
    if year is None:
        return "unknown"
    return str(year) if year > 0 else f"{1 - year} BC"


def counted(words: str, frame: Frame, base: int) -> str:
    if base == frame.day:
        return f"'{words}' is counted from the publication date, {calendar.iso(base)}"
    return f"'{words}' is counted from the date told before it, {calendar.iso(base)}"
