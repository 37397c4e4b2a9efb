"""Matched expressions of a day turned into forms."""

from __future__ import annotations

import re

from checker.dates import feasts, words
from checker.dates.forms import Form
from checker.dates.groups import TIMES, Match, full_year, which_one, year_of
from checker.dates.plausible import FUNCTION

_ITEM = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


_SPAN = re.compile(r"[-–—]|\b(?:to|through|until|till|thru)\b")


_SUN = re.compile(r"S[uU][nN]\Z")
_TITLE = re.compile(r"\b[A-Z]\w*\s\Z")
_BETWEEN = re.compile(r"\b[Bb]etween\s(?:the\s)?\Z")


def day_month(m: Match) -> list[Form]:
    month = words.month(m["month"])
    year = full_year(m["year"], m["yy"])
    forms = _days(m, month, year)
    if m["tod"] and len(forms) == 1 and not forms[0].until:
        forms[0].time = TIMES[m["tod"].strip().lower()]
    if m["which"]:
        for form in forms:
            form.anchor = "year:" + which_one(m["which"])
    return forms


def month_day(m: Match) -> list[Form]:
    return day_month(m)


def _days(m: Match, month: int, year: int | None) -> list[Form]:
    given = m["wd"] or m["wd2"] or m.groupdict().get("wd3")
    if m["wd"] and _SUN.match(m["wd"]) and _TITLE.search(m.string, max(0, m.start() - 24), m.start()):
        given = None  # the newspaper
    weekday = words.weekday(given) if given else None
    word = m["word"] or m.groupdict().get("word2")
    if word:
        return [Form(m.start(), m.end(), year, month, words.number(word), weekday=weekday)]
    text, offset = m["days"], m.start("days")
    items = list(_ITEM.finditer(text))
    if len(items) == 1:
        open_bracket = "(" in m.group() and ")" not in m.group() and m.string.startswith(")", m.end())
        return [Form(m.start(), m.end() + open_bracket, year, month, int(items[0][1]), weekday=weekday)]
    between = _BETWEEN.search(m.string, max(0, m.start() - 12), m.start())
    forms: list[Form] = []
    for one, item in enumerate(items):
        form = Form(offset + item.start(), offset + item.end(), year, month, int(item[1]))
        joined = one and (
            _SPAN.search(text, items[one - 1].end(), item.start()) or (between and len(items) == 2)
        )
        if not joined:
            forms.append(form)
            continue
        if forms[-1].until or (forms[-1].day or 0) >= int(item[1]):
            return []
        forms[-1].until, forms[-1].end = form, form.end
    forms[0].start, forms[0].weekday = m.start(), weekday if m["wd"] or len(forms) == 1 else None
    if m.start("month") > offset or year is not None:
        forms[-1].end = m.end()
    return forms


def iso(m: Match) -> list[Form]:
    month, day = int(m["m"]), int(m["d"])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return []
    time = "T" + m["time"][1:].strip()[:5] if m["time"] else ""
    return [
        Form(
            m.start(),
            m.end(),
            int(m["y"]),
            month,
            day,
            weekday=words.weekday(m["wd"]) if m["wd"] else None,
            time=time,
        )
    ]


def numeric(m: Match) -> list[Form]:
    weekday = words.weekday(m["wd"]) if m["wd"] else None
    if m["m1"]:
        return [Form(m.start(), m.end(), int(m["y1"]), int(m["m1"]))]
    if m["y"]:
        month, day = int(m["m0"]), int(m["d0"])
        return (
            [Form(m.start(), m.end(), int(m["y"]), month, day, weekday=weekday)] if _fits(month, day) else []
        )
    a, b = int(m["a"]), int(m["b"])
    if m["s"] != "/" and len(m["c"]) == 2:
        return []  # 10.5.21 is a version as likely as a day
    year = full_year(m["c"] if len(m["c"]) == 4 else None, m["c"], pivot=50)
    readings = [(month, day) for month, day in ((a, b), (b, a)) if _fits(month, day)]
    if m["s"] == ".":
        readings = readings[-1:] if _fits(b, a) else []
    if not readings:
        return []
    month, day = readings[0]
    form = Form(m.start(), m.end(), year, month, day, weekday=weekday)
    if len(readings) > 1 and readings[1] != readings[0]:
        form.other = readings[1]
    elif len(readings) == 1 and m["s"] != ".":
        form.order = "mdy" if readings[0] == (a, b) else "dmy"
    return [form]


