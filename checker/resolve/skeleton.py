"""How a word of a name sounds, whatever the romanisation: Yermekbayev and Ermekbaev have one skeleton.

The tables merge spellings of the common romanisations of Cyrillic, Arabic, Indic and Greek names (ISO 9,
BGN/PCGN, French, German and Polish press habits). ``skeleton`` merges what is one sound in nearly every
language; ``loose`` also merges sibilants and falling vowels, and is only evidence beside a near spelling.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SURE = {
    "shch": "sh", "sch": "sh", "tsch": "ch", "tch": "ch",
    "dzh": "dz", "dj": "dz", "zh": "z", "kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "bh": "b",
    "ck": "k", "q": "k", "x": "ks", "w": "v", "j": "i", "y": "i",
    "ou": "u", "oo": "u", "ee": "i",
}  # fmt: skip
_SURE_PATTERN = re.compile(
    "|".join(
        [
            r"(?P<ye>(?:^|(?<=[aeiouy]))[yj]e)",
            r"(?P<ff>(?<=[oe])ff?$)",
            r"(?P<c>c(?![eiyh]))",
            r"(?P<g>gu(?=[ei]))",
        ]
        + sorted(_SURE, key=len, reverse=True)
    )
)
_SURE_GROUPS = {"ye": "e", "ff": "v", "c": "k", "g": "g"}

_LOOSE = {
    "dzh": "s", "shch": "s", "tsch": "s", "sch": "s", "tch": "s", "sh": "s", "ch": "s", "zh": "s", "dj": "s",
    "dz": "s", "cz": "s", "sz": "s", "ts": "s", "tz": "s", "z": "s", "kh": "h", "gh": "g", "ph": "f", "th": "t",
    "dh": "d", "bh": "b", "ck": "k", "q": "k", "x": "ks", "w": "v", "y": "i", "ou": "u", "oo": "u", "ee": "i",
    "oe": "o", "ue": "u", "ae": "a",
}  # fmt: skip
_LOOSE_PATTERN = re.compile(
    "|".join(
        [r"(?P<ff>(?<=[oe])ff?$)", r"(?P<ci>ci(?=[aou]))", r"(?P<c>c(?=[eiy]))", r"(?P<k>c(?!h))", r"(?P<gu>gu(?=[ei]))",
         r"(?P<je>(?:^|(?<=[aeiouy]))je)"]
        + sorted(_LOOSE, key=len, reverse=True)
    )
)  # fmt: skip
_LOOSE_GROUPS = {"ff": "v", "ci": "s", "c": "s", "k": "k", "gu": "g", "je": "e"}

_DOUBLE = re.compile(r"(.)\1+")
_FALLING = re.compile(r"i(?=[aeou])|(?<=[aeiou])i(?=$|[^aeiou])")
_VOWELS = str.maketrans("", "", "aeiou")
_NOT_LETTER = re.compile(r"[^a-z]+")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in lower-case letters a to z: accents, apostrophes and other scripts folded."""
    if not word.isascii():
        from anyascii import anyascii

        word = anyascii(word)
    return _NOT_LETTER.sub("", word.lower())


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """The sound of a folded word; equal skeletons are spellings of one name."""
    sound = _SURE_PATTERN.sub(lambda m: _SURE_GROUPS[m.lastgroup] if m.lastgroup else _SURE[m[0]], folded)
    return _DOUBLE.sub(r"\1", sound)


@lru_cache(maxsize=65536)
def loose(folded: str) -> tuple[str, ...]:
    """Coarser sounds of a folded word; two words that share one may be spellings of one name.

    More than one where a letter is read in two ways ("j" as in Jan and as in Jamal).
    """
    sound = _LOOSE_PATTERN.sub(lambda m: _LOOSE_GROUPS[m.lastgroup] if m.lastgroup else _LOOSE[m[0]], folded)
    readings = (sound.replace("j", "i"), sound.replace("j", "s")) if "j" in sound else (sound,)
    return tuple(_DOUBLE.sub(r"\1", _FALLING.sub("", _DOUBLE.sub(r"\1", reading))) for reading in readings)


def consonants(folded: str) -> str:
    """The skeleton without its vowels, for scripts that do not write them."""
    return skeleton(folded).translate(_VOWELS)
