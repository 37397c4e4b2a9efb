"""How many a sentence says were killed or hurt, whatever it was that killed them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.extract.measures import BOUND, begin, figures, stretch
from checker.text.trie import pattern
from checker.vocab import load

# A sentence with none of these tells of no victims.
SIGNS = frozenset(
    "killed killing kills kill dead death deaths died die dies drowned perished lives life toll victims "
    "injured injuring injures wounded wounding hurt suffocated survived".split()
)
_PEOPLE = frozenset("deaths people person persons victims lives dead".split())
_ABOARD = frozenset("occupants souls".split())
_PLURAL = _PEOPLE | frozenset("men women children policemen servicemen firemen fishermen".split())
_NEVER = frozenset(
    "others other more further them days hours weeks months years minutes times cent percent bodies cattle "
    "sheep animals horses cows pigs chickens birds dogs fish killed injured wounded hurt dead "
    "died later".split()
)
_BACKGROUND = re.compile(
    r"\b(?:similar|previous|previously|earlier|another|worst|deadliest|bloodiest|since|last\s(?:year|month|century)|"
    r"compared|separate|elsewhere|unrelated|average|annually|every\syear|each\syear|so\sfar\sthis|this\syear)\b"
)
# "may" is no month.
_UNSURE = re.compile(
    r"\b(?:(?<!\bin\s)(?<!\bof\s)(?<!\b\d\s)(?<!\b\d\d\s)may(?!\s\d)|may\s(?:have|be)|might|could|would|feared|fears|if|unconfirmed|reportedly|rumou?r\w*|believed|denied|no|nobody|not|thought|"
    r"estimate[sd]?|alleged\w*|presumed|initially|originally|first\sreported|missing|either|whether|fictional|imaginary|novel|film)\b|\?"
)
_AND_ONE = re.compile(
    r"(?:,|\sand)\s(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s(?!(?:[a-z]+\s){0,2}?(?:injured|wounded|hurt|missing|others\swere)\b)[a-z]"
)
_AND = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s"
    r"(?!(?:seconds|minutes|hours|days|nights|weeks|months|years|kilometres|kilometers|miles|metres|meters|storeys|times)\b)"
    r"(?:[a-z]+\s){1,2}and\s\Z"
)
_FURTHER = re.compile(
    r"\b(?:another|further|other|additional|(?:some|most|many|half|any|few)\sof)\s(?:the\s)?\Z"
)


@dataclass(frozen=True, slots=True)
class Casualties:
    """So many ("people", "skiers") were "killed" or "injured"; of ``total`` ones a toll is told.

    All who were ``aboard`` are: there may be more whom a falling aircraft kills on the ground.
    """

    start: int
    end: int
    value: str
    who: str
    what: str
    least: float
    most: float
    total: bool = False
    aboard: bool = False


@cache
def _number() -> str:
    numbers = load("dates")["numbers"]
    words = pattern(
        [
            *numbers,
            *(
                f"{tens}-{unit}"
                for tens in "twenty thirty forty fifty sixty seventy eighty ninety".split()
                for unit in "one two three four five six seven eight nine".split()
            ),
        ],
        boundary=False,
    )
    return (
        rf"(?<![\w.,$£€-]){BOUND}(?P<number>\d{{1,3}}(?:,\d{{3}})++|\d{{1,6}}+|{words})"
        r"(?![\w-]|[.,]\d|,?\s(?:year|per\scent))"
    )


_NO_NOUN = pattern(
    "a after also an and are as at been before being but by confirmed dead die died dies during early "
    "for friday from had has have here hurt in injured is killed late monday near nearly now of on or "
    "over overnight reported saturday since so sunday than that the then there this thursday to today "
    "tuesday under was wednesday were when where which while who with without wounded yesterday".split(),
    boundary=False,
)
_WHO = (
    rf"(?:\s(?P<who>(?:(?!{_NO_NOUN}\b)[a-z][a-z'-]{{1,19}}\s){{0,2}}"
    rf"(?!{_NO_NOUN}\b)[a-z][a-z'-]{{1,19}}))?"
)
_ROSE = (
    r"(?:rose|rises?|risen|stood|stands?|reach(?:ed|es)|climb(?:ed|s)?|grew|grown|was\sput|put|is|was|"
    r"increased)"
)
_AUX = r"(?:\s(?:was|were|are|is|have|has|had|been|being|now|also|all|reported|confirmed|known\sto\shave))"
_DEATH = (
    r"(?:died|dies?|drowned|perished|suffocated|lost\s(?:their\slives|(?:his|her)\slife)|"
    r"burned\sto\sdeath|met\s(?:(?:his|her)\sdeath|their\sdeaths?))"
)


# "54 passengers and crew on board Flight 204": people, whatever they are called.
_ON_BOARD = (
    r"(?:\s(?:people|persons|passengers(?:\sand\screw(?:\smembers)?)?|occupants|souls))?\s(?:aboard|on\sboard)"
    r"(?:\s[^\s,;:.()]{1,20}){0,4}?"
)
_ALL_ABOARD = re.compile(r"\b(?:aboard|on\sboard)\b")
# What is numbered is not counted: "Flight 204".
_NUMBERED = re.compile(
    r"\b(?:apollo|article|bus|channel|chapter|flight|gate|highway|line|no\.|number|page|pier|platform|room|route|"
    r"section|squadron|train|unit|ward)\s(?:[a-z]{1,3}\s)?\Z"
)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    number = _number()
    people = rf"{number}{_WHO}"
    return (
        (
            "toll",
            re.compile(
                rf"\btoll(?:\s(?!{_ROSE}\b)[a-z\d'-]+){{0,10}}?\s(?:(?:has|had|have)\s)?{_ROSE}"
                rf"(?:\s[a-z]+){{0,2}}?(?:\s(?:to|at))?\s{number}"
            ),
        ),
        (
            "killed",
            re.compile(rf"\ball\s(?:of\s)?(?:the\s)?{number}{_ON_BOARD}{_AUX}{{0,3}}\s(?:{_DEATH}|killed)\b"),
        ),
        ("killed", re.compile(rf"\bnone\sof\s(?:the\s)?{number}{_ON_BOARD}\ssurvived\b")),
        ("killed", re.compile(rf"{people}{_AUX}{{1,3}}\s(?:killed|dead)\b")),
        ("killed", re.compile(rf"{people}(?:\s(?:who|that))?{_AUX}{{0,3}}\s{_DEATH}\b")),
        ("killed", re.compile(rf"{people}\s(?:who|that)(?:\s(?:was|were|had|been))+\skilled\b")),
        ("killed", re.compile(rf"{people}\sdead\b")),
        ("headline", re.compile(rf"\A\W*{people}\skilled\b")),
        ("killed", re.compile(rf"\bkill(?:ed|ing|s)\s(?:all\s)?{people}")),
        ("killed", re.compile(rf"\b(?:claim|cost)(?:ed|ing|s)?\sthe\slives\sof\s(?:all\s)?{people}")),
        (
            "killed",
            re.compile(rf"\b(?:claim(?:ed|s|ing)|cost|costing|took|taking|loss\sof)\s{number}\slives\b"),
        ),
        ("killed", re.compile(rf"\bcost(?:ing)?\s{people}\stheir\slives\b")),
        ("killed", re.compile(rf"\btook\sthe\slives\sof\s(?:all\s)?{people}")),
        ("killed", re.compile(rf"{number}\slives\swere\slost\b")),
        ("killed", re.compile(rf"\b(?:caus(?:ed|ing)|result(?:ed|ing)\sin)\s{number}\sdeaths\b")),
        ("killed", re.compile(rf"\bdeaths?\sof\s(?:all\s)?(?:the\s)?{people}")),
        ("killed", re.compile(rf"\bthe\s{number}\s(?:victims|dead)\b")),
        ("injured", re.compile(rf"{people}{_AUX}{{0,3}}\s(?:injured|wounded|hurt)\b")),
        ("injured", re.compile(rf"\b(?:injur|wound|hurt)(?:ed|ing|es|s)?\s{people}")),
    )


def casualties(text: str, start: int, end: int, *, title: bool = False) -> Iterator[Casualties]:
    """The numbers of a sentence, or of a ``title``, each told as a fact and of all of the victims."""
    said = text[start:end].lower()
    if len(said) != end - start:
        return
    background = _BACKGROUND.search(said)
    stop = background.start() if background else len(said)
    seen: list[tuple[int, int]] = []
    for what, form in _forms():
        for match in form.finditer(said):
            first, last = match.start("number"), match.end()
            if any(first < behind and before < last for before, behind in seen):
                continue
            seen.append((first, last))
            if match.start() > stop or (what == "headline" and not title):
                continue
            if found := _read(said, match, what, start):
                yield found


def _read(said: str, match: re.Match[str], what: str, start: int) -> Casualties | None:
    counted = (match.groupdict().get("who") or "people").split()
    who = next((word for word in counted if word in _PLURAL or word.endswith("s")), "")
    number = figures(match["number"].replace(",", ""))
    if not who or not number or not _NEVER.isdisjoint(counted) or 1500 < number < 2100:
        return None
    if _NUMBERED.search(said, 0, match.start("number")):
        return None
    clause = max(said.rfind(mark, 0, match.start()) for mark in (",", ";", ":", "("))
    if _UNSURE.search(said, clause + 1, match.end()) or _FURTHER.search(said, 0, match.start("number")):
        return None
    noun = match.end("who") if match.groupdict().get("who") else match.end("number")
    if match.end() == noun and _AND_ONE.match(said, noun):
        return None
    if _AND.search(said, clause + 1, match.start()):
        return None
    if said.startswith((" more ", " of "), match.end("number")):
        return None
    least, most = stretch(match["number"], 1.0, (match["bound"] or "").strip(), exact=not match["bound"])
    first = begin(match)
    return Casualties(
        start + match.start(),
        start + match.end(),
        said[first : match.end("number")],
        "people" if who in _PEOPLE | _ABOARD else who,
        what if what == "injured" else "killed",
        least,
        most,
        total=what == "toll",
        aboard=who in _ABOARD or _ALL_ABOARD.search(said, match.start(), match.end() + 10) is not None,
    )
