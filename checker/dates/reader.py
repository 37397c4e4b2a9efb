"""Finds the date expressions of one sentence and reads each into a form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.dates import grammar, words
from checker.dates.forms import Form
from checker.dates.normalise import HANDLERS

_MOST_LEADS = 7
_LOOK_BACK = 64
_NUMBERISH = re.compile(
    r"'?\d{1,2}(?:st|nd|rd|th)?(?:[-–—]\d{1,2}(?:st|nd|rd|th)?)?|\d{3}|'\d\d|[1-4]Q|Q[1-4]|H[12]"
)
_JOINER = re.compile(r"\s?(?:--?|[–—])\s?|,?\s(?:to|until|till|through|thru|up\sto)\s|\s(?:and|or)\s")
_NOW = re.compile(r"(?:the\s)?(?:present(?:\sday)?|now|today|date|this\sday)(?!\w)")
_FROM = re.compile(r"\b(?:[Ff]rom|[Bb]etween)\s(?:the\s)?\Z")
_LEAD = re.compile(
    r"(?:\b(?P<since>[Ss]ince|[Ee]ver\ssince)|\b(?P<until>(?:[Uu]n)?[Tt]il|[Tt]ill|[Uu]p\sto|[Tt]hrough)"
    r"|\b(?P<before>[Bb]efore|[Pp]rior\sto)|\b(?P<after>[Aa]fter|[Ff]ollowing)|\b(?P<by>[Bb]y)"
    r"|\b(?P<about>[Aa]bout|[Aa]round|[Cc]irca|[Cc]a?\.|[Aa]pproximately|[Rr]oughly))"
    r"\s(?:the\s)?(?:early\s|about\s|around\s)?\Z"
)
_KINDS = {
    "month",
    "weekday",
    "year",
    "iso",
    "era",
    "season",
    "part",
    "century",
    "tens",
    "short",
    "named",
    "numeric",
}


def read(text: str, start: int, end: int) -> Iterator[Form]:
    """The forms between two offsets, in order; none overlap."""
    done = start
    for found in grammar.trigger().finditer(text, start, end):
        kind, at = found.lastgroup or "", found.start()
        if at < done:
            continue
        if at > start and (text[at - 1].isalnum() or text[at - 1] == "_"):
            continue
        hit = _match(text, kind, at, done, end)
        if hit is None:
            continue
        forms, stop = hit
        forms, stop = _joined(text, forms, stop, done, end)
        done = stop
        yield from forms


def _match(text: str, kind: str, at: int, floor: int, end: int) -> tuple[list[Form], int] | None:
    for begin in _starts(text, at, floor):
        for name in grammar.CLASSES[kind]:
            m = grammar.pattern(name).match(text, begin, end)
            if m is None or m.end() <= at or (m.end() < end and _cuts(text, m.end())):
                continue
            forms = HANDLERS[name](m)
            if forms and _plausible(text, name, m):
                return forms, forms[-1].end
    return None


def _cuts(text: str, at: int) -> bool:
    return text[at - 1].isalnum() and (text[at].isalnum() or text[at] == "_")


def _starts(text: str, at: int, floor: int) -> list[int]:
    """Where an expression around the word at ``at`` may begin, the furthest first."""
    begin = max(floor, at - _LOOK_BACK)
    before = text[begin:at]
    starts = [at]
    known = grammar.leads()
    position = at
    pieces = re.split(r"([\s(]|(?<=\w)-(?=\w*\Z))", before)
    # pieces alternate: word, separator, word, ...
    for index in range(len(pieces) - 1, -1, -2):
        piece = pieces[index]
        if index < len(pieces) - 1:
            position -= len(pieces[index + 1])
        position -= len(piece)
        if not piece:
            if index == len(pieces) - 1:
                continue
            if index == 0 or pieces[index + 1] == "(":
                continue
            break
        bare = piece.rstrip(",.").lower()
        if not (bare in known or _NUMBERISH.fullmatch(bare) or bare in "-–—/&" or bare.upper() in ("Q1",)):
            hyphened = bare.rstrip("-–")
            if not (hyphened in known or _NUMBERISH.fullmatch(hyphened)):
                break
        if position < begin or (position > 0 and text[position - 1].isalnum()):
            break
        starts.append(position)
        if len(starts) > _MOST_LEADS:
            break
    return starts[::-1]


_MONEY = "$£€¥#₹№"
_COUNTED = re.compile(
    r"\s(?:(?:[a-z]+\s)?(?:people|men|women|troops|soldiers|officers|civilians|prisoners|casualties|dead|wounded|"
    r"tons|tonnes|miles|kilomet\w+|met\w+|feet|yards|acres|hectares|km|kg|mm|ft|m|dollars|pounds|euros|francs|"
    r"aircraft|planes|tanks|guns|ships|vehicles|horses|cavalry|infantry|workers|employees|jobs|members|students|"
    r"votes|seats|copies|homes|houses|rounds|bombs|times|hours|minutes|words|pages|calories|volts|watts|rpm|hp|"
    r"horsepower|others|more|sq|square|cubic|percent|per)\b|mm\b)"
)
_CODE_BEFORE = re.compile(
    r"(?:\b(?:[Nn]o\.?|[Nn]umber|[Ss]ection|[Ff]light|[Rr]oute|[Hh]ighway|[Rr]oom|[Pp]age|pp?\.|[Cc]hapter|"
    r"[Aa]rticle|[Bb]oeing|[Aa]irbus|[Ii][Ss][Oo]|[Mm]odel|[Rr]esolution|[Ff]igure|[Vv]ersion|[Bb]uilding|"
    r"[Ee]xtension|ext\.|[Cc]ode|[Tt]able|[Aa]ltitude|RFC|EN|least|most|than|nearly|some|over|total|of\sabout)\s?|[#$£€¥₹]\s?|[A-Za-z]/|\d[.,/:]|[./@_=&?])\Z"
)
_QUANTITY_MONTH = re.compile(r"\s[A-Z][a-z]+")


def _plausible(text: str, name: str, m: re.Match[str]) -> bool:
    """Are the words around the match those of a date, not of a count, a code or a person?"""
    start, end = m.span()
    before = text[max(0, start - 24) : start]
    after = text[end : end + 40]
    if before and before[-1] in _MONEY:
        return False
    if name == "year":
        return _plausible_year(m, before, after)
    if name in ("month_year",) and not (m["year"] or m["yy"]):
        return _plausible_month(m, before, after)
    if name in ("day_month", "month_day"):
        if m["year"] and _COUNTED.match(after) and m["year"].isdigit() and not (m["wd"] or m["wd2"]):
            return int(m["year"]) % 100 != 0
        if after[:1] == "-" and after[1:2].isalpha() and not (m["year"] or m["yy"]):
            return True
        return (
            not re.match(r"\s?(?:Street|St\.|Avenue|Ave\b|Road|Rd\b|Square)", after) or m["year"] is not None
        )
    if name in ("short_range", "ancient", "iso", "numeric"):
        return not re.search(r"(?:[#$£€¥₹/@_=&?.]|\d[-–/])\Z", before) and not _COUNTED.match(after)
    return True


def _plausible_year(m: re.Match[str], before: str, after: str) -> bool:
    if m["mod"] or m["era"] or m.group()[0] in "yYtTA":
        return True
    number = int(m["y"])
    if _COUNTED.match(after) or _CODE_BEFORE.search(before):
        return False
    if before.endswith("-"):
        return before[-2:-1].isupper() and before[-3:-2].isupper() and 1900 <= number <= 2100
    anchored = re.search(
        r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]il|[Ff]rom|[Bb]y|[Bb]efore|[Aa]fter|[Oo]f|[Dd]uring|[Cc]irca|ca?\.|[Tt]hroughout)\s|\()\Z",
        before,
    )
    if number > 2100:
        return False
    if (
        number % 100 == 0
        and not 1800 <= number <= 2000
        and re.match(r"\s[a-z]", after)
        and not re.match(
            r"\s(?:and|the|to|in|with|when|was|were|by|as|at|on|after|before|for|from|until|he|she|it|they)\b",
            after,
        )
    ):
        return False
    if 1800 <= number <= 2100:
        if re.match(r"\s[a-z]+s\b(?<!s\ss)", after) and number % 100 == 0 and not anchored:
            return False
        return True
    return anchored is not None


def _plausible_month(m: re.Match[str], before: str, after: str) -> bool:
    month = words.month(m["month"])
    word = m["month"]
    if m["mod"] or m["rel"] or m["which"]:
        return not re.match(r"\s\d", after) or True
    full = word.lower() in {name.lower() for name in words.table("months")}
    prepared = re.search(
        r"(?:\b(?:in|In|since|Since|until|Until|till|by|By|of|during|During|from|From|between|Between|before|Before|after|"
        r"After|for|through|to|and|or|last|next|this|each|every|that|around|about|late|early|mid|the\sfollowing|month|as\slate\sas|as\searly\sas)\s|[-–(,]\s?|\A)\Z",
        before,
    )
    if month in words.ambiguous_months() or not full:
        if not prepared or prepared.group().strip() in ("", ",", "for"):
            return False
        weak = prepared.group().strip().lower() in (
            "of",
            "by",
            "to",
            "and",
            "or",
            "from",
            "after",
            "before",
            "about",
            "-",
            "–",
            "(",
            "that",
        )
        if weak and (
            month in (4, 5, 6, 8)
            and re.match(r"\s(?:[A-Z][a-z]|said|says|is\b|was\b|has\b|had\b|will\b)|'s", after)
        ):
            return False
        return full or after[:1] in (",", ".", " ", ")", "")
    if not prepared and re.match(r"\s[A-Z][a-z]", after) and before[-1:] != "":
        return bool(re.search(r"[a-z]\s\Z", before))
    return True


def _joined(text: str, forms: list[Form], stop: int, floor: int, end: int) -> tuple[list[Form], int]:
    """The forms, with a second point joined to the last one when the words make a range of the two."""
    first = forms[-1]
    if first.fixed or first.until or first.type != "DATE":
        return _led(text, forms, floor), stop
    joiner = _JOINER.match(text, stop, end)
    before = text[max(floor, first.start - 16) : first.start]
    opened = _FROM.search(before)
    if joiner is None:
        return _led(text, forms, floor), stop
    word = joiner.group().strip(" ,")
    if word == "or" or (word == "and" and not (opened and "etween" in opened.group())):
        return _led(text, forms, floor), stop
    now = _NOW.match(text, joiner.end(), end)
    if now and opened and first.dated:
        first.until = Form(now.start(), now.end(), fixed="PRESENT_REF")
        first.end = now.end()
        return forms, now.end()
    second = _second(text, first, joiner.end(), end)
    if second is None or not _pairs(first, second):
        return _led(text, forms, floor), stop
    if second.until is not None:
        return _led(text, forms, floor), stop
    first.until = second
    first.end = second.end
    return forms, second.end


def _second(text: str, first: Form, at: int, end: int) -> Form | None:
    for begin in (at,):
        for name in (
            "iso",
            "day_month",
            "month_day",
            "ancient",
            "month_year",
            "season",
            "decade",
            "part_of_year",
            "year",
            "century",
            "weekday",
        ):
            m = grammar.pattern(name).match(text, begin, end)
            if m is None or (m.end() < end and _cuts(text, m.end())):
                continue
            if name == "year" and not first.dated and first.month is None and not first.part:
                return None
            forms = HANDLERS[name](m)
            if len(forms) == 1 and (
                name not in ("month_year",) or m["year"] or m["yy"] or first.month or first.mod
            ):
                if name == "year" and _COUNTED.match(text[m.end() : m.end() + 40]):
                    return None
                return forms[0]
    return None


def _level(form: Form) -> int:
    if form.unit or form.anchor:
        return 9
    if form.day is not None:
        return 3
    if form.month is not None:
        return 2
    if form.part:
        return 4
    return 0 if form.coarse else 1


def _pairs(first: Form, second: Form) -> bool:
    a, b = _level(first), _level(second)
    if a == 9 or b == 9 or second.fixed:
        return False
    if first.year is not None and second.year is None and b < 2:
        return False
    if a == 1 and b > 1:
        return True  # "from 1939 to May 1945"
    if b == 1 and a in (2, 3, 4) and first.year is None:
        return False
    return True


def _led(text: str, forms: list[Form], floor: int) -> list[Form]:
    first = forms[0]
    if first.type != "DATE":
        return forms
    before = text[max(floor, first.start - 24) : first.start]
    m = _LEAD.search(before)
    if m and m.lastgroup:
        first.lead = m.lastgroup
    return forms
