"""Every date of an article as a mention: the words, the value, the days, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.dates import ranges, relative, resolve, stretches
from checker.dates.estimate import estimate
from checker.dates.forms import Form
from checker.dates.found import Found, Stretch, find
from checker.dates.frame import Frame, Point
from checker.dates.mode import is_narrative
from checker.dates.order import settle
from checker.dates.reading import Mention, Reading
from checker.dates.tense import SHOWN
from checker.dates.weekdays import stated_weekday
from checker.model import Article, DayOrder, When


def read(article: Article, sentences: Sequence[Stretch], order: DayOrder | None = None) -> Reading:
    """The date mentions of an article, in order, and when it was published or seems to have been.

    ``order`` is how a numeric date is read ("dmy" or "mdy") whose order nothing in the article tells.
    """
    text = article.text
    found = find(text, sentences)
    published, dated_by = article.source.published, article.source.dated_by
    if published is None:
        published, dated_by = estimate(text, found, article.speech)
    settle([one.form for one in found], published, order)
    frame = Frame(published, is_narrative(text, [one.form for one in found], published))
    mentions = tuple(_mention(text, one, frame) for one in found)
    return Reading(mentions, published, dated_by)


_BORN = re.compile(r"(?:\b[Bb]orn(?:\son)?\s|\()\Z")  # nothing goes on from there


def _mention(text: str, one: Found, frame: Frame) -> Mention:
    form = one.form
    words = text[form.start : form.end]
    frame.sentence = one.sentence
    point = resolve.point(form, frame, one.tense, words)
    if form.until is not None:
        return ranges.span(form, point, one, frame, words)
    shown = SHOWN.get(one.tense, "")
    when = stretches.when(point, form) if not point.problem else None
    if form.type == "DATE" and form.lead == "since" and when is not None:
        when = ranges.since(when, point, frame)
    if when is None and frame.published is not None and frame.day is None and not frame.narrative:
        when = relative.counted_within(form, frame.published)
        if when is not None:
            known = "estimated" if frame.published.basis == "estimated" else "not known to the day"
            point.assumptions = (f"the publication date, from which '{words}' is counted, is {known}",)
    alternatives: tuple[str, ...] = ()
    if form.other is not None and form.year is not None:
        point, when, alternatives = either(form, point, when, frame)
    weekday, falls_on = stated_weekday(form, point, frame, one.tense)
    if form.type == "DATE" and not point.problem and not form.fixed and _tells(one, frame):
        frame.told.note(point.value, form.mod)
        if not _BORN.search(text, max(0, form.start - 12), form.start):
            frame.told.sentence = one.sentence
    elif form.year is not None:
        frame.told.named = form.year
    kind = form.type
    if "T" in point.value and kind == "DATE" and point.value[:1].isdigit():
        kind = "TIME"
    return Mention(
        form.start, form.end, point.value, kind, when, alternatives, weekday, falls_on, point.problem,
        point.assumptions, shown,
    )  # fmt: skip


def _tells(one: Found, frame: Frame) -> bool:
    """Does the story move to this date? A year in passing ("the largest since 1813") does not move it."""
    form = one.form
    if form.anchor in ("last", "previous", "published") or (form.shift or 0) < 0:
        return not frame.narrative
    if (form.lead in ("since", "until") or one.passing) and not one.opens:
        return False
    if form.year is None or frame.told.year is None or form.month is not None or form.part:
        return True
    near = 0 <= form.year - frame.told.year <= 1
    return one.opens or (near and one.tense not in ("would", "future"))


def either(
    form: Form, point: Point, when: When | None, frame: Frame
) -> tuple[Point, When | None, tuple[str, ...]]:
    assert form.other is not None
    assert form.year is not None
    month, day = form.other
    swapped = resolve.point(Form(form.start, form.end, form.year, month, day), frame, "", "")
    other = stretches.when(swapped, form)
    if other is None:
        return point, when, ()
    if when is None:
        return swapped, other, ()
    hull = When(min(when.first, other.first), max(when.last, other.last), None, "stated")
    return point, hull, (point.value, swapped.value)
