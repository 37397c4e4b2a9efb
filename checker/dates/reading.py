"""What the date reader finds in an article: mentions, and a publication date."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import When


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

    @property
    def dated(self) -> bool:
        """Is it a point or stretch of the calendar, with or without a time of the day?"""
        return self.type in ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Reading:
    """The dates of an article, and its publication date with the words it comes from."""

    mentions: tuple[Mention, ...]
    published: When | None
    dated_by: str
