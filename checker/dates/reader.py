"""Finds the date expressions of one sentence and reads each into a form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.dates import clock, grammar, plausible
from checker.dates.forms import Form
from checker.dates.normalise import HANDLERS

_MOST_LEADS = 7
_LOOK_BACK = 64
_PIECES = re.compile(r"([\s(]|(?:(?<=[a-z])|\A)/(?=\d)|(?<=\w)-(?=\w*\Z))")
_NUMBERISH = re.compile(
    r"'?\d{1,2}(?:st|nd|rd|th)?(?:[-–—/]\d{1,2}(?:st|nd|rd|th)?)?|\d{3,4}(?:[-–—]\d{1,4})?|'\d\d|[1-4]Q|Q[1-4]|H[12]"
)
_JOINER = re.compile(r"\s?(?:--?|[–—])\s?|,?\s(?:to|until|till|through|thru|up\sto)\s|\s(?:and|or)\s")
_ABOUT = re.compile(r"(?:c\.?|ca\.|circa|about|around)\s")
_NOW = re.compile(r"(?:the\s)?(?:present(?:\sday)?|now|today|date|this\sday)(?!\w)")
_FROM = re.compile(r"\b(?:[Ff]rom|[Bb]etween)\s(?:the\s)?\Z")
_LEAD = re.compile(
    r"(?:\b(?P<since>[Ss]ince|[Ee]ver\ssince)|\b(?P<until>(?:[Uu]n)?[Tt]il|[Tt]ill|[Uu]p\sto|[Tt]hrough)"
    r"|\b(?P<before>[Bb]efore|[Pp]rior\sto)|\b(?P<after>[Aa]fter|[Ff]ollowing)|\b(?P<by>[Bb]y)"
    r"|\b(?P<about>[Aa]bout|[Aa]round|[Cc]irca|[Cc]a?\.|[Aa]pproximately|[Rr]oughly))"
    r"\s(?:the\s)?(?:early\s|about\s|around\s)?\Z"
)


_LISTED = re.compile(
    r"\s?(?:,|/|&|-|–|\band\b|\bor\b|,\sand\b|\bto\b|\bthrough\b|\band\sagain\b)\s?"
    r"(?:(?:in|on|the|from|early|late|mid|by|of)[\s-]){0,2}\Z"
)


def read(text: str, start: int, end: int, hits: Sequence[tuple[int, str]]) -> list[Form]:
    """The forms between two offsets, in order; none overlap. ``hits`` are the triggers between them."""
    forms = list(_read(text, start, end, hits))
    for first, second in zip(forms[-2::-1], forms[:0:-1], strict=True):
        _share_backward(text, first, second)
    return forms


def _share_backward(text: str, first: Form, second: Form) -> None:
    """ "In August and September 1956": the year of the last item of a list is that of the others."""
    if (
        first.year is not None
        or second.year is None
        or second.fixed
        or first.fixed
        or first.anchor
        or first.unit
    ):
        return
    if not (first.month or first.part) or not (second.month or second.part) or first.until:
        return
    between = text[first.end : second.start]
    if len(between) > 24 or not _LISTED.fullmatch(between):
        return
    first.year = second.year
    if first.month and second.month and first.month > second.month:
        first.year -= 1


def _read(text: str, start: int, end: int, hits: Sequence[tuple[int, str]]) -> Iterator[Form]:
    done = start
    for at, kind in hits:
        if at < done or (at > start and (text[at - 1].isalnum() or text[at - 1] == "_")):
            continue
        hit = _match(text, kind, at, done, end)
        if hit is None:
            continue
        forms, stop = hit
        forms, stop = _joined(text, forms, stop, done, end)
        if len(forms) == 1:
            clock.set_clock(text, forms[0], done, end)
            stop = max(stop, forms[0].end)
        done = stop
        yield from forms


def _match(text: str, kind: str, at: int, floor: int, end: int) -> tuple[list[Form], int] | None:
    for begin in _starts(text, at, floor):
        for name in grammar.CLASSES[kind]:
            m = grammar.pattern(name).match(text, begin, end)
            if m is None or m.end() <= at or (m.end() < end and _cuts(text, m.end())):
                continue
            forms = HANDLERS[name](m)
            if forms and plausible.plausible(text, name, m):
                return forms, forms[-1].end
    return None


def _cuts(text: str, at: int) -> bool:
    return text[at - 1].isalnum() and (text[at].isalnum() or text[at] == "_")


def _starts(text: str, at: int, floor: int) -> list[int]:
    """Where an expression around the word at ``at`` may begin, the furthest first."""
    begin = max(floor, at - _LOOK_BACK)
    before = text[begin:at].removesuffix("'")
    starts = [at, at - 1] if at > begin and text[at - 1] == "'" else [at]
    known = grammar.leads()
    position = begin + len(before)
    pieces = _PIECES.split(before)
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
    if now and first.dated and (opened or ("present" in now.group() and word in "-–—--")):
        first.until = Form(now.start(), now.end(), fixed="PRESENT_REF")
        first.end = now.end()
        return forms, now.end()
    about = _ABOUT.match(text, joiner.end(), end)
    second = _second(text, first, about.end() if about else joiner.end(), end)
    if second is None or not _pairs(first, second):
        return _led(text, forms, floor), stop
    if second.until is not None:
        return _led(text, forms, floor), stop
    if about:
        second.lead = "about"
    if _votes(before, first, second):
        return [], second.end
    first.until = second
    first.end = second.end
    return forms, second.end


_TALLY = re.compile(r"\b(?:by|voted|was|score|of)\s\Z")


def _votes(before: str, first: Form, second: Form) -> bool:
    """ "Carried by 2010 to 1995" are votes, not years."""
    if _level(first) != 1 or _level(second) != 1 or first.mod or second.mod:
        return False
    return (first.year or 0) > (second.year or 0) > 0 and _TALLY.search(before) is not None


def _second(text: str, first: Form, at: int, end: int) -> Form | None:
    for name in grammar.ENDS:
        m = grammar.pattern(name).match(text, at, end)
        if m is None or (m.end() < end and _cuts(text, m.end())):
            continue
        if name == "year" and not first.dated and first.month is None and not first.part:
            return None
        forms = HANDLERS[name](m)
        if len(forms) != 1:
            continue
        if name == "month_year" and not (m["year"] or m["yy"] or first.month or first.mod):
            continue
        if name == "year" and plausible.counted(text, m.end()):
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
    return not (b == 1 and a in (2, 3, 4) and first.year is None)


def _led(text: str, forms: list[Form], floor: int) -> list[Form]:
    first = forms[0]
    if first.type != "DATE":
        return forms
    before = text[max(floor, first.start - 24) : first.start]
    m = _LEAD.search(before)
    if m and m.lastgroup:
        first.lead = m.lastgroup
    return forms
