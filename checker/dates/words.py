"""The vocabulary of dates as look-up tables: names of months and weekdays, number words, ordinals."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from checker.vocab import load


def table(name: str) -> dict[str, Any]:
    """One table of the date vocabulary."""
    found: dict[str, Any] = load("dates")[name]
    return found


@cache
def months() -> dict[str, int]:
    """``march``, ``mar`` -> 3, in lower case."""
    return _names("months")


@cache
def weekdays() -> dict[str, int]:
    """``monday``, ``mon`` -> 0, in lower case."""
    return {form: position - 1 for form, position in _names("weekdays").items()}


@cache
def times() -> frozenset[str]:
    """All names of months and weekdays, in lower case: capitals that name nothing else."""
    return frozenset((*months(), *weekdays()))


def _names(name: str) -> dict[str, int]:
    return {
        form.lower(): position
        for position, (full, entry) in enumerate(table(name).items(), start=1)
        for form in (full, *entry.get("abbr", ()))
    }


@cache
def ambiguous_months() -> frozenset[int]:
    """Months whose names are also people's names or other words."""
    return frozenset(
        months()[name.lower()] for name, entry in table("months").items() if "ambiguous" in entry
    )


def month(word: str) -> int:
    return months()[word.rstrip(".").lower()]


def weekday(word: str) -> int:
    return weekdays()[word.rstrip(".").lower()]


_NUMBER = re.compile(r"\d{1,6}")


def number(word: str) -> int | None:
    """``twenty-five`` -> 25, ``9th`` -> 9, ``ninth`` -> 9, ``a`` -> 1; None for anything else."""
    word = word.lower().replace(",", "")
    found = _NUMBER.match(word)
    if found:
        return int(found.group())
    if word in ("a", "an"):
        return 1
    ordinals: dict[str, int] = table("ordinals")
    if word in ordinals:
        return ordinals[word]
    numbers: dict[str, int] = table("numbers")
    if word.endswith(" hundred"):
        return 100 * (number(word.removesuffix(" hundred")) or 1)
    parts = [numbers.get(part) for part in re.split(r"[-\s]", word)]
    if not parts or None in parts:
        return None
    return sum(part for part in parts if part)


def spelled_year(word: str) -> int | None:
    """``nineteen ninety-six`` -> 1996, ``two thousand and five`` -> 2005."""
    parts = [part for part in re.split(r"[-\s]", word.lower()) if part != "and"]
    numbers: dict[str, int] = table("numbers")
    if parts[:2] == ["two", "thousand"]:
        rest = sum(numbers.get(part, 0) for part in parts[2:])
        return 2000 + rest
    century = numbers.get(parts[0], 0)
    if parts[1:2] == ["hundred"]:
        return century * 100 + sum(numbers.get(part, 0) for part in parts[2:])
    rest = sum(numbers.get(part, 0) for part in parts[1:])
    return century * 100 + rest if 10 <= century <= 20 and rest >= 10 else None
