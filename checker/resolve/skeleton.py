"""How a word of a name sounds, whatever the romanisation: Yermekbayev and Ermekbaev have one skeleton.

The tables merge spellings of the common romanisations of Cyrillic, Arabic, Indic and Greek names (ISO 9,
BGN/PCGN, French, German and Polish press habits). ``skeleton`` merges what is one sound in nearly every
language; ``loose`` also merges sibilants and falling vowels, and is only evidence beside a near spelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_SURE = {
    "shch": "sh", "sch": "sh", "tsch": "ch", "tch": "ch", "cz": "ch",
    "dzh": "dz", "dj": "dz", "zh": "z", "kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "bh": "b",
    "ck": "k", "q": "k", "x": "ks", "w": "v", "j": "i", "y": "i",
    "ou": "u", "oo": "u", "ee": "i",
}  # fmt: skip
_SURE_IN_PLACE = {  # what a letter stands for depends on its neighbours
    r"(?:^|(?<=[aeiouy]))[yj]e": "e",
    r"(?<=[a-z]{3}[^o]o)ff?$|(?<=[a-z]{4}e)ff$": "v",
    r"(?<=[^o][oe]v)s$": "",  # Latvian nominative
    r"(?<=[aeou])h$": "",
    r"(?<=enk)a$": "o",  # Lukashenka
    r"c(?![eiyhz])": "k",
    r"gu(?=[ei])": "g",
}

_LOOSE = {
    **dict.fromkeys(("dzh", "shch", "tsch", "dsch", "sch", "tch", "sh", "sj", "zh", "dj", "dz"), "s"),
    **dict.fromkeys(("cz", "sz", "ts", "tz", "z"), "s"),
    "kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "bh": "b", "ck": "k", "w": "v", "y": "i",
    "ou": "u", "oo": "u", "ee": "i", "ue": "u", "ae": "a",
    "ch": "C", "j": "J", "oe": "O", "q": "Q", "x": "X",
}  # fmt: skip
_LOOSE_IN_PLACE = {
    r"(?<=[a-z]{3}[^o]o)ff?$|(?<=[a-z]{4}e)ff$": "v",
    r"(?<=[^o][oe][vw])s$": "",
    r"(?<=[aeiouy])h(?=$|[^aeiouy])": "",
    r"ci(?=[aou])": "s",
    r"c(?=[eiy])": "s",
    r"c(?![hz])": "k",
    r"gu(?=[ei])": "g",
}
# Letters that stand for different sounds in different romanisations.
_READINGS = {"C": "sh", "J": "is", "O": "ou", "Q": "kg", "X": ("ks", "h")}

_DOUBLE = re.compile(r"(.)\1+")
_FALLING = re.compile(r"i(?=[aeou])|(?<=[aeiou])i(?=$|[^aeiou])")
_UNVOICED = str.maketrans("gdbr", "ktpl")
_VOWELS = str.maketrans("", "", "aeiou")
_SCHWA = str.maketrans("Əə", "Aa")  # anyascii has "e", the press "a"
_NOT_LETTER = re.compile(r"[^a-z]+")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in lower-case letters a to z: accents, apostrophes and other scripts folded."""
    if not word.isascii():
        from anyascii import anyascii

        word = anyascii(word.translate(_SCHWA))
    return _NOT_LETTER.sub("", word.lower())


def _replacer(in_place: dict[str, str], plain: dict[str, str]) -> Callable[[str], str]:
    """A function that makes all replacements in one pass, those that look at neighbours first."""
    results = list(in_place.values())
    groups = [f"({pattern})" for pattern in in_place]
    pattern = re.compile("|".join([*groups, *sorted(plain, key=len, reverse=True)]))

    def result(found: re.Match[str]) -> str:
        return plain[found[0]] if found.lastindex is None else results[found.lastindex - 1]

    return lambda text: pattern.sub(result, text)


_to_sound = _replacer(_SURE_IN_PLACE, _SURE)
_to_loose = _replacer(_LOOSE_IN_PLACE, _LOOSE)


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """The sound of a folded word; equal skeletons are spellings of one name."""
    return _DOUBLE.sub(r"\1", _to_sound(folded))


@lru_cache(maxsize=65536)
def loose(folded: str) -> frozenset[str]:
    """Coarser sounds of a folded word; two words that share one may be spellings of one name.

    More than one where a letter is read in several ways ("j" as in Jan and as in Jamal).
    """
    readings = [_to_loose(folded)]
    for letter, sounds in _READINGS.items():
        readings = [
            text.replace(letter, sound) for text in readings for sound in (sounds if letter in text else "-")
        ]
    return frozenset(_plain(text) for text in readings)


def _plain(text: str) -> str:
    return _DOUBLE.sub(r"\1", _FALLING.sub("", _DOUBLE.sub(r"\1", text)))


def consonants(folded: str) -> str:
    """The skeleton without its vowels, for scripts that do not write them."""
    return skeleton(folded).translate(_VOWELS)


def broad(folded: str) -> str:
    """The skeleton with voiced and unvoiced stops as one, as romanisations of Korean and Chinese vary."""
    return skeleton(folded.replace("eo", "o").replace("eu", "u")).translate(_UNVOICED)
