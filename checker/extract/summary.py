"""Which numbers of a summary does the text below give otherwise? "A study of 1,250 pupils", "14 stops"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checker.extract.measures import figures, stretch
from checker.extract.reading import Reading
from checker.model import Block
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_LONGEST_HEAD = 40  # characters
_LONGEST_LIST = 12  # items
_MOST = 60  # numbers of all that sums an article up
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_KINDS = ("kinds", "sorts", "types")
_MEASURED = re.compile(r"\s(?P<what>away|deep|early|high|late|long|old|tall|wide)\b")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_VOTE = re.compile(
    r"\b(?:vot(?:e[ds]?|ing)|ballot|approv|back(?:ed|s)|pass(?:ed|es)|reject|carried|defeat|adopt)"
)
_LEAST_FIGURES = 3  # of numbers that are known to be the same but for a slip


@dataclass(frozen=True, slots=True)
class Told:
    """A number that is told of something; ``text[start:end]`` holds it with its noun.

    ``shape`` are its figures, ``between`` the words between it and the noun, ``partial`` is true of those
    that may count only some, or not exactly.
    """

    start: int
    end: int
    number: float
    least: float
    most: float
    noun: str
    between: str
    shape: str
    partial: bool


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What the summary and the text give differently."""

    what: str
    above: Told
    below: Told


@cache
def _brief() -> re.Pattern[str]:
    """What stands above a list that sums up an article."""
    heads = "|".join(load("relations")["summaries"]["heads"])
    return re.compile(rf"\W{{0,4}}(?:the\s)?(?:{heads})\W{{0,4}}", re.IGNORECASE)


@cache
def _partial() -> re.Pattern[str]:
    """What stands before a number of some of them, or a number that is not exact."""
    words = pattern(load("relations")["summaries"]["before"])
    of = pattern(load("relations")["summaries"]["before_of"])
    return re.compile(rf"(?:{words}|(?:\d|{of})\s(?:of|and|to))\s(?:the\s)?\Z", re.IGNORECASE)


@cache
def _uncounted() -> frozenset[str]:
    return frozenset(load("relations")["summaries"]["uncounted"])


@cache
def _counted() -> re.Pattern[str]:
    words = pattern((word for word, n in load("dates")["numbers"].items() if n > 1), boundary=False)
    number = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})++|\d++(?:\.\d++)?|{words})"
    scale = r"(?P<scale>\s(?:thousand|million|billion))?"
    noun = (
        r"(?:\s?(?P<share>%|per\scent\b|percent\b|pct\b)|"
        r"\s(?P<between>(?:[a-z][a-z-]++\s){0,2}?)(?P<noun>[a-z]{3,18}s|people|men|women|children)\b(?![-'/]))"
    )
    return re.compile(rf"(?<![\w.,/$£€¥-]){number}{scale}{noun}", re.IGNORECASE)


_PAIR = re.compile(
    r"(?<![\w.,/-])(?P<one>\d{1,4})(?:\svotes)?(?:\sto\s|\s?[-–]\s?|\sagainst\s)(?P<two>\d{1,4})(?![\w/-]|[.,]\d)"
)
_FIGURES = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})++(?!\d)|\d++(?:\.\d++)?")


