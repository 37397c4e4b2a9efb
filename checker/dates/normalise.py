"""What a matched date expression says: the groups of each pattern turned into forms."""

from __future__ import annotations

import re
from collections.abc import Callable

from checker.dates import words
from checker.dates.forms import Form

Match = re.Match[str]

_ERA_BC = re.compile(r"B\.?C")
_DIGITS = re.compile(r"\d+")
_ITEM = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_SPAN = re.compile(r"[-–—]|\b(?:to|through|until|till|thru)\b")
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
_TIMES = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_UNITS = {
    "day": "D", "night": "D", "weekend": "WE", "week": "W", "fortnight": "F", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "E", "century": "C", "centurie": "C", "hour": "TH", "minute": "TM", "generation": "G",
    "morning": "MO", "afternoon": "AF", "evening": "EV",
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


def _full_year(text: str | None, short: str | None, *, pivot: int = 30) -> int | None:
    if text:
        return year_of(text)
    if short:
        two = int(short[-2:])
        return two + (2000 if two < pivot else 1900)
    return None


def _mod(m: Match) -> str:
    word = (m.groupdict().get("mod") or "").lower()
    if not word:
        return ""
    first = word.split()[0]
    if first in ("early", "beginning", "start", "outset", "opening", "turn") or (
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


def day_month(m: Match) -> list[Form]:
    month = words.month(m["month"])
    year = _full_year(m["year"], m["yy"])
    forms = _days(m, month, year)
    if m["which"]:
        for form in forms:
            form.anchor = "year:" + _which(m["which"])
    return forms


def month_day(m: Match) -> list[Form]:
    return day_month(m)


def _days(m: Match, month: int, year: int | None) -> list[Form]:
    given = m["wd"] or m["wd2"] or m.groupdict().get("wd3")
    weekday = words.weekday(given) if given else None
    word = m["word"] or m.groupdict().get("word2")
    if word:
        return [Form(m.start(), m.end(), year, month, words.number(word), weekday=weekday)]
    text, offset = m["days"], m.start("days")
    items = list(_ITEM.finditer(text))
    if len(items) == 1:
        return [Form(m.start(), m.end(), year, month, int(items[0][1]), weekday=weekday)]
    if len(items) == 2 and _SPAN.search(text, items[0].end(), items[1].start()):
        first, last = int(items[0][1]), int(items[1][1])
        if first >= last:
            return []
        end = Form(m.start(), m.end(), year, month, last)
        return [Form(m.start(), m.end(), year, month, first, weekday=weekday, until=end)]
    forms = [Form(offset + i.start(), offset + i.end(), year, month, int(i[1])) for i in items]
    if m.start("month") < offset:
        forms[0].start = m.start()
    else:
        forms[0].start = m.start()
    if m.start("month") > offset or year is not None:
        forms[-1].end = m.end()
    if m["wd"]:
        forms[0].weekday = weekday
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
    year = _full_year(m["c"] if len(m["c"]) == 4 else None, m["c"], pivot=50)
    readings = [(month, day) for month, day in ((a, b), (b, a)) if _fits(month, day)]
    if m["s"] == ".":
        readings = readings[-1:] if _fits(b, a) else []
    if not readings:
        return []
    (month, day), other = (
        readings[0],
        readings[1] if len(readings) > 1 and readings[1] != readings[0] else None,
    )
    return [Form(m.start(), m.end(), year, month, day, weekday=weekday, other=other)]


def _fits(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def month_year(m: Match) -> list[Form]:
    year = _full_year(m["year"], m["yy"])
    form = Form(m.start(), m.end(), year, words.month(m["month"]), mod=_mod(m))
    if m["rel"]:
        form.anchor = _which(m["rel"])
        if year is not None:
            form.start, form.anchor = m.start("month"), ""
    elif m["which"]:
        form.anchor = "year:" + _which(m["which"])
    return [form]


def _which(word: str) -> str:
    word = word.lower().strip().removeprefix("the ").removeprefix("very ")
    return {"past": "last", "preceding": "previous", "coming": "next", "upcoming": "next", "current": "this",
            "entire": "this", "whole": "this"}.get(word, word)  # fmt: skip


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


def weekdays(m: Match) -> list[Form]:
    a, b = words.weekday(m["wd"]) + 1, words.weekday(m["wd2"]) + 1
    return [Form(m.start(), m.end(), fixed=f"XXXX-WXX-{a}/XXXX-WXX-{b}", type="SET")]


def weekday(m: Match) -> list[Form]:
    form = Form(m.start(), m.end(), unit="WD", count=words.weekday(m["wd"]))
    if m["which"]:
        form.anchor = "week:" + _which(m["which"])
    return [form]


def decade(m: Match) -> list[Form]:
    year = int(m["decade"])
    if year % 100 == 0 and not _mod(m) and year < 2000 and m["era"] is None:
        return [Form(m.start(), m.end(), coarse=str(year // 100), mod=_mod(m))]
    return [Form(m.start(), m.end(), coarse=f"{'BC' if _bc(m['era']) else ''}{year // 10}", mod=_mod(m))]


def _bc(era: str | None) -> bool:
    return bool(era and _ERA_BC.search(era))


def day_of_month(m: Match) -> list[Form]:
    """ "On the 5th": a day of the month told last; only where a preposition says that it is a day."""
    before = m.string[max(0, m.start() - 8) : m.start()].lower()
    if not before.endswith(("on ", "by ", "until ", "since ")):
        return []
    form = Form(m.start(), m.end(), day=words.number(m["d"]))
    if m["which"]:
        form.anchor = "month:" + _which(m["which"])
    return [form]


def short_decade(m: Match) -> list[Form]:
    start = m.start() + 4 if m.group().startswith("and ") else m.start()
    return [Form(start, m.end(), coarse="19" + m["decade"][0], mod=_mod(m))]


_OWN = re.compile(r"\b(?:his|her|their|my|your|our)\s\Z")


def decade_word(m: Match) -> list[Form]:
    lead = m.group().lower()
    if not (m["century"] or m["mod"] or lead.startswith("the ")) or _OWN.search(
        m.string, max(0, m.start() - 8), m.start()
    ):
        return []
    century = words.number(m["century"]) if m["century"] else 19
    return [
        Form(m.start(), m.end(), coarse=f"{century}{words.table('decades')[m['tens'].lower()]}", mod=_mod(m))
    ]


def century(m: Match) -> list[Form]:
    ordinal = words.number(m["ord"])
    if not ordinal or ordinal > 40:
        return []
    return [Form(m.start(), m.end(), coarse=f"{'BC' if _bc(m['era']) else ''}{ordinal - 1:02d}", mod=_mod(m))]


def short_range(m: Match) -> list[Form]:
    year, short = int(m["y"]), m["s"]
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
    year = None if raw is None else _full_year(None if raw.startswith("'") else raw, raw)
    form = Form(m.start(), m.end(), year, part=code)
    if m["which"]:
        form.anchor = "year:" + _which(m["which"])
    return [form]


def part(m: Match) -> list[Form]:
    return [Form(m.start(), m.end(), part=f"Q{_PARTS[m['word'].lower()]}")]


def year(m: Match) -> list[Form]:
    number = int(m["y"])
    if _bc(m["era"]):
        number = 1 - number
    mod = _mod(m)
    form = Form(m.start(), m.end(), number, mod=mod)
    if mod in ("H1", "H2"):
        form.part, form.mod = mod, ""
    return [form]


def ancient(m: Match) -> list[Form]:
    bc = _bc(m["era"])
    sign = (lambda y: 1 - y) if bc else (lambda y: y)
    number = int(m["y"])
    if number == 0:
        return []
    form = Form(m.start(), m.end(), sign(number), mod=_mod(m))
    if m["season"]:
        form.part = words.table("seasons")[m["season"].lower()]
    if m["y2"]:
        other = int(m["y2"])
        if bc and other > number and len(m["y2"]) < len(m["y"]):
            return []
        if (bc and other < number) or (not bc and other > number):
            form.until = Form(m.start(), m.end(), sign(other))
            if " and " in m["dash"]:
                return [Form(m.start(), m.end("y"), sign(number)), Form(m.start("y2"), m.end(), sign(other))]
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
    if word in ("spring", "fall") and not (
        raw or m["yy"] or m["mod"] or m["mod2"] or m["which"] or whole[0] in "tT"
    ):
        return _bare_season(m)
    return _seasoned(m, word)


def _bare_season(m: Match) -> list[Form]:
    """ "In spring" is a season; "to spring", "will fall" and "a spring" are not."""
    before = m.string[max(0, m.start() - 8) : m.start()].lower()
    return (
        _seasoned(m, m["season"].lower())
        if before.endswith((" in ", "in ", "by ", "until ", "since "))
        else []
    )


def _seasoned(m: Match, word: str) -> list[Form]:
    form = Form(
        m.start(), m.end(), _full_year(m["year"], m["yy"]), part=words.table("seasons")[word], mod=_mod(m)
    )
    extra = (m["mod2"] or "").lower()
    if extra in ("early", "late", "mid", "middle"):
        form.mod = "mid" if extra == "middle" else extra
    elif extra:
        form.anchor = _which(extra)
    if m["which"]:
        form.anchor = "year:" + _which(m["which"])
    return [form]


def _unit(word: str) -> str:
    return _UNITS[word.lower().removesuffix("s")]


def _amount(m: Match) -> float | None:
    """How many units; None for several or a few."""
    if m["vague"]:
        return None
    groups = m.groupdict()
    if groups.get("halfa"):
        return 0.5
    raw = m["n"].replace(",", "")
    count = float(raw) if raw[0].isdigit() else float(words.number(raw) or 0)
    return count + (0.5 if groups.get("half") or groups.get("plus") else 0)


def which_unit(m: Match) -> list[Form]:
    which, word, tail = _which(m["which"]), m["unit"].lower(), (m["tail"] or "").strip().lower()
    if which == "next" and m["the"]:
        which = "following"  # "the next day" is counted from the story, "next week" from the publication
    if m["n"]:
        count = words.number(m["n"])
        value = f"P{count if count is not None else 'X'}{_duration_letter(_UNITS.get(word.removesuffix('s'), ''))}"
        return [Form(m.start(), m.end("unit"), fixed=value, type="DURATION")]
    if word.endswith("s") and word not in ("next", "thus") and word.removesuffix("s") in _UNITS:
        return []
    end = m.end() if tail in ("before last", "after next") else m.end("unit")
    if tail == "of" and which in ("last", "next", "following", "previous", "entire", "same"):
        return []
    if m["which"].lower() in ("past", "entire", "whole") and m["mod"]:
        return []
    form = Form(m.start(), end, anchor=which, mod=_mod(m))
    if word in words.table("seasons"):
        form.part = words.table("seasons")[word]
    elif word in words.weekdays():
        form.unit, form.count = "WD", words.weekday(word)
    else:
        form.unit = _unit(word)
    if form.unit in ("MO", "AF", "EV"):
        form.time, form.unit = "T" + form.unit, "D"
    elif word == "night":
        form.time = "TNI"
    if tail == "before last":
        form.shift = -2
    elif tail == "after next":
        form.shift = 2
    return [form]


def edge(m: Match) -> list[Form]:
    return [Form(m.start(), m.end(), anchor="the", unit=_unit(m["unit"]), mod=_mod(m))]


def day_reference(m: Match) -> list[Form]:
    if m["ref"]:
        shift = -2 if "yesterday" in m["ref"].lower() else 2
        return [Form(m.start(), m.end(), unit="D", shift=shift, anchor="published")]
    shift = 1 if m["dir"].lower() == "after" else -1
    return [Form(m.start(), m.end(), unit=_unit(m["unit"]), shift=shift, anchor="told")]


_CLAUSE_END = re.compile(r"\s?[,.;:)–—]|\s*\Z|\s(?:and|but|when|in|on|at|he|she|they|it|was|were|had)\b")
_BACK = ("ago", "earlier", "before", "previously", "prior")


def shift(m: Match) -> list[Form]:
    direction = re.sub(r"\s+", " ", m["dir"].lower())
    unit = _unit(m["unit"])
    back = direction in _BACK
    amount = _amount(m)
    anchor = "published" if direction in ("ago", "from now", "from today", "hence") else "told"
    if amount is None or unit in ("TH", "TM", "G"):
        vague = "PAST_REF" if back else "FUTURE_REF"
        return [Form(m.start(), m.end(), fixed=vague)]
    if direction in ("after", "before", "prior") and not _CLAUSE_END.match(m.string, m.end()):
        # "eight days after the battle": counted from what follows, of which the day is not known
        return [Form(m.start(), m.end("unit"), fixed=f"P{amount:g}{_duration_letter(unit)}", type="DURATION")]
    count = amount * (-1 if back else 1)
    if count != int(count):
        unit, count = ("M", count * 12) if unit == "Y" else ("D", count * 7) if unit == "W" else (unit, count)
    if count != int(count):
        return [Form(m.start(), m.end(), fixed="PAST_REF" if back else "FUTURE_REF")]
    return [Form(m.start(), m.end(), unit=unit, shift=int(count), anchor=anchor)]


def every(m: Match) -> list[Form]:
    word = m["unit"].lower()
    if word in words.weekdays():
        return [Form(m.start(), m.end(), fixed=f"XXXX-WXX-{words.weekday(word) + 1}", type="SET")]
    if word in words.table("seasons"):
        return [Form(m.start(), m.end(), fixed=f"XXXX-{words.table('seasons')[word]}", type="SET")]
    count = words.number(m["n"]) if m["n"] else 1
    return [Form(m.start(), m.end(), fixed=f"P{count}{_duration_letter(_unit(word))}", type="SET")]


def _duration_letter(unit: str) -> str:
    return {"WE": "WE", "F": "W", "E": "E", "C": "C", "TH": "H", "TM": "M"}.get(unit, unit)


def duration(m: Match) -> list[Form]:
    unit = _unit(m["unit"])
    amount = _amount(m)
    count = "X" if amount is None else f"{amount * (2 if unit == 'F' else 1):g}"
    time = "T" if unit in ("TH", "TM") else ""
    return [Form(m.start(), m.end(), fixed=f"P{time}{count}{_duration_letter(unit)}", type="DURATION")]


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
        form.time = _TIMES[m["tod"].strip().lower()]
    return [form]


def named(m: Match) -> list[Form]:
    month, day = words.table("named")[m["name"]]
    return [Form(m.start(), m.end(), year_of(m["year"]), month, day)]


def spelled(m: Match) -> list[Form]:
    number = words.spelled_year(m["year"])
    return [Form(m.start(), m.end(), number, mod=_mod(m))] if number else []


HANDLERS: dict[str, Callable[[Match], list[Form]]] = {
    handler.__name__: handler
    for handler in (
        day_month, month_day, iso, numeric, month_year, week_of_month, weekday_day, day_of_month, weekdays, weekday, decade,
        short_decade, decade_word, century, short_range, part_of_year, part, year, anno, ancient, season, which_unit,
        edge, day_reference, shift, every, duration, deictic, named, spelled,
    )
}  # fmt: skip
HANDLERS["ancient_century"] = century
