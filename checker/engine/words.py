"""How claims and their values read in a message: days, places, names, whole passages."""

from __future__ import annotations

import re

from checker.dates import calendar
from checker.model import (
    BEGINNING,
    END,
    Acronym,
    Age,
    Alias,
    Blend,
    Change,
    Claim,
    Date,
    Duration,
    Event,
    Guise,
    Headline,
    Listing,
    Milestone,
    Namesake,
    Office,
    Organisation,
    Person,
    Rank,
    Relation,
    Reversal,
    Statement,
    Sum,
    Suppression,
    Tense,
    Toll,
    Visit,
    When,
)
from checker.resolve.gazetteer import places

_LEAP = "2000"  # stands for a year that is not known
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T[\w:]+)?")


def spoken(value: object) -> str:
    """A value as a reader expects it: "9 April 2021", "Kazakhstan", "A, B"."""
    match value:
        case When():
            return spoken_time(value)
        case tuple():
            return ", ".join(spoken(part) for part in value)
        case None | "":
            return "(not stated)"
        case str() if all(map(_DAY.fullmatch, value.split("/"))):
            return " to ".join(map(_spoken_day, value.split("/")))
    return str(value)


def spoken_time(when: When) -> str:
    """ "9 April 2021", "March 2021", "the 1950s", "2005 to 2021", "since 3 May 2021", "an unstated time"."""
    if not when.known:
        return "an unstated time"
    if when.last == END:
        return f"since {_day(when.first)}"
    if when.first == BEGINNING:
        return f"until {_day(when.last)}"
    if when.first == when.last:
        return _day(when.first)
    return _calendar_time(when) or _days(when)


def _calendar_time(when: When) -> str:
    """A month, a year, a decade or several years, "" if it is none of these."""
    year, month, day = calendar.civil(when.first)
    last_year, last_month, last_day = calendar.civil(when.last)
    if day != 1 or last_day != calendar.days_in_month(last_year, last_month):
        return ""
    if (year, month) == (last_year, last_month):
        return f"{calendar.MONTHS[month - 1]} {_year(year)}"
    if (month, last_month) != (1, 12):
        return ""
    if year % 10 == 0 and last_year == year + 9 and year > 0 and not when.sure:
        return f"the {year}s"
    return _year(year) if year == last_year else f"{_year(year)} to {_year(last_year)}"


def _days(when: When) -> str:
    (year, month, day), last = calendar.civil(when.first), _day(when.last)
    first = str(day) if (year, month) == calendar.civil(when.last)[:2] else _day(when.first)
    return f"{first} to {last}" if when.sure else f"some time from {first} to {last}"


def place(body: str | None) -> str:
    """The name of a body: of the place whose code it is, else as it stands."""
    if body is None:
        return "an unstated body"
    known = places().get(body)
    return known.name if known else body


def _office(claim: Office) -> str:
    """ "acting defence minister of Peru", "ambassador of Peru to Spain"."""
    status = f"{claim.status} " if claim.status in ("acting", "deputy") else ""
    body = f" of {place(claim.body)}" if claim.body else ""
    head, to, served = claim.office.partition(" to ")
    if served.startswith("the "):
        return f"{status}{claim.office}{body}"
    return f"{status}{head}{body}{to}{served}"


def subject(claim: Claim) -> str:
    """What the claim is about: the thing that has one value in the world."""
    match claim:
        case Office():
            return _office(claim)
        case Event():
            return claim.event
        case Visit():
            return claim.name
        case Rank() | Age():
            return claim.person
        case Date() | Tense():
            return claim.value
        case Reversal():
            return f"{claim.begins}/{claim.ends}"
        case Duration():
            return claim.what
        case Milestone():
            return claim.subject
        case Relation():
            return f"{claim.relation} of {claim.name}"
        case Headline():
            return claim.what
        case Listing():
            return claim.noun
        case Toll():
            return f"{claim.toll}: {claim.what}"
        case Statement():
            return f"{claim.name}: {claim.verb}"
        case Sum():
            return claim.what
        case Change():
            return f"{claim.verb} from {claim.before} to {claim.after}"
        case Acronym():
            return claim.acronym
        case Person() | Organisation() | Blend() | Alias() | Guise():
            return claim.name
        case Namesake():
            return claim.office
        case Suppression():
            return ", ".join(claim.rules) or "all rules"
    return claim.kind


def says(claim: Claim) -> str:
    """What the passage says, in a few words."""
    match claim:
        case Suppression():
            return claim.problem
        case Office():
            known = f", {spoken_time(claim.when)}" if claim.when.known else ""
            return f"{claim.holder}{known}"
        case Event():
            return f"{claim.name}, {spoken_time(claim.when)}" + (f", in {claim.place}" if claim.place else "")
        case Visit():
            return (
                f"{claim.fact} {spoken_time(claim.when)}" if not claim.days else quantity(claim.days, "day")
            )
        case Rank():
            return f"{claim.rank} {claim.person}"
        case Date():
            return claim.problem or f"{claim.weekday} {spoken(claim.value)}".strip()
        case Person() | Organisation() | Blend() | Namesake() | Guise():
            return claim.name
        case Alias():
            return f"{claim.name} is {claim.other}"
        case Acronym():
            return f"{claim.acronym}: {claim.expansion}"
        case Reversal():
            return f"from {spoken(claim.begins)} to {spoken(claim.ends)}"
        case Duration():
            return f"{claim.what} of {claim.stated}, {spoken_time(claim.when)}"
        case Tense():
            return f"{claim.told}: {spoken(claim.value)}"
        case Age():
            return _says_age(claim)
        case Relation():
            return f"{claim.relation} of {claim.name}: {claim.value}"
        case Headline():
            return f"{claim.what} {claim.name}" if claim.name else f"{claim.number} {claim.what}"
        case Statement():
            return f"{claim.name} {claim.said}"
        case Change():
            return f"{claim.verb} from {claim.before} to {claim.after}"
        case Sum():
            return f"{claim.whole} {claim.what}, the parts make {claim.parts}"
        case Listing():
            return f"{claim.promised} {claim.noun}, {claim.listed} named"
        case Toll():
            return f"{claim.value} {claim.toll}"
        case Milestone():
            return f"{claim.what} {spoken_time(claim.when)}"
    return claim.kind


def _says_age(claim: Age) -> str:
    known = spoken_time(claim.when)
    if claim.age is None:
        return f"born {known}"
    return f"aged {claim.age}, {known}" if claim.when.known else f"aged {claim.age}"


def quantity(number: int, noun: str) -> str:
    """ "1 article", "2 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _spoken_day(value: str) -> str:
    """A day in ISO 8601, or one of no known year, written out; what is no day stays as it is."""
    found = _DAY.fullmatch(value.replace("XXXX", _LEAP))
    day = tuple(map(int, found.groups())) if found else None
    if day is None or not calendar.exists(*day):
        return value
    return _day(calendar.number(*day)).removesuffix(f" {_LEAP}" if "XXXX" in value else "")


def _day(number: int) -> str:
    year, month, day = calendar.civil(number)
    return f"{day} {calendar.MONTHS[month - 1]} {_year(year)}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
