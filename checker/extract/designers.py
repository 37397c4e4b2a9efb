"""Who designed a building named in passing: "the Orr Museum, a low house designed by Jan Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract import values
from checker.extract.own_names import built, is_distinct, of_place
from checker.extract.reading import Reading
from checker.extract.stated import Stated
from checker.extract.subjects import Subject, never
from checker.resolve.compare import fold
from checker.resolve.nicknames import is_given
from checker.text.sentences import Sentence

_CAPITAL = r"[A-Z][\w'-]{1,20}"
_BUILDING = (
    rf"(?<![\w'-])(?:[Tt]he\s)?(?P<name>{_CAPITAL}"
    rf"(?:\s(?:(?:of|the|de|da|del|della|di|do|du|la|le)\s){{0,2}}{_CAPITAL}){{0,5}}+)"
)
_WHERE = rf"(?:\s(?:in|near|outside)\s(?:the\s)?{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})?"
# What it is, without a part of it that may be what was designed.
_KIND = (
    rf"(?:an?|the)\s(?:(?!(?:with|of|by|for|that|which|whose|and\sits)\b)[\w'-]{{1,20}}\s){{1,8}}?{_WHERE}"
)
_PASSIVE = re.compile(rf"{_BUILDING}{_WHERE},\s(?P<kind>{_KIND}\s?)??designed\sby\s(?=(?:the\s)?[A-Za-z])")
_PERSON = (
    r"(?P<maker>[A-Z][\w'-]{1,20}\.?"
    r"(?:\s(?:(?:van|von|de|del|di|da|der|la|le)\s){0,2}[A-Z][\w'-]{0,20}\.?){1,3})"
)
_ACTIVE = re.compile(
    rf"{_PERSON}(?:,\swho|\swho)?\s(?:had\s|has\s)?(?:also\s)?designed\s(?=the\s[A-Z]|[A-Z]){_BUILDING}"
    rf"(?={_WHERE}(?:[.,;]|\s(?:in|which|that|and)\b))"
)
# A thing near a building, or made for it, may be what somebody designed.
_OTHERS = re.compile(r"(?:\band|&|\bwith|,)\s\Z")
_OF = re.compile(r"\bof\s(?:the\s)?\Z")
_BESIDE = re.compile(r"\b(?:for|at|outside|near|of|beside|opposite|to|around|behind)\s(?:the\s)?\Z")
_PART = re.compile(
    r"\b(?:originally|first|former|previous|new|old|extension|wing|interior|landscape|engineers?|firm)\b"
)


def designers(reading: Reading, sentence: Sentence, _subject: Subject | None) -> Iterator[Stated]:
    """The designers of the buildings that the sentence names, whatever it is about."""
    if "designed" not in sentence.words:
        return
    text = reading.article.text
    for match in _PASSIVE.finditer(text, sentence.start, sentence.end):
        beside = _OF if match["kind"] else _BESIDE
        if beside.search(text[max(sentence.start, match.start() - 20) : match.start("name")]):
            continue
        found, end = values.names(text, match.end(), sentence.end)
        said = text[match.end() : end]
        if any(not built().isdisjoint(one.lower().split()) for one in found):  # "by A, and B Hall"
            found, said = found[:1], found[0]
        yield from _told(reading, match, found, end, said)
    for match in _ACTIVE.finditer(text, sentence.start, sentence.end):
        start, end = match.span("maker")
        if _OTHERS.search(text, max(sentence.start, start - 6), start):
            continue
        if reading.people.within(start, end) or is_given(fold(match["maker"].partition(" ")[0])):
            yield from _told(reading, match, (match["maker"],), match.end(), match["maker"])


def _told(
    reading: Reading, match: re.Match[str], found: tuple[str, ...], end: int, said: str
) -> Iterator[Stated]:
    name = of_place(match["name"])
    words = name.lower().split()
    if built().isdisjoint(words) or not is_distinct(name) or words[0] in never():
        return
    if (
        not found
        or any(" " not in one for one in found)
        or _PART.search(reading.article.text, match.start(), end)
    ):
        return
    thing = Subject(name, "name", match.start("name"), match.end("name"))
    yield Stated(thing, "designer", said, match.start(), end, found)
