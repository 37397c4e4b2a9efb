"""Noun phrases on what is built or run at one place: "the new Lindal plant", "a bridge in Porto"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.resolve import places
from checker.resolve.compare import fold
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.text.trigger import Trigger
from checker.vocab import load

_REACH = 110  # characters before the noun that may belong to its phrase
_MOST = 9  # words of them
_NAME = r"[A-Z][\w'&.-]*(?<![.'])(?:(?:\s(?:of|de|la|le|al|upon|the))?\s[A-Z][\w'-]*){0,3}"
_WHERE = re.compile(
    rf"(?:\s(?:complex|building|project))?,?\s(?:in|at|near|outside|of|over|across|under)\s(?:the\s)?"
    rf"(?:(?:town|city|port|village|river|River|suburb|district)\s(?:of\s)?)?(?P<name>{_NAME})"
)
_DETERMINERS = frozenset(("the", "its", "their", "his", "her", "this", "our", "a", "an"))
_MODIFIER = re.compile(
    r"(?:[a-z][a-z-]{1,20}|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:-[a-z-]{1,20})?|[^\s,;:()\"“”]*\d[^\s,;:()\"“”]*|[$£€¥]\S+)"
)
_SHIPS = frozenset("MV MS SS RMS HMS USS MY TSS".split())
_CALLED = re.compile(
    r"(?:\s(?:was|is)\snamed)?,?\s(?P<name>(?:MV|MS|SS)?\s?[A-Z][\w'-]*(?:(?:\s(?:of|the|de))?\s[A-Z][\w'-]*){0,3})(?!\w)"
)
_APPOSED = re.compile(r"(?:\A|\s)(?P<name>[A-Z][\w'-]*(?:(?:\s(?:of|the|de))?\s[A-Z][\w'-]*){0,3}),\s\Z")
_SEVERAL = re.compile(r"\b(?:both|these|those|all|the|its|their)\s(?:[a-z-]+\s){0,2}\Z")
SMALL = frozenset("of the de la le al upon".split())
_NUMBERS = frozenset("million billion thousand m bn".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """The phrase ``text[start:end]``, its noun from ``noun`` on; ``own`` are the words of its name."""

    start: int
    noun: int
    end: int
    sentence: Sentence
    sort: str
    own: tuple[str, ...]
    alone: bool = False  # does it name nothing, and speak of one that is known?
    blurs: bool = False  # does it speak of others of the class?
    placed: bool = False
    called: str = ""  # a name behind the noun, by which alone it may go
    placeable: bool = False  # does it tell where the thing is, which may have a name?


@cache
def sorts() -> dict[str, str]:
    """Nouns to their class."""
    return {noun: sort for sort, nouns in load("facilities")["classes"].items() for noun in nouns}


@cache
def nouns() -> re.Pattern[str]:
    """The nouns, and as ``many`` their plurals."""
    forms = [*sorts(), *(noun.title() for noun in sorts())]
    plurals = [f"{noun}s" for noun in sorts() if not noun.endswith("s")]
    plurals += [f"{noun[:-1]}ies" for noun in sorts() if noun.endswith("y")]
    return re.compile(rf"(?:(?P<noun>{pattern(forms)})|(?P<many>{pattern(plurals)}))(?![\w-])")


@cache
def trigger() -> Trigger:
    """Sentences without any of these words have no such phrase."""
    return Trigger.remembered(
        "facilities", lambda: {form for noun in sorts() for form in (noun, noun.title(), noun.capitalize())}
    )


@cache
def words_of(name: str) -> frozenset[str]:
    """A list of words of the vocabulary."""
    return frozenset(load("facilities")["words"][name])


def phrases_of(text: str, sentence: Sentence) -> Iterator[Phrase]:
    """The phrases of a sentence, unless it is a headline whose words have capitals throughout."""
    if _titled(text, sentence):
        return
    for match in nouns().finditer(text, sentence.start, sentence.end):
        if match["many"]:
            if _SEVERAL.search(text[max(sentence.start, match.start() - 24) : match.start()]):
                sort = _single(match["many"])
                yield Phrase(match.start(), match.start(), match.end(), sentence, sort, (), blurs=True)
            continue
        if (
            match["noun"].title() == match["noun"] != match["noun"].lower()
            and match.start() == sentence.start
        ):
            continue
        phrase = _called(text, sentence, match) or _phrase(text, sentence, match)
        if phrase:
            yield phrase


def _called(text: str, sentence: Sentence, match: re.Match[str]) -> Phrase | None:
    """ "The ferry Morning Star", "LUSO-1, the first satellite of"."""
    sort = sorts()[match["noun"].lower()]
    if sort not in words_of("called") or match["noun"][0].isupper():
        return None
    start, words, determiner = _before(text, sentence, match.start(), capital=False)
    behind = _CALLED.match(text, match.end(), sentence.end)
    apposed = _APPOSED.search(text[sentence.start : start])
    found = behind or (apposed if determiner in ("the", "a", "an") else None)
    if found is None or _name(words):
        return None
    name = found["name"]
    own = tuple(
        dict.fromkeys(fold(word) for word in name.split() if word.lower() not in SMALL and word not in _SHIPS)
    )
    if not own or places.candidates(name) or name.split()[0] in ("The", "It", "She", "A", "In", "On"):
        return None
    if behind:
        return Phrase(start, match.start(), behind.end(), sentence, sort, own, called=name)
    first = sentence.start + found.start("name")
    return Phrase(first, first, first + len(name), sentence, sort, own, called=name)


def before_name(text: str, sentence: Sentence, name: int) -> int:
    """Where the phrase begins in which a name stands at ``name``: "the 48-metre Morning Star"."""
    return _before(text, sentence, name, capital=False)[0]


def _single(noun: str) -> str:
    return sorts().get(noun[:-1]) or sorts().get(f"{noun[:-3]}y") or ""


def _titled(text: str, sentence: Sentence) -> bool:
    """Is it a headline whose words have capitals throughout?"""
    if sentence.block.kind not in ("title", "heading"):
        return False
    words = [
        word for word in text[sentence.start : sentence.end].split() if len(word) > 3 and word[0].isalpha()
    ]
    return sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _phrase(text: str, sentence: Sentence, match: re.Match[str]) -> Phrase | None:
    if not _ends(text, match.end(), sentence.end):
        return None
    where = _WHERE.match(text, match.end(), sentence.end)
    if where and (_is_time(where["name"]) or _is_land(where["name"])):
        where = None
    capital = match["noun"][0].isupper()
    start, words, determiner = _before(text, sentence, match.start(), capital=capital)
    own = _name(words)
    if capital and not own and where is None and words and words[-1].islower():
        return None
    own = [word for word in own if word.lower() not in words_of("ordinary") and not _is_people(word)]
    placed = all(places.candidates(word) for word in own)
    owner = determiner.removesuffix("'s").removesuffix("'")
    if not own and owner != determiner and places.candidates(owner):
        own, placed = owner.split(), True
    lowered = {word.lower() for word in words}
    blurs = bool(lowered & words_of("others")) and not own
    end, sort = match.end(), sorts()[match["noun"].lower()]
    definite = determiner not in ("a", "an", "") and not blurs
    placeable = False
    if where and not own and not blurs:
        name = where["name"].removesuffix("'s")
        placeable = definite or sentence.block.kind == "title"
        own, placed, end = name.split(), bool(places.candidates(name)), where.end()
    if lowered & words_of("planned"):
        own = []
    keys = tuple(dict.fromkeys(fold(word) for word in own if word.lower() not in SMALL))
    alone = not keys and definite
    return Phrase(start, match.start(), end, sentence, sort, keys, alone, blurs, placed, placeable=placeable)


def _ends(text: str, at: int, end: int) -> bool:
    """Does the noun phrase end with the noun?"""
    if text.startswith("'s ", at):
        return True
    if at >= end or text[at] in ',.;:)\n–—?!"”':
        return True
    word = re.compile(r"\s?([\w']*)").match(text, at, end)
    if word is None or text[at] != " ":
        return False
    told = word[1] in words_of("following") or (word[1].islower() and word[1].endswith("ed"))
    return told or word[1][:1].isdigit() or word[1] == ""


def _before(text: str, sentence: Sentence, noun: int, *, capital: bool) -> tuple[int, list[str], str]:
    """Where the phrase begins whose noun stands at ``noun``, its words before that, and its determiner."""
    at = noun
    words: list[str] = []
    told = text[max(sentence.start, noun - _REACH) : noun].split(" ")[:-1]
    for number in range(len(told) - 1, -1, -1):
        token = told[number]
        if not token or len(words) >= _MOST:
            break
        bare = token.lstrip("\"“'(")
        if not bare:
            break  # a mark by itself
        if bare.lower() in _DETERMINERS:
            return at - len(token) - 1, words, bare.lower()
        saint = number > 0 and told[number - 1] in ("St", "St.", "Saint")
        if bare.endswith(("'s", "s'")) and bare[0].isupper() and not saint and not (capital and not words):
            return at - len(token) - 1, words, bare
        if bare[:1].isupper() and bare[-1] not in ',.;:)"”':
            if _has_gap(words):
                break
        elif bare.lower() in words_of("before") or not _MODIFIER.fullmatch(bare):
            break
        words.insert(0, bare)
        at -= len(token) + 1
        if bare != token:
            break
    return at, words, ""


def _has_gap(words: list[str]) -> bool:
    """Do small words already stand before a capital: "opened the new Lindal plant"?"""
    capitals = [i for i, word in enumerate(words) if word[0].isupper()]
    return bool(capitals) and capitals[0] > 0


def _name(words: list[str]) -> list[str]:
    """The run of capitals that stands nearest to the noun."""
    run: list[str] = []
    for word in reversed(words):
        if word[0].isupper() and word.lower() not in _NUMBERS:
            run.insert(0, word)
        elif run:
            break
    return run


def _is_people(word: str) -> bool:
    return places.is_adjective(word)


def _is_time(name: str) -> bool:
    return name.split()[0].lower() in words_of("times")


def _is_land(name: str) -> bool:
    found = places.candidates(name)
    return any(place.kind in ("country", "historic", "body") for place in found)
