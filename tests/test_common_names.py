"""What many things are called is the name of one only where articles speak of one land."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker.check import check
from checker.engine.ruleset import load_rules
from checker.inputs import Inputs
from checker.model import Finding

SENTENCES = tomllib.loads((Path(__file__).parent / "cases" / "common_names.toml").read_text("utf-8"))[
    "sentences"
]
HERE = {"day": "8 May 2019", "person": "Carlos Vega", "year": "1901", "number": "43"}
THERE = {"day": "11 May 2019", "person": "Kofi Boateng", "year": "1907", "number": "57"}
RULES = load_rules()


LOCAL = [
    "The City Museum opened on {day}.",
    "The Jazz Festival drew {number} visitors.",
    "The Grand Hotel was built in {year}.",
    "St Mary's Church was consecrated on {day}.",
    "The General Hospital has {number} beds.",
    "The rector of the University of Technology, {person}, spoke.",
]


def found(sentence: str, there: str, here: str = "Peru was calm.") -> list[Finding]:
    """What is wrong, at warning or above, with what one article says here, and another one otherwise."""
    articles = {
        "a.txt": f"Date: 2019-05-20\n\nOfficials spoke. {sentence.format(**HERE)} {here}\n",
        "b.txt": f"Date: 2019-05-22\n\nFarmers wait. {sentence.format(**THERE)} {there}\n",
    }
    run = check(Inputs({path: text.encode() for path, text in articles.items()}), RULES)
    return [finding for finding in run.findings if finding.severity != "notice"]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_in_two_lands_there_may_be_two(sentence: str) -> None:
    assert found(sentence, "Cocoa prices in Ghana fell.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The City Museum opened on {day}.",
        "The president of the Football Association, {person}, spoke.",
        "The Grand Hotel has {number} rooms.",
        "The Daily News was founded in {year}.",
    ],
)
def test_in_one_land_there_is_one(sentence: str) -> None:
    assert len(found(sentence, "Fish prices in Peru fell.")) == 1


@pytest.mark.parametrize("sentence", LOCAL)
def test_in_two_towns_there_may_be_two(sentence: str) -> None:
    assert found(sentence, "It rained in Lille.", here="Lyon was calm.") == []
    assert len(found(sentence, "It rained in Lyon.", here="Lyon was calm.")) == 1
    assert len(found(sentence, "It rained in France.", here="Lyon was calm.")) == 1
