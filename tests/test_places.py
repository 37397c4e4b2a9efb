from itertools import pairwise

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.resolve.gazetteer import entries, places
from checker.resolve.places import adjectives, candidates, contains, doubtful, find, is_adjective, nouns
from checker.vocab import load

PEOPLES = """
AE Emirati; AF Afghan; AR Argentine, Argentinian, Argentinean; AT Austrian; AU Australian; AZ
Azerbaijani, Azeri; BA Bosnian; BD Bangladeshi; BF Burkinabe, Burkinabé; BN Bruneian; BR Brazilian; BW
Botswanan, Motswana; CA Canadian; CF Central African; CH Swiss; CI Ivorian; CL Chilean; CN Chinese; CU
Cuban; CY Cypriot; CZ Czech; DE German; DK Danish, Dane; EE Estonian; EG Egyptian; EH Sahrawi; ES
Spanish; ET Ethiopian; FI Finnish; FR French; GB British, Briton; GE Georgian; GQ Equatoguinean; GR
Greek; GW Bissau-Guinean; HR Croatian, Croat; HU Hungarian; ID Indonesian; IE Irish; IL Israeli; IN
Indian; IQ Iraqi; IR Iranian; IT Italian; JO Jordanian; JP Japanese; KE Kenyan; KG Kyrgyz, Kyrgyzstani;
KI I-Kiribati; KM Comorian, Comoran; KP North Korean; KR South Korean; KZ Kazakh, Kazakhstani; LB
Lebanese; LK Sri Lankan; LS Basotho; LT Lithuanian; MA Moroccan; MC Monegasque, Monégasque; MG Malagasy;
MK Macedonian; MM Burmese; MR Mauritanian; MU Mauritian; MX Mexican; NE Nigerien; NG Nigerian; NL Dutch;
NO Norwegian; NP Nepali, Nepalese; PH Filipino, Filipina, Philippine; PK Pakistani; PL Polish; PT
Portuguese; PW Palauan; RS Serbian, Serb; RU Russian; SA Saudi; SC Seychellois; SD Sudanese; SE Swedish;
SI Slovenian, Slovene; SK Slovak; SS South Sudanese; SY Syrian; SZ Swazi, Swati; TD Chadian; TH Thai; TJ
Tajik, Tajikistani; TL Timorese; TM Turkmen; TR Turkish; TW Taiwanese; TZ Tanzanian; UA Ukrainian; UG
Ugandan; US American; UZ Uzbek, Uzbekistani; VN Vietnamese; VU Ni-Vanuatu; WS Samoan; XK Kosovar,
Kosovan; YE Yemeni; ZA South African; ZM Zambian
"""
SPELLINGS = {
    "India's": "IN", "the Netherlands": "NL", "The Gambia": "GM", "the Philippines'": "PH", "Burma": "MM",
    "U.S.": "US", "U.S": "US", "the US": "US", "America": "US", "the U.S.'s": "US", "UK": "GB",
    "UAE": "AE", "DRC": "CD", "DR Congo": "CD", "Democratic Republic of Congo": "CD", "Ivory Coast": "CI",
    "Cote d'Ivoire": "CI", "Côte d’Ivoire": "CI", "Turkiye": "TR", "Czech Republic": "CZ", "Swaziland": "SZ",
    "East Timor": "TL", "Cape Verde": "CV", "KAZAKHSTAN": "KZ", "THE NETHERLANDS": "NL", "SRI LANKA'S": "LK",
    "Holy See": "VA", "Hong Kong": "HK", "Macao": "MO", "Palestinian Authority": "PS", "PRC": "CN",
    "St Lucia": "LC", "St. Lucia": "LC", "Sao Tome and Principe": "ST", "Republic of China": "TW",
}  # fmt: skip


def owners() -> dict[str, set[str]]:
    """Every listed form with the codes of the places that list it."""
    found: dict[str, set[str]] = {}
    for entry in entries():
        for form in entry.nouns + entry.adjectives:
            found.setdefault(form, set()).add(entry.place.code)
    return found


def shared() -> dict[str, set[str]]:
    table = load("homonyms")["shared"]
    return {form: set(codes.split("; ")) for part in table.values() for form, codes in part.items()}


def test_the_countries_are_those_of_iso_3166_and_kosovo():
    assert set(load("places")["country"]) == {country.alpha_2 for country in pycountry.countries} | {"XK"}


