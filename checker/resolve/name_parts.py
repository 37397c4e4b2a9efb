"""What a name is made of: given names and surname in order, generation, gender, without its titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.resolve import name_titles, nicknames
from checker.resolve.name_words import Word, listed, read_words

_LONGEST_NAME = 200  # characters; more is no name
_MOST_WORDS = 8  # the comparison grows with the product of two names' words

_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ʻ": "'", "‑": "-", "–": "-", "‐": "-"}
)
_QUOTED = re.compile(r"""[("“”«»]\s*+([^()"“”«»]{1,30})[)"“”«»]|(?<=\s)'([^\s']{2,20})'(?=\s)""")
_SYLLABLE = (
    r"(?:[zcs]h|ng?h?|[tp]h|k[hw]?|gh?|gi|tr|ph|qu|[bcdfhjklmprstvwxyz])?+"
    r"[aeiouy]{1,3}(?:ng|nh|ch|[nmkptlch])?"
)
_SYLLABLES = re.compile(rf"(?:{_SYLLABLE}){{1,2}}$")
_GENERATIONS = {"junior": "jr", "jnr": "jr", "senior": "sr", "snr": "sr"}


class Name(NamedTuple):
    """A name, read. ``words`` stand given names first, whatever the order in which they were ``written``.

    ``family`` is the place of the first word of the surname; ``sure`` when a comma, capitals or the habit of
    the language tell it. ``generation`` is "jr", "iii" and the like.
    """

    words: tuple[Word, ...] = ()
    written: tuple[Word, ...] = ()
    family: int = 0
    sure: bool = False
    eastern: bool = False  # surname first, in the Chinese, Korean or Vietnamese manner
    generation: str = ""
    gender: str = ""
    text: str = ""  # without titles; the given names first if a comma had put them last
    required: int = 0  # how many words must be found in another form of the name


@lru_cache(maxsize=65536)
def parse(name: str) -> Name:
    """Read a name as written, titles and all. What holds no word of a name has no words."""
    text = name[:_LONGEST_NAME]
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_MARKS)
    text, nicks = _unquoted(text)
    head, tail = _comma(text)
    if name_titles.only_titles(head):
        head, tail = tail, []
        if name_titles.only_titles(head):
            return Name()
    shouting = text.upper() == text
    head, titles, generation, gender = _stripped(head, shouting=shouting)
    if tail:
        tail, _, late, gender = _stripped(tail, shouting=shouting)
        generation = late or generation
    family, given = read_words(head, shouting=shouting), read_words(tail, shouting=shouting)
    shown = (*given, *family)
    eastern, sure = not given and _family_first(family), bool(given)
    if not given:
        given, family, sure = _split(family, eastern=eastern)
    if len(shown) == 1 and titles and all(word.doubtful and not word.title for word in titles):
        shown = (*titles, *shown)
    words = (*titles, *given[:1], *nicks, *given[1:], *family)[-_MOST_WORDS:]
    kept = [word.text for word in titles] if len(head) + len(tail) == 1 else []
    required = sum(not word.doubtful for word in words) or len(words)
    place = max(0, len(words) - len(family))
    shape = " ".join([*kept, *tail, *head])
    return Name(words, shown, place, sure, eastern, generation, gender, shape, required)


def _unquoted(text: str) -> tuple[str, list[Word]]:
    """The name without what stands in quotation marks or brackets, and those words (a nickname)."""
    quoted = [found[1] or found[2] for found in _QUOTED.finditer(text)]
    if not quoted:
        return text, []
    nicks = [word._replace(doubtful=True) for part in quoted for word in read_words(part.split())]
    return _QUOTED.sub(" ", text), nicks


def _comma(text: str) -> tuple[list[str], list[str]]:
    """The tokens of a name; where a comma puts the surname first ("Doe, Jane"), surname and rest apart."""
    head, _, rest = text.partition(",")
    before, after = head.split(), rest.replace(",", " ").split()
    if not before or not after:
        return before or after, []
    if all(_generation(token) for token in after):
        return before + after, []
    if len(before) > 1 and name_titles.trailing([*before, *after], shouting=False) == len(after):
        return before, []
    return before, after


def _stripped(tokens: list[str], *, shouting: bool) -> tuple[list[str], list[Word], str, str]:
    """Tokens without titles; the titles that may be names; the generation; the gender the titles tell."""
    skip, titles, gender = name_titles.leading(tokens, shouting=shouting)
    tokens, generation = tokens[skip:], ""
    while True:
        after = name_titles.trailing(tokens, shouting=shouting)
        if after:
            tokens = tokens[:-after]
        elif len(tokens) > 1 and (last := _generation(tokens[-1])):
            tokens, generation = tokens[:-1], last
        else:
            break
    words = [
        word._replace(doubtful=True, title=not first_name)
        for token, first_name in titles
        for word in read_words([token], shouting=shouting)
    ]
    return tokens, words, generation, gender


def _generation(token: str) -> str:
    bare = token.rstrip(".").lower()
    if bare not in listed("generations") or (len(bare) == 1 and token.endswith(".")):
        return ""
    return _GENERATIONS.get(bare, bare)


def _split(words: list[Word], *, eastern: bool) -> tuple[list[Word], list[Word], bool]:
    """Given names and surname of a name without a comma, and whether that is sure."""
    if len(words) < 2:
        return [], words, False
    capitals = [word for word in words if word.capitals]
    others = [word for word in words if not word.capitals]
    if capitals and not all(word.initial for word in others):
        return others, capitals, True
    if eastern:
        return words[1:], words[:1], True
    start = len(words) - 1
    while start > 1 and words[start].hyphen:
        start -= 1
    if start > 1 and _doubles(words[start - 1], words[start]):
        start -= 1
    return words[:start], words[start:], False


def _doubles(word: Word, last: Word) -> bool:
    """Does the word before the last belong to the surname, in the Spanish manner?"""
    return last.text.lower().startswith("y ") or (word.core in listed("iberian") and not last.initial)


def _family_first(words: Sequence[Word]) -> bool:
    """Do the words look Chinese, Korean or Vietnamese, surname first (Xi Jinping, Kim Jong-un)?"""
    if not 2 <= len(words) <= 4:
        return False
    first, second, *more = words
    if first.script == "written":
        return True
    if first.core not in listed("family_first"):
        return False
    if any(word.initial or not _SYLLABLES.match(word.core) for word in (second, *more)):
        return False
    if more:
        return not nicknames.is_given(second.core) or more[0].hyphen
    return not nicknames.is_given(second.core) and not nicknames.is_given(first.core)
