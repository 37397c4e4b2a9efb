"""Matched expressions of a season turned into forms."""

from __future__ import annotations

import re

from checker.dates import words
from checker.dates.forms import Form
from checker.dates.groups import Match, full_year, modifier, which_one

# What stands before a season without year, and before one with an article.
_SEASON_LEADS = (
    "in ", "by ", "until ", "since ", "during ", "and ", "or ", "of ", "over ", "for ", "through ",
    "throughout ",
)  # fmt: skip
_THE_SEASON_LEADS = ("before ", "after ", "from ", "to ", "spent ", "between ", "than ", "with ")
_STOP = re.compile(r"\s?[,.;:)]|\s*\Z")
_SEASON_AND = re.compile(r"(?:spring|summer|autumn|fall|winter)\s(?:and|or)\s\Z")


def season(m: Match) -> list[Form]:
    word = m["season"].lower()
    raw = m["year"]
    if word in ("fall", "spring") and m.string.startswith(" of ", m.end()) and not (raw or m["yy"]):
        return []  # the fall of a city, the spring of a clock
    that = (m["mod2"] or "").lower() == "that" and word in ("fall", "spring")
    if that and not (raw or _STOP.match(m.string, m.end())):
        return []  # trees that fall
    if not (raw or m["yy"] or m["mod"] or m["mod2"] or m["which"]):
        return _bare_season(m)
    return _seasoned(m, word)


def _bare_season(m: Match) -> list[Form]:
    """ "In spring" is a season; "to spring", "will fall" and "a spring" are not."""
    before = m.string[max(0, m.start() - 12) : m.start()].lower()
    led = before.endswith(_SEASON_LEADS) or (m.group()[0] in "tT" and before.endswith(_THE_SEASON_LEADS))
    if before.endswith(("and ", "or ")) and not _SEASON_AND.search(before):
        return []
    return _seasoned(m, m["season"].lower()) if led else []


def _seasoned(m: Match, word: str) -> list[Form]:
    form = Form(
        m.start(), m.end(), full_year(m["year"], m["yy"]), part=words.table("seasons")[word], mod=modifier(m)
    )
    extra = (m["mod2"] or "").lower()
    if extra in ("early", "late", "mid", "middle"):
        form.mod = "mid" if extra == "middle" else extra
    elif extra:
        form.anchor = which_one(extra)
    if m["which"]:
        form.anchor = "year:" + which_one(m["which"])
    return [form]


def year_season(m: Match) -> list[Form]:
    part = words.table("seasons")[m["season"].lower()]
    return [Form(m.start(), m.end(), int(m["year"]), part=part)]
