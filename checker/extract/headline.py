"""Claims on what a headline and the text below it give differently: how many, and who holds an office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker import kept
from checker.extract import amounts, headline_crowds, summary
from checker.extract.amounts import Amount
from checker.extract.measures import figures
from checker.extract.reading import Reading
from checker.model import Block, Headline
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_FIRST = 12  # sentences below the headline that must tell what it is about
_TENS = [
    form
    for word in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for form in (word, word.capitalize())
]
_WHAT = {
    "kill": "killed",
    "dead": "killed",
    "die": "killed",
    "death": "killed",
    "live": "killed",
    "inju": "injured",
    "wound": "injured",
    "hurt": "injured",
}


_ROOM = re.compile(r"\b(?:least|over|than|about|around|nearly|almost|some|up\sto|dozens|hundreds|many)\s\Z")
_PART = re.compile(r"\b(?:of|by|top|another|first|last|next|every|each|other)\s\Z")


_ANY = re.compile(r"(?<![\w.,])\d{1,6}(?![\w.,]\d)")


_LEAD = 2  # sentences that tell what the headline is about
_ROUNDED = 0.8  # by which headlines round
_SUM = re.compile(r"(?<![\w.,])(?:(?:US|A|C|NZ|HK|S)?\$|[£€¥₹]|(?=\d))(?=\s?\d)")


@cache
def _number() -> str:
    numbers = pattern(
        [*load("dates")["numbers"], *(word.capitalize() for word in load("dates")["numbers"])], boundary=False
    )
    tens = pattern(_TENS, boundary=False)
    return rf"(?<![\w-])(?P<number>\d{{1,3}}(?:,\d{{3}})++|\d++|(?:{tens})-[a-z]{{3,5}}|{numbers})"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    number = _number()
    who = "people|persons|others|passengers|civilians|soldiers|workers|miners|children|students"
    people = rf"(?:\s(?:more\s)?(?:{who}))?"
    return (
        re.compile(
            rf"{number}{people}\s(?:(?:were|are|is|was|have\sbeen|had\sbeen|reported|confirmed)\s){{0,2}}(?P<what>killed|dead|died|die|dies|injured|wounded|hurt)\b",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?P<what>kills|killed|killing|injures|injured|injuring|wounds|wounded|wounding)\s{number}(?![\w%.]|,\d)",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?P<what>death)\stoll\s(?:[a-z]+\s){{0,3}}{number}\b", re.IGNORECASE),
    )


@cache
def _things() -> re.Pattern[str]:
    nouns = "|".join(load("relations")["headlines"]["nouns"])
    return re.compile(rf"{_number()}\s(?:[a-z]+\s){{0,2}}?(?P<what>{nouns})\b(?!-)", re.IGNORECASE)


@cache
def _bearers() -> re.Pattern[str]:
    titles = "|".join(load("relations")["headlines"]["titles"])
    return re.compile(
        rf"\b(?P<what>{titles})\s(?P<name>[A-Z][\w'-]+(?:\s[A-Z][\w.'-]*){{0,2}})(?P<behind>\s[a-z]|[,.]|'s|\Z)?"
    )


def extract(reading: Reading) -> Iterator[Headline]:
    """A claim for what stands above the text and one for what the text gives, if none below agrees."""
    below = [s for s in reading.sentences if s.block.kind == "paragraph"]
    if not below:
        return
    blocks = reading.article.blocks
    for block in blocks:
        if block.kind == "summary":
            yield from _toll(reading, block, below)
            yield from _sum(reading, block, below)
    yield from _summary(reading)
    if blocks[0].kind == "title":
        yield from _headline(reading, blocks[0], below)


def _headline(reading: Reading, title: Block, below: list[Sentence]) -> Iterator[Headline]:
    text = reading.article.text
    yield from _toll(reading, title, below)
    for match in _things().finditer(text, title.start, title.end):
        yield from _count(reading, match, below)
    yield from _sum(reading, title, below)
    for what, *numbers in headline_crowds.otherwise(text, title.start, title.end, below):
        for part, it in zip(("headline", "text"), numbers, strict=True):
            yield _claim(reading, it.start, it.end, what, part, number=it.number)
    for match in _bearers().finditer(text, title.start, title.end):
        if match["behind"] and match["behind"][-1].islower():  # not "Mayor Signs Bill"
            yield from _named(reading, match, below)


def _summary(reading: Reading) -> Iterator[Headline]:
    """What is summed up in other numbers than the text gives."""
    for it in (*summary.otherwise(reading), *summary.votes(reading)):
        for part, told in (("summary", it.above), ("text", it.below)):
            yield _claim(reading, told.start, told.end, it.what, part, number=told.number)


def _toll(reading: Reading, head: Block, below: list[Sentence]) -> Iterator[Headline]:
    """How many were killed or hurt."""
    text = reading.article.text
    above = list(_told(text, head.start, head.end))
    if len(above) != 1:
        return
    what, number, *_ = above[0]
    said = [it for s in below[:_FIRST] for it in _told(text, s.start, s.end) if it[0] == what]
    if not said or _mentioned(text, below[0].start, number):
        return
    for part, (_, counted, first, last) in ((_part(head), above[0]), ("text", said[0])):
        yield _claim(reading, first, last, what, part, number=counted)


def _part(head: Block) -> str:
    return "summary" if head.kind == "summary" else "headline"


def _count(reading: Reading, match: re.Match[str], below: list[Sentence]) -> Iterator[Headline]:
    """How many there are of something of which the text gives one number only."""
    text, what = reading.article.text, match["what"].lower()
    number = figures(match["number"].replace(",", "").lower())
    if (
        not number
        or number < 2
        or _partial(text, match.start())
        or _mentioned(text, below[0].start, int(number))
    ):
        return
    said = [
        it
        for s in below[:_FIRST]
        for it in _things().finditer(text, s.start, s.end)
        if it["what"].lower() == what
    ]
    told = {figures(it["number"].replace(",", "").lower()) for it in said}
    if len(told) != 1 or any(_partial(text, it.start()) for it in said):
        return
    other = told.pop()
    if not other or other < 2 or (number % 10 == 0 and abs(other - number) < 0.2 * number):
        return
    last = below[:_FIRST][-1].end
    others = {figures(it[0]) for it in _ANY.finditer(text, below[0].start, last)}
    if number - other in others:  # the text gives it in parts
        return
    for part, it, counted in (("headline", match, number), ("text", said[0], other)):
        yield _claim(reading, it.start(), it.end(), what, part, number=int(counted))


def _sum(reading: Reading, head: Block, below: list[Sentence]) -> Iterator[Headline]:
    """The only sum of money of the headline, if the text has none like it, and its lead one other."""
    text = reading.article.text
    above = list(_sums(text, head.start, head.end))
    if len(above) != 1:
        return
    lead = [it for s in below[:_LEAD] for it in _sums(text, s.start, s.end)]
    if len(lead) != 1 or above[0].unit != lead[0].unit:
        return
    one, other = above[0], lead[0]
    said = [it for s in below for it in _sums(text, s.start, s.end)]
    if any(it.most >= one.least * _ROUNDED and it.least * _ROUNDED <= one.most for it in said):
        return
    digits = [sum(map(str.isdigit, text[it.start : it.end])) for it in (one, other)]
    alike = digits[0] == digits[1] and 0.1 < one.least / max(other.least, 1.0) < 10
    if not (one.exact and other.exact and alike) or _PART.search(text[max(0, one.start - 14) : one.start]):
        return
    known = ((1e9, "billion "), (1e6, "million "), (1e3, "thousand "), (1.0, ""))
    sums = [round((it.least + it.most) / 2) for it in (one, other)]
    scale, word = next(it for it in known if all(number % it[0] == 0 for number in sums))
    for part, it, number in zip((_part(head), "text"), (one, other), sums, strict=True):
        yield _claim(reading, it.start, it.end, word + it.unit, part, number=int(number / scale))


def _sums(text: str, start: int, end: int) -> Iterator[Amount]:
    for sign in _SUM.finditer(text, start, end):
        if found := amounts.money(text, sign.start(), end):
            yield found


def _named(reading: Reading, match: re.Match[str], below: list[Sentence]) -> Iterator[Headline]:
    """The name of the one who bears a title, if the text gives that title to one other only."""
    text = reading.article.text
    last = match["name"].split()[-1].removesuffix("'s")
    if kept.passing(rf"\b{re.escape(last)}\b").search(text, below[0].start):
        return
    said = [
        it
        for s in below[:_FIRST]
        for it in _bearers().finditer(text, s.start, s.end)
        if it["what"] == match["what"]
    ]
    told = {it["name"].split()[-1].removesuffix("'s") for it in said}
    if len(told) == 1 and not told.intersection(text[: below[0].start].split()):
        for part, it in (("headline", match), ("text", said[0])):
            name = it["name"].split()[-1].removesuffix("'s")
            yield _claim(reading, it.start(), it.end("name"), match["what"].lower(), part, name=name)


def _claim(
    reading: Reading,
    first: int,
    last: int,
    what: str,
    part: str,
    *,
    number: float | None = None,
    name: str = "",
) -> Headline:
    number = int(number) if number is not None and number == int(number) else number
    source = reading.article.source
    scope = source.path + (f"#{source.record}" if source.record else "")
    return Headline(**reading.place(first, last), what=what, number=number, name=name, part=part, scope=scope)


def _bounded(text: str, at: int) -> bool:
    """Does a word before the number leave room?"""
    return _ROOM.search(text[max(0, at - 14) : at].lower()) is not None


def _partial(text: str, at: int) -> bool:
    """May it be a number of some of them?"""
    return _bounded(text, at) or _PART.search(text[max(0, at - 14) : at].lower()) is not None


def _told(text: str, start: int, end: int) -> Iterator[tuple[str, int, int, int]]:
    for form in _forms():
        for match in form.finditer(text, start, end):
            number = figures(match["number"].replace(",", "").lower())
            stem = next(stem for stem in _WHAT if match["what"].lower().startswith(stem))
            if number and not _bounded(text, match.start()):
                yield _WHAT[stem], int(number), match.start(), match.end()


def _mentioned(text: str, start: int, number: int) -> bool:
    """Does the text give that number anywhere, in figures or in words?"""
    words = [word for word, value in load("dates")["numbers"].items() if value == number]
    forms = "|".join([f"{number}", f"{number:,}", *words])
    return (
        re.compile(rf"(?<![\d,.])(?:{forms})(?![\d]|[.,]\d)", re.IGNORECASE).search(text, start) is not None
    )
