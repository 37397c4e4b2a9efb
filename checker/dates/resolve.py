"""Which days a form means: years and reference days filled in from the publication date or from what was told."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.dates import calendar, values
from checker.dates.forms import Form
from checker.model import BEGINNING, END, Basis, When


@dataclass(slots=True)
class Told:
    """What the text told last, as far as it is known: the frame of "the next day" and of dates without year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None  # a day number

    def note(self, value: str, mod: str = "") -> None:
        """Take the point a value stands for as the last one told."""
        span = values.interval(value)
        if span is None or len(value.removeprefix("BC")) < 4:
            return
        year, month, _ = calendar.civil(span[0])
        if self.day is not None and not span[0] <= self.day <= span[1]:
            self.day = None
        if span[1] - span[0] < 31:
            self.month = month
        elif year != self.year:
            self.month = 12 if mod == "late" else None
        self.year = year
        if span[0] == span[1]:
            self.day = span[0]


@dataclass(slots=True)
class Frame:
    """What dates of an article are counted from. ``day`` is the publication day, when it is known to the day."""

    published: When | None = None
    narrative: bool = False
    told: Told = field(default_factory=Told)

    @property
    def day(self) -> int | None:
        known = self.published
        if known is None or known.basis == "estimated" or known.last - known.first > 1:
            return None
        return known.first


@dataclass(slots=True)
class Point:
    """A resolved form: its value, and how far it rests on something outside the expression."""

    value: str
    basis: Basis = "stated"
    assumptions: tuple[str, ...] = ()
    problem: str = ""


def point(form: Form, frame: Frame, tense: str, words: str) -> Point:
    """The value of a form. ``words`` is the expression, for the assumptions."""
    if form.fixed:
        return Point(form.fixed, "unknown")
    if form.coarse:
        return Point(form.coarse)
    if form.unit or (form.anchor and form.month is None and not form.part and form.day is None):
        return _relative(form, frame, tense, words)
    if form.year is not None:
        return _absolute(form, form.year)
    return _yearless(form, frame, tense, words)


def _absolute(form: Form, year: int) -> Point:
    if form.unit:
        return Point(values.year_value(year))
    if form.day is not None and form.month is not None:
        value = f"{values.month_value(year, form.month)}-{form.day:02d}"
        problem = _problem(form, year)
        return Point(value + form.time, problem=problem)
    if form.month is not None:
        return Point(values.month_value(year, form.month))
    if form.part:
        return Point(f"{values.year_value(year)}-{form.part}")
    return Point(values.year_value(year))


def _problem(form: Form, year: int | None) -> str:
    """Why there is no such day, if so. Until 1923 some country still counted by the Julian calendar."""
    assert form.month is not None
    assert form.day is not None
    name = calendar.MONTHS[form.month - 1]
    if year is None:
        longest = 29 if form.month == 2 else calendar.LENGTHS[form.month - 1]
        return (
            "" if form.day <= longest else f"{name} has {'at most 29' if form.month == 2 else longest} days"
        )
    if calendar.exists(year, form.month, form.day):
        return ""
    if year < 1924 and calendar.exists_julian(year, form.month, form.day):
        return ""
    length = calendar.days_in_month(year, form.month)
    return f"{name} {year} has {length} days" if form.month == 2 and year > 0 else f"{name} has {length} days"


def _yearless(form: Form, frame: Frame, tense: str, words: str) -> Point:
    if form.month is None and not form.part and form.day is None:
        return Point("", "unknown")
    if form.day is not None and form.month is None:
        return _day_alone(form, frame, words)
    if form.day is not None and _problem(form, None):
        return Point(f"XXXX-{form.month:02d}-{form.day:02d}", "unknown", problem=_problem(form, None))
    year, source = _year_for(form, frame, tense)
    if year is None:
        return Point(_open_value(form), "unknown")
    resolved = _absolute(form, year)
    resolved.basis = "relative"
    resolved.assumptions = (_assumption(form, frame, words, source),)
    if resolved.problem:  # 29 February of a year that the text does not name: some other year was meant
        return Point(_open_value(form), "unknown")
    return resolved


