"""Claims on how many were killed or hurt that a headline and the text below it give differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.measures import figures
from checker.extract.reading import Reading
from checker.model import Headline
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


def extract(reading: Reading) -> Iterator[Headline]:
    """A claim for the headline's number and one for each other number below it, if none below agrees."""
    text = reading.article.text
    title = next((s for s in reading.sentences if s.block.kind == "title"), None)
    if title is None or reading.article.blocks[0].kind != "title":
        return
    above = list(_told(text, title.block.start, title.block.end))
    below = [s for s in reading.sentences if s.block.kind == "paragraph"]
    if len(above) != 1 or not below:
        return
    what, number, *_ = above[0]
    said = [it for s in below[:_FIRST] for it in _told(text, s.start, s.end) if it[0] == what]
    if not said or _mentioned(text, below[0].start, number):
        return
    scope = reading.article.source.path + (
        f"#{reading.article.source.record}" if reading.article.source.record else ""
    )
    for part, (_, counted, first, last) in (("headline", above[0]), *(("text", it) for it in said[:1])):
        yield Headline(**reading.place(first, last), what=what, number=counted, part=part, scope=scope)


def _told(text: str, start: int, end: int) -> Iterator[tuple[str, int, int, int]]:
    for form in _forms():
        for match in form.finditer(text, start, end):
            number = figures(match["number"].replace(",", "").lower())
            stem = next(stem for stem in _WHAT if match["what"].lower().startswith(stem))
            bound = re.search(
                r"\b(?:least|over|than|about|around|nearly|almost|some|up\sto|dozens|hundreds|many)\s\Z",
                text[max(start, match.start() - 12) : match.start()].lower(),
            )
            if number and not bound:
                yield _WHAT[stem], int(number), match.start(), match.end()


def _mentioned(text: str, start: int, number: int) -> bool:
    """Does the text give that number anywhere, in figures or in words?"""
    words = [word for word, value in load("dates")["numbers"].items() if value == number]
    forms = "|".join([f"{number}", f"{number:,}", *words])
    return (
        re.compile(rf"(?<![\d,.])(?:{forms})(?![\d]|[.,]\d)", re.IGNORECASE).search(text, start) is not None
    )
