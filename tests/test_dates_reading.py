"""What the dates of an article rest on: its publication date, stated or estimated, or its story."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker import dates
from checker.dates.calendar import iso, number
from checker.model import Article, Block, Source, When
from checker.text.sentences import sentences

SEEDS = Path(__file__).parent.parent / "seeds"


def read(text: str, published: str = "", speech: tuple[tuple[int, int], ...] = ()) -> dates.Reading:
    text = text.replace("’", "'").replace("‘", "'")
    blocks = tuple(Block("paragraph", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    when = dates.absolute(published) if published else None
    stated = when and When(when.first, when.last, when.sure, "published")
    it = Article(
        Source("it.txt", published=stated, dated_by="front matter"), text, text, blocks, speech=speech
    )
    return dates.read(it, sentences(it))


def span(when: When | None) -> tuple[str, str] | None:
    return when and (iso(when.first), iso(when.last))


# ---- the estimate


def test_the_undated_sample_was_written_between_february_2018_and_january_2019() -> None:
    (path,) = SEEDS.glob("000_*.txt")
    reading = read(path.read_text("utf-8"))
    assert span(reading.published) == ("2018-02-01", "2019-01-31")
    assert reading.published is not None
    assert reading.published.basis == "estimated"
    assert reading.published.sure is None
    assert "KAZIND-2018" in reading.dated_by
    assert "last month" in reading.dated_by


def test_what_is_told_as_past_and_as_to_come_bounds_the_publication() -> None:
    reading = read("The hall was opened in May 2012. It will be closed in March 2014.")
    assert span(reading.published) == ("2012-05-01", "2014-03-31")
    assert "May 2012" in reading.dated_by
    assert "March 2014" in reading.dated_by


@pytest.mark.parametrize(
    "text",
    [
        "The hall was opened in May 2012.",  # open to one side
        "The hall will be closed in March 2014.",
        "The hall was opened in May 2016. It will be closed in March 2014.",  # the bounds cross
        "The games were to be held in 1932. The stadium was burnt in 1930.",  # to come for the story only
        "The hall is open.",
        "She said the hall opened in 1999 and called for a plan for 2030.",
        "The hall was opened in May 2012. Use will rise to 40 from 20 in the model of 2014.",
        "The hall was opened in May 2012. It will be used, according to a June 2014 report.",
        "The hall was opened in May 2012. More will come throughout 2014 and beyond.",
        "The hall was opened in May 2012. After the breaches in 2014, safety will come first.",
        "The hall was praised in the 2012 report. It will be closed in March 2014.",
        "Halls opened after 15 May 2012 were safe. It will be closed in March 2014.",
    ],
)
def test_without_bounds_to_both_sides_nothing_is_estimated(text: str) -> None:
    reading = read(text)
    assert reading.published is None
    assert reading.dated_by == ""


@pytest.mark.parametrize(
    "text",
    [
        "The hall was opened May 5, 2012. It will be closed March 9, 2014.",
        "In May 2012 the hall was opened. In March 2014, it will be closed.",
        "The hall has been open since May 2012. It is to be closed by March 2014.",
    ],
)
def test_dates_that_tell_when_something_happens_bound_the_publication(text: str) -> None:
    published = read(text).published
    assert published is not None
    assert iso(published.first).startswith("2012-05")
    assert iso(published.last).startswith("2014-03")


def test_what_a_speaker_tells_is_not_from_the_standpoint_of_the_article() -> None:
    text = 'The hall was opened in May 2012. "It will be closed in March 2014," he wrote.'
    start = text.index('"')
    assert span(read(text).published) == ("2012-05-01", "2014-03-31")
    assert read(text, speech=((start, len(text)),)).published is None


def test_a_stated_publication_date_is_kept_with_its_source() -> None:
    reading = read("The hall was opened in May 2012. It will be closed in March 2014.", "2013-01-02")
    assert span(reading.published) == ("2013-01-02", "2013-01-02")
    assert reading.dated_by == "front matter"


def test_last_month_of_an_estimated_publication_is_a_stretch_and_says_so() -> None:
    reading = read("The hall was opened in May 2012. It will be closed in March 2014. It burnt last month.")
    mention = reading.mentions[-1]
    assert span(mention.when) == ("2012-04-01", "2014-02-28")
    assert mention.when is not None
    assert mention.when.basis == "estimated"
    assert any("estimated" in assumption for assumption in mention.assumptions)


# ---- what a date rests on


def test_a_relative_date_names_the_publication_date_as_its_assumption() -> None:
    (mention,) = read("The bank closed last month.", "2021-04-09").mentions
    assert mention.assumptions == ("'last month' is counted from the publication date, 2021-04-09",)
    assert mention.when is not None
    assert mention.when.basis == "relative"


def test_a_year_from_the_publication_date_is_an_assumption() -> None:
    (mention,) = read("The bank closed on 5 March.", "2021-04-09").mentions
    assert mention.assumptions == ("the year of '5 March' is taken from the publication date, 2021-04-09",)


def test_a_stated_date_assumes_nothing() -> None:
    (mention,) = read("The bank closed on 5 March 2021.", "2021-04-09").mentions
    assert mention.assumptions == ()
    assert mention.when is not None
    assert mention.when.basis == "stated"


def test_what_has_held_since_a_year_surely_holds_from_its_end_to_the_publication() -> None:
    (mention,) = read("She has led the party since 2009.", "2021-04-09").mentions
    assert mention.when is not None
    assert mention.when.sure == (number(2009, 12, 31), number(2021, 4, 9))


def test_a_tenure_is_sure_between_its_years_only() -> None:
    (mention,) = read("She led the party from 2005 to 2021.").mentions
    assert mention.when is not None
    assert mention.when.sure == (number(2005, 12, 31), number(2021, 1, 1))


def test_an_unknown_order_of_day_and_month_is_both() -> None:
    (mention,) = read("The file is of 04/05/2020.").mentions
    assert mention.alternatives == ("2020-04-05", "2020-05-04")
    assert mention.when is not None
    assert mention.when.sure is None


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The hall opened in 2012.", "past"),
        ("The hall will open in 2012.", "future"),
        ("The hall is open since 2012.", "present"),
        ("The games to be held in 2012 are near.", "future"),
        ("They invited her to visit Rome in 2012.", ""),
        ("The games were to be held in 2012.", ""),
        ("It has been open since 2012.", "past"),
    ],
)
def test_tells_in_which_tense_a_date_stands(text: str, tense: str) -> None:
    (mention,) = read(text).mentions
    assert mention.tense == tense


# ---- weekdays and days that do not exist


def problem(text: str, published: str = "") -> list[tuple[str, str, str]]:
    return [(m.weekday, m.falls_on, m.problem) for m in read(text, published).mentions]


def test_a_weekday_is_checked_only_against_a_day_that_is_known() -> None:
    assert problem("It was on Monday, 5 March 2021.") == [("Monday", "Friday", "")]
    assert problem("It was on Monday, 5 March.") == [("", "", "")]
    assert problem("It was on Monday, 12 April.", "2021-04-09") == [("Monday", "Monday", "")]


def test_a_weekday_far_from_the_publication_may_be_of_another_year() -> None:
    assert problem("The storm of Saturday, April 24, was long past.", "2015-08-03") == [("", "", "")]


def test_a_weekday_that_fits_the_julian_calendar_is_let_pass_before_1930() -> None:
    assert problem("It fell on Wednesday, 25 October 1917.") == [("", "", "")]
    assert problem("It fell on Tuesday, 25 October 1917.") == [("Tuesday", "Thursday", "")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It was signed on 31 June 1998.", "June has 30 days"),
        ("It was signed on February 29, 2021.", "February 2021 has 28 days"),
        ("It was signed on 30 February.", "February has at most 29 days"),
        ("It was signed on 29 February 1900.", ""),
        ("It was signed on 29 February 2000.", ""),
        ("It was signed on 29 February 1925.", "February 1925 has 28 days"),
    ],
)
def test_says_why_there_is_no_such_day(text: str, why: str) -> None:
    assert [m.problem for m in read(text).mentions] == [why]


# ---- headers


@pytest.mark.parametrize(
    "text",
    [
        "Apr 9, 2021",
        "9 April 2021",
        "2021-04-09",
        "2021-04-09T10:00:00+05:30",
        "2021-04-09 10:00:00",
        "Friday, April 9, 2021 10:00 AM",
        "Fri, 09 Apr 2021 10:00:00 +0000",
        "April 9, 2021 at 5:45 PM IST",
        "9 April 2021, 10.30am",
        "9th day of April, in 2021",
    ],
)
def test_reads_the_dates_of_headers(text: str) -> None:
    assert span(dates.absolute(text)) == ("2021-04-09", "2021-04-09")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "today",
        "last month",
        "76%",
        "may",
        "May",
        "9 April",
        "April 2021 news",
        "30 February 2021",
        "10.5.21",
    ],
)
def test_what_is_no_absolute_date_alone_is_none(text: str) -> None:
    assert dates.absolute(text) is None