def _assumption(form: Form, frame: Frame, words: str, source: str) -> str:
    assert source in ("published", "told")
    if source == "told":
        return f"the year of '{words}' is the one told before it, {_said_year(frame.told.year)}"
    what = "is counted from" if form.anchor else "is taken from"
    day = calendar.iso(frame.day or 0)
    return (
        f"'{words}' {what} the publication date, {day}"
        if form.anchor
        else f"the year of '{words}' is taken from the publication date, {day}"
    )


def _said_year(year: int | None) -> str:
    if year is None:
        return "unknown"
    return str(year) if year > 0 else f"{1 - year} BC"


def _open_value(form: Form) -> str:
    if form.part:
        return f"XXXX-{form.part}"
    return f"XXXX-{form.month:02d}" + (f"-{form.day:02d}" if form.day is not None else "")


def _months_of(form: Form) -> tuple[int, int]:
    """The first and last month of a form without year."""
    if form.month is not None:
        return form.month, form.month
    return {
        "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14), "H1": (1, 6), "H2": (7, 12),
        "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12),
    }[form.part]  # fmt: skip


def _year_for(form: Form, frame: Frame, tense: str) -> tuple[int | None, str]:
    told = frame.told
    anchor = form.anchor
    if anchor.startswith("year:"):
        which = anchor[5:]
        if which in ("last", "this", "next") and not (frame.narrative and told.year is not None):
            if frame.day is None:
                return None, ""
            return calendar.civil(frame.day)[0] + {"last": -1, "this": 0, "next": 1}[which], "published"
        if told.year is None:
            return None, ""
        shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
        return told.year + shift, "told"
    if (
        frame.narrative or frame.day is None or anchor in ("that", "following", "same")
    ) and told.year is not None:
        return _told_year(form, told), "told"
    if frame.narrative or frame.day is None:
        return None, ""
    return _published_year(form, frame.day, tense), "published"


def _told_year(form: Form, told: Told) -> int:
    """The story's year, or the next one when the story had come close to the year's end."""
    assert told.year is not None
    month = _months_of(form)[0]
    if told.month is None:
        return told.year
    if form.anchor in ("following", "next"):
        return told.year + (month <= told.month)
    if told.month >= 10 and month <= 4 and not form.part:
        return told.year + 1
    return told.year


def _published_year(form: Form, day: int, tense: str) -> int:
    year, month, _ = calendar.civil(day)
    first, last = _months_of(form)
    if form.anchor == "last":
        return year if last < month else year - 1
    if form.anchor == "next":
        return year if first > month else year + 1
    if form.anchor == "this":
        return year
    if form.day is not None and form.month is not None:
        return _nearest_day(form.month, form.day, form.weekday, day, tense)
    if tense in ("future", "would"):
        return year if last >= month else year + 1
    if tense in ("past", "past?", "said"):
        return year if first <= month else year - 1
    here = year * 12 + month
    return min((year, year - 1, year + 1), key=lambda y: max(0, y * 12 + first - here, here - y * 12 - last))


def _nearest_day(month: int, of_month: int, weekday: int | None, day: int, tense: str) -> int:
    year = calendar.civil(day)[0]
    candidates = [y for y in (year, year - 1, year + 1) if calendar.exists(y, month, of_month)]
    if not candidates:
        return year
    away = {y: calendar.number(y, month, of_month) - day for y in candidates}
    best = min(candidates, key=lambda y: abs(away[y]))
    if tense == "future" and away[best] < -30:
        best = min((y for y in candidates if away[y] >= -1), key=lambda y: away[y], default=best)
    elif tense in ("past", "past?", "said") and away[best] > 30:
        best = max((y for y in candidates if away[y] <= 1), key=lambda y: away[y], default=best)
    if weekday is not None and abs(away[best]) > 60:
        fitting = [y for y in candidates if calendar.weekday(day + away[y]) == weekday]
        best = fitting[0] if len(fitting) == 1 else best
    return best


