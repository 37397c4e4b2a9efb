"""What a name is made of: its words in order, particles, initials, generation, and where the surname stands."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from checker.resolve import name_titles, nicknames
from checker.resolve.skeleton import fold, skeleton
from checker.vocab import load

_LONGEST_NAME = 200  # characters; more is no name, and the comparison is quadratic in words
_MOST_WORDS = 8

_APOSTROPHES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ʻ": "'", "‑": "-", "–": "-", "‐": "-"}
)
_QUOTED = re.compile(r"""[("“”«»]\s*+([^()"“”«»]{1,30})[)"“”«»]|(?<=\s)'([^\s']{2,20})'(?=\s)""")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]?\.?$")
_INNER_DOT = re.compile(r"(?<=\.)(?=[^\W\d_])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SYLLABLE = re.compile(
    r"(?:[zcs]h|ng?h?|[tp]h|k[hw]?|gh?|gi|tr|ph|qu|[bcdfhjklmprstvwxyz])?[aeiouy]{1,3}(?:ng|nh|ch|[nmkptlch])?"
)
_SYLLABLES = re.compile(rf"(?:{_SYLLABLE.pattern}){{1,2}}$")
_WRITTEN = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
_VOWELLESS = ("ARABIC", "HEBREW", "SYRIAC")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name. ``core`` is folded without particles, ``full`` with them; ``sound`` is its skeleton."""

    text: str
    core: str
    full: str
    sound: str
    initial: bool = False
    short: bool = False  # an abbreviation with a dot: "Wm."
    doubtful: bool = False  # perhaps a title, or a nickname set in quotation marks: may be missing elsewhere
    capitals: bool = False
    hyphen: bool = False  # joined to the word before it
    script: str = ""  # "written" where one sign has many readings, "vowelless", or "" for all others
    foreign: bool = False  # not in Latin letters


@dataclass(frozen=True, slots=True)
class Name:
    """A name, read. ``words`` stand given names first, whatever the order in which they were ``written``.

    ``family`` is the place of the first word of the surname; ``sure`` when a comma, capitals or the habit of
    the language tell it. ``generation`` is "jr", "iii" and the like.
    """

    words: tuple[Word, ...] = ()
    written: tuple[Word, ...] = ()
    family: int = 0
    sure: bool = False
    generation: str = ""
    gender: str = ""
    text: str = ""  # without titles, given names first

    @property
    def required(self) -> int:
        """How many words must be found in another form of the name."""
        return sum(not word.doubtful for word in self.words) or len(self.words)


@lru_cache(maxsize=65536)
def parse(name: str) -> Name:
    """Read a name as written, titles and all. What holds no word of a name has no words."""
    text = unicodedata.normalize("NFC", name[:_LONGEST_NAME]).translate(_APOSTROPHES)
    quoted = [found[1] or found[2] for found in _QUOTED.finditer(text)]
    head, tail = _comma(_QUOTED.sub(" ", text))
    if name_titles.only_titles(head):
        head, tail = tail, []
        if name_titles.only_titles(head):
            return Name()
    shouting = text.upper() == text
    skip, maybe_names, gender = name_titles.leading(head)
    head, generation = _trimmed(head[skip:], shouting=shouting)
    if tail:
        skip, _, gender = name_titles.leading(tail)
        tail, late = _trimmed(tail[skip:], shouting=shouting)
        generation = late or generation
    extra = [replace(word, doubtful=True) for word in _words(maybe_names, shouting=shouting)]
    nicks = [
        replace(word, doubtful=True) for token in quoted for word in _words(token.split(), shouting=False)
    ]
    written = _words(head, shouting=shouting)
    first = _words(tail, shouting=shouting)
    given, family, sure = (first, written, True) if first else _split(written)
    words = (*extra, *given[:1], *nicks, *given[1:], *family)[-_MOST_WORDS:]
    if not words and quoted:
        words = tuple(nicks)
    kept = maybe_names if len(head) + len(tail) == 1 else []
    text = " ".join([*kept, *tail, *head])
    place = max(0, len(words) - len(family))
    return Name(words, (*first, *written), place, sure, generation, gender, text)


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


def _trimmed(tokens: list[str], *, shouting: bool) -> tuple[list[str], str]:
    """Tokens without letters behind the name and without the generation, which is given apart."""
    generation = ""
    while tokens:
        after = name_titles.trailing(tokens, shouting=shouting)
        if after:
            tokens = tokens[:-after]
        elif len(tokens) > 1 and _generation(tokens[-1]):
            generation = _generation(tokens[-1])
            tokens = tokens[:-1]
        else:
            break
    return tokens, generation


def _generation(token: str) -> str:
    bare = token.rstrip(".").lower()
    if bare not in listed("generations") or (len(bare) == 1 and token.endswith(".")):
        return ""
    return {"junior": "jr", "jnr": "jr", "senior": "sr", "snr": "sr"}.get(bare, bare)


def _words(tokens: list[str], *, shouting: bool) -> list[Word]:
    words: list[Word] = []
    pending: list[str] = []
    pieces = [piece for token in tokens for piece in _pieces(token)]
    for place, (piece, hyphen) in enumerate(pieces):
        left = len(pieces) - place - 1
        joined = left > 0 and pieces[place + 1][1]
        if left and _particle(piece, first=place == 0, joined=joined, left=left):
            pending.append(piece + ("-" if joined else " "))
            continue
        word = _word(piece, pending, hyphen=hyphen and not pending, shouting=shouting)
        if word:
            words.append(word)
        pending = []
    return words


def _pieces(token: str) -> list[tuple[str, bool]]:
    """The parts of a token and whether a hyphen joins each to the one before it."""
    if _INITIALS.match(token):
        return [(letter + ".", False) for letter in token if letter.isalpha()]
    if not token.isascii() and _script(token) == "written":
        from anyascii import anyascii

        return [(part + "\0", False) for part in _CAMEL.sub(" ", anyascii(token)).split()]
    parts = [part for run in _INNER_DOT.split(token) for part in run.split("-")]
    return [(part, index > 0 and "-" in token) for index, part in enumerate(filter(None, parts))]


def _particle(piece: str, *, first: bool, joined: bool, left: int) -> bool:
    bare = piece.lower().rstrip("'")
    if bare not in listed("particles"):
        return False
    if not first or piece.islower():
        return True
    return joined or (bare in listed("opening") and left <= 2)


def _word(piece: str, particles: list[str], *, hyphen: bool, shouting: bool) -> Word | None:
    script = "written" if piece.endswith("\0") else _script(piece)
    text = piece.rstrip("\0")
    core = fold(text)
    if not core:
        return None
    dotted = text.endswith(".")
    letters = [letter for letter in text if letter.isalpha()]
    return Word(
        text="".join(particles) + (text.rstrip(".") if len(letters) > 2 else text),
        core=core,
        full="".join(map(fold, particles)) + core,
        sound=skeleton(core),
        initial=len(letters) == 1 or (dotted and len(core) == 2),
        short=dotted and len(core) > 2,
        capitals=not shouting and len(letters) > 1 and text.isupper(),
        hyphen=hyphen,
        script=script,
        foreign=bool(script) or any(letter > "\u036f" for letter in letters),
    )


def _script(text: str) -> str:
    if text.isascii():
        return ""
    for letter in text:
        if letter > "\u0590":
            kind = unicodedata.name(letter, "").split(" ")[0]
            if kind in _WRITTEN:
                return "written"
            if kind in _VOWELLESS:
                return "vowelless"
    return ""


def _split(words: list[Word]) -> tuple[list[Word], list[Word], bool]:
    """Given names and surname of a name without a comma, and whether that is sure."""
    if len(words) < 2:
        return [], words, False
    capitals = [word for word in words if word.capitals and len(word.core) > 2]
    others = [word for word in words if not (word.capitals and len(word.core) > 2)]
    if capitals and not all(word.initial for word in others):
        return others, capitals, True
    if words[0].script == "written" or _family_first(words):
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


def _family_first(words: list[Word]) -> bool:
    """Do the words look Chinese, Korean or Vietnamese, surname first (Xi Jinping, Kim Jong-un)?"""
    first, *rest = words
    if (
        first.core not in listed("family_first")
        or not 1 <= len(rest) <= 3
        or any(word.initial for word in rest)
    ):
        return False
    if not all(_SYLLABLES.match(word.core) for word in rest):
        return False
    if len(rest) == 1:
        return not nicknames.is_given(rest[0].core) and not nicknames.is_given(first.core)
    return not nicknames.is_given(rest[0].core) or rest[1].hyphen


@cache
def listed(name: str) -> frozenset[str]:
    """A word list of the vocabulary of names."""
    return frozenset(load("name_words")[name].split())
