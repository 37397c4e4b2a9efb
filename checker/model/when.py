"""Time: stretches of days, and what can be said of two of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Basis = Literal["stated", "relative", "published", "estimated", "unknown"]
DayOrder = Literal["dmy", "mdy"]  # in which 04/05/2021 is meant

# Open ends of a stretch; far outside every calendar date that prose can name.
BEGINNING = -(10**9)
END = 10**9


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days in which something holds.

    ``first`` to ``last`` (inclusive) is the hull: nothing is claimed outside it. ``sure`` is the part on
    every day of which it holds, or None when all we know is *some day* of the hull. A single day is its
    own sure part. "From 2005 to 2021" has the hull 2005-01-01 to 2021-12-31 and is sure from 2005-12-31
    to 2021-01-01.
    """

    first: int = BEGINNING
    last: int = END
    sure: tuple[int, int] | None = None
    basis: Basis = "unknown"

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a stretch of days cannot end ({self.last}) before it begins ({self.first})")
        if self.first == self.last and self.sure is None:
            object.__setattr__(self, "sure", (self.first, self.last))

    @property
    def known(self) -> bool:
        """Does it say anything at all about the time?"""
        return self.first > BEGINNING or self.last < END

    def surely_apart(self, other: When) -> bool:
        """No day can belong to both."""
        return self.last < other.first or other.last < self.first

    def surely_overlaps(self, other: When) -> bool:
        """Some day certainly belongs to both."""
        if self.sure and other.sure and self.sure[0] <= other.sure[1] and other.sure[0] <= self.sure[1]:
            return True
        return _contains(self.sure, other) or _contains(other.sure, self)

    def days_between(self, other: When) -> int:
        """The least number of days from one hull to the other; 0 when they touch or share a day."""
        return max(0, other.first - self.last, self.first - other.last)


UNKNOWN = When()  # nothing is said of the time


def _contains(sure: tuple[int, int] | None, other: When) -> bool:
    return sure is not None and sure[0] <= other.first and other.last <= sure[1]