def _day_alone(form: Form, frame: Frame, words: str) -> Point:
    """ "Tuesday the 5th": in the month told last, or the publication's."""
    base = (
        frame.told.day if frame.told.day is not None and (frame.narrative or frame.day is None) else frame.day
    )
    if base is None or form.day is None:
        return Point("XXXX-XX-XX", "unknown")
    year, month, _ = calendar.civil(base)
    options = []
    for shift in (0, -1, 1):
        y, m = calendar.add_months(year, month, shift)
        if calendar.exists(y, m, form.day):
            options.append(calendar.number(y, m, form.day))
    if form.weekday is not None:
        options = [o for o in options if calendar.weekday(o) == form.weekday]
    if not options:
        return Point("XXXX-XX-XX", "unknown")
    best = min(options, key=lambda o: abs(o - base))
    return Point(values.day_value(best), "relative", (_counted(words, frame, base),))


def _counted(words: str, frame: Frame, base: int) -> str:
    if base == frame.day:
        return f"'{words}' is counted from the publication date, {calendar.iso(base)}"
    return f"'{words}' is counted from the date told before it, {calendar.iso(base)}"


_STEP = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "same": 0, "that": 0, "the": 0}
_VAGUE = {"last": "PAST_REF", "previous": "PAST_REF", "next": "FUTURE_REF", "following": "FUTURE_REF"}


def _relative(form: Form, frame: Frame, tense: str, words: str) -> Point:
    if form.ordinal:
        return _week_of_month(form, frame, tense, words)
    told = _from_told(form, frame)
    base, precision = _base(form, frame, told)
    if base is None:
        return Point(_vague(form), "unknown")
    if form.unit == "WD":
        value = _weekday(form, base, tense, narrative=told)
    elif form.part or form.month is not None:
        return _yearless(form, frame, tense, words)
    else:
        step = form.shift if form.shift is not None else _STEP.get(form.anchor, 0)
        value = shifted(base, form.unit, step, precision)
    if not value:
        return Point(_vague(form), "unknown")
    if form.time:
        value += form.time
    return Point(value, "relative", (_counted(words, frame, base),))


def _vague(form: Form) -> str:
    if form.unit == "WD" and not form.anchor:
        return f"XXXX-WXX-{form.count + 1}"
    if form.shift is not None:
        return "PAST_REF" if form.shift < 0 else "FUTURE_REF" if form.shift > 0 else "PRESENT_REF"
    return _VAGUE.get(form.anchor, "PRESENT_REF")


def _from_told(form: Form, frame: Frame) -> bool:
    """Is the form counted from what the text told last, not from the publication?"""
    if form.anchor == "published":
        return False
    if form.anchor in ("told", "following", "same", "that", "previous"):
        return frame.told.year is not None
    return frame.narrative and frame.told.year is not None


def estimated(form: Form, published: When) -> When | None:
    """The days of a form counted from a publication of which only a stretch is known."""
    if (
        form.anchor not in ("published", "last", "this", "next")
        or form.ordinal
        or form.unit not in ("D", "W", "M", "Y")
    ):
        return None
    step = form.shift if form.shift is not None else _STEP[form.anchor]
    first, last = (
        values.interval(shifted(day, form.unit, step)) for day in (published.first, published.last)
    )
    return When(first[0], last[1], None, "estimated") if first and last else None


def _base(form: Form, frame: Frame, told: bool) -> tuple[int | None, str]:
    """The day counted from, and how precisely it is known: D, M or Y."""
    if not told:
        return frame.day, "D"
    t = frame.told
    if t.day is not None:
        return t.day, "D"
    if t.year is None:
        return frame.day, "D"
    if t.month is not None:
        return calendar.number(t.year, t.month, 1), "M"
    return calendar.number(t.year, 1, 1), "Y"


