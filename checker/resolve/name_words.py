"""The words of a name: particles tied to the word they belong to, initials, abbreviations, scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from checker.resolve.skeleton import fold, skeleton
from checker.vocab import load

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]?\.?$")
_BUNCH = re.compile(r"(?:[A-Z]{2}|[A-Z][B-DF-HJ-NP-TV-XZ]{2})$")
_VOWEL = re.compile(r"[AEIOUY]")
_INNER_DOT = re.compile(r"(?<=\.)(?=[^\W\d_])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WRITTEN = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
_VOWELLESS = ("ARABIC", "HEBREW", "SYRIAC")
_HEBREW = "\u0590"  # no script before it leaves out vowels or has signs with several readings
_LATIN_END = "\u036f"


class Word(NamedTuple):
    """One word of a name. ``core`` is folded without particles, ``full`` with; ``sound`` its skeleton."""

    text: str
    core: str
    full: str
    sound: str
    initial: bool = False
    short: bool = False  # an abbreviation with a dot: "Wm."
    doubtful: bool = False  # perhaps a title, or a nickname set in quotation marks: may be missing elsewhere
    title: bool = False  # doubtful, and a title more often than a name
    capitals: bool = False
    hyphen: bool = False  # joined to the word before it
    script: str = ""  # "written" where one sign has several readings, "vowelless", or "" for all others
    foreign: bool = False  # not in Latin letters


class _Piece(NamedTuple):
    text: str
    hyphen: bool = False
    script: str = ""


@cache
def listed(name: str) -> frozenset[str]:
    """A word list of the vocabulary of names."""
    return frozenset(load("name_words")[name].split())


def read_words(tokens: Sequence[str], *, shouting: bool = False) -> list[Word]:
    """The words that tokens of a name hold; ``shouting`` when capitals mean nothing."""
    words: list[Word] = []
    particles: list[str] = []
    pieces = [
        piece
        for place, token in enumerate(tokens)
        for piece in _pieces(token, bunch=place == 0 and not shouting)
    ]
    for place, piece in enumerate(pieces):
        left = len(pieces) - place - 1
        joined = left > 0 and pieces[place + 1].hyphen
        if left and _is_particle(piece.text, first=place == 0, joined=joined, left=left):
            particles.append(piece.text + ("-" if joined else " "))
            continue
        word = _word(piece, tuple(particles), shouting)
        if word:
            words.append(word)
        particles = []
    return words


def _pieces(token: str, *, bunch: bool) -> list[_Piece]:
    """The parts of a token; ``bunch``: where it stands, a few capitals are initials ("APJ Abdul Kalam")."""
    if len(token) < 4 and _is_bunch(token, anyhow=bunch):
        return [_Piece(letter + ".") for letter in token]
    if token.isascii():
        if token.isalpha():
            return [_Piece(token)]
    elif (script := _script(token)) == "written":
        from anyascii import anyascii

        return [_Piece(part, script=script) for part in _CAMEL.sub(" ", anyascii(token)).split()]
    if _INITIALS.match(token):
        return [_Piece(letter + ".") for letter in token if letter.isalpha()]
    parts = [part for run in _INNER_DOT.split(token) for part in run.split("-")]
    return [_Piece(part, place > 0 and "-" in token) for place, part in enumerate(filter(None, parts))]


def _is_bunch(token: str, *, anyhow: bool) -> bool:
    if not _BUNCH.match(token) or token.lower() in listed("family_first"):
        return False
    return anyhow or not _VOWEL.search(token)


def _is_particle(piece: str, *, first: bool, joined: bool, left: int) -> bool:
    bare = piece.lower().rstrip("'")
    if bare not in listed("particles"):
        return False
    if not first or piece.islower():
        return True
    return joined or (bare in listed("opening") and left <= 2)


@lru_cache(maxsize=65536)
def _word(piece: _Piece, particles: tuple[str, ...], shouting: bool) -> Word | None:
    text = piece.text
    core = fold(text)
    if not core:
        return None
    dotted = text.endswith(".")
    script = piece.script or _script(text)
    letters = len(text) if text.isalpha() else sum(letter.isalpha() for letter in text)
    shown = text.rstrip(".") if letters > 2 else text
    return Word(
        text="".join([*particles, shown]) if particles else shown,
        core=core,
        full="".join([*map(fold, particles), core]) if particles else core,
        sound=skeleton(core),
        initial=letters == 1 or (dotted and len(core) == 2),
        short=dotted and len(core) > 2,
        capitals=not shouting and letters > 2 and text.isupper(),
        hyphen=piece.hyphen and not particles,
        script=script,
        foreign=bool(script) or (not text.isascii() and any(letter > _LATIN_END for letter in text)),
    )


def _script(text: str) -> str:
    if text.isascii():
        return ""
    for letter in text:
        if letter > _HEBREW:
            kind = unicodedata.name(letter, "").split(" ")[0]
            if kind in _WRITTEN:
                return "written"
            if kind in _VOWELLESS:
                return "vowelless"
    return ""
