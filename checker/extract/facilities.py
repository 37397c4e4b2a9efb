"""Which bridge, plant or hospital does a noun mean: "the Lindal plant", "a plant in Lindal", "the plant"?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.extract.reading import Reading
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
_MODIFIER = re.compile(r"(?:[a-z][a-z-]{1,20}|[^\s,;:()\"“”]*\d[^\s,;:()\"“”]*|[$£€¥]\S+)")
_DETERMINER = re.compile(r"\A(?:the|its|their|his|her|this|our|an?)\s", re.IGNORECASE)
_SAINT = re.compile(r"\bSt\.?\s[A-Z][a-z]+'s(?![\w-]|\s[A-Z])")
_SEVERAL = re.compile(r"\b(?:both|these|those|all|the|its|their)\s(?:[a-z-]+\s){0,2}\Z")
_SMALL = frozenset("of the de la le al upon".split())
_NUMBERS = frozenset("million billion thousand m bn".split())


@dataclass(frozen=True, slots=True)
class Site:
    """A thing of a class, known by the words of its name. ``placed``: by those of places alone."""

    sort: str
    own: tuple[str, ...]
    name: str
    noun: str
    placed: bool

    @property
    def key(self) -> str:
        return f"{self.sort}: {' '.join(sorted(self.own))}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase ``text[start:end]``, its noun from ``noun`` on; ``site`` is what it means."""

    start: int
    noun: int
    end: int
    sentence: Sentence
    site: Site


@dataclass(frozen=True, slots=True)
class _Phrase:
    start: int
    noun: int
    end: int
    sentence: Sentence
    sort: str
    own: tuple[str, ...]
    alone: bool = False  # does it name nothing, and speak of one that is known?
    blurs: bool = False  # does it speak of others of the class?
    placed: bool = False
    placeable: bool = False  # does it tell where the thing is, which may have a name?


@cache
def _sorts() -> dict[str, str]:
    return {noun: sort for sort, nouns in load("facilities")["classes"].items() for noun in nouns}


@cache
def _nouns() -> re.Pattern[str]:
    forms = [*_sorts(), *(noun.title() for noun in _sorts())]
    plurals = [f"{noun}s" for noun in _sorts() if not noun.endswith("s")]
    plurals += [f"{noun[:-1]}ies" for noun in _sorts() if noun.endswith("y")]
    return re.compile(rf"(?:(?P<noun>{pattern(forms)})|(?P<many>{pattern(plurals)}))(?![\w-])")


@cache
def _trigger() -> Trigger:
    return Trigger.remembered(
        "facilities", lambda: {form for noun in _sorts() for form in (noun, noun.title(), noun.capitalize())}
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("facilities")["words"][name])


def facilities(reading: Reading) -> list[Mention]:
    """The noun phrases that mean one thing which the article names, in the order of the text."""
    text = reading.article.text
    phrases = [
        phrase
        for sentence in _trigger().among(text, reading.sentences)
        for phrase in _phrases(text, sentence)
    ]
    if not phrases:
        return []
    phrases = sorted([*phrases, *_saints(reading, phrases)], key=lambda phrase: phrase.start)
    named = [phrase for phrase in phrases if phrase.own]
    if not named:
        return []
    known = {phrase: _site(text, phrase, named) for phrase in named}
    blocks = {block.start: number for number, block in enumerate(reading.article.blocks)}
    found = []
    for number, phrase in enumerate(phrases):
        if phrase.own and not (phrase.placeable and _proper(phrase, phrases[:number])):
            site: Site | None = known[phrase]
        else:
            site = _meant(phrase, phrases[:number], known, blocks)
        if site:
            found.append(Mention(phrase.start, phrase.noun, phrase.end, phrase.sentence, site))
    return sorted([*found, *_again(reading, found)], key=lambda mention: mention.start)


def _proper(phrase: _Phrase, before: list[_Phrase]) -> bool:
    """Is "the bridge at Lindal" one that has been named before?"""
    return any(other.own and other.sort == phrase.sort and not other.placeable for other in before)


def _meant(
    phrase: _Phrase, before: list[_Phrase], known: dict[_Phrase, Site], blocks: dict[int, int]
) -> Site | None:
    """What a phrase without a name means: the one thing of its class told of, if none else comes near."""
    if not (phrase.alone or phrase.placeable):
        return None
    others = [other for other in before if other.sort == phrase.sort]
    sites = {known[other].key: known[other] for other in others if other.own}
    here = blocks[phrase.sentence.block.start]
    near = [other for other in others if here - blocks[other.sentence.block.start] <= 1]
    if any(other.blurs for other in near):
        return None
    if len(sites) > 1:
        sites = {known[other].key: known[other] for other in near if other.own}
    return next(iter(sites.values())) if len(sites) == 1 else None


