"""How one word of a name stands to one of another: equal, spelled otherwise, short for it, or at odds."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from operator import eq
from typing import Literal, NamedTuple

from checker.resolve import nicknames
from checker.resolve.edits import common, distance
from checker.resolve.name_words import Word
from checker.resolve.skeleton import broad, consonants, loose, skeleton

Kind = Literal["equal", "spelling", "slip", "short", "initial", "maybe", "none"]

# A slip of one letter in a short word makes another name more often than not.
_SLIP_LENGTH = 5
_LOOSE_LENGTH = 4
_LONG_LENGTH = 8
_VERY_LONG_LENGTH = 10
_PREFIX_LENGTH = 3
_LIKELY = 0.5  # likeness below which two words are hardly ever spellings of one name


class Match(NamedTuple):
    """``maybe`` neither proves nor rules out one name; ``none`` is at odds. ``score`` is 0 to 1."""

    kind: Kind
    score: float

    @property
    def doubtful(self) -> bool:
        """A slip of one letter that no romanisation explains."""
        return self == _SLIP

    @property
    def shortens(self) -> bool:
        """A short form or another language's form, which given names have and surnames have not."""
        return self in (_SHORT, _VARIANT, _PREFIX)


# An initial and the first letter of another romanisation.
_INITIALS_ALIKE = frozenset({"ck", "kc", "kq", "qk", "vw", "wv", "jy", "yj", "ye", "ey"})

_NONE = Match("none", 0.0)
_EQUAL = Match("equal", 1.0)
_SPELLING = Match("spelling", 0.97)
_SHORT = Match("short", 0.93)
_NEAR = Match("spelling", 0.91)
_VOWELS = Match("spelling", 0.9)  # Wickremesinghe, Wickramasinghe
_SLIP = Match("slip", 0.88)
_INITIAL = Match("initial", 0.9)
_INITIALS = Match("initial", 0.92)
_VARIANT = Match("maybe", 0.86)
_PREFIX = Match("maybe", 0.8)
_ALIKE = Match("maybe", 0.78)


def match(a: Word, b: Word) -> Match:
    """How word ``a`` stands to word ``b``; symmetric."""
    if a.initial or b.initial:
        return _initials(a, b)
    if a.core == b.core:
        return _EQUAL
    found = match_folded(a.core, b.core)
    if found.kind == "none" and (a.full != a.core or b.full != b.core):
        found = max(match_folded(a.full, b.core), match_folded(a.core, b.full), key=lambda m: m.score)
    if found.kind != "none":
        return found
    if (a.script or b.script) and _read_alike(a, b):
        return _SPELLING
    if (a.short and b.core.startswith(a.core)) or (b.short and a.core.startswith(b.core)):
        return _INITIAL
    return found


def _read_alike(a: Word, b: Word) -> bool:
    """Can two words in unlike scripts be read in one way?"""
    if "vowelless" in (a.script, b.script):
        return consonants(a.core) == consonants(b.core)
    return broad(a.core) == broad(b.core)


def _initials(a: Word, b: Word) -> Match:
    if a.core == b.core and a.initial and b.initial:
        return _INITIALS
    short, other = (a, b) if a.initial else (b, a)
    if other.core.startswith(short.core) or (short.core + other.core[0] in _INITIALS_ALIKE):
        return _INITIAL
    return _NONE


def match_folded(a: str, b: str) -> Match:
    """How two folded words stand to each other; symmetric."""
    return _judge(a, b) if a <= b else _judge(b, a)


@lru_cache(maxsize=262144)
def _judge(a: str, b: str) -> Match:
    if a == b:
        return _EQUAL
    sound_a, sound_b = skeleton(a), skeleton(b)
    if sound_a == sound_b:
        return _SPELLING
    if nicknames.short_form(a, b):
        return _SPELLING if _one_letter(a, b) else _SHORT
    near = _near(a, b, sound_a, sound_b)
    if nicknames.variant(a, b):
        return near if near.kind in ("spelling", "slip") else _VARIANT
    if near.kind in ("spelling", "slip") and _other_name(a, b):
        return Match("none", 0.5)
    if near.kind == "none" and _clipped(a, b):
        return _PREFIX
    return near


def _near(a: str, b: str, sound_a: str, sound_b: str) -> Match:
    likeness = _likeness(sound_a, sound_b)
    at_odds = Match("none", 0.6 * likeness)
    shorter = min(len(a), len(b))
    if likeness < _LIKELY or shorter < _LOOSE_LENGTH:
        return at_odds
    loose_a, loose_b = loose(a), loose(b)
    if not loose_a.isdisjoint(loose_b):
        return _NEAR
    apart = distance(sound_a, sound_b, 2)
    if shorter >= _LONG_LENGTH and apart > 1:
        apart = min(distance(x, y, 2) for x in loose_a for y in loose_b)
    if apart <= 1 and shorter >= _SLIP_LENGTH:
        return _SLIP if _begin_alike(sound_a, sound_b) else _PREFIX
    if apart == 2 and shorter >= _LONG_LENGTH and _begin_alike(sound_a, sound_b):
        return _VOWELS if shorter >= _VERY_LONG_LENGTH and consonants(a) == consonants(b) else _ALIKE
    return at_odds


def _one_letter(a: str, b: str) -> bool:
    """A form of a name that is also a way to spell it (Jon, John)."""
    return a[0] == b[0] and a[-1] == b[-1] and distance(a, b, 1) <= 1


def _likeness(a: str, b: str) -> float:
    """The share of letters in common, raised for a common beginning as Jaro-Winkler similarity is."""
    share = common(a, b) / max(len(a), len(b))
    begun = len(list(takewhile(bool, map(eq, a[:4], b[:4]))))
    return share + 0.1 * begun * (1 - share)


def _begin_alike(a: str, b: str) -> bool:
    return a[0] == b[0] or (a[0] in "aeiou" and b[0] in "aeiou")


def _other_name(a: str, b: str) -> bool:
    """A slip, or a name of its own: both are known names, or one is the feminine of the other."""
    if nicknames.is_given(a) and nicknames.is_given(b):
        return True
    stem_a, stem_b = a.rstrip("ao"), b.rstrip("ao")
    return stem_a == stem_b


def _clipped(a: str, b: str) -> bool:
    """One word is the other cut short, a pet form no table knows (Vlad, Andi, Nino)."""
    if a[0] != b[0] and a[-1] != b[-1]:
        return False
    for short, other in ((a, b), (b, a)):
        stem = short.rstrip("iey")
        if len(stem) >= _PREFIX_LENGTH and other.startswith(stem):
            return True
        if len(short) > _PREFIX_LENGTH and other.endswith(short):
            return True
    return False
