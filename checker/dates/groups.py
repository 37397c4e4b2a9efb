"""What the groups that many patterns share say: years, modifiers, units."""

from __future__ import annotations

import re

Match = re.Match[str]


_ERA_BC = re.compile(r"B\.?C")


_DIGITS = re.compile(r"\d+")


TIMES = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


UNITS = {
    "day": "D", "night": "D", "weekend": "WE", "week": "W", "fortnight": "F", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "E", "century": "C", "centurie": "C", "hour": "TH", "minute": "TM",
    "generation": "G", "morning": "MO", "afternoon": "AF", "evening": "EV",
}  # fmt: skip


def year_of(text: str | None) -> int | None:
    """The astronomical year of ``1942``, ``44 BC``, ``AD 70``; of a season's ``1998-99`` the first."""
    if not text:
        return None
    digits = _DIGITS.search(text)
    if digits is None:
        return None
    year = int(digits.group())
    return 1 - year if _ERA_BC.search(text) else year


def full_year(text: str | None, short: str | None, *, pivot: int = 30) -> int | None:
    if text:
        return year_of(text)
    if short:
        two = int(short[-2:])
        return two + (2000 if two < pivot else 1900)
    return None


def modifier(m: Match) -> str:
    return modifier_of(m.groupdict().get("mod"))


def modifier_of(word: str | None) -> str:
    """``early``, ``mid``, ``late``, ``turn``, ``H1`` or ``H2``, or nothing."""
    word = (word or "").lower()
    if not word:
        return ""
    first = word.split()[0]
    if first == "turn":
        return "turn"
    if first in ("early", "beginning", "start", "outset", "opening") or (
        first == "first" and "half" not in word
    ):
        return "early"
    if first in ("late", "later", "end", "close", "ending", "closing", "latter", "last", "final"):
        return "late"
    if first in ("mid", "middle", "height", "midst"):
        return "mid"
    if "half" in word:
        return "H1" if first == "first" else "H2"
    return ""


def which_one(word: str) -> str:
    word = word.lower().strip().removeprefix("the ").removeprefix("very ")
    return {"past": "last", "preceding": "previous", "coming": "next", "upcoming": "next", "current": "this",
            "entire": "same", "whole": "same"}.get(word, word)  # fmt: skip


def is_bc(era: str | None) -> bool:
    return bool(era and _ERA_BC.search(era))


def unit_of(word: str) -> str:
    return UNITS[word.lower().removesuffix("s")]


def duration_letter(unit: str) -> str:
    return {"WE": "WE", "F": "W", "E": "E", "C": "C", "TH": "H", "TM": "M"}.get(unit, unit)
