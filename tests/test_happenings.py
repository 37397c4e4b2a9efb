"""What an article tells of the exercises, fairs, festivals and treaties that it names."""

from __future__ import annotations

import pytest

from checker.dates.calendar import iso
from checker.extract import extract
from checker.load import load
from checker.model import Claim, Event, Relation


def claims(text: str, published: str = "2016-03-06") -> list[Claim]:
    (article,) = load("a.md", f"---\ndate: {published}\n---\n\n{text}\n".encode()).articles
    return extract(article)


def days(text: str) -> dict[str, str]:
    """By their keys the first days of the events that bear a part of an occasion."""
    return {it.event: iso(it.when.first) for it in claims(text) if isinstance(it, Event) and ": " in it.event}


def numbers(text: str) -> dict[str, str]:
    return {it.relation: it.value for it in claims(text) if isinstance(it, Relation)}


@pytest.mark.parametrize(
    ("text", "key", "day"),
    [
        ("The Halden Boat Show opens on 2 March 2016.", "halden boat show 2016: opening", "2016-03-02"),
        (
            "The Halden Boat Show was full. The fair closed on Saturday after four days.",
            "halden boat show 2016: end",
            "2016-03-05",
        ),
        ("Exercise Iron Gull 2016 came to an end on Thursday.", "iron gull 2016: end", "2016-03-03"),
        (
            "Exercise Iron Gull 2016 began in rain. The two-week exercise ended on 4 March.",
            "iron gull 2016: end",
            "2016-03-04",
        ),
        (
            "On 3 May 1911, in a hotel, envoys of two towns signed the Treaty of Orvik.",
            "treaty orvik 1911: signing",
            "1911-05-03",
        ),
        (
            "The Orvik Accord ended the quarrel. The accord was signed in Bergen on 3 May 1911.",
            "orvik accord 1911: signing",
            "1911-05-03",
        ),
        (
            "The Treaty of Orvik was a treaty on pilots, signed on 3 May 1911. It lapsed in 1920.",
            "treaty orvik 1911: expiry",
            "1920-01-01",
        ),
        ("The Lund Kite Fair, the ninth, runs until 7 May.", "9. lund kite fair: edition", "2016-05-07"),
        (
            "Many came on Friday when the exhibition Gold of Orvik opened at the museum.",
            "gold orvik 2016: opening",
            "2016-03-04",
        ),
        (
            "The Lund Kite Festival opens on 4 May with a dance and ends on 7 May.",
            "lund kite festival 2016: end",
            "2016-05-07",
        ),
        (
            "Three navies ended their first joint exercise on Friday. It was Exercise Iron Gull 16.",
            "iron gull 2016: end",
            "2016-03-04",
        ),
        (
            "Leaders began a three-day summit on Wednesday. The Orvik Rivers Summit is ten years old.",
            "orvik rivers summit 2016: opening",
            "2016-03-02",
        ),
        (
            "Talks for PipeCon 2016 are welcome. The conference will be held from 3 May to 5 May 2016.",
            "pipecon 2016: end",
            "2016-05-05",
        ),
        (
            "Leaders ended the Orvik Rivers Summit on Friday by signing the Orvik Declaration.",
            "orvik declaration 2016: signing",
            "2016-03-04",
        ),
        ("The Lund Kite Festival runs from 4 to 7 May 2016.", "lund kite festival 2016: end", "2016-05-07"),
        (
            "The fifth edition of the Lund Kite Festival, opened on Wednesday by the mayor, drew crowds.",
            "5. lund kite festival: edition",
            "2016-03-02",
        ),
    ],
)  # fmt: skip
def test_a_day_of_an_occasion_is_known_by_its_name_and_year(text: str, key: str, day: str) -> None:
    assert days(text)[key] == day


@pytest.mark.parametrize(
    "text",
    [
        "The Lund Kite Festival and the Halden Jazz Festival were full. The festival ended on 4 March.",
        "The Lund Kite Festival was full. Last year's festival ended on 4 March.",
        "The Lund Kite Festival was full. The festival of light ended on 4 March.",
        "The Lund Kite Festival was full. The festival was to end on 4 March, but was called off.",
        "The Halden Boat Show was full. The festival ended on 4 March.",
    ],
)
def test_a_noun_that_may_mean_another_tells_nothing(text: str) -> None:
    assert not any(key.endswith(": end") for key in days(text))


def test_those_who_came_are_counted_by_what_they_are() -> None:
    told = numbers(
        "Exercise Iron Gull 2016 is over. The ten-day exercise brought together the navies of six nations. "
        "Twenty-two ships took part, and a total of 4,500 personnel participated."
    )
    assert told == {
        "length": "ten days",
        "number of countries": "six",
        "number of ships": "Twenty-two",
        "number of personnel": "4,500",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Lund Kite Festival opened. Last year 4,000 people came.",
        "The Lund Kite Festival opened. In 2009 it drew 4,000 people, 300 people attended.",
        "The Lund Kite Festival opened. The organisers expect that 4,000 people visited by Sunday.",
        "The Lund Kite Festival opened. 40 visitors from France came.",
        "The Lund Kite Festival opened near the Halden Jazz Festival. 4,000 people came.",
    ],
)
def test_numbers_of_another_time_or_of_a_part_are_left_alone(text: str) -> None:
    assert not numbers(text)


