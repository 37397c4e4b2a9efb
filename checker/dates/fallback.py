"""The odd absolute dates that the grammar does not read, handed to dateparser under close watch.

Only whole strings from headers and metadata come here, never prose: dateparser reads "76%" as a year and
"may" as a month. It gets one language and a fixed base, so that the clock is never read, and what it returns
counts only when year and day stand in the string.
"""

from __future__ import annotations

import re
import warnings
from datetime import datetime
from functools import lru_cache

from checker.dates import calendar, words
from checker.model import When

_BASE = datetime(2000, 1, 1)
_LONGEST = 60
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")
_LABEL = re.compile(r"[A-Za-z]++\s*+:")
_ZONE = 4  # letters; what is longer is a month or a weekday, or no part of a date
_WORD = re.compile(r"[A-Za-z]{3,}")


@lru_cache(maxsize=4096)
def absolute(text: str) -> When | None:
    """The one day that a string names with day, month name and year in some order; or None."""
    year = _YEAR.search(text)
    if len(text) > _LONGEST or year is None or _LABEL.match(text):
        return None
    named = [word.lower() for word in _WORD.findall(text)]
    if not any(word in words.months() for word in named):
        return None
    if any(len(word) > _ZONE and word not in words.months() | words.weekdays() for word in named):
        return None  # "Published: 9 April 2021": more than a date, and not worth the library's import
    found = _parse(text)
    if found is None or found.year != int(year.group()):
        return None
    if not re.search(rf"(?<!\d)0?{found.day}(?!\d)", text):
        return None
    day = calendar.number(found.year, found.month, found.day)
    return When(day, day, None, "stated")


def _parse(text: str) -> datetime | None:
    import dateparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser's own, about formats without a year
        found: datetime | None = dateparser.parse(
            text,
            languages=["en"],
            settings={"RELATIVE_BASE": _BASE, "STRICT_PARSING": True, "RETURN_AS_TIMEZONE_AWARE": False},
        )
    return found
