"""What a thing is by its definition: of which year and country, the how manieth, by whom, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from checker.extract import subjects, values
from checker.extract.reading import Reading
from checker.extract.stated import Stated, of_person
from checker.extract.subjects import Subject
from checker.extract.topic import noun_of, personal
from checker.resolve import places
from checker.resolve.events import ordinal
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_IS = re.compile(r"\s(?:is|was)\s")
_COPULA = re.compile(r"\s(?:is|was)\s(?:an?)\s")
_YEAR = re.compile(r"(?P<year>1[5-9]\d\d|20\d\d)\s")
_ADJECTIVE = re.compile(r"(?P<one>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?:[-–/](?P<two>[A-Z][a-z]+))?(?=\s|[.,]|\Z)")
_NUMBERED = re.compile(
    r"\s(?:is|was)\s(?:(?:the|his|her|their|its|[A-Z]\w+(?:\s[A-Z]\w+){0,2}'s?)\s)?"
    r"(?P<nth>[a-z]{4,12}|\d{1,3}(?:st|nd|rd|th))\s"
    r"(?P<what>(?:and\s(?P<last>final)\s)?(?:(?:studio|live|solo|full-length|feature|overall)\s)?"
    r"(?P<noun>album|single|novel|book|film|season|episode|series))\b"
)
# "is a Canadian and was born", "is a Canadian."
_ALONE = re.compile(
    r"(?<=\sa\s)[A-Z][a-z]+(?=[.,]|\sand\s(?:was|is)\b|\swho\b)|(?<=\san\s)[A-Z][a-z]+(?=[.,]|\sand\s(?:was|is)\b|\swho\b)"
)
_BY = re.compile(r"\s(?:(?:recorded|performed|released|sung)\s)?by\s")
_SIDE = (
    r"(?:the\s)?(?:(?:north|south|east|west|central|far|mid)[a-z-]*\s(?:(?:part|region|half|end|corner|coast)\sof\s)?"
    r"(?:the\s)?)?"
)
_BASED = re.compile(
    r"\s(?:is|was)\s(?:an?\s[^,.;:()]{3,60}?\s)?(?P<how>located|situated|based|headquartered)\s"
    rf"(?:in|at)\s{_SIDE}(?=[A-Z])"
)
_WITHIN = re.compile(rf"\s(?:is|was)\s(?:(?:an?|the)\s[a-z][a-z -]{{2,40}}\s)?in\s{_SIDE}(?=[A-Z])")
_LAND = re.compile(r"\s(?:is|was)\sa\s(?:[a-z]+\s){0,2}country\s(?:[a-z]+\s)?(?:in|on|of)\s")
_NAME = (
    r"[A-Z][\w'-]*(?:\s(?:(?:al|da|de|del|di|do|du|el|la|las|le|los|of|on|the|upon)\s){0,2}[A-Z][\w'-]*){0,2}"
)
_PLACE = re.compile(rf"{_NAME}(?:,\s{_NAME})*")
_LANGUAGE = re.compile(
    r"\s(?:is|was)\san?\s(?:\d{4}\s)?(?:[A-Z][a-z]+\s)?(?P<one>[A-Z][a-z]+)(?P<more>(?:-|\sand\s|/)[A-Z][a-z]+)?-language\s[a-z]+"
)
_MAKERS = {
    "song": "performer",
    "album": "performer",
    "book": "author",
    "play": "author",
    "painting": "painter",
}


def definitions(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """What the sentence defines its subject to be."""
    if subject is None:
        return
    text = reading.article.text
    yield from _introduced(text, sentence, subject)
    if _IS.match(text, subject.end, sentence.end) is None:
        return
    yield from _numbered(text, sentence, subject)
    yield from _spoken(text, sentence, subject)
    yield from _located(text, sentence, subject)
    yield from _of_continent(text, sentence, subject)
    copula = _COPULA.match(text, subject.end, sentence.end)
    if copula is None:
        yield from _bare(text, sentence, subject)
        return
    at, year = copula.end(), None
    if match := _skipped().match(text, at, sentence.end):
        at = match.end()
    if match := _YEAR.match(text, at, sentence.end):
        at, year = match.end(), int(match["year"])
    noun, stop = noun_of(text, at, sentence.end)
    sort = subjects.sorts().get(noun, subjects.sorts().get(noun.rpartition(" ")[2], subject.sort))
    thing = replace(subject, sort=sort, year=None)
    if year and sort:
        yield Stated(thing, "year", str(year), sentence.start, stop, least=year, most=year)
    if (noun or _ALONE.match(text, at, sentence.end)) and (nation := _nation(text, at, sentence.end)):
        known, behind = nation
        own = replace(thing, sort=sort or noun.rpartition(" ")[2], year=year)
        person = "" if sort else of_person(subject.name)
        yield Stated(own, "nationality", text[at:behind], sentence.start, stop, known, key=person)
    if sort in _MAKERS and (by := _BY.match(text, stop, sentence.end)):
        found, end = values.names(text, by.end(), sentence.end)
        if found:
            yield Stated(
                replace(thing, year=year), _MAKERS[sort], text[by.end() : end], sentence.start, end, found
            )


def _introduced(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    """ "The Swiss cyclist Paul Renard won"."""
    match = subjects.INTRODUCED.match(text, sentence.start, sentence.end)
    if match is None or match.end() != subject.end - len(subject.name) or subject.sort:
        return
    if not personal(subject.name, match["what"].strip(), 0, len(match["what"].strip())):
        return
    if nation := _nation(text, match.start("people"), match.end("people")):
        own = replace(subject, sort=match["what"].split()[-1])
        key = of_person(subject.name)
        yield Stated(own, "nationality", match["people"], sentence.start, subject.end, nation[0], key=key)


def _spoken(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    """ "is a 2014 Indian Tamil-language film"."""
    match = _LANGUAGE.match(text, subject.end, sentence.end)
    if match and match["more"] is None:
        said = match["one"]
        yield Stated(subject, "language", f"{said}-language", sentence.start, match.end(), (said,))


@cache
def _skipped() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(load('relations')['definition']['skipped'])}\s){{1,2}}")


def _bare(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    """ "Jane Roe is Italian."."""
    match = re.compile(r"\s(?:is|was)\s(?=[A-Z])").match(text, subject.end, sentence.end)
    nation = _nation(text, match.end(), sentence.end) if match else None
    if match and nation and text[nation[1] : nation[1] + 1] in ("", ".", ","):
        said = text[match.end() : nation[1]]
        person = "" if subject.sort else of_person(subject.name)
        yield Stated(subject, "nationality", said, sentence.start, nation[1], nation[0], key=person)


def _nation(text: str, at: int, end: int) -> tuple[tuple[str, ...], int] | None:
    """The countries whose adjectives stand there ("British-American")."""
    match = _ADJECTIVE.match(text, at, end)
    if match is None:
        return None
    found = []
    end = match.end()
    for form in (match["one"], match["two"]):
        if form is None:
            continue
        place = _country(form)
        if place is None and " " in form and match["two"] is None:  # "Indian Tamil film"
            form = form.partition(" ")[0]
            place, end = _country(form), at + len(form)
        if place is None:
            return None
        found.append(place.code)
    if re.match(r"(?:-born|\sand\s[A-Z]|,\s[A-Z]|[\s-]lang)", text[end : end + 8]):
        return None
    return tuple(found), end


def _country(adjective: str) -> places.Place | None:
    place = places.find(adjective, kind="country") if places.is_adjective(adjective) else None
    return place if place and place.kind in ("country", "part") else None


def _numbered(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    """ "is the third studio album by"."""
    match = _NUMBERED.match(text, subject.end, sentence.end)
    number = ordinal(match["nth"]) if match else None
    if match and number:
        relation = f"number as {match['what'].lower()}"
        said = f"{match['nth']} {match['what']}"
        yield Stated(subject, relation, said, sentence.start, match.end(), least=number, most=number)


def _located(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    """ "is based in Oslo, Norway", "Lake Roe is in Canada"."""
    match = _BASED.match(text, subject.end, sentence.end)
    based = match is not None and match["how"] in ("based", "headquartered")
    if match is None and _is_one_place(subject.name):
        match = _WITHIN.match(text, subject.end, sentence.end)
    where = _PLACE.match(text, match.end(), sentence.end) if match else None
    if match is None or where is None or len(subject.name.split()) < 2:
        return
    noun = noun_of(text, subject.end + 4, sentence.end)[0].rpartition(" ")[2]
    if not _is_one_place(subject.name) and {noun, subject.key.rpartition(" ")[2]} & _namesakes():
        return
    listed = tuple(part.strip(" .") for part in where[0].split(", "))
    relation = "seat" if based else "location"
    yield Stated(subject, relation, where[0].rstrip("."), sentence.start, where.end(), listed)


def _of_continent(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    """ "is a country in West Africa"."""
    country = _LAND.match(text, subject.end, sentence.end)
    if country is None or subject.name in load("relations")["straddling"]["countries"]:
        return
    found = _continent().search(text, country.end(), min(sentence.end, country.end() + 70))
    if found:
        name = next(n for n, forms in load("relations")["continents"].items() if found[0] in forms)
        yield Stated(subject, "continent", found[0], sentence.start, found.end(), (name,))


@cache
def _continent() -> re.Pattern[str]:
    return re.compile(pattern(form for forms in load("relations")["continents"].values() for form in forms))


def _is_one_place(name: str) -> bool:
    words = name.lower().split()
    return bool({words[0], words[-1]}.intersection(load("relations")["definition"]["unique"]))


@cache
def _namesakes() -> frozenset[str]:
    """Sorts of places and buildings many of which bear one name."""
    return frozenset(load("relations")["words"]["namesakes"])
