"""Matched expressions that count from somewhere, and durations and sets, turned into forms."""

from __future__ import annotations

import re

from checker.dates import words
from checker.dates.forms import Form
from checker.dates.groups import UNITS, Match, duration_letter, modifier, unit_of, which_one


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


_THAT = re.compile(r"(?:\b(?i:on|by|until|since|before|after|and|but|of|for)\s|[,;(]\s?|\A)\Z")


def which_unit(m: Match) -> list[Form]:
    which, word, tail = which_one(m["which"]), m["unit"].lower(), (m["tail"] or "").strip().lower()
    if which == "next" and m["the"] and word not in ("decade", "century"):
        which = "following"  # "the next day" is counted from the story, "next week" from the publication
    if m["n"]:
        count = words.number(m["n"])
        value = (
            f"P{count if count is not None else 'X'}{duration_letter(UNITS.get(word.removesuffix('s'), ''))}"
        )
        return [Form(m.start(), m.end("unit"), fixed=value, type="DURATION")]
    if word.endswith("s") and word not in ("next", "thus") and word.removesuffix("s") in UNITS:
        return []
    if (
        m["which"] == "that"
        and word in words.weekdays()
        and not _THAT.search(m.string, max(0, m.start() - 8), m.start())
    ):
        return []  # "said that Friday's vote was lost"
    end = m.end() if tail in ("before last", "after next") else m.end("unit")
    if tail == "of" and which in ("last", "next", "following", "previous", "entire", "same"):
        return []
    if m["which"].lower() in ("past", "entire", "whole") and m["mod"]:
        return []
    form = Form(m.start(), end, anchor=which, mod=modifier(m))
    if word in words.table("seasons"):
        form.part = words.table("seasons")[word]
    elif word in words.weekdays():
        form.unit, form.count = "WD", words.weekday(word)
    else:
        form.unit = unit_of(word)
    if form.unit in ("MO", "AF", "EV"):
        form.time, form.unit = "T" + form.unit, "D"
    elif word == "night":
        form.time = "TNI"
    if tail == "before last":
        form.shift = -2
    elif tail == "after next":
        form.shift = 2
    return [form]


def year_before(m: Match) -> list[Form]:
    return [Form(m.start(), m.end(), unit="YB", shift=-1, anchor="told")]


def edge(m: Match) -> list[Form]:
    mod = "late" if m["last"] else modifier(m)
    return [Form(m.start(), m.end(), anchor="the", unit=unit_of(m["unit"] or m["own"]), mod=mod)]


def day_reference(m: Match) -> list[Form]:
    if m["ref"]:
        shift = -2 if "yesterday" in m["ref"].lower() else 2
        return [Form(m.start(), m.end(), unit="D", shift=shift, anchor="published")]
    if m["twice"]:
        shift = -2 if "last" in m["end"].lower() else 2
        return [Form(m.start(), m.end(), unit=unit_of(m["twice"]), shift=shift, anchor="published")]
    shift = 1 if m["dir"].lower() == "after" else -1
    return [Form(m.start(), m.end(), unit=unit_of(m["unit"]), shift=shift, anchor="told")]


_CLAUSE_END = re.compile(r"\s?[,.;:)–—]|\s*\Z|\s(?:and|but|when|in|on|at|was|were|had)\b")


_BACK = ("ago", "earlier", "before", "previously", "prior")


def shift(m: Match) -> list[Form]:
    direction = re.sub(r"\s+", " ", (m["dir"] or "hence").lower())  # "in two weeks' time"
    unit = unit_of(m["unit"])
    back = direction in _BACK
    amount = _amount(m)
    anchor = "published" if direction in ("ago", "from now", "from today", "hence") else "told"
    followed = direction in ("after", "before", "prior") and not _CLAUSE_END.match(m.string, m.end())
    if amount is not None and followed:
        # "eight days after the battle": counted from what follows, of which the day is not known
        time = "T" if unit in ("TH", "TM") else ""
        value = f"P{time}{amount:g}{duration_letter(unit)}"
        return [Form(m.start(), m.end("unit"), fixed=value, type="DURATION")]
    if amount is None or unit in ("TH", "TM", "G"):
        vague = "PAST_REF" if back else "FUTURE_REF"
        return [Form(m.start(), m.end(), fixed=vague)]
    count = amount * (-1 if back else 1)
    if count != int(count):
        smaller = {"Y": ("M", 12), "W": ("D", 7), "E": ("Y", 10), "C": ("Y", 100)}
        unit, size = smaller.get(unit, (unit, 1))
        count *= size
    if count != int(count):
        return [Form(m.start(), m.end(), fixed="PAST_REF" if back else "FUTURE_REF")]
    return [Form(m.start(), m.end(), unit=unit, shift=int(count), anchor=anchor)]


_VAGUE = {"recently": "PAST_REF", "lately": "PAST_REF", "formerly": "PAST_REF"}


def vague(m: Match) -> list[Form]:
    return [Form(m.start(), m.end(), fixed=_VAGUE.get(m["word"].lower(), "PRESENT_REF"))]


def every(m: Match) -> list[Form]:
    word = m["unit"].lower()
    if word in words.weekdays():
        return [Form(m.start(), m.end(), fixed=f"XXXX-WXX-{words.weekday(word) + 1}", type="SET")]
    if word in words.table("seasons"):
        return [Form(m.start(), m.end(), fixed=f"XXXX-{words.table('seasons')[word]}", type="SET")]
    count = words.number(m["n"]) if m["n"] else 1
    return [Form(m.start(), m.end(), fixed=f"P{count}{duration_letter(unit_of(word))}", type="SET")]


def duration(m: Match) -> list[Form]:
    unit = unit_of(m["unit"])
    amount = _amount(m)
    count = "X" if amount is None else f"{amount * (2 if unit == 'F' else 1):g}"
    time = "T" if unit in ("TH", "TM") else ""
    return [Form(m.start(), m.end(), fixed=f"P{time}{count}{duration_letter(unit)}", type="DURATION")]


_FOR = re.compile(r"\b(?i:for|took|takes?|taken|lasted|spen[dt]|within)\s\Z")


def plural(m: Match) -> list[Form]:
    """ "For decades": nobody says how many."""
    if not _FOR.search(m.string, max(0, m.start() - 9), m.start()):
        return []
    unit = unit_of(m["unit"])
    value = f"P{'T' if unit == 'TH' else ''}X{duration_letter(unit)}"
    return [Form(m.start(), m.end(), fixed=value, type="DURATION")]