def _saints(reading: Reading, phrases: list[_Phrase]) -> Iterator[_Phrase]:
    """ "St Mary's", where the article speaks of a hospital, or of a school, and of nothing else called so."""
    text = reading.article.text
    sorts = {phrase.sort for phrase in phrases if phrase.alone or phrase.own}.intersection(_words("saints"))
    if "St" not in text or len(sorts) != 1:
        return
    sort = sorts.pop()
    for sentence in reading.sentences:
        for match in _SAINT.finditer(text, sentence.start, sentence.end):
            own = tuple(fold(word) for word in match[0].replace(".", "").split())
            yield _Phrase(match.start(), match.end(), match.end(), sentence, sort, own, placed=True)


def _again(reading: Reading, found: list[Mention]) -> Iterator[Mention]:
    """ "It" at the head of a sentence that follows one whose subject is known."""
    heads = {mention.start: mention for mention in found if mention.start == mention.sentence.start}
    last: Mention | None = None
    text = reading.article.text
    for sentence in reading.sentences if heads else ():
        head = heads.get(sentence.start)
        if (
            head is None
            and last
            and last.sentence.block == sentence.block
            and text.startswith("It ", sentence.start)
        ):
            head = Mention(sentence.start, sentence.start, sentence.start + 2, sentence, last.site)
            yield head
        last = head


def _site(text: str, phrase: _Phrase, named: list[_Phrase]) -> Site:
    """What a phrase names; of names that hold one another, the shortest is that of all."""
    alike = [other for other in named if other.sort == phrase.sort and set(other.own) <= set(phrase.own)]
    if phrase.sentence.block.kind == "title":  # headlines shorten names
        alike += [other for other in named if other.sort == phrase.sort and set(phrase.own) < set(other.own)]
    first = min(alike, key=lambda other: (other.sentence.block.kind == "title", len(other.own), other.start))
    spelled = " ".join(word.capitalize() if word.islower() else word for word in first.own)
    capital = text[first.noun].isupper()
    name = _DETERMINER.sub("", text[first.start : first.end]) if capital else ""
    noun = _nouns().match(text, first.noun)
    said = noun["noun"].lower() if noun else phrase.sort
    return Site(phrase.sort, first.own, name or f"{spelled} {said}", said, first.placed)


def _phrases(text: str, sentence: Sentence) -> Iterator[_Phrase]:
    if _titled(text, sentence):
        return
    for match in _nouns().finditer(text, sentence.start, sentence.end):
        if match["many"]:
            if _SEVERAL.search(text[max(sentence.start, match.start() - 24) : match.start()]):
                sort = _single(match["many"])
                yield _Phrase(match.start(), match.start(), match.end(), sentence, sort, (), blurs=True)
            continue
        if (
            match["noun"].title() == match["noun"] != match["noun"].lower()
            and match.start() == sentence.start
        ):
            continue
        phrase = _phrase(text, sentence, match)
        if phrase:
            yield phrase


def _single(noun: str) -> str:
    sorts = _sorts()
    return sorts.get(noun[:-1]) or sorts.get(f"{noun[:-3]}y") or ""


def _titled(text: str, sentence: Sentence) -> bool:
    """Is it a headline whose words have capitals throughout?"""
    if sentence.block.kind not in ("title", "heading"):
        return False
    words = [
        word for word in text[sentence.start : sentence.end].split() if len(word) > 3 and word[0].isalpha()
    ]
    return sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _phrase(text: str, sentence: Sentence, match: re.Match[str]) -> _Phrase | None:
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
    own = [word for word in own if word.lower() not in _words("ordinary") and not _is_people(word)]
    placed = all(places.candidates(word) for word in own)
    owner = determiner.removesuffix("'s").removesuffix("'")
    if not own and owner != determiner and places.candidates(owner):
        own, placed = owner.split(), True
    lowered = {word.lower() for word in words}
    blurs = bool(lowered & _words("others")) and not own
    end, sort = match.end(), _sorts()[match["noun"].lower()]
    definite = determiner not in ("a", "an", "") and not blurs
    placeable = False
    if where and not own and not blurs:
        name = where["name"].removesuffix("'s")
        placeable = definite or sentence.block.kind == "title"
        own, placed, end = name.split(), bool(places.candidates(name)), where.end()
    if lowered & _words("planned"):
        own = []
    keys = tuple(dict.fromkeys(fold(word) for word in own if word.lower() not in _SMALL))
    alone = not keys and definite
    return _Phrase(start, match.start(), end, sentence, sort, keys, alone, blurs, placed, placeable)


def _ends(text: str, at: int, end: int) -> bool:
    """Does the noun phrase end with the noun?"""
    if at >= end or text[at] in ',.;:)\n–—?!"”':
        return True
    word = re.compile(r"\s?([\w']*)").match(text, at, end)
    if word is None or text[at] != " ":
        return False
    return word[1] in _words("following") or word[1][:1].isdigit() or word[1] == ""


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
        elif bare.lower() in _words("before") or not _MODIFIER.fullmatch(bare):
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
    return name.split()[0].lower() in _words("times")


def _is_land(name: str) -> bool:
    found = places.candidates(name)
    return any(place.kind in ("country", "historic", "body") for place in found)
