"""The year of a date that names none: from the publication date, or from what the text told before."""

from __future__ import annotations

from checker.dates import calendar, feasts, values
from checker.dates.forms import Form
from checker.dates.frame import STEP, Frame, Point, Told, counted, said_year
from checker.dates.stated import problem, stated


def yearless(form: Form, frame: Frame, tense: str, words: str) -> Point:
    if form.month is None and not form.part and form.day is None:
        return Point("", "unknown")
    if form.day is not None and form.month is None:
        return day_alone(form, frame, words)
    if form.day is not None and problem(form, None):
        return Point(open_value(form), "unknown", problem=problem(form, None))
    year, source = _year_for(form, frame, tense)
    if year is None:
        return Point(open_value(form), "unknown")
    resolved = stated(form, year)
    resolved.basis = "relative"
    resolved.assumptions = (_assumption(form, frame, words, source),)
    if resolved.problem:  # 29 February of a year that the text does not name: some other year was meant
        return Point(open_value(form), "unknown")
    return resolved


def feast(form: Form, frame: Frame, tense: str, words: str) -> Point:
    """ "On Easter Monday": the one nearest to the publication, or of the year told."""
    reading = feasts.readings(form.feast)[0]
    about = Form(form.start, form.end, None, *feasts.day(reading, 2001), anchor=form.anchor)
    year, source = _year_for(about, frame, tense)
    if year is None:
        return Point(f"XXXX-{about.month:02d}" if reading[0] else "XXXX-XX-XX", "unknown")
    month, day = feasts.day(reading, year)
    return Point(f"{year:04d}-{month:02d}-{day:02d}", "relative", (_assumption(form, frame, words, source),))


def open_value(form: Form) -> str:
    if form.part:
        return f"XXXX-{form.part}"
    return f"XXXX-{form.month:02d}" + (f"-{form.day:02d}" + form.time if form.day is not None else "")


def _assumption(form: Form, frame: Frame, words: str, source: str) -> str:
    assert source in ("published", "told")
    if source == "told":
        return f"the year of '{words}' is the one told before it, {said_year(frame.told.year)}"
    what = "is counted from" if form.anchor else "is taken from"
    day = calendar.iso(frame.day or 0)
    return (
        f"'{words}' {what} the publication date, {day}"
        if form.anchor
        else f"the year of '{words}' is taken from the publication date, {day}"
    )


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
        if which in ("that", "same") and told.named is not None:
            return told.named, "told"
        if told.year is None:
            return None, ""
        shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
        return told.year + shift, "told"
    # even history speaks of its own day in the present: "as of September, the project has built ..."
    now = frame.day is not None and tense == "perfect"
    if ((frame.narrative and not now) or anchor in ("that", "following", "same")) and told.year is not None:
        return _told_year(form, told), "told"
    if frame.published is None and _goes_on(form, frame, tense):
        return told.year, "told"
    if frame.day is None:
        return None, ""
    return _published_year(form, frame.day, tense), "published"


def _goes_on(form: Form, frame: Frame, tense: str) -> bool:
    """Does an undated article go on in the year told just before, from a day of it to a later one?"""
    told = frame.told
    if told.month is None or form.day is None or form.month is None or form.anchor:
        return False
    near = frame.sentence - told.sentence <= 1
    return near and form.month >= told.month and tense not in ("future", "present", "perfect", "scheduled")


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
    if tense in ("future", "would", "scheduled"):
        return year if last >= month else year + 1
    if tense in ("past", "past?", "perfect"):
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
    if tense in ("future", "scheduled") and away[best] < -30:
        best = min((y for y in candidates if away[y] >= -1), key=lambda y: away[y], default=best)
    elif tense in ("past", "past?", "perfect", "said") and away[best] > 30:
        best = max((y for y in candidates if away[y] <= 1), key=lambda y: away[y], default=best)
    if weekday is not None and abs(away[best]) > 60:
        ahead = tense in ("future", "scheduled")  # what is to come is in no year that is past
        known = [y for y in candidates if not ahead or away[y] >= -1]
        fitting = [y for y in known if calendar.weekday(day + away[y]) == weekday]
        best = fitting[0] if len(fitting) == 1 else best
    return best


def day_alone(form: Form, frame: Frame, words: str) -> Point:
    """ "Tuesday the 5th": in the month told last, or the publication's."""
    base = _day_base(form, frame)
    if base is None or form.day is None:
        return Point("XXXX-XX-XX", "unknown")
    year, month, _ = calendar.civil(base)
    # with a weekday the months around will do; "the 5th" alone is that of the month told or asked for
    shifts = (STEP.get(form.anchor.removeprefix("month:"), 0),) if form.weekday is None else (0, -1, 1)
    months = [calendar.add_months(year, month, shift) for shift in shifts]
    days = [calendar.number(y, m, form.day) for y, m in months if calendar.exists(y, m, form.day)]
    if form.weekday is not None:
        days = [day for day in days if calendar.weekday(day) == form.weekday]
    if not days:
        return Point("XXXX-XX-XX", "unknown")
    best = min(days, key=lambda day: abs(day - base))
    return Point(values.day_value(best), "relative", (counted(words, frame, base),))


def _day_base(form: Form, frame: Frame) -> int | None:
    told = frame.told
    if form.weekday is not None and not frame.narrative and frame.day is not None:
        return frame.day
    if told.day is not None:
        return told.day
    if told.month is not None and told.year is not None:
        return calendar.number(told.year, told.month, 1)
    return None if frame.narrative else frame.day
