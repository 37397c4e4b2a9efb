"""Of which year is a work that is named with it: "her 1957 novel The Salt Road", "films such as A (1962)"?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.dates import calendar
from checker.extract import subjects
from checker.extract.happening import Happening, called
from checker.extract.reading import Reading
from checker.extract.stated import Stated
from checker.extract.subjects import Subject, without_article
from checker.model import When
from checker.resolve.organisations import spelled
from checker.text.sentences import Sentence
from checker.text.trie import pattern

_OWN = r"(?:[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]{1,20}(?:'s|s'))"
_QUOTED = r"[\"“](?P<quoted>[^\"“”\n]{2,80}?),?[\"”]"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_WORDS = r"(?:[a-z-]{2,14}\s)"
_WORD = r"[A-Z][\w'-]{0,20}"
_AND = re.compile(r"(?:,\s(?:and\s)?|\sand\s|;\s(?:and\s)?)")
_SIGN = re.compile(r"[12]\d{3}")
_NO_WORKS = frozenset(("band", "magazine", "series", "game"))
_MADE = {"directed": "film", "published": "book"}
_SHORTEST = 3  # letters of a title are more than these
_MOST = 12  # works of a list


@cache
def nouns() -> dict[str, str]:
    """What works are called, in the singular and in the plural, to their sort."""
    sorts = {noun: sort for noun, sort in subjects.sorts().items() if sort not in _NO_WORKS}
    return sorts | {f"{noun}s": sort for noun, sort in sorts.items() if not noun.endswith(("s", "y"))}


@cache
def _called() -> str:
    return rf"(?:{_QUOTED}|(?P<title>{subjects.named().pattern}))"


@cache
def _with_year() -> re.Pattern[str]:
    """ "her acclaimed 1957 novel The Salt Road"."""
    noun = rf"(?P<noun>{pattern(nouns(), boundary=False)})"
    return re.compile(rf"\b{_OWN}\s{_WORDS}{{0,2}}?{_YEAR}\s{_WORDS}{{0,3}}?{noun},?\s{_called()}")


@cache
def _listed() -> re.Pattern[str]:
    """ "His films include", "her last two novels," before the first of them."""
    plural = [noun for noun in nouns() if noun.endswith("s")]
    leads = r"(?:\s(?:[a-z]+\s){0,2}?(?:include[sd]?|including|such\sas|are|were)|,|:)\s"
    return re.compile(rf"\b(?P<noun>{pattern(plural, boundary=False)}){leads}")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"{_called()}\s\({_YEAR}\)")


@cache
def _in_turn() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_QUOTED}|(?P<title>{_WORD}(?:\s(?:[a-z]{{1,4}}\s){{0,2}}{_WORD}){{0,7}}?))\sin\s{_YEAR}(?!\w)"
    )


@cache
def _brought_out() -> re.Pattern[str]:
    """ "In 1957 she published her best-known book, the novel The Salt Road"."""
    books = [noun for noun, sort in nouns().items() if sort == "book" and not noun.endswith("s")]
    who = rf"(?:he|she|they|{_WORD}(?:\s{_WORD}){{0,3}})"
    last = rf"(?P<noun>{pattern(books, boundary=False)}),?\s"
    object_ = rf"{_WORDS}{{1,6}}?(?:[a-z-]{{2,14}},\sthe\s)?{last}"
    return re.compile(rf"In\s{_YEAR},?\s{who}\s(?:also\s|finally\s)?published\s{object_}{_called()}")


_DID = re.compile(rf"\b(?P<verb>{'|'.join(_MADE)})\s")


def labelled(reading: Reading, sentence: Sentence, _subject: Subject | None) -> Iterator[Stated]:
    """The year of each work, but for books, that the sentence names with it."""
    for match, sort, slack in _labels(reading.article.text, sentence):
        name, year = _name(match), int(match["year"])
        if sort != "book" and len(name) > _SHORTEST:
            title = Subject(name, "name", match.start(), match.end(), sort)
            last = year + slack
            yield Stated(title, "year", match["year"], match.start(), match.end(), least=year, most=last)


def published(reading: Reading, sentence: Sentence) -> Iterator[Happening]:
    """When the books came out that the sentence names with their year."""
    for match, sort, slack in _labels(reading.article.text, sentence):
        name, year = _name(match), int(match["year"])
        if sort == "book" and len(name.split()) > 1:
            when = When(*calendar.year_span(year, year + slack), basis="stated")
            key = " ".join(spelled(word) for word in subjects.key(name).split())
            title = called("published", name)
            yield Happening(match.start(), match.end(), f"{key}: published", title, when, named=False)


def _labels(text: str, sentence: Sentence) -> Iterator[tuple[re.Match[str], str, int]]:
    """Each work with its year, the sort of it, and how many years later it may have come out."""
    start, end = sentence.start, sentence.end
    if not _SIGN.search(text, start, end):
        return
    for match in _with_year().finditer(text, start, end):
        yield match, nouns()[match["noun"]], 0
    for match in _listed().finditer(text, start, end):
        for item in _row(_item(), text, match.end(), end):
            yield item, nouns()[match["noun"]], 0
    for match in _DID.finditer(text, start, end):
        for item in _row(_in_turn(), text, match.end(), end):
            yield item, _MADE[match["verb"]], 1
    if brought := _brought_out().match(text, start, end):
        yield brought, "book", 0


def _row(form: re.Pattern[str], text: str, at: int, end: int) -> Iterator[re.Match[str]]:
    """One after the other, with a comma or "and" between them."""
    for _ in range(_MOST):
        item = form.match(text, at, end)
        if item is None:
            return
        yield item
        between = _AND.match(text, item.end(), end)
        if between is None:
            return
        at = between.end()


def _name(match: re.Match[str]) -> str:
    return without_article(match["quoted"] or match["title"]).strip(" .,")
