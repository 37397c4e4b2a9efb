"""Which exercise, fair, festival or treaty does a passage mean, by its name or by "the fair" behind it?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from checker import kept
from checker.dates.words import months, weekdays
from checker.extract.event_names import Named
from checker.extract.occasion_names import YEAR_BEHIND, behind, coded, kinds, named
from checker.extract.reading import Reading
from checker.resolve.events import distinct, key, ordinal
from checker.text.sentences import Sentence
from checker.text.trie import pattern, plain
from checker.text.trigger import Trigger
from checker.vocab import load

_KINDS = ("paragraph", "item", "title", "caption")
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
_NUMBERED = ("edition", "instalment", "staging")  # mean one with its number alone: "the 21st edition"
_LASTING = r"(?:[\w-]+[- ](?:day|week|month)|(?:day|week|month)-?long)"
_ADJECTIVE = (
    rf"(?:(?:{_LASTING}|annual|biennial|bilateral|international|joint|maritime|military|naval|trilateral)\s)"
)
_ORDINAL = r"(?:(?P<number>\d{1,3}(?:st|nd|rd|th)|first|second|third|[a-z]{3,10}th)\s)?"
_DETERMINED = (
    rf"(?:(?:[Tt]he|[Tt]his(?:\syear's)?|[Tt]heir|[Ii]ts)\s{_ORDINAL}{_ADJECTIVE}{{0,2}}|"
    rf"[Aa]\s{_LASTING}\s{_ADJECTIVE}?)"
)


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
def trigger() -> Trigger:
    return Trigger.remembered("occasions", signs)


def signs() -> set[str]:
    """Words of which every article holds one that names an occasion."""
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
        rf"\b{_DETERMINED}(?P<noun>{pattern((*kinds(), *_NUMBERED), boundary=False)})\b"
        r"(?!-|'s\s(?:first|last|next)\b|\s(?:of|for|in|at|on|between|with)\s(?:the\s)?"
        rf"(?!{_dated()})[A-Z])"
    )


_COUNTED = re.compile(
    r",\sthe\s(?P<number>\d{1,3}(?:st|nd|rd|th)|[a-z]{3,12}(?:-[a-z]{3,8})?)(?:\sof\sits\skind|\sso\sfar)?,"
)


class Occasions:
    """The named occasions of an article, and the passages that mean them."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._named = reading.once(Named)
        self._sentences = [it for it in reading.sentences if it.block.kind in _KINDS]
        self.all: tuple[Occasion, ...] = ()
        worth = {it.start for it in reading.firing(trigger()) if it.block.kind in _KINDS}
        if worth:
            self.all = tuple(self._known(worth))
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
                *(named(self._text, self._named, sentence) if sentence.start in worth else ()),
                *coded(self._text, sentence),
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
        names = plain(it.name for it in self.all)
        literal = kept.passing(rf"(?<![\w'-])(?P<name>{names}){YEAR_BEHIND}(?![\w'-])")
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
                if match["noun"] in _NUMBERED and not match["number"]:
                    continue
                occasion_ = self._meant(match["noun"], told)
                if occasion_ and not any(it and it.start <= match.start() < it.end for it in here):
                    here.append(self._meaning(occasion_, sentence, match, match[0]))
            before = [it for it in here if it]
            yield from before

    def _it(self, sentence: Sentence, before: list[Meaning]) -> Meaning | None:
        """What "It" means, with which the sentence opens: what the one before it speaks of.

        "They" are accords, or games, with which that one begins.
        """
        at = sentence.start
        word = next((word for word in ("It", "They") if self._text.startswith(f"{word} ", at)), "")
        if not word or len({it.occasion.key for it in before}) != 1:
            return None
        meant = before[0]
        if word == "They" and not (meant.occasion.name.endswith("s") and self._opens(meant)):
            return None
        if meant.occasion.kind != "pact" and not self._opens(meant):
            return None
        return replace(meant, start=at, end=at + len(word), said=word, edition=0)

    def _opens(self, meaning: Meaning) -> bool:
        """Does its sentence begin with it?"""
        lead = self._text[max(0, meaning.start - 20) : meaning.start]
        return re.search(r"(?:\A|[.!?\n]\s?)(?:[Tt]he\s)?\Z", lead) is not None

    def _meant(self, noun: str, told: set[str]) -> Occasion | None:
        """The only one of that kind, or else the only one at all; a pact only if it was named before."""
        kind = kinds().get(noun, "any")
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
        counted = _COUNTED.match(self._text, match.end(), sentence.end) or counted
        if said and counted and counted.re is _EDITION and "of" not in counted[0]:
            counted = None
        number = ordinal((counted["number"] if counted else own).lower())
        year = behind(match) or (int(before[1]) if before else occasion.year)
        return Meaning(occasion, match.start(), match.end(), said, number or 0, year)