def _fits(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def week_of_month(m: Match) -> list[Form]:
    what = m["what"].lower()
    ordinal = -1 if m["ord"].lower() in ("last", "final") else words.number(m["ord"]) or 0
    if not -1 <= ordinal <= 5:
        return []
    form = Form(m.start(), m.end(), year_of(m["year"]), words.month(m["month"]), ordinal=ordinal)
    form.unit = {"week": "W", "weekend": "WE"}.get(what, "WD")
    if form.unit == "WD":
        form.count = words.weekday(what)
    return [form]


def weekday_day(m: Match) -> list[Form]:
    day = words.number(m["d"] or m["d2"])
    return [Form(m.start(), m.end(), day=day, weekday=words.weekday(m["wd"] or m["wd2"]))] if day else []


def day_of_month(m: Match) -> list[Form]:
    """ "On the 5th": a day of the month told last; only where a preposition says that it is a day."""
    before = m.string[max(0, m.start() - 8) : m.start()].lower()
    if not before.endswith(("on ", "by ", "until ", "since ")):
        return []
    form = Form(m.start(), m.end(), day=words.number(m["d"]))
    if m["which"]:
        form.anchor = "month:" + which_one(m["which"])
    return [form]


def weekdays(m: Match) -> list[Form]:
    """ "Monday to Friday" is every week; "from Monday to Friday" may be once."""
    a, b = words.weekday(m["wd"]) + 1, words.weekday(m["wd2"]) + 1
    if m.string.startswith(("from ", "From "), max(0, m.start() - 5)):
        until = Form(m.start("wd2"), m.end(), unit="WD", count=b - 1)
        return [Form(m.start(), m.end(), unit="WD", count=a - 1, until=until)]
    if "til" in m["join"]:
        return []
    return [Form(m.start(), m.end(), fixed=f"XXXX-WXX-{a}/XXXX-WXX-{b}", type="SET")]


def weekday_set(m: Match) -> list[Form]:
    """ "On Sundays", but not "Ruby Tuesdays"."""
    before = m.string[max(0, m.start() - 12) : m.start()].lower()
    if not before.endswith(("on ", "and ", "or ", "most ", "days, ")):
        return []
    value = f"XXXX-WXX-{words.weekday(m['wd'].removesuffix('s')) + 1}"
    return [Form(m.start(), m.end(), fixed=value, type="SET")]


def weekday(m: Match) -> list[Form]:
    form = Form(m.start(), m.end(), unit="WD", count=words.weekday(m["wd"]))
    if m["tod"]:
        form.time = TIMES[m["tod"].strip().lower()]
    if m["which"]:
        form.anchor = "week:" + which_one(m["which"])
    return [form]


_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def deictic(m: Match) -> list[Form]:
    word = m["word"].lower()
    form = Form(m.start(), m.end(), unit="D", shift=_DEICTIC[word], anchor="published")
    if m["d"]:
        form.day = words.number(m["d"])
        form.month = words.month(m["month"]) if m["month"] else None
    if word == "tonight":
        form.time = "TNI"
    elif m["tod"]:
        form.time = TIMES[m["tod"].strip().lower()]
    return [form]


_AT_FEAST = re.compile(
    r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter|[Aa]t|[Oo]ver|last|next|this)\s\Z"
)
_NOUN_NEXT = re.compile(r"\s[a-z]")
_DATE_NEXT = re.compile(r",?\s\(?(?:the\s)?(?:\d|[A-Z])")  # its date, or a name


def named(m: Match) -> list[Form]:
    year, name = year_of(m["year"]), m["name"]
    readings = feasts.readings(name)
    if year is None:
        if len(readings) > 1:
            return []
        fixed = feasts.fixed(name)
        if not fixed and not _AT_FEAST.search(m.string, max(0, m.start() - 12), m.start()):
            return []
        if not fixed and _DATE_NEXT.match(m.string, m.end()):
            return []
        if not fixed and _NOUN_NEXT.match(m.string, m.end()) and not FUNCTION.match(m.string, m.end()):
            return []  # an Easter egg
        month, day = fixed or (None, None)
        return [Form(m.start(), m.end(), None, month, day, feast="" if fixed else name)]
    days = [feasts.day(reading, year) for reading in readings]
    other = days[1] if len(days) > 1 else None
    return [Form(m.start(), m.end(), year, *days[0], other=other)]
