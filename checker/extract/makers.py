"""Whose work is named in passing: "The Salt Road, directed by Jane Roe", "Blue Door by painter Jan Hill"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract import subjects, values
from checker.extract.reading import Reading
from checker.extract.stated import Stated
from checker.extract.subjects import Subject
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_QUOTED = r"[\"“](?P<quoted>[^\"“”\n]{2,80}?),?[\"”]"
_BRACKET = r"(?:\s\([^()]{1,40}\))?"
_PEOPLE = r"(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s)?(?:[a-z-]{3,14}\s){0,2}?"
# Plays are put on by many.
_STAGED = re.compile(r"\b(?:play|stage[ds]?|opera|production|revival|theatre company)\b")
_FILMED = re.compile(
    r"\b(?:[Ff]ilms?|[Mm]ovies?|[Cc]inema|documentary|documentaries|screening|screened|box office)\b"
)
_AROUND = 400  # characters within which a film is called one
_LIBRETTO = re.compile(r"\b(?:to|with|on)\sa\slibretto\sby\s")
_NAME = re.compile(r"[A-Z][\w'-]*\.?(?:\s(?:(?:van|von|de|del|di|da|der|la|le)\s){0,2}[A-Z][\w'-]*\.?){1,3}")


@cache
def words() -> frozenset[str]:
    """A sentence without any of these names no maker in passing."""
    return frozenset((*_makers(), "directed", "libretto"))


@cache
def _makers() -> dict[str, tuple[str, str]]:
    """What makers are called, to the relation and the sort of what they make."""
    return {noun: (it["relation"], it["sort"]) for it in load("relations")["maker"] for noun in it["nouns"]}


@cache
def _title() -> str:
    return rf"(?:{_QUOTED}|(?P<title>{subjects.named().pattern})){_BRACKET}"


@cache
def _by_maker() -> re.Pattern[str]:
    """ "The Salt Road, by the Swedish director Lena Hallberg", "Night Ferry by director Ida Holm"."""
    nouns = pattern(_makers(), boundary=False)
    return re.compile(rf"{_title()},?\sby\s(?:the\s)?{_PEOPLE}(?P<noun>{nouns})\s(?=[A-Z])")


@cache
def _directed() -> re.Pattern[str]:
    return re.compile(rf"{_title()},?\s(?P<noun>directed)\sby\s(?=(?:the\s)?[A-Z])")


@cache
def _of_maker() -> re.Pattern[str]:
    """ "director Lena Hallberg's The Salt Road"."""
    nouns = pattern(_makers(), boundary=False)
    return re.compile(rf"\b(?P<noun>{nouns})\s(?P<maker>{_NAME.pattern})'s?\s{_title()}")


def makers(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """The makers of the works that the sentence names, whatever it is about."""
    if words().isdisjoint(sentence.words):
        return
    text = reading.article.text
    for form in (_by_maker(), _directed(), _of_maker()):
        for match in form.finditer(text, sentence.start, sentence.end):
            yield from _told(text, sentence, match)
    libretto = _LIBRETTO.search(text, subject.end, sentence.end) if subject else None
    if subject and libretto:
        found, end = values.names(text, libretto.end(), sentence.end)
        if found:
            yield Stated(subject, "librettist", " and ".join(found), sentence.start, end, found)


def _told(text: str, sentence: Sentence, match: re.Match[str]) -> Iterator[Stated]:
    relation, sort = _makers().get(match["noun"], ("director", "film"))
    if relation == "director" and not _is_film(text, sentence, match.start()):
        return
    title = match["quoted"] or subjects.title(match["title"].rstrip(".,"))
    if not match["quoted"] and (
        len(title.split()) < 2 or title.split()[0].lower() in subjects.never() - _ARTICLES
    ):
        return
    found: tuple[str, ...]
    if maker := match.groupdict().get("maker"):
        found, end = (maker.removesuffix("'"),), match.end()
    else:
        found, end = values.names(text, match.end(), sentence.end, places=True)
    if not found or any(" " not in name for name in found):
        return
    thing = Subject(subjects.without_article(title), "name", match.start(), match.end(), sort)
    said = " and ".join(found)
    yield Stated(thing, relation, said, match.start(), end, found)


_ARTICLES = frozenset(("the", "a", "an"))


def _is_film(text: str, sentence: Sentence, at: int) -> bool:
    """Is it told of one near by, and not of what is put on a stage?"""
    if _STAGED.search(text, sentence.start, sentence.end):
        return False
    return _FILMED.search(text, max(0, at - _AROUND), sentence.end + _AROUND) is not None
