"""Laws of the calendar, of date values and of the date reader."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import dates
from checker.dates import calendar, values
from checker.dates.calendar import MONTHS, WEEKDAYS
from checker.model import Article, Block, Source, When
from checker.text.sentences import sentences

DAYS = st.integers(min_value=-2_000_000, max_value=2_000_000)
WRITTEN = st.dates(min_value=datetime.date(1500, 1, 1), max_value=datetime.date(2100, 12, 31))


def article(text: str, published: When | None = None) -> Article:
    blocks = tuple(Block("paragraph", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return Article(Source("law.txt", published=published), text, text, blocks)


# ---- calendar


@given(DAYS)
def test_a_day_number_is_the_number_of_its_date(day: int) -> None:
    year, month, of_month = calendar.civil(day)
    assert calendar.exists(year, month, of_month)
    assert calendar.number(year, month, of_month) == day


@given(DAYS)
def test_the_day_after_the_last_of_a_month_is_the_first_of_the_next(day: int) -> None:
    year, month, _ = calendar.civil(day)
    last = calendar.month_span(year, month)[1]
    assert calendar.civil(last + 1) == (*calendar.add_months(year, month, 1), 1)


@given(st.dates())
def test_agrees_with_the_standard_library(date: datetime.date) -> None:
    day = date.toordinal()
    assert calendar.civil(day) == (date.year, date.month, date.day)
    assert calendar.weekday(day) == date.weekday()
    assert calendar.iso_week(day) == tuple(date.isocalendar())[:2]
    assert calendar.iso(day) == date.isoformat()


def test_weekdays_of_four_hundred_years_follow_each_other() -> None:
    first = calendar.number(1800, 1, 1)
    assert calendar.weekday_name(first) == "Wednesday"
    for day in range(first, first + 146_097):
        assert calendar.weekday(day + 1) == (calendar.weekday(day) + 1) % 7
    assert calendar.weekday(first + 146_097) == calendar.weekday(first)


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1917, 10, 25), (1917, 11, 7)),
        ((1582, 10, 5), (1582, 10, 15)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((-43, 3, 15), (-43, 3, 13)),
    ],
)
def test_julian_dates_are_those_of_the_history_books(
    julian: tuple[int, int, int], gregorian: tuple[int, int, int]
) -> None:
    assert calendar.julian(*julian) == calendar.number(*gregorian)


# ---- values


@given(DAYS.filter(lambda day: abs(calendar.civil(day)[0]) < 9999))
def test_every_value_of_a_day_holds_the_day(day: int) -> None:
    year, month, _ = calendar.civil(day)
    assert values.interval(values.day_value(day)) == (day, day)
    for value in (values.month_value(year, month), values.year_value(year), values.week_value(day)):
        span = values.interval(value)
        assert span is not None
        assert span[0] <= day <= span[1]


@given(st.integers(1, 9998), st.sampled_from(["", "BC"]))
def test_decades_and_centuries_hold_their_years(year: int, era: str) -> None:
    own = values.interval(f"{era}{year:04d}")
    assert own is not None
    for digits in (f"{year // 10:03d}", f"{year // 100:02d}"):
        span = values.interval(era + digits)
        assert span is not None
        assert span[0] <= own[0] <= own[1] <= span[1] or (era == "BC" and year % 100 == 0)


@pytest.mark.parametrize(
    "value", ["PAST_REF", "P3D", "XXXX-10", "2021-13", "2021-02-30", "", "/", "x/y", "2021-W60x"]
)
def test_what_is_no_stretch_of_the_calendar_has_no_days(value: str) -> None:
    assert values.interval(value) is None


# ---- reading what was written


def written(date: datetime.date) -> list[str]:
    day, month, year = date.day, MONTHS[date.month - 1], date.year
    weekday = WEEKDAYS[date.weekday()]
    nth = f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
    return [
        f"{day} {month} {year}",
        f"{month} {day}, {year}",
        f"{month} {nth}, {year}",
        f"the {nth} of {month} {year}",
        f"{weekday}, {day} {month} {year}",
        f"{weekday} {month} {day}, {year}",
        f"{day} {month} {year} (a {weekday})",
        f"{day} {month[:3]} {year}",
        f"{month[:3].upper()} {day:02d}, {year}",
        f"{day:02d}-{month[:3]}-{year}",
        date.isoformat(),
        f"{date.isoformat()}T10:30:00Z",
        f"{day:02d}.{date.month:02d}.{year}",
        f"{year}/{date.month:02d}/{day:02d}",
    ]


@given(WRITTEN)
def test_a_written_day_is_read_back(date: datetime.date) -> None:
    for text in written(date):
        when = dates.absolute(text)
        assert when is not None, text
        assert (when.first, when.last) == (date.toordinal(), date.toordinal()), text


@given(WRITTEN)
def test_the_right_weekday_is_never_called_wrong(date: datetime.date) -> None:
    for text in written(date):
        it = article(f"The council met on {text}, and left.")
        for mention in dates.read(it, sentences(it)).mentions:
            assert mention.weekday == mention.falls_on
            assert not mention.problem


@given(WRITTEN, st.integers(1, 6))
def test_a_wrong_weekday_is_seen_from_1930_on(date: datetime.date, off: int) -> None:
    wrong = WEEKDAYS[(date.weekday() + off) % 7]
    it = article(f"The council met on {wrong}, {date.day} {MONTHS[date.month - 1]} {date.year}.")
    (mention,) = dates.read(it, sentences(it)).mentions
    if date.year >= 1930:
        assert (mention.weekday, mention.falls_on) == (wrong, WEEKDAYS[date.weekday()])
    else:
        assert mention.weekday in ("", wrong)


@given(WRITTEN, st.integers(1, 400))
def test_a_range_reaches_from_its_first_to_its_last_day(date: datetime.date, length: int) -> None:
    last = min(date + datetime.timedelta(days=length), datetime.date(2100, 12, 31))
    if last <= date:
        return
    text = f"It was shut from {written(date)[0]} to {written(last)[0]}."
    it = article(text)
    (mention,) = dates.read(it, sentences(it)).mentions
    assert mention.value == f"{date}/{last}"
    assert mention.when is not None
    assert mention.when.sure == (date.toordinal(), last.toordinal())


# ---- any text at all

WORDS = st.sampled_from(
    """
    the of in on last next this early late mid end first third Monday Fri. May March sun 5 12 31 32nd 1999
    2021 44 BC AD century 1990s '90s Q3 half quarter fiscal year week day days today yesterday ago later
    before after since until from to and - – / , ( ) ' 7-10 2021-02-30 12/05/2021 spring fall every two
    several a half nineteen ninety-six Christmas Eve 76% $2042 2003-4 FY19 . ; 's same following said will
    was held
    """.split()
)


@given(st.lists(WORDS, max_size=30), st.booleans())
def test_any_text_is_read_in_order_and_without_overlap(words: list[str], dated: bool) -> None:
    published = When(737889, 737889, None, "published") if dated else None
    it = article(" ".join(words), published)
    end = 0
    for mention in dates.read(it, sentences(it)).mentions:
        assert end <= mention.start < mention.end <= len(it.text)
        end = mention.end
        span = values.interval(mention.value)
        if span and mention.when and not mention.alternatives:
            assert mention.when.first <= span[1]
            assert mention.when.last >= span[0]


@given(st.text(max_size=200))
def test_no_string_breaks_the_reader(text: str) -> None:
    it = article(text)
    dates.read(it, sentences(it))
    dates.absolute(text)
