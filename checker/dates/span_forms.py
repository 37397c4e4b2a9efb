"""Matched expressions of a month, a year or something coarser turned into forms."""

from __future__ import annotations

import re

from checker.dates import words
from checker.dates.forms import Form
from checker.dates.groups import Match, full_year, is_bc, modifier, which_one

_PARTS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}


def month_year(m: Match) -> list[Form]:
    year = full_year(m["year"], m["yy"])
    form = Form(m.start(), m.end(), year, words.month(m["month"]), mod=modifier(m))
    if m["rel"]:
        form.anchor = which_one(m["rel"])
        if year is not None:
            form.start, form.anchor = m.start("month"), ""
    elif m["which"]:
        form.anchor = "year:" + which_one(m["which"])
    return [form]


def decade(m: Match) -> list[Form]:
    year = int(m["decade"])
    if year % 100 == 0 and not modifier(m) and year < 2000 and m["era"] is None:
        return [Form(m.start(), m.end(), coarse=str(year // 100), mod=modifier(m))]
    return [
        Form(m.start(), m.end(), coarse=f"{'BC' if is_bc(m['era']) else ''}{year // 10}", mod=modifier(m))
    ]


def short_decade(m: Match) -> list[Form]:
    start = m.start() + 4 if m.group().startswith("and ") else m.start()
    return [Form(start, m.end(), coarse="19" + m["decade"][0], mod=modifier(m))]


_OWN = re.compile(r"\b(?:his|her|their|my|your|our)\s\Z")


def decade_word(m: Match) -> list[Form]:
    lead = m.group().lower()
    if not (m["century"] or m["mod"] or lead.startswith("the ")) or _OWN.search(
        m.string, max(0, m.start() - 8), m.start()
    ):
        return []
    century = words.number(m["century"]) if m["century"] else 19
    return [
        Form(
            m.start(),
            m.end(),
            coarse=f"{century}{words.table('decades')[m['tens'].lower()]}",
            mod=modifier(m),
        )
    ]


def century(m: Match) -> list[Form]:
    ordinal = words.number(m["ord"])
    if not ordinal or ordinal > 40:
        return []
    return [
        Form(
            m.start(), m.end(), coarse=f"{'BC' if is_bc(m['era']) else ''}{ordinal - 1:02d}", mod=modifier(m)
        )
    ]


def iso_week(m: Match) -> list[Form]:
    return [Form(m.start(), m.end(), int(m["y"]), part=f"W{m['week']}")]


def short_range(m: Match) -> list[Form]:
    year, short = int(m["y"]), m["s4"] or m["s"]
    last = year - year % 10 ** len(short) + int(short)
    part = words.table("seasons")[m["season"].lower()] if m["season"] else ""
    if part:
        return [Form(m.start(), m.end(), year, part=part)]
    if last <= year:
        month = int(short)
        if len(short) == 2 and 1 <= month <= 12 and m.group()[4] == "-":
            return [Form(m.start(), m.end(), year, month)]
        return [Form(m.start(), m.start() + 4, year)]
    return [Form(m.start(), m.end(), year, until=Form(m.start(), m.end(), last))]


def part_of_year(m: Match) -> list[Form]:
    code = (m["code"] or m["code2"] or "").upper()
    if m["fy"]:
        digits = m["year3"]
        year = int(digits[:4]) if len(digits) >= 4 else 2000 + int(digits)
        return [Form(m.start(), m.end(), year, mod="fiscal")]
    if m["word"]:
        what = m["what"].lower()
        position = _PARTS[m["word"].lower()]
        if what == "half":
            if position not in (1, 2, 4):
                return []
            code = f"H{min(position, 2)}"
        else:
            code = f"Q{position}"
    elif code and code[0].isdigit():
        code = "Q" + code[0]
    raw = m["year"] or m["year2"]
    stated = None if raw is None else full_year(None if raw.startswith("'") else raw, raw)
    form = Form(m.start(), m.end(), stated, part=code)
    if m["which"]:
        form.anchor = "year:" + which_one(m["which"])
    return [form]


def part(m: Match) -> list[Form]:
    return [Form(m.start(), m.end(), part=f"Q{_PARTS[m['word'].lower()]}")]


def year(m: Match) -> list[Form]:
    number = int(m["y"])
    if is_bc(m["era"]):
        number = 1 - number
    mod = modifier(m)
    form = Form(m.start(), m.end(), number, mod=mod)
    if mod in ("H1", "H2"):
        form.part, form.mod = mod, ""
    return [form]


def _year(number: int, bc: bool) -> int:
    return 1 - number if bc else number


def ancient(m: Match) -> list[Form]:
    bc = is_bc(m["era"])
    number = int(m["y"])
    if number == 0:
        return []
    form = Form(m.start(), m.end(), _year(number, bc), mod=modifier(m))
    if m["season"]:
        form.part = words.table("seasons")[m["season"].lower()]
    if m["y2"]:
        other = int(m["y2"])
        if bc and other > number and len(m["y2"]) < len(m["y"]):
            return []
        if (bc and other < number) or (not bc and other > number):
            form.until = Form(m.start(), m.end(), _year(other, bc))
            before = m.string[max(0, m.start() - 12) : m.start()].lower()
            if " and " in m["dash"] and "between " not in before:
                return [
                    Form(m.start(), m.end("y"), _year(number, bc)),
                    Form(m.start("y2"), m.end(), _year(other, bc)),
                ]
        elif bc and len(m["y2"]) < len(m["y"]):
            return []
    return [form]


def anno(m: Match) -> list[Form]:
    return [Form(m.start(), m.end(), int(m["y"]))] if int(m["y"]) else []


def season(m: Match) -> list[Form]:
    word = m["season"].lower()
    whole = m.group()
    raw = m["year"]
    if word in ("fall", "spring") and m.string.startswith(" of ", m.end()) and not (raw or m["yy"]):
        return []  # the fall of a city, the spring of a clock
    if not (raw or m["yy"] or m["mod"] or m["mod2"] or m["which"] or whole[0] in "tT"):
        return _bare_season(m)
    return _seasoned(m, word)


def _bare_season(m: Match) -> list[Form]:
    """ "In spring" is a season; "to spring", "will fall" and "a spring" are not."""
    before = m.string[max(0, m.start() - 8) : m.start()].lower()
    led = before.endswith(("in ", "by ", "until ", "since ", "during ", "and ", "or ", "of "))
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


def spelled(m: Match) -> list[Form]:
    number = words.spelled_year(m["year"])
    return [Form(m.start(), m.end(), number, mod=modifier(m))] if number else []