@pytest.mark.parametrize("line", PEOPLES.replace("\n", " ").split(";"))
def test_a_people_is_known_by_its_adjectives(line):
    code, forms = line.strip().split(" ", 1)
    for form in forms.split(", "):
        assert find(form) == find(form.upper())
        assert find(form).code == code
        assert form in adjectives("country")
        assert is_adjective(form)


@pytest.mark.parametrize(("form", "code"), SPELLINGS.items())
def test_a_place_is_known_by_its_other_spellings(form, code):
    assert find(form).code == code


@pytest.mark.parametrize(
    "form", ["Congo", "Congolese", "Korea", "Korean", "Guinean", "Dominican", "Virgin Islands"]
)
def test_a_form_of_several_places_names_none(form):
    assert find(form) is None
    assert len(candidates(form)) > 1
    assert form in nouns() + adjectives()


KINDS = [
    ("Georgia", "country", "GE"), ("Georgia", "part", "US-GA"), ("Washington", "city", "US-DC"),
    ("Buenos Aires", "city", "AR-C"), ("Berlin", "country", "DE-BE"), ("ICC", "country", None),
    ("Punjab", "part", None), ("Birmingham", "city", None),
]  # fmt: skip
HOLDERS = [
    ("Punjab", "PK", "PK-PB"), ("Punjab", "IN", "IN-PB"), ("Punjab", "LK", None),
    ("Victoria", "AU", "AU-VIC"), ("Western Province", "LK", "LK-1"),
    ("Hyderabad", "PK", "Hyderabad, Pakistan"), ("Paris", "US", None),
    ("Paris", "FR", "Paris"), ("Georgia", "GE", "GE"),
]  # fmt: skip
OTHERS = {
    "Punjab, India": "IN-PB", "Birmingham, Alabama": "Birmingham, Alabama",
    "Birmingham, England": "Birmingham",
    "Paris, France": "Paris", "Paris, Texas": None, "Kyiv, Ukraine's": "Kyiv",
    "Austin, Texas, United States": "Austin",
    "Washington, D.C.": "US-DC", "Washington, D.C": "US-DC", "NEW DELHI": "New Delhi", "KIEV": "Kyiv",
    "THE HAGUE": "The Hague", "Saint-Étienne": "Saint-Étienne", "Sao Paulo": "BR-SP", "Geneva": "CH-GE",
    "St. John's": "St. John's", "Scottish": "GB-SCT", "Bavarian": "DE-BY", "Soviet": "Soviet Union",
    "USSR": "Soviet Union", "East German": "East Germany", "Yugoslav": "Yugoslavia",
    "Ottoman": "Ottoman Empire",
    "EU": "European Union", "the UN's": "United Nations", "the WHO": "World Health Organization",
    "Bank of England": "Bank of England",
}  # fmt: skip


@pytest.mark.parametrize(("form", "kind", "code"), KINDS)
def test_a_kind_chooses_among_several_places(form, kind, code):
    found = find(form, kind=kind)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(("form", "within", "code"), HOLDERS)
def test_a_country_chooses_among_several_places(form, within, code):
    found = find(form, within=within)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(("form", "code"), OTHERS.items())
def test_parts_cities_former_states_and_bodies_are_known(form, code):
    found = find(form)
    assert (found.code if found else None) == code


PIECES = st.lists(st.sampled_from(["the", "U.S.", "India", "'s", ",", "."])).map(" ".join)


@given(st.text(max_size=150) | PIECES)
def test_any_text_can_be_asked_for(text):
    assert find(text) in (*candidates(text), None)
    assert isinstance(doubtful(text), bool)
    assert isinstance(is_adjective(text), bool)


@pytest.mark.parametrize(
    "form", ["Ruritania", "india", "dutch", "", "'s", "the ", ", ", "The", "Latin America"]
)
def test_other_words_name_no_place(form):
    assert find(form) is None
    assert candidates(form) == ()


def test_a_long_chain_of_places_names_none():
    assert find(", ".join(["India"] * 5000)) is None


def test_no_form_has_two_owners_unless_it_is_listed_as_shared():
    several = shared()
    assert {form: codes for form, codes in owners().items() if len(codes) > 1 and form not in several} == {}


def test_shared_forms_name_every_place_that_lists_them():
    listed = owners()
    for form, codes in shared().items():
        assert len(codes) > 1
        assert listed.get(form, set()) <= codes


