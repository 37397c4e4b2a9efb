"""When an undated article was published, as far as its own words tell.

Whatever it tells as past cannot be later than its publication, whatever it tells as still to come cannot be
earlier, and an event's edition together with a month counted from the publication ("KAZIND-2018 … last
month") ties the two. All bounds are intersected; where they cross, or one side stays open, nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from checker.dates import calendar, resolve, telling, values
from checker.dates.forms import Form
from checker.dates.found import Found
from checker.dates.frame import Frame
from checker.model import BEGINNING, END, When

# The words before the year of an edition: "KAZIND-", "Aero India ".
_EDITION = re.compile(r"[A-Z][\w']*-\Z|\b[A-Z][\w']+\s(?:[A-Z][\w']*\s){0,3}\Z")
# What bears the year it is made for, not the year in which it is held; and words that are no names.
_NO_EVENT = re.compile(
    r"\b(?:Budget|Report|Plan|Act|Bill|Law|Code|Year|Agenda|Vision|Strategy|Goals?|Census|Model|Season|In|The|By|"
    r"Since|During|From|Of|For|On|Until|After|Before|About|Around)\s\Z"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """The article was published between two days, because it says so and so."""

    first: int
    last: int
    quote: str


def estimate(
    text: str, found: Sequence[Found], speech: Sequence[tuple[int, int]] = ()
) -> tuple[When | None, str]:
    """The stretch in which an undated article was published and the words that tell; None when unknown.

    ``speech`` are the stretches that quote somebody: their standpoint is not the article's.
    """
    own = [one for one in found if not any(s <= one.form.start < e for s, e in speech)]
    bounds = [*_told(text, own), *_editions(text, own)]
    if not bounds:
        return None, ""
    lower = max(bounds, key=lambda bound: bound.first)
    upper = min(bounds, key=lambda bound: bound.last)
    if lower.first > upper.last or lower.first == BEGINNING or upper.last == END:
        return None, ""
    return When(lower.first, upper.last, None, "estimated"), _evidence(lower, upper)


def _evidence(lower: Bound, upper: Bound) -> str:
    if lower.quote == upper.quote:
        return f'"{lower.quote}"'
    return f'not before "{lower.quote}", not after "{upper.quote}"'


def _told(text: str, found: Sequence[Found]) -> Iterator[Bound]:
    """What dates with a year say by the tense they are told in."""
    for one in found:
        form = one.form
        if form.year is None or form.fixed or form.mod == "fiscal" or form.other:
            continue
        point = resolve.point(form, Frame(), "", "")
        span = values.interval(point.value)
        if span is None or point.problem:
            continue
        if not telling.when(text, form):
            continue
        quote = text[form.start : form.end]
        begun = (
            one.tense in ("past", "perfect")
            and form.lead not in ("until", "by", "before", "after")
            and not _named(text, form)
        )
        if begun or (one.tense in ("past", "perfect", "present") and form.lead == "since"):
            yield Bound(span[0], END, quote)
        elif (
            one.tense == "future"
            and form.lead not in ("since", "after", "until")
            and telling.ahead(text, one)
        ):
            last = values.interval(resolve.point(form.until, Frame(), "", "").value) if form.until else None
            yield Bound(BEGINNING, (last or span)[1], quote)


def _editions(text: str, found: Sequence[Found]) -> Iterator[Bound]:
    """What an edition's year and a unit counted from the publication say together, in one sentence."""
    for _, group in groupby(found, key=lambda one: one.sentence):
        forms = [one.form for one in group]
        editions = [form for form in forms if form.year is not None]
        counted = [form for form in forms if _steps(form) is not None]
        if len(editions) != 1 or len(counted) != 1:
            continue
        edition, relative = editions[0], counted[0]
        if edition.month or edition.part or edition.until or not _named(text, edition):
            continue
        bound = _shifted(edition, relative)
        if bound:
            name, words = _name(text, edition), text[relative.start : relative.end]
            pair = (name, words) if edition.start < relative.start else (words, name)
            yield Bound(*bound, " … ".join(pair))


def _named(text: str, form: Form) -> bool:
    """Is the year the edition of a named event?"""
    return not form.lead and _name(text, form) != text[form.start : form.end]


def _name(text: str, form: Form) -> str:
    """The name with its edition, or the year alone."""
    begin = max(0, form.start - 48)
    m = _EDITION.search(text, begin, form.start)
    if m is None or _NO_EVENT.search(text, begin, form.start):
        return text[form.start : form.end]
    return text[m.start() : form.end]


def _steps(form: Form) -> int | None:
    """How many weeks or months after its publication the article puts it; None when it says neither."""
    if form.unit not in ("W", "M") or form.fixed or form.mod or form.shift is not None:
        return None
    return {"last": -1, "next": 1}.get(form.anchor)


def _shifted(edition: Form, relative: Form) -> tuple[int, int] | None:
    """The stretch of publication if the relative day lies in the edition's year."""
    assert edition.year is not None
    steps = _steps(relative)
    if steps is None:
        return None
    first, last = calendar.year_span(edition.year)
    if relative.unit == "W":
        return first - 7 * steps - 6, last - 7 * steps + 6
    begin = calendar.month_span(*calendar.add_months(edition.year, 1, -steps))
    end = calendar.month_span(*calendar.add_months(edition.year, 12, -steps))
    return begin[0], end[1]
