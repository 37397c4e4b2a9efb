"""By which names does a sentence call an exercise, a fair, a treaty, and of what kind and year are they?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.dates.words import months, weekdays
from checker.extract.event_names import Name, Named, introducing
from checker.extract.named_events import is_part
from checker.resolve import places
from checker.resolve.events import YEAR, ordinal
from checker.text.sentences import Sentence
from checker.text.tokens import Token
from checker.text.trie import pattern
from checker.vocab import load

_TURN = 40  # years of two digits above it are of the twentieth century
_GROUP = re.compile(r"\bG\d{1,2}\b")  # of states
_JOINING = frozenset(("of", "the", "on", "for", "and", "-", "'s"))  # inside a name
_CAPITALS = r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,3}"
YEAR_BEHIND = r"(?:[\s-](?:(?P<year>(?:1[89]|20)\d\d)|'?(?P<short>\d\d))(?!\d|[-–/.,]\d))?"


@cache
def kinds() -> dict[str, str]:
    """Nouns, to the kind of occasion that they tell."""
    return {noun: kind for kind, nouns in load("events")["occasions"].items() for noun in nouns}


@cache
def _apposed() -> re.Pattern[str]:
    """ "Sea Falcon 2015, the largest naval exercise", "the Sea Falcon exercise"."""
    nouns = pattern(kinds(), boundary=False)
    coded = pattern(load("events")["occasions"]["exercise"], boundary=False)
    return re.compile(
        rf"(?<![\w'-])(?P<name>{_CAPITALS})(?:{YEAR_BEHIND},\s(?:the|an?)\s(?:[\w'-]+\s){{0,5}}?(?P<apposed>{nouns})\b|"
        rf"\s(?P<noun>{coded})\b)"
    )


# "papers for FieldCon 2020"
_AHEAD_OF = re.compile(
    rf"\b(?:at|for|from|of|to)\s(?P<name>{_CAPITALS})\s(?P<year>(?:19|20)\d\d)(?![-–/]?\d)(?!\s[A-Z])"
)
_SIGN = re.compile(r"[12](?<!\w.)[09]\d\d")
_SHOWN = frozenset(("exhibition", "Exhibition"))
_TRAINED = frozenset(("exercise", "Exercise"))
# "Exercise Blue Heron 99": an exercise needs no year to be known by its name.
_CODED = re.compile(rf"\b[Ee]xercise\s(?P<name>(?!The\b){_CAPITALS}){YEAR_BEHIND}")
# "the exhibition Gold of the Steppes"
_TITLED = re.compile(
    r"\b[Ee]xhibition,?\s[\"“]?(?P<name>(?!The\b)[A-Z][\w'-]+(?:\s(?:(?:of|and|the|in|from)\s){0,2}[A-Z][\w'-]+){1,4})"
)


def named(text: str, known: Named, sentence: Sentence) -> Iterator[tuple[str, str, int | None]]:
    """The bare names of a sentence, with kind and year."""
    row, names = known.of(sentence)
    for name in names:
        if is_part(row, name) or (name.end < len(row) and row[name.end].capital):
            continue  # "the Halden Exhibition Centre"
        bare = [token for token in row[name.start : name.end] if not _counts(token)]
        numbered = len(bare) < name.end - name.start  # then its noun may be in small letters
        first = bare[:-1] if numbered and len(bare) > 1 else bare
        if not bare or not all(token.capital or token.low in _JOINING for token in first):
            continue
        written = text[bare[0].start : bare[-1].end]
        if any(char.isdigit() for char in _GROUP.sub("", written)):
            continue
        yield written, _kind(row, name, bare), _year(name)
    for match in _apposed().finditer(text, sentence.start, sentence.end):
        noun = match["apposed"] or match["noun"]
        if match["apposed"] and not match["year"]:
            continue  # "Ann Roe, the manager of the festival"
        yield match["name"], kinds()[noun], behind(match)


def coded(text: str, sentence: Sentence) -> Iterator[tuple[str, str, int | None]]:
    """The names of a sentence that a preposition or "exercise" tells to be one, with kind and year."""
    dated = _SIGN.search(text, sentence.start, sentence.end)
    for match in _AHEAD_OF.finditer(text, sentence.start, sentence.end) if dated else ():
        first, last = (match["name"].lower().split()[at] for at in (0, -1))
        if first not in kinds() and not _is_time_or_place(match["name"]):
            yield match["name"], kinds().get(last, ""), int(match["year"])
    titled = not _SHOWN.isdisjoint(sentence.words)
    for match in _TITLED.finditer(text, sentence.start, sentence.end) if titled else ():
        yield match["name"], "fair", None
    trained = not _TRAINED.isdisjoint(sentence.words)
    for match in _CODED.finditer(text, sentence.start, sentence.end) if trained else ():
        yield match["name"], "exercise", behind(match)


def _is_time_or_place(name: str) -> bool:
    """Is it a month, a season, or a town: "at Geneva 2019"?"""
    words = name.lower().split()
    known = months().keys() | weekdays().keys() | load("dates")["seasons"].keys()
    return not known.isdisjoint(words) or places.find(name) is not None


def behind(match: re.Match[str]) -> int | None:
    """The year behind a name: 1999 of "Blue Heron 99"."""
    told = match.groupdict()
    if short := told.get("short"):
        return int(short) + (1900 if int(short) > _TURN else 2000)
    return int(year) if (year := told.get("year")) else None


def _counts(token: Token) -> bool:
    return YEAR.fullmatch(token.text) is not None or ordinal(token.low) is not None or token.text in "'\"“”‘’"


def _kind(row: list[Token], name: Name, bare: list[Token]) -> str:
    """By the last noun of the name or its first ("Treaty of X"), or what introduces it ("exercise X")."""
    for token in (bare[-1], bare[0]):
        if token.low in kinds():
            return kinds()[token.low]
    found = introducing().before(row, name.start)
    last = row[name.start - 1].low if found else ""
    return kinds().get(last, "")


def _year(name: Name) -> int | None:
    last = name.key.split()[-1]
    return int(last) if last.isdigit() and len(last) == 4 else None