def test_every_form_that_is_not_shared_names_its_place():
    several = shared()
    for form, codes in owners().items():
        place = find(form)
        assert form in several or (place is not None and {place.code} == codes)


def test_capitals_name_one_place():
    several = shared()
    owner = {form: min(codes) for form, codes in owners().items() if form not in several and len(form) > 3}
    capitals = sorted((form.upper(), code) for form, code in owner.items())
    assert [one for one, next_ in pairwise(capitals) if one[0] == next_[0] and one[1] != next_[1]] == []


def test_doubtful_forms_name_one_place_each():
    for form in [form for forms in load("homonyms")["doubtful"].values() for form in forms]:
        assert find(form), form
        assert doubtful(form)
        assert doubtful(form + "'s")


def test_most_forms_are_not_doubtful():
    assert not any(map(doubtful, ["India", "France", "French", "Ukraine", "KENYA", "Ruritania"]))


def test_patterns_take_the_longest_form_first():
    for forms in (nouns(), adjectives(), nouns("country")):
        assert list(forms) == sorted(set(forms), key=lambda form: (-len(form), form))


def test_a_larger_name_hides_the_place_inside_it():
    assert "Latin American" in adjectives()
    assert "Latin American" not in adjectives("country")
    assert nouns().index("Indian Ocean") >= 0
    assert find("Indian Ocean") is None


def test_the_parts_are_those_of_iso_3166():
    known = {part.code for part in pycountry.subdivisions}
    assert {place.code for place in places().values() if place.kind == "part"} - known == set()


@pytest.mark.parametrize("country", "AE AR AT AU BE BR CA CH DE ES GB IN MX MY NG NP PK ZA LK US".split())
def test_of_a_federation_all_parts_are_known_and_every_city_lies_in_one(country):
    parts = [part for part in pycountry.subdivisions.get(country_code=country) if part.parent_code is None]
    assert {part.code for part in parts if part.code[3:] not in load("places")["country"]} - set(
        places()
    ) == set()
    assert country not in load("cities")["city"]


def test_every_place_lies_in_a_known_one():
    assert {place.within for place in places().values()} - set(places()) == {None}
    assert set(load("places")["unsettled"]) - set(places()) == set()


def test_codes_are_unique():
    assert len(entries()) == len(places())


def test_tables_are_sorted_and_hold_no_blanks():
    for rows in tables():
        assert rows == sorted(rows)
        for listed in strings(rows):
            for forms in [group.split("; ") for group in listed.split(" | ") if listed]:
                assert all(form and form == form.strip() for form in forms)
                assert len(set(forms)) == len(forms)


def tables() -> list[list[object]]:
    homonyms, parts = load("homonyms"), load("parts")
    return [
        *map(keyed, load("places").values()),
        *map(keyed, [*parts["city"].values(), *parts["part"].values(), parts["city"], parts["part"]]),
        *map(keyed, [load("cities")["city"], *homonyms["shared"].values()]),
        *homonyms["doubtful"].values(),
        *homonyms["elsewhere"].values(),
        load("historic")["historic"]["states"],
        load("bodies")["body"]["names"],
    ]


def keyed(table: dict[str, object]) -> list[object]:
    return [[key, value] for key, value in table.items() if not isinstance(value, dict)] or [*table]


def strings(rows: list[object]) -> list[str]:
    return [text for row in rows for text in (strings(row) if isinstance(row, list) else [row])]


def test_a_place_contains_itself_and_what_lies_within_it():
    assert contains("FR", "FR")
    assert contains("FR", "RE")
    assert contains("RE", "FR") is False
    assert contains("DE", "FR") is False


def test_a_city_lies_in_its_part_and_in_its_country():
    assert contains("US-TX", "Houston")
    assert contains("US", "Houston")
    assert contains("US-CA", "Houston") is False
    assert contains("Houston", "US") is False
    assert contains("Kazan", "RU-TA") is False


def test_containment_is_unknown_where_it_is_disputed_or_the_place_is_unknown():
    assert contains("CN", "TW") is None
    assert contains("GB", "BM") is None
    assert contains("FR", "BM") is False
    assert contains("FR", "Ruritania") is None
    assert contains("Ruritania", "FR") is None
    assert contains("RU", "Simferopol") is None
    assert contains("IL", "Jerusalem") is None
    assert contains("European Union", "FR") is None
    assert contains("Soviet Union", "RU") is None
