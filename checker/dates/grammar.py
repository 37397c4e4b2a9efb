"""The shapes of English date expressions: which patterns a trigger calls for, and the words that lead to it.

From a trigger, a word that nearly every date expression holds, the reader walks back over ``leads`` and tries
the patterns of that class of trigger. Patterns are anchored and bounded.
"""

from __future__ import annotations

import re
from functools import cache

from checker.dates import words
from checker.dates.patterns import PATTERNS
from checker.dates.pieces import pieces

# The patterns of a class of trigger, in the order in which they are tried.
CLASSES = {
    "month": ("named", "day_month", "month_day", "week_of_month", "month_year"),
    "weekday": (
        "day_month", "month_day", "iso", "numeric", "week_of_month",
        "which_unit", "every", "weekday_day", "weekdays", "weekday_set", "weekday",
    ),
    "iso": ("iso",),
    "numeric": ("numeric",),
    "year": ("year_season", "iso_week", "decade", "part_of_year", "short_range", "year"),
    "era": ("anno", "ancient_century", "ancient"),
    "short": ("short_decade",),
    "ordinal": ("day_of_month",),
    "century": ("centuries", "century", "which_unit", "shift", "duration", "plural"),
    "tens": ("decade_word",),
    "season": ("which_unit", "every", "season"),
    "part": ("year_before", "part_of_year", "part", "code", "which_unit", "shift"),
    "unit": (
        "decade_of_century", "first_months", "year_end", "day_reference", "year_before", "edge", "which_unit",
        "shift", "every", "duration", "plural",
    ),
    "deictic": ("deictic",),
    "named": ("named",),
    "spelled": ("spelled",),
    "vague": ("vague",),
}  # fmt: skip

# The patterns of a point that may end a range, in the order in which they are tried.
ENDS = (
    "iso", "numeric", "day_month", "month_day", "ancient", "month_year",
    "season", "decade", "part_of_year", "anno", "year", "century",
)  # fmt: skip

_PIECE = re.compile(r"(?<!\?P)<([A-Z]+\d?)>")
_LEADS = """
    the of in very early earlier late later latter mid middle beginning start outset opening end ending close
    closing turn part half rest remainder course midst height first final last next this that past previous
    preceding following coming upcoming current same entire whole every each year fiscal financial day days
    week weeks weekend months quarter to and or through until till thru a an few several some many couple
    number about around approximately roughly almost nearly over just only less more than within exactly ad
    hundred period roaring swinging
"""


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled pattern of that name."""
    source = PATTERNS[name]
    while found := _PIECE.search(source):
        source = source.replace(found.group(), pieces()[found[1]])
    return re.compile(source, re.VERBOSE)


@cache
def leads() -> frozenset[str]:
    """Words that may stand before a trigger inside one date expression, in lower case."""
    tables = ("ordinals", "numbers", "seasons")
    listed = [word for table in tables for word in words.table(table)]
    return frozenset([*_LEADS.split(), *listed, *words.months(), *words.weekdays()])
