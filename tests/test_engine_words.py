"""How days, places and claims read in a message."""

from __future__ import annotations

import pytest
from made import holds, on, span

from checker.engine.words import place, says, spoken, subject
from checker.model import END, When


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (on("2021-04-09"), "9 April 2021"),
        (span("2021-04-01", "2021-04-30"), "April 2021"),
        (span("2021-01-01", "2021-12-31"), "2021"),
        (span("1950-01-01", "1959-12-31"), "the 1950s"),
        (span("2005-01-01", "2021-12-31"), "2005 to 2021"),
        (span("2021-04-07", "2021-04-10", sure=True), "7 to 10 April 2021"),
        (span("2021-03-30", "2021-04-10", sure=True), "30 March 2021 to 10 April 2021"),
        (span("2021-04-07", "2021-04-10"), "some time from 7 to 10 April 2021"),
        (When(first=on("2021-04-09").first), "since 9 April 2021"),
        (When(last=on("2021-04-09").first), "until 9 April 2021"),
        (When(-16070, -16070), "1 January 44 BC"),
        (When(), "an unstated time"),
        ("2021-04-09", "9 April 2021"),
        ("2021-04-07/2021-04-10", "7 April 2021 to 10 April 2021"),
        ("2021-02-30", "2021-02-30"),
        ("2018-Q3", "2018-Q3"),
        ("and/or", "and/or"),
        (("A", "B"), "A, B"),
        (None, "(not stated)"),
    ],
)
def test_values_read_as_a_reader_expects(value, words):
    assert spoken(value) == words


def test_places_have_names():
    assert (place("KZ"), place("Acme"), place(None)) == ("Kazakhstan", "Acme", "an unstated body")


def test_claims_say_what_they_say():
    claim = holds("Anil Rao", "a.txt", on("2001-05-03"), status="acting")
    assert (subject(claim), says(claim)) == ("acting defence minister of India", "Anil Rao, 3 May 2001")
    assert says(holds("Anil Rao", "a.txt", When(last=END))) == "Anil Rao"