def test_the_end_that_something_comes_to_is_no_plan() -> None:
    """A weekday behind "came to an end" lies before the day of publication."""
    told = days("The Lund Kite Festival came to an end on Friday with a dance.")
    assert told["lund kite festival 2016: end"] == "2016-03-04"


@pytest.mark.parametrize(
    "text",
    [
        "Fire gutted the Corn Exchange on Friday, police said.",
        "The Corn Exchange was badly damaged in a blaze in the early hours of Friday.",
        "Wiring caused the fire that destroyed the Corn Exchange on 4 March, the fire service found.",
        "A fire which swept through the Corn Exchange on 4 March is being looked into.",
    ],
)
def test_a_fire_is_known_by_what_it_destroyed(text: str) -> None:
    found = [it for it in claims(text) if isinstance(it, Event) and it.event.startswith("incident: ")]
    assert {it.event.removeprefix("incident: ") for it in found} >= {"blaze at corn exchange"}
    assert {iso(it.when.first) for it in found} == {"2016-03-04"}


@pytest.mark.parametrize(
    ("text", "key", "day"),
    [
        ("The brig Heron sailed from Orvik on 4 May 1873.", "heron from orvik 1873: departure", "1873-05-04"),
        ("On 4 May 1873 he took SS Swan out of Orvik Bay.", "swan from orvik 1873: departure", "1873-05-04"),
        ("He loved HMS Swan. She left Orvik on 4 May 1873.", "swan from orvik 1873: departure", "1873-05-04"),
        ("HMS Gannet returned to Halden on 4 May 1875.", "gannet at halden 1875: arrival", "1875-05-04"),
        ("Forty drowned when the ferry Gannet went down on Friday.", "gannet: sunk", "2016-03-04"),
        ("Kin met a year after the ferry sank. On 8 March 2015 HMS Swan sank.", "swan: sunk", "2015-03-08"),
        (
            "Kin of those on the Santa Ana met after the ferry sank on 8 March 2015.",
            "santa ana: sunk",
            "2015-03-08",
        ),
    ],
)  # fmt: skip
def test_a_ship_leaves_arrives_and_sinks_on_a_day(text: str, key: str, day: str) -> None:
    assert days(text)[key] == day


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Gannet left Halden on Friday.",
        "The ferry Gannet left Halden on 4 May 1873 and the ferry Heron followed.",
        "Jane Roe wrote of HMS Gannet. Ada Roe left Halden on 4 May 1873.",
        "The ferry Gannet nearly sank on 8 March 2015.",
    ],
)
def test_ships_that_come_and_go_or_are_not_meant_are_left_alone(text: str) -> None:
    assert not {key for key in days(text) if key.endswith((": departure", ": arrival", ": sunk"))}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Voters in Castle go to the polls on Friday, 4 March. A by-election.", "by-election in castle"),
        ("Jane Roe won the Castle ward by-election on 4 March by nine votes.", "by-election in castle"),
        ("A constitutional referendum was held in Puyan on 4 March 2016.", "referendum in puyan"),
        ("Voters in Puyan approved a new law in a referendum on Friday.", "referendum in puyan"),
        ("Ireland's general election took place on 4 March 2016.", "general election in IE"),
        ("The Irish parliamentary election on 4 March was close.", "general election in IE"),
    ],
)  # fmt: skip
def test_a_place_votes_on_a_day(text: str, key: str) -> None:
    told = {it.event: iso(it.when.first) for it in claims(text) if isinstance(it, Event)}
    assert told[f"incident: {key}"] == "2016-03-04"


@pytest.mark.parametrize(
    "text",
    [
        "The first round of the general election in Chile was held on 4 March 2016.",
        "The general election campaign in Chile began on 4 March 2016.",
        "A general election in Chile might be held on 4 March 2016.",
        "She spoke of the election on 4 March 2016.",
    ],
)
def test_rounds_campaigns_and_votes_of_no_place_are_left_alone(text: str) -> None:
    assert not [it for it in claims(text) if isinstance(it, Event) and "election" in it.event]


def test_the_turnout_is_that_of_the_only_vote() -> None:
    assert numbers("The Castle ward by-election took place on 4 March. Turnout was 31 per cent.") == {
        "turnout": "31 per cent"
    }


def test_what_a_number_is_compared_with_is_no_number_of_this_year() -> None:
    told = numbers("The Lund Kite Festival ended. It was attended by 5,100 people, up from 4,600 last year.")
    assert told["number of visitors"] == "5,100"