def _parts(reading: Reading) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences that sum up an article, in its front matter or listed under "In brief", and its text."""
    brief = {block.start for block in _in_brief(reading)}
    above = [s for s in reading.sentences if s.block.kind == "summary" or s.block.start in brief]
    read = ("paragraph", "item", "row", "quote", "caption", "heading")
    below = [s for s in reading.sentences if s.block.kind in read and s.block.start not in brief]
    return above, below


def _in_brief(reading: Reading) -> Iterator[Block]:
    blocks, text = reading.article.blocks, reading.article.text
    for number, block in enumerate(blocks):
        if block.end - block.start > _LONGEST_HEAD or not _brief().fullmatch(text, block.start, block.end):
            continue
        for item in blocks[number + 1 : number + 1 + _LONGEST_LIST]:
            if item.kind != "item":
                break
            yield item


def otherwise(reading: Reading) -> Iterator[Otherwise]:
    """The numbers of the summary that stand nowhere in the text, where this gives one other of the same."""
    above, below = reading.once(_parts)
    if not above or not below:
        return
    text = reading.article.text
    summed = [it for sentence in above for it in _told(text, sentence)][:_MOST]
    told = [it for sentence in below for it in _told(text, sentence)] if summed else []
    if not told:
        return
    given = [_stretched(it[0]) for s in below for it in _FIGURES.finditer(text, s.start, s.end)]
    given += [(it.least, it.most) for it in told]
    for one in summed:
        if any(least <= one.most and one.least <= most for least, most in given):
            continue
        for other in _same(one, told, summed):
            yield Otherwise("percent" if one.noun == "%" else f"{one.between}{one.noun}", one, other)


def votes(reading: Reading) -> Iterator[Otherwise]:
    """The votes for and against that the summary gives, where the text gives others, of one vote only."""
    above, below = reading.once(_parts)
    text = reading.article.text
    summed = [it for sentence in above for it in _voted(text, sentence)]
    told = [it for sentence in below for it in _voted(text, sentence)] if summed else []
    if len(summed) == 1 and len({it[2:] for it in told}) == 1 and summed[0][2:] != told[0][2:]:
        for what, place in (("votes for", 2), ("votes against", 3)):
            if summed[0][place] != told[0][place]:
                one, other = (_vote(it[0], it[1], it[place]) for it in (summed[0], told[0]))
                yield Otherwise(what, one, other)


def _voted(text: str, sentence: Sentence) -> Iterator[tuple[int, int, int, int]]:
    if _VOTE.search(text, sentence.start, sentence.end):
        for match in _PAIR.finditer(text, sentence.start, sentence.end):
            yield match.start(), match.end(), int(match["one"]), int(match["two"])


def _vote(start: int, end: int, number: int) -> Told:
    return Told(start, end, number, number, number, "votes", "", str(number), partial=False)


def _told(text: str, sentence: Sentence) -> Iterator[Told]:
    for match in _counted().finditer(text, sentence.start, sentence.end):
        said, noun = match["number"].lower().replace(",", ""), (match["noun"] or "%").lower()
        number = figures(said)
        if number is None or (_YEAR.fullmatch(match["number"]) and not match["scale"]):
            continue
        if noun in _uncounted():
            of = _MEASURED.match(text, match.end(), sentence.end)
            kind = match["between"] if noun in _KINDS else ""
            if not (of or kind):
                continue
            noun = f"{noun} {of['what']}" if of else f"{kind}{noun}"  # "two weeks early", "five ticket types"
        scale = _SCALES[match["scale"].strip().lower()] if match["scale"] else 1.0
        least, most = stretch(said, scale, "")
        before = text[max(sentence.start, match.start() - 20) : match.start()]
        partial = number < 2 or _partial().search(before) is not None
        shape = said.replace(".", "") if said[0].isdigit() else ""
        between = (match["between"] or "").lower()
        yield Told(match.start(), match.end(), number * scale, least, most, noun, between, shape, partial)


def _stretched(figure: str) -> tuple[float, float]:
    return stretch(figure.replace(",", ""), 1.0, "")


def _same(one: Told, told: Sequence[Told], summed: Sequence[Told]) -> Iterator[Told]:
    """What the text gives of the same: all it gives of the noun, or a number with two figures exchanged."""
    alike = [it for it in told if it.noun == one.noun]
    if one.noun != "%" and not one.partial:
        alike = [it for it in alike if not (it.between and one.between) or it.between == one.between]
        if alike and len({it.number for it in alike}) == 1 and not any(it.partial for it in alike):
            yield alike[0]
            return
    for it in alike:
        others = any(it.least <= other.most and other.least <= it.most for other in summed)
        if len(one.shape) >= _LEAST_FIGURES and _exchanged(one.shape, it.shape) and not others:
            yield it
            return


def _exchanged(one: str, other: str) -> bool:
    """Are they the same but for two figures side by side that changed places?"""
    apart = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return (
        len(one) == len(other)
        and len(apart) == 2
        and sorted(one) == sorted(other)
        and apart[1] == apart[0] + 1
    )
