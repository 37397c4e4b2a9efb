"""Which bridge, plant or hospital does a noun mean: "the Lindal plant", "a plant in Lindal", "the plant"?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from checker import kept
from checker.extract.facility_phrases import Phrase, before_name, nouns, phrases_of, trigger, words_of
from checker.extract.reading import Reading
from checker.resolve.compare import fold
from checker.text.sentences import Sentence
from checker.vocab import load

_DETERMINER = re.compile(r"\A(?:the|its|their|his|her|this|our|an?)\s", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"\A(?:[a-z\d][\w,.-]{0,20}\s){1,5}(?=[A-Z])")  # "new", "340-bed"
_MANY = 60  # names of things; an article with more is a list of them
_FEW = 4  # names of ships that are looked for throughout
_PREFIX = re.compile(r"\A(?:MV|MS|SS|RMS|HMS|USS|MY|TSS)\s")
# "It has", "With a length of 712 metres, it carries", "At 712 metres it is"
_OPENED_IT = re.compile(
    r"\b(?:opened|inaugurated)\s(?P<it>it)(?=\s(?:on|in|yesterday|today|last|this|earlier)\b|[,.])"
)
_IT = re.compile(
    r"(?:(?:With|At|Measuring|Stretching|Spanning|Standing|Weighing|Costing|Built|Completed|Opened|Today|When)\b[^,.;:()]{0,70}?,?\s(?=it\s|she\s))?"
    r"(?P<it>It|She|it|she)\s(?!was\s(?:announced|said|reported|clear|not)\b)"
)
# The building is told of anew by its cost alone.
_COSTS = re.compile(
    r"(?:(?:The\s)?(?P<raising>[Cc]onstruction|[Bb]uilding)\sof\s)?(?P<the>[Tt]he)\s(?:new\s|whole\s|entire\s)?"
    r"(?P<noun>building|hall|house|project|structure|venue)(?=,?\s(?:which\s)?(?:has\s|had\s)?cost\b|\s(?:was\s)?(?:built|completed)\s(?:for|at)\b)"
)
_CHANGED = re.compile(
    r"\b(?:re(?:novat|stor|furbish|pair|open|built|build|design|vamp)\w*|moderni[sz]\w*|upgrad\w*|enlarg\w*|expan\w*|exten\w*|convert\w*|"
    r"conversion|wing|annex\w*|roof|facelift|overhaul\w*|phase|stage|section|demoli\w*|bought|sold(?!\sout)|fire)\b",
    re.IGNORECASE,
)
_RAISED = re.compile(r"\b(?:built|construct\w*|complet\w*|inaugurat\w*|opened|opens|unveiled)\b")
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
        if self.sort in words_of("called"):
            return fold(self.name)
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
    phrases = [phrase for sentence in reading.firing(trigger()) for phrase in phrases_of(text, sentence)]
    if not phrases:
        return []
    phrases += _saints(reading, phrases)
    phrases += _called(reading, phrases)
    phrases.sort(key=lambda phrase: (phrase.start, -phrase.end))
    named = list({(phrase.sort, phrase.own): phrase for phrase in reversed(phrases) if phrase.own}.values())
    if not 0 < len(named) <= _MANY:
        return []
    known = {(phrase.sort, phrase.own): _site(text, phrase, named) for phrase in named}
    blocks = {block.start: number for number, block in enumerate(reading.article.blocks)}
    told: dict[str, _Told] = {}
    found = []
    for phrase in phrases:
        before = told.setdefault(phrase.sort, _Told())
        here = blocks[phrase.sentence.block.start]
        site = known.get((phrase.sort, phrase.own))
        if site is None or (phrase.placeable and before.proper):
            site = before.only(here) if phrase.alone or phrase.placeable else None
        else:
            before.sites[site.key] = (here, site)
            before.proper = before.proper or not phrase.placeable
        if phrase.blurs:
            before.blurred = here
        if site:
            found.append(Mention(phrase.start, phrase.noun, phrase.end, phrase.sentence, site))
    again = [*_again(reading, found), *_opened_it(reading, found), *_anew(reading, found)]
    return sorted([*found, *again], key=lambda mention: mention.start)


@dataclass(slots=True)
class _Told:
    """What has been told of the things of a class: each with the block in which it was last named."""

    sites: dict[str, tuple[int, Site]] = field(default_factory=dict)
    proper: bool = False  # has one of them a name, and not only a place?
    blurred: int = -2  # the block in which others were last spoken of

    def only(self, here: int) -> Site | None:
        """What a phrase without a name means: the one thing of its class told of, if none else comes near."""
        if here - self.blurred <= 1:
            return None
        meant = list(self.sites.values())
        if len(meant) > 1:
            meant = [(block, site) for block, site in meant if here - block <= 1]
        return meant[0][1] if len(meant) == 1 else None


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


def _called(reading: Reading, phrases: list[Phrase]) -> Iterator[Phrase]:
    """Where a ship or satellite is called by its name alone: "the 48-metre Morning Star", "LUSO-1"."""
    text = reading.article.text
    names = {phrase.called or _alone(text, phrase): phrase for phrase in phrases}
    names.pop("", None)
    taken = {at for phrase in phrases for at in range(phrase.start, phrase.end)}
    for name, phrase in list(names.items())[:_FEW]:
        plain = _PREFIX.sub("", name)
        said = kept.passing(
            rf"(?<![\w-])(?:(?:MV|MS|SS|RMS|HMS|USS|MY|TSS)\s)?{re.escape(plain)}(?![\w-]|\s[A-Z])"
        )
        for sentence in reading.sentences:
            for match in said.finditer(text, sentence.start, sentence.end):
                if match.start() not in taken:
                    start = before_name(text, sentence, match.start())
                    yield Phrase(
                        start, match.start(), match.end(), sentence, phrase.sort, phrase.own, called=name
                    )


def _alone(text: str, phrase: Phrase) -> str:
    """The name in "the Wayra probe", which may be called Wayra."""
    if phrase.sort not in words_of("called") or phrase.placed or len(phrase.own) != 1:
        return ""
    before = text[phrase.start : phrase.noun].split()
    return before[-1] if before and fold(before[-1]) == phrase.own[0] and before[-1].isalpha() else ""


def _again(reading: Reading, found: list[Mention]) -> Iterator[Mention]:
    """ "It" at the head of a sentence that follows one whose subject is known."""
    heads = {mention.start: mention for mention in found if mention.start == mention.sentence.start}
    last: Mention | None = None
    text = reading.article.text
    for sentence in reading.sentences if heads else ():
        head = heads.get(sentence.start)
        again = _IT.match(text, sentence.start, sentence.end) if head is None and last else None
        if again and last and last.sentence.block == sentence.block:
            head = Mention(again.start("it"), again.start("it"), again.end("it"), sentence, last.site)
            yield head
        last = head


def _opened_it(reading: Reading, found: list[Mention]) -> Iterator[Mention]:
    """ "The minister opened it on Tuesday": it alone, and the sentence before speaks of one thing only."""
    spoken_of: dict[int, list[Mention]] = {}
    for mention in found:
        spoken_of.setdefault(mention.sentence.start, []).append(mention)
    for before, sentence in pairwise(reading.sentences):
        if before.start not in spoken_of or sentence.start in spoken_of or before.block != sentence.block:
            continue
        sites = {mention.site.key: mention.site for mention in spoken_of[before.start]}
        it = _OPENED_IT.search(reading.article.text, sentence.start, sentence.end)
        if (
            it
            and len(sites) == 1
            and not nouns().search(reading.article.text, sentence.start, it.start("it"))
        ):
            yield Mention(it.start("it"), it.start("it"), it.end("it"), sentence, next(iter(sites.values())))


def _anew(reading: Reading, found: list[Mention]) -> Iterator[Mention]:
    """ "The building cost", "construction of the hall": what this sentence or the last one spoke of alone."""
    text = reading.article.text
    by_sentence: dict[int, list[Mention]] = {}
    for mention in found:
        by_sentence.setdefault(mention.sentence.start, []).append(mention)
    for before, sentence in pairwise(reading.sentences):
        told = by_sentence.get(before.start, []) if before.block == sentence.block else []
        match = _COSTS.match(text, sentence.start, sentence.end) if told else None
        if match is None or sentence.start in by_sentence or len({it.site.key for it in told}) != 1:
            continue
        site, noun = told[0].site, match["noun"]
        if site.sort not in load("facilities")["again"][noun] or _CHANGED.search(
            text, before.start, match.end()
        ):
            continue
        if noun != "project" or _RAISED.search(text, before.start, before.end):
            yield Mention(match.start("the"), match.start("noun"), match.end("noun"), sentence, site)


def _site(text: str, phrase: Phrase, named: list[Phrase]) -> Site:
    """What a phrase names; of names that hold one another, the shortest is that of all."""
    alike = [other for other in named if other.sort == phrase.sort and set(other.own) <= set(phrase.own)]
    if phrase.sentence.block.kind == "title":  # headlines shorten names
        alike += [other for other in named if other.sort == phrase.sort and set(phrase.own) < set(other.own)]
    first = min(alike, key=lambda other: (other.sentence.block.kind == "title", len(other.own), other.start))
    spelled = " ".join(word.capitalize() if word.islower() else word for word in first.own)
    capital = text[first.noun].isupper()
    name = _BEFORE_NAME.sub("", _DETERMINER.sub("", text[first.start : first.end])) if capital else ""
    noun = nouns().match(text, first.noun)
    said = noun["noun"].lower() if noun else phrase.sort
    called = next((_PREFIX.sub("", own) for it in alike if (own := it.called or _alone(text, it))), "")
    return Site(phrase.sort, first.own, called or name or f"{spelled} {said}", said, first.placed)
