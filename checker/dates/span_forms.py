"""Matched expressions of a month, a year or something coarser turned into forms."""

from __future__ import annotations

import re

from checker.dates import words
from checker.dates.forms import Form
from checker.dates.groups import Match, full_year, is_bc, modifier, modifier_of, which_one

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


def centuries(m: Match) -> list[Form]:
    """ "The 15th and 16th centuries", "the late 18th to the early 19th century"."""
    named = [name for name in ("ord0", "ord", "ord2") if m[name]]
    ordinals = [words.number(m[name]) or 0 for name in named]
    if not all(0 < ordinal <= 40 for ordinal in ordinals):
        return []
    forms = [
        Form(m.start(name), m.end(name), coarse=f"{'BC' if is_bc(m['era']) else ''}{ordinal - 1:02d}")
        for name, ordinal in zip(named, ordinals, strict=True)
    ]
    forms[0].start, forms[0].mod, forms[-1].end = m.start(), modifier(m), m.end()
    forms[-1].mod = modifier_of(m["mod3"])
    before = m.string[max(0, m.start() - 9) : m.start()].lower()
    joined = m["join"].strip(" ,").lower() not in ("and", "or") or before.endswith("between ")
    if joined and len(forms) == 2:
        forms[0].until, forms[0].end = forms[1], m.end()
        return forms[:1]
    return forms


def decade_of_century(m: Match) -> list[Form]:
    century, which = words.number(m["ord"]) or 0, words.number(m["which"]) or 10
    if not 0 < century <= 40 or which > 10:
        return []
    return [Form(m.start(), m.end(), coarse=f"{century - 1:02d}{which - 1}")]


def first_months(m: Match) -> list[Form]:
    """ "The first six months of 2015" are its first half."""
    part = "Q1" if m["n"].lower() in ("3", "three") else "H1"
    form = Form(m.start(), m.end(), full_year(m["year"], None), part=part)
    if m["which"] and m["which"] != "the":
        form.anchor = "year:" + which_one(m["which"])
    return [form]


def year_end(m: Match) -> list[Form]:
    return [Form(m.start(), m.end(), int(m["y"]), mod="late")]


_CODE_LEAD = re.compile(r"\b(?i:in|for|during|by|since|from|between|of|and|to)\s\Z")
_CODE_NEXT = re.compile(r"(?:\s?[-–/]\s?|,\s|\s(?:and|to)\s)(?:Q[1-4]|H[12])(?!\w)")


def code(m: Match) -> list[Form]:
    """ "In Q3" of a year said elsewhere."""
    if m.string.startswith(("-", "'", " of "), m.end()) or not (
        _CODE_LEAD.search(m.string, max(0, m.start() - 9), m.start()) or _CODE_NEXT.match(m.string, m.end())
    ):
        return []
    return [Form(m.start(), m.end(), part=m["code"])]


def iso_week(m: Match) -> list[Form]:
    return [Form(m.start(), m.end(), int(m["y"]), part=f"W{m['week']}")]


def short_range(m: Match) -> list[Form]:
    year, short = int(m["y"]), m["s4"] or m["s"]
    last = year - year % 10 ** len(short) + int(short)
    if m["s4"] and last != year + 1:
        return []  # a number and its year: "Regulation 1049/2001"
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


def spelled(m: Match) -> list[Form]:
    number = words.spelled_year(m["year"])
    if re.match(r"[A-Z][a-z]+[\s-][A-Z]", m["year"]):
        return []  # the title of a book
    return [Form(m.start(), m.end(), number, mod=modifier(m))] if number else []
