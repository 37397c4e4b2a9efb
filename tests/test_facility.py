"""What is told of bridges, plants, hospitals, ships and companies, and of which of them."""

import pytest

from checker.extract import deal, facility, firm, row
from checker.extract.reading import read
from checker.load import load


def told(module, text, path="a.txt"):
    (article,) = load(path, text.encode()).articles
    claims = module.extract(read(article))
    return [
        f"{c.subject} | {c.relation} | {c.value}" if c.kind == "relation" else f"{c.event} | {c.when.first}"
        for c in claims
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The Lindal plant, which cost €40 million, makes tiles.", ["plant: lindal | cost | €40 million"]),
        (
            "Norvik has a plant in Lindal. The €40 million plant makes tiles.",
            ["plant: lindal | cost | €40 million"],
        ),
        (
            "St Brigid's Hospital has 340 beds and nine wards. It employs 900 people and cost £52 million.",
            [
                "hospital: brigid's st | number of beds | 340",
                "hospital: brigid's st | number of wards | nine",
                "hospital: brigid's st | number of staff | 900",
                "hospital: brigid's st | cost | £52 million",
            ],
        ),
        (
            "At 740 metres, the Orrin Bridge is the longest in the county.",
            ["bridge: orrin | length | 740 metres"],
        ),
        (
            "The ferry Morning Star is late. The ferry, which is 84 metres long, can carry 450 passengers.",
            ["morning star | length | 84 metres", "morning star | number of passengers | 450"],
        ),
        (
            "The new Brandt Concert Hall in Lindal is open. The building cost 410 million kroner.",
            ["hall: brandt | cost | 410 million kroner"],
        ),
        (
            "The Lower Sarn Tunnel, which at 12.4 km is the longest tunnel in Tarn, opened early.",
            ["tunnel: lower sarn | length | 12.4 km"],
        ),
        ("The Lindal plant will create 300 jobs.", ["plant: lindal | jobs | 300"]),
    ],
)
def test_what_is_told_of_a_thing_is_filed_under_its_class_and_name(text, says):
    assert told(facility, text) == says


@pytest.mark.parametrize(
    "text",
    [
        "The Lindal plant would cost €40 million.",
        "Repairs to the Lindal plant cost €40 million.",
        "The extension of the Lindal plant cost €40 million.",
        "The plant, which cost €40 million, makes tiles.",
        "The Lindal plant is near the Orkla plant. Elsewhere the plant, which cost €4 million, is liked.",
        "The Lindal plant is old. Another plant closed. The plant cost €40 million.",
        "The planned Lindal plant, which cost €40 million on paper, was never built.",
        "The Lindal plant manager cost the firm €40 million.",
    ],
)
def test_what_is_planned_or_of_a_part_or_of_nobody_knows_which_is_no_fact(text):
    assert told(facility, text) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "The insurer Calder Mutual grows. Founded in 1962, the company is based in Leeds.",
            ["calder mutual: founded | 716241", "calder mutual | seat | Leeds"],
        ),
        (
            "About Calder Mutual\n\nCalder Mutual sells insurance. It has 1,150 employees.",
            ["calder mutual | number of staff | 1,150 employees"],
        ),
        ("The chapel of Ardmore College was founded in 1880.", []),
        ("Its rival, the insurer Calder Mutual, grows. It was founded in 1962.", []),
    ],
)
def test_a_company_is_known_by_name_and_noun_and_section(text, says):
    assert told(firm, text) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "The brewer Halvorsen bought the dairy Lunde Meieri for 310 million kroner.",
            ["lunde meieri | price to Halvorsen | 310 million kroner"],
        ),
        ("The brewer Halvorsen bought a stake in the dairy Lunde Meieri for 310 million kroner.", []),
        ("The brewer Halvorsen offered to buy the dairy Lunde Meieri for 310 million kroner.", []),
    ],
)
def test_a_price_is_that_of_a_whole_company_to_a_buyer(text, says):
    assert told(deal, text) == says


def test_a_box_speaks_of_what_the_article_defines():
    box = "| | |\n|--|--|\n| Length | 740 m |\n| Opened | 1984 |\n"
    text = f"# Orrin Bridge\n\n{box}\nThe Orrin Bridge is a bridge.\n"
    assert told(row, text, "a.md") == [
        "bridge: orrin | length | 740 m",
        "orrin bridge | length | 740 m",
        "orrin bridge: opened | 724276",
    ]


def test_a_table_speaks_of_what_stands_first_in_its_rows():
    table = "| Name | Opened |\n|--|--|\n| Orrin Bridge | 1984 |\n| Lindal factory | 1991 |\n"
    claims = told(row, f"# Sites\n\n{table}\nText.\n", "a.md")
    assert claims == ["orrin bridge: opened | 724276", "lindal plant: opened | 726833"]
