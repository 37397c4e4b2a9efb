"""Claims that two names are one person's: "Jane Roe (née Smith)", "Cassius Clay (later Muhammad Ali)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.names import features, never, title_words
from checker.extract.reading import Reading
from checker.model import Alias
from checker.resolve import names, places
from checker.resolve.compare import fold
from checker.resolve.nicknames import is_given
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger

_CAPITALS = r"[A-ZÀ-ÖØ-Þ](?:\.|[^\W\d_]{0,20}+(?:['-][^\W\d_]{1,20}+){0,2}+)"
_PARTICLES = r"(?:(?:van|von|de|del|der|den|da|do|dos|di|bin|ibn|al|el|la|le)[ -]){0,2}"
_RUN = rf"{_CAPITALS}(?: {_PARTICLES}{_CAPITALS}){{0,4}}+"
_BEHIND = re.compile(rf"['\"“‘]?(?P<name>{_RUN})(?![\w-]|'s\b)")
_BEFORE = re.compile(rf"(?<![\w'-])(?P<name>{_RUN})['\"”’]?\Z")
_REACH = 90  # characters of a name before a link

_HOW = (
    "also|best|better|commonly|formerly|generally|internationally|later|now|popularly|previously|"
    "professionally|usually|widely"
)
_KNOWN = rf"(?:who (?:is|was) )?(?:(?:{_HOW}) )?known (?:professionally |simply )?as"
_NAMED = r"(?:(?:his|her|whose) )?(?:real|birth|legal|stage|pen) name(?: is| was|:)?"
_TAKES = r"(?:changed (?:his|her|their) name to|(?:adopted|took) the (?:stage |pen )?name)"
_WRITES = (
    r"(?:(?:act|perform|publish|record|writ|wrot)(?:ed|es?|s|ing)? )?(?:known )?(?:under|by) (?:the|his|her) "
    r"(?:stage|pen) name(?: of)?"
)
# Only in brackets can a bare "later" be meant of the name: elsewhere it may be the next one in the post.
_LINK = re.compile(
    rf"(?:(?P<bracket> \()|, )(?:(?P<maiden>n[ée]e)|(?P<born>born)|{_KNOWN}|a\.?k\.?a\.?|alias|{_NAMED}"
    rf"|who (?:later |then )?{_TAKES}|(?(bracket)(?P<bare>{_HOW})|(?!)))[ ,] ?"
    rf"|,? (?:(?:has|had|later|then|legally|and) ){{0,2}}(?:{_TAKES}|{_WRITES}) "
    r"| was (?P<is_born>born) (?:as )?"
)


@cache
def trigger() -> Trigger:
    """Sentences without any of these words equate no names."""
    return Trigger(("née", "nee", "born", "known", "name", "alias", "aka", "a.k.a", "AKA", *_HOW.split("|")))


def extract(reading: Reading) -> Iterator[Alias]:
    """One claim for each pair of names that a sentence equates."""
    text = reading.article.text
    for sentence in reading.firing(trigger()):
        for link in _LINK.finditer(text, sentence.start, sentence.end):
            yield from _alias(reading, sentence, link)


def _alias(reading: Reading, sentence: Sentence, link: re.Match[str]) -> Iterator[Alias]:
    text = reading.article.text
    before = _BEFORE.search(text, max(sentence.start, link.start() - _REACH), link.start())
    behind = _BEHIND.match(text, link.end(), sentence.end)
    if before is None or behind is None:
        return
    start, name = _untitled(before["name"], before.start("name"))
    other = behind["name"]
    if link["maiden"]:
        given = name.split()[:-1]
        others = [" ".join((*given, other)), " ".join((*given[:1], other))] if given else []
    else:
        others = [other] if len(other.split()) > 1 else []
    if link["bare"] and name.split()[0] != other.split()[0] and _in_office(reading, link.start()):
        return  # the next one in the office
    if not others or not (_is_person(name) and _is_person(others[0])):
        return
    if not (reading.people.roster.knows(name) or any(is_given(fold(it.split()[0])) for it in (name, other))):
        return
    known = dict.fromkeys(fold(form) for it in (name, *others) for form in _forms(it))
    if len(known) > 1:
        yield Alias(**reading.place(start, behind.end("name")), name=name, other=others[0], keys=tuple(known))


def _in_office(reading: Reading, end: int) -> bool:
    """Does a name with an office end there?"""
    return any(phrase.name is not None and phrase.name.end == end for phrase in reading.people.phrases)


def _untitled(name: str, start: int) -> tuple[int, str]:
    """A run of capitals without the title that it begins with."""
    words = name.split(" ")
    while len(words) > 2 and words[0].lower().rstrip(".") in title_words():
        start += len(words.pop(0)) + 1
    return start, " ".join(words)


def _is_person(name: str) -> bool:
    words = name.lower().split()
    if len(words) < 2 or words[-1] in features() or any(word in never() for word in words):
        return False
    return not (title_words().intersection(words[1:]) or places.candidates(name))


def _forms(name: str) -> Iterator[str]:
    """A name, and its first and last word, by which people are called mostly."""
    yield name
    given, surname = name.split()[0], names.surname(name)
    if surname and given != surname:
        yield f"{given} {surname}"
