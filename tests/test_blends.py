"""Names made of two other people's surnames."""

from __future__ import annotations

import pytest

from checker.resolve.blends import blend

PEOPLE = (
    "Rustam Yusupov",
    "General Aibek Karimov",
    "Laura Whitmore",
    "Hugh Grant",
    "Ana Ruiz",
    "Luis Ortega",
)


def test_two_surnames_of_two_people_are_a_blend():
    assert blend("Yusupov Karimov", PEOPLE) == ("Rustam Yusupov", "General Aibek Karimov")


def test_a_blend_is_seen_through_spelling_and_titles():
    assert blend("Minister Jusupov Karimoff", PEOPLE) == ("Rustam Yusupov", "General Aibek Karimov")


@pytest.mark.parametrize(
    "name",
    [
        "Rustam Karimov",  # a given name
        "Karimov Rustam",
        "Yusupov Rustam",  # his own name, turned
        "Yusupov",
        "Yusupov-Karimov",
        "Laura Yusupov Karimov",  # a married name
        "Thomas Whitmore",  # Thomas is a given name too
        "Ruiz Ortega",  # a double surname
        "Yusupov Beketov",  # unknown
        "Yusupov Jr.",
        "",
    ],
)
def test_what_somebody_can_be_called_is_no_blend(name):
    assert blend(name, PEOPLE) is None


def test_a_word_that_somebody_bears_as_given_name_makes_no_blend():
    assert blend("Yusupov Karimov", (*PEOPLE, "Karimov Sadykov")) is None


def test_a_name_that_a_known_person_bears_is_no_blend():
    assert blend("Yusupov Karimov", (*PEOPLE, "Timur Yusupov Karimov")) is None


def test_one_person_in_two_spellings_is_not_two_people():
    assert blend("Yusupov Jusupov", ("Rustam Yusupov", "Rustam Jusupov")) is None
