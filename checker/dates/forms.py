"""What a date expression says before anybody asks when the article was written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Form:
    """One date expression as read from its words alone.

    A calendar point has any of ``year`` (astronomical), ``month``, ``day``, ``part`` (``Q3``, ``SU``,
    ``H1``) or ``coarse`` (a decade or century such as ``199`` or ``BC04``). A point counted from another one
    has ``unit`` and ``shift`` and says in ``anchor`` what it is counted from. ``fixed`` is the whole value
    of the others (durations, sets, vague references). ``until`` is the other end of a range.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    coarse: str = ""
    weekday: int | None = None
    mod: str = ""
    time: str = ""
    other: tuple[int, int] | None = None  # the second reading (month, day) of a numeric date
    order: str = ""  # dmy or mdy, where a numeric date leaves no doubt
    unit: str = ""
    shift: int | None = None
    anchor: str = ""
    count: int = 0
    fixed: str = ""
    type: str = "DATE"
    lead: str = ""  # since, until, before, after, by, about
    ordinal: int = 0
    feast: str = ""  # a feast on another day each year, its year not named
    until: Form | None = None

    @property
    def dated(self) -> bool:
        """Does it name its year?"""
        return self.year is not None or bool(self.coarse)
