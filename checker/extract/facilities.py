"""Which bridge, plant or hospital does a noun mean: "the Lindal plant", "a plant in Lindal", "the plant"?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.extract.facility_phrases import Phrase, nouns, phrases_of, trigger, words_of
from checker.extract.reading import Reading
from checker.resolve.compare import fold
from checker.text.sentences import Sentence

_DETERMINER = re.compile(r"\A(?:the|its|their|his|her|this|our|an?)\s", re.IGNORECASE)
_SAINT = re.compile(r"\bSt\.?\s[A-Z][a-z]+'s(?![\w-]|\s[A-Z])")


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


def facilities(reading: Reading) -> list[Mention]:
    """The noun phrases that mean one thing which the article names, in the order of the text."""
    text = reading.article.text
    phrases = [
        phrase
        for sentence in trigger().among(text, reading.sentences)
        for phrase in phrases_of(text, sentence)
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


def _proper(phrase: Phrase, before: list[Phrase]) -> bool:
    """Is "the bridge at Lindal" one that has been named before?"""
    return any(other.own and other.sort == phrase.sort and not other.placeable for other in before)


def _meant(
    phrase: Phrase, before: list[Phrase], known: dict[Phrase, Site], blocks: dict[int, int]
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


def _saints(reading: Reading, phrases: list[Phrase]) -> Iterator[Phrase]:
    """ "St Mary's", where the article speaks of a hospital, or of a school, and of nothing else called so."""
    text = reading.article.text
    sorts = {phrase.sort for phrase in phrases if phrase.alone or phrase.own}.intersection(words_of("saints"))
    if "St" not in text or len(sorts) != 1:
        return
    sort = sorts.pop()
    for sentence in reading.sentences:
        for match in _SAINT.finditer(text, sentence.start, sentence.end):
            own = tuple(fold(word) for word in match[0].replace(".", "").split())
            yield Phrase(match.start(), match.end(), match.end(), sentence, sort, own, placed=True)


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


def _site(text: str, phrase: Phrase, named: list[Phrase]) -> Site:
    """What a phrase names; of names that hold one another, the shortest is that of all."""
    alike = [other for other in named if other.sort == phrase.sort and set(other.own) <= set(phrase.own)]
    if phrase.sentence.block.kind == "title":  # headlines shorten names
        alike += [other for other in named if other.sort == phrase.sort and set(phrase.own) < set(other.own)]
    first = min(alike, key=lambda other: (other.sentence.block.kind == "title", len(other.own), other.start))
    spelled = " ".join(word.capitalize() if word.islower() else word for word in first.own)
    capital = text[first.noun].isupper()
    name = _DETERMINER.sub("", text[first.start : first.end]) if capital else ""
    noun = nouns().match(text, first.noun)
    said = noun["noun"].lower() if noun else phrase.sort
    return Site(phrase.sort, first.own, name or f"{spelled} {said}", said, first.placed)
