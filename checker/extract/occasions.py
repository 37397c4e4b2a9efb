"""Which exercise, fair, festival or treaty does a passage mean, by its name or by "the fair" behind it?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from checker import kept
from checker.dates.words import months, weekdays
from checker.extract.event_names import Name, introducing, names
from checker.extract.named_events import is_part
from checker.extract.reading import Reading
from checker.resolve import places
from checker.resolve.events import YEAR, distinct, key, ordinal
from checker.text.sentences import Sentence
from checker.text.tokens import Token, tokens
from checker.text.trie import pattern
from checker.text.trigger import Trigger
from checker.vocab import load

_KINDS = ("paragraph", "item", "title", "caption")
_TURN = 40  # years of two digits above it are of the twentieth century
_MANY = 6  # of an article that names more, none is "the festival"
# Another one of the series is meant behind these.
_OTHER = re.compile(
    r"\b(?:last|next|previous|earlier|past|each|every|another|other|future|coming|following|first|inaugural|"
    r"year's|years'|annual)\s(?:ever\s)?\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"(?:\A|\b[Tt]he\s|['’]s\s)((?:1[89]|20)\d\d)\s\Z")
_THIS = re.compile(r"\b[Tt]his\syear's\s\Z")
_EDITION = re.compile(
    r"\b(?P<number>[A-Za-z]{3,20}(?:-[a-z]{3,8})?|\d{1,3}(?:st|nd|rd|th))\s"
    r"(?:(?:annual|edition\sof|running\sof|staging\sof)\s(?:the\s)?)?\Z"
)
_LASTING = r"(?:[\w-]+[- ](?:day|week|month)|(?:day|week|month)-?long)"
_ADJECTIVE = (
    rf"(?:(?:{_LASTING}|annual|biennial|bilateral|international|joint|maritime|military|naval|trilateral)\s)"
)
_ORDINAL = r"(?:(?P<number>\d{1,3}(?:st|nd|rd|th)|first|second|third|[a-z]{3,10}th)\s)?"
_DETERMINED = (
    rf"(?:(?:[Tt]he|[Tt]his(?:\syear's)?|[Tt]heir|[Ii]ts)\s{_ORDINAL}{_ADJECTIVE}{{0,2}}|"
    rf"[Aa]\s{_LASTING}\s{_ADJECTIVE}?)"
)
_JOINING = frozenset(("of", "the", "on", "for", "and", "-", "'s"))  # inside a name
_CAPITALS = r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,3}"
_YEAR_BEHIND = r"(?:[\s-](?:(?P<year>(?:1[89]|20)\d\d)|'?(?P<short>\d\d))(?!\d|[-–/.,]\d))?"


@dataclass(frozen=True, slots=True)
class Occasion:
    """``key`` is canonical, without edition and year; ``year`` is the only one that is told with the name."""

    key: str
    name: str
    kind: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """``text[start:end]`` means the occasion: ``said`` by a noun alone, or empty where it is named.

    ``edition`` is its number, 0 where none is told; ``year`` what stands beside the name, or of the article.
    """

    occasion: Occasion
    start: int
    end: int
    said: str = ""
    edition: int = 0
    year: int | None = None


@cache
def kinds() -> dict[str, str]:
    """Nouns, to the kind of occasion that they tell."""
    return {noun: kind for kind, nouns in load("events")["occasions"].items() for noun in nouns}


@cache
def trigger() -> Trigger:
    return Trigger.remembered("occasions", _signs)


def _signs() -> set[str]:
    heads = load("events")["heads"]
    listed = {*kinds(), *heads["recurring"], *heads["single"], *heads["small"], *heads["introducing"]}
    return (
        listed | {word.capitalize() for word in listed} | {"held", "take place", "takes place", "took place"}
    )


def _dated() -> str:
    """The names of days and months: what stands "on Friday" is no other."""
    return pattern((word.capitalize() for word in (*months(), *weekdays())), boundary=False)


@cache
def _definite() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_DETERMINED}(?P<noun>{pattern(kinds(), boundary=False)})\b"
        r"(?!-|'s\s(?:first|last|next)\b|\s(?:of|for|in|at|on|between|with)\s(?:the\s)?"
        rf"(?!{_dated()})[A-Z])"
    )


@cache
def _apposed() -> re.Pattern[str]:
    """ "Sea Falcon 2015, the largest naval exercise", "the Sea Falcon exercise"."""
    nouns = pattern(kinds(), boundary=False)
    coded = pattern(load("events")["occasions"]["exercise"], boundary=False)
    return re.compile(
        rf"(?<![\w'-])(?P<name>{_CAPITALS})(?:{_YEAR_BEHIND},\s(?:the|an?)\s(?:[\w'-]+\s){{0,5}}?(?P<apposed>{nouns})\b|"
        rf"\s(?P<noun>{coded})\b)"
    )


# "Exercise Blue Heron 99": an exercise needs no year to be known by its name.
_AHEAD_OF = re.compile(
    rf"\b(?:at|for|from|of|to)\s(?P<name>{_CAPITALS})\s(?P<year>(?:19|20)\d\d)(?![-–/]?\d)(?!\s[A-Z])"
)
_CODED = re.compile(rf"\b[Ee]xercise\s(?P<name>(?!The\b){_CAPITALS}){_YEAR_BEHIND}")


class Occasions:
    """The named occasions of an article, and the passages that mean them."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._sentences = [it for it in reading.sentences if it.block.kind in _KINDS]
        self.all: tuple[Occasion, ...] = ()
        worth = list(trigger().among(self._text, self._sentences))
        if worth:
            self.all = tuple(self._known({sentence.start for sentence in worth}))
        self._meanings = sorted(self._read(), key=lambda it: it.start) if self.all else []
        self._starts = [it.start for it in self._meanings]

    @property
    def alone(self) -> Occasion | None:
        """The only one that takes place, of an article that names no other."""
        own = [it for it in self.all if it.kind != "pact"]
        return own[0] if len(own) == 1 else None

    def within(self, start: int, end: int) -> list[Meaning]:
        """The passages that begin in a stretch of the article, in order."""
        return self._meanings[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def _known(self, worth: set[int]) -> Iterator[Occasion]:
        found: dict[str, tuple[str, str, set[int]]] = {}
        told = (
            it
            for sentence in self._sentences
            for it in (
                *(_named(self._text, sentence) if sentence.start in worth else ()),
                *_coded(self._text, sentence),
            )
        )
        for name, kind, year in told:
            canonical = key(name.split())
            if not distinct(canonical) or canonical in kinds():
                continue
            _, known, years = found.setdefault(canonical, (name, kind, set()))
            found[canonical] = (found[canonical][0], known or kind, years | ({year} if year else set()))
        if len(found) > _MANY:
            return
        for canonical, (name, kind, years) in found.items():
            yield Occasion(canonical, name, kind, min(years) if len(years) == 1 else None)

    def _read(self) -> Iterator[Meaning]:
        longest = sorted((it.name for it in self.all), key=len, reverse=True)
        any_ = "|".join(map(re.escape, longest))
        literal = kept.passing(rf"(?<![\w'-])(?P<name>{any_}){_YEAR_BEHIND}(?![\w'-])")
        by_name = {it.name: it for it in self.all}
        told: set[str] = set()
        before: list[Meaning] = []
        for sentence in self._sentences:
            here: list[Meaning | None] = [self._it(sentence, before)]
            for match in literal.finditer(self._text, sentence.start, sentence.end):
                occasion = by_name[match["name"]]
                told.add(occasion.key)
                here.append(self._meaning(occasion, sentence, match, ""))
            for match in _definite().finditer(self._text, sentence.start, sentence.end):
                occasion_ = self._meant(match["noun"], told)
                if occasion_ and not any(it and it.start <= match.start() < it.end for it in here):
                    here.append(self._meaning(occasion_, sentence, match, match[0]))
            before = [it for it in here if it]
            yield from before

    def _it(self, sentence: Sentence, before: list[Meaning]) -> Meaning | None:
        """What "It" means, with which the sentence opens: what the one before it speaks of."""
        if not self._text.startswith("It ", sentence.start) or len({it.occasion.key for it in before}) != 1:
            return None
        meant, at = before[0], sentence.start
        if meant.occasion.kind != "pact" and not self._opens(meant):
            return None
        return replace(meant, start=at, end=at + len("It"), said="It", edition=0)

    def _opens(self, meaning: Meaning) -> bool:
        """Does its sentence begin with it?"""
        lead = self._text[max(0, meaning.start - 20) : meaning.start]
        return re.search(r"(?:\A|[.!?\n]\s?)(?:[Tt]he\s)?\Z", lead) is not None

    def _meant(self, noun: str, told: set[str]) -> Occasion | None:
        """The only one of that kind, or else the only one at all; a pact only if it was named before."""
        kind = kinds()[noun]
        if kind == "pact":
            pacts = [it for it in self.all if it.kind == kind]
            return pacts[0] if len(pacts) == 1 and pacts[0].key in told else None
        events = [it for it in self.all if it.kind != "pact"]
        own = events if kind == "any" else [it for it in events if it.kind in (kind, "")]
        return own[0] if len(own) == 1 else None

    def _meaning(
        self, occasion: Occasion, sentence: Sentence, match: re.Match[str], said: str
    ) -> Meaning | None:
        own = match.groupdict().get("number") or ""
        lead = self._text[max(sentence.start, match.start() - 40) : match.start()]
        before = None if said else _YEAR_BEFORE.search(lead)
        if said.startswith(("Their", "their", "Its", "its")):
            own = ""  # the first of theirs
        elif own == "first":
            return None
        if _OTHER.search(lead) and not _THIS.search(lead) and "annual" not in lead:
            return None
        counted = _EDITION.search(lead)
        counted = counted if not said or (counted and "of" in counted[0]) else None
        number = ordinal((counted["number"] if counted else own).lower())
        year = _behind(match) or (int(before[1]) if before else occasion.year)
        return Meaning(occasion, match.start(), match.end(), said, number or 0, year)


def _named(text: str, sentence: Sentence) -> Iterator[tuple[str, str, int | None]]:
    """The bare names of a sentence, with kind and year."""
    row = tokens(text, sentence.start, sentence.end)
    for name in names(text, row):
        if is_part(row, name) or (name.end < len(row) and row[name.end].capital):
            continue  # "the Halden Exhibition Centre"
        bare = [token for token in row[name.start : name.end] if not _counts(token)]
        if not bare or not all(token.capital or token.low in _JOINING for token in bare):
            continue
        written = text[bare[0].start : bare[-1].end]
        if any(char.isdigit() for char in written):
            continue
        yield written, _kind(row, name, bare), _year(name)
    for match in _apposed().finditer(text, sentence.start, sentence.end):
        noun = match["apposed"] or match["noun"]
        if match["apposed"] and not match["year"]:
            continue  # "Ann Roe, the manager of the festival"
        yield match["name"], kinds()[noun], _behind(match)


def _coded(text: str, sentence: Sentence) -> Iterator[tuple[str, str, int | None]]:
    """The names of a sentence that a preposition or "exercise" tells to be one, with kind and year."""
    for match in _AHEAD_OF.finditer(text, sentence.start, sentence.end):
        first, last = (match["name"].lower().split()[at] for at in (0, -1))
        if first not in kinds() and not _is_time_or_place(match["name"]):
            yield match["name"], kinds().get(last, ""), int(match["year"])
    for match in _CODED.finditer(text, sentence.start, sentence.end):
        yield match["name"], "exercise", _behind(match)


def _is_time_or_place(name: str) -> bool:
    """Is it a month, a season, or a town: "at Geneva 2019"?"""
    words = name.lower().split()
    known = months().keys() | weekdays().keys() | load("dates")["seasons"].keys()
    return not known.isdisjoint(words) or places.find(name) is not None


def _behind(match: re.Match[str]) -> int | None:
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
