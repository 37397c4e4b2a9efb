"""Names of people that no title introduces, told by a known given name and what people do in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from checker.extract import organisations
from checker.extract.names import features, never
from checker.extract.occupations import is_person, is_trade
from checker.resolve import nicknames, places
from checker.resolve.people import Mention
from checker.resolve.skeleton import fold
from checker.text.sentences import Sentence
from checker.text.tokens import tokens
from checker.vocab import load

_CAPITALS = r"[A-Z][^\W\d_]*+(?:(?!'s\b)['-][^\W\d_]++)*+"
_PARTICLES = r"(?:(?:van|von|de|del|der|den|da|di|bin|al|el|la|le)[ -]){0,2}"
_NAME = re.compile(
    # The set of characters comes first, since a pattern is scanned for one several times faster.
    r"[A-Z](?<![\w'&-].)(?:\.(?:[A-Z]\.)*+|[^\W\d_]*+(?:(?!'s\b)['-][^\W\d_]++)*+)"
    rf"(?: (?:(?:[A-Z]\.)++|{_PARTICLES}{_CAPITALS})){{1,3}}+(?![\w&])"
)
# What people do and things seldom: the next words tell a name from a heading or a company.
_SPEECH = (
    "said|says|told|wrote|added|announced|admitted|argued|explained|insisted|joked|promised|recalled|remembers|"
    "remembered|noted|asked|replied|thinks|believes|thanked|warned"
)
_LIVES = "composed|emigrated|graduated|grew up|married|painted|resigned|retired|stepped down|studied|taught"
_ACTS = re.compile(
    rf"'s|,? (?:{_SPEECH}|{_LIVES}|was born|died|who|and (?:his|her)|took (?:office|the oath)"
    r"|was (?:appointed|arrested|detained|dismissed|elected|jailed|promoted|sacked|sentenced|sworn))\b"
    r"| turned \d|, (?:\d{1,2}[,.]|aged \d|born |an? |the |who\b|whose\b)| \((?:born )?\d"
)

_SPEAKER = re.compile(
    r"(?P<surname>[A-Z](?<![\w'.-].)[^\W\d_]*+(?:(?!'s\b)['-][^\W\d_]++)*+)"
    rf"(?: (?:{_SPEECH})|'s (?:predecessor|successor|wife|husband|mother|father))\b"
)

# No thing does so, or meets with it: there any given name will do.
_HUMAN = re.compile(
    r",? (?:resigned|retired|stepped down|married|grew up|was (?:born|arrested|jailed|sworn in|sentenced))\b"
    r"|, \d{2}, |, aged \d| \(born \d"
)

# "the novelist Jane Roe", "The engineer was Jane Roe"
_NOUN_BEFORE = re.compile(r"\b(?P<noun>[a-z]{4,20})(?: is| was)? \Z")
# "its director of music, Jane Roe, ", "the bridge's architect, Jane Roe, "
_APPOSED = re.compile(r"\b(?P<noun>[a-z]{4,20})(?: of [a-z]+)?, \Z")
# "Jane Roe, treasurer of", "Jane Roe, Acme's sales director, "
_NOUN_BEHIND = re.compile(
    r", (?:(?:the )?[A-Za-z][\w-]+(?: [A-Z][\w-]+){0,2}'s (?:[a-z]+ ){0,2})?(?P<noun>[a-z]{4,20})"
    r"(?:[,.]| (?:of|at|for|in|and|to|with)\b)"
)
_LAND_BEHIND = re.compile(r" of (?P<land>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")


@cache
def opening() -> frozenset[str]:
    """Lower-case words with which a sentence opens and that are no part of a name behind them."""
    return frozenset(load("names")["opening"])


@cache
def _given() -> frozenset[str]:
    return frozenset(load("names")["given"].split())


@lru_cache(maxsize=4096)
def is_given(word: str) -> bool:
    """Is the word a given name?"""
    folded = fold(word)
    return nicknames.is_given(folded) or folded in _given()


def untitled(text: str, sentence: Sentence) -> Iterator[Mention]:
    """Mentions of two to four words that begin with a given name and stand where a person would."""
    for match in _NAME.finditer(text, sentence.start, sentence.end):
        start, words = match.start(), match[0].split()
        while words and words[0].lower() in opening():  # "For Jane Roe, 44, the day began"
            start += len(words.pop(0)) + 1
        called = _behind_calling(words)  # "Project Manager Jane Roe"
        if not called and len(words) > 2 and start == sentence.start and is_trade(*words[:2]):
            called = 1
        start += sum(len(word) + 1 for word in words[:called])
        words = words[called:]
        if len(words) < 2 or _no_person(words):
            continue
        if not (is_given(words[0]) or _HUMAN.match(text, match.end()) or _has_calling(text, start)):
            continue
        acts = _ACTS.match(text, match.end()) or _acted_on(text, start) or _speaks(text, words)
        if not (called or acts or _described(text, start, match.end())):
            continue
        name = text[start : match.end()]
        if _is_place(name, words) or _is_organisation(text, start, sentence.end):
            continue
        yield Mention(start, match.end(), name)


def _behind_calling(words: list[str]) -> int:
    """How many words lead up to a name, the last one a calling: "Chief Engineer", "Professor"."""
    for i in range(len(words) - 2, 0, -1):
        if words[i - 1].lower() in _callings() and is_given(words[i]):
            return i
    return 0


def _has_calling(text: str, start: int) -> bool:
    """Does a calling stand right before the name: "the engineer Jane Roe"?"""
    match = _NOUN_BEFORE.search(text, max(0, start - 30), start)
    return match is not None and match["noun"] in _callings()


@cache
def _callings() -> frozenset[str]:
    return frozenset(load("names")["callings"])


def _no_person(words: list[str]) -> bool:
    if words[-1].lower() in features() or not never().isdisjoint(map(str.lower, words)):
        return True
    return any(len(word) > 1 and word.isupper() and "." not in word for word in words)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:said|told|asked|thanked|by|met|with|named|called|appointed|elected|year-old|arrested|sentenced|"
        r"jailed|dismissed|sacked|replaced|replaces|succeeds|succeeded|over from|predecessor,|"
        r"(?:resignation|arrest|appointment|dismissal) of) $"
    )


def _speaks(text: str, words: list[str]) -> bool:
    """Is it elsewhere told by the surname alone what the person says: "Jane Roe is ...", "Roe said"?"""
    return words[-1] in _speakers(text) and not places.candidates(words[0])


@lru_cache(maxsize=4)
def _speakers(text: str) -> frozenset[str]:
    """The surnames that a text says somebody of speaks, or has a predecessor."""
    return frozenset(match["surname"] for match in _SPEAKER.finditer(text))


def _acted_on(text: str, start: int) -> bool:
    return _before().search(text, max(0, start - 16), start) is not None


def _described(text: str, start: int, end: int) -> bool:
    """Does a noun that means a person stand before the name, or in an apposition behind it?"""
    before, behind = _NOUN_BEFORE.search(text, max(0, start - 30), start), _NOUN_BEHIND.match(text, end)
    apposed = _APPOSED.search(text, max(0, start - 60), start) if text.startswith(",", end) else None
    if any(match is not None and is_person(match["noun"]) for match in (before, behind, apposed)):
        return True
    land = _LAND_BEHIND.match(text, end)
    return land is not None and places.find(land["land"], kind="country") is not None


def _is_place(name: str, words: list[str]) -> bool:
    return bool(places.candidates(name) or places.candidates(" ".join(words[-2:])))


def _is_organisation(text: str, start: int, end: int) -> bool:
    row = tokens(text, start, min(end, start + 120))
    return bool(row) and organisations.at(text, row, 0) is not None