def _weekday(form: Form, base: int, tense: str, *, narrative: bool) -> str:
    back = (calendar.weekday(base) - form.count) % 7
    ahead = (form.count - calendar.weekday(base)) % 7
    if form.anchor.startswith("week:"):
        step = _STEP.get(form.anchor[5:], 0)
        return values.day_value(base - calendar.weekday(base) + 7 * step + form.count)
    if form.anchor in ("last", "previous"):
        return values.day_value(base - (back or 7))
    if form.anchor in ("next", "following"):
        return values.day_value(base + (ahead or 7))
    if narrative:
        return values.day_value(base + ahead) if form.anchor != "same" else values.day_value(base)
    if form.anchor == "this" or tense in ("future", "would"):
        return values.day_value(base + ahead)
    return values.day_value(base - back)


def shifted(base: int, unit: str, step: int, precision: str = "D") -> str:
    """The value of the day, week, month … so many steps from the one that ``base`` lies in."""
    year, month, _ = calendar.civil(base)
    if unit == "D":
        return values.day_value(base + step) if precision == "D" else ""
    if unit in ("W", "F"):
        if precision != "D":
            return ""
        return values.week_value(base + step * (14 if unit == "F" else 7))
    if unit == "WE":
        return values.week_value(base + 7 * step) + "-WE" if precision == "D" else ""
    if unit == "M":
        if precision == "Y":
            return ""
        return values.month_value(*calendar.add_months(year, month, step))
    if unit == "Q":
        if precision == "Y":
            return ""
        y, m = calendar.add_months(year, (month - 1) // 3 * 3 + 1, 3 * step)
        return f"{values.year_value(y)}-Q{(m - 1) // 3 + 1}"
    if unit == "Y":
        return values.year_value(year + step)
    if unit == "E":
        return f"{(year // 10 + step):03d}" if year + 10 * step > 0 else ""
    if unit == "C":
        return f"{(year // 100 + step):02d}" if year + 100 * step > 0 else ""
    return ""


def _week_of_month(form: Form, frame: Frame, tense: str, words: str) -> Point:
    bare = Form(form.start, form.end, form.year, form.month, anchor=form.anchor)
    whole = _absolute(bare, form.year) if form.year is not None else _yearless(bare, frame, tense, words)
    span = values.interval(whole.value)
    if span is None:
        return whole
    first, last = span
    if form.unit == "WD":
        start = first + (form.count - calendar.weekday(first)) % 7
        days = list(range(start, last + 1, 7))
        if form.ordinal > len(days):
            return whole
        day = days[-1] if form.ordinal < 0 else days[form.ordinal - 1]
        return Point(values.day_value(day), whole.basis, whole.assumptions)
    return whole


# ---- stretches


# How far off "about" may be, in days, for stretches shorter than so many days.
_ROOM = ((1, 3), (32, 31), (367, 5 * 366), (10**9, 3660))


def when(point: Point, form: Form) -> When | None:
    """The stretch of days of a resolved form, its modifier, lead and slack applied."""
    span = values.interval(point.value)
    if span is None:
        return None
    first, last = _modified(span, form)
    lead = form.lead
    if lead == "since":
        return When(first, END, None, point.basis)
    if lead in ("until", "by"):
        return When(BEGINNING, last, None, point.basis)
    if lead == "before":
        return When(BEGINNING, last, None, point.basis)
    if lead == "after":
        return When(first, END, None, point.basis)
    if lead == "about":
        room = next(days for length, days in _ROOM if last - first < length)
        return When(first - room, last + room, None, point.basis)
    return When(first, last, None, point.basis)


def _modified(span: tuple[int, int], form: Form) -> tuple[int, int]:
    first, last = span
    length = last - first + 1
    if length < 5 or not form.mod:
        return span
    if form.mod == "fiscal":
        return first - 184, last + 181
    if form.mod in ("early", "H1"):
        return first, first + length * 3 // 5
    if form.mod in ("late", "H2"):
        return last - length * 3 // 5, last
    if form.mod == "mid":
        return first + length // 5, last - length // 5
    return span


def stretch(first: When, last: When) -> When | None:
    """From one point to another: sure from the end of the first to the beginning of the last."""
    if first.first > last.last:
        return None
    sure = (first.last, last.first) if first.last <= last.first else None
    basis: Basis = "stated" if first.basis == last.basis == "stated" else "relative"
    return When(first.first, last.last, sure, basis)
