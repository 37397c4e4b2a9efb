"""How one word of a name stands to one word of another: equal, spelled otherwise, short for it, or at odds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from checker.resolve import nicknames
from checker.resolve.name_parts import Word
from checker.resolve.skeleton import consonants, loose, skeleton

Kind = Literal["equal", "spelling", "slip", "short", "initial", "maybe", "none"]

# A slip of one letter in a short word makes another name more often than not.
_SLIP_LENGTH = 5
_LOOSE_LENGTH = 4
_LONG_LENGTH = 8
_PREFIX_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Match:
    """``maybe`` neither proves nor rules out one name; ``none`` is at odds. ``score`` is 0 to 1."""

    kind: Kind
    score: float


_NONE = Match("none", 0.0)
_EQUAL = Match("equal", 1.0)
_SPELLING = Match("spelling", 0.97)
_SHORT = Match("short", 0.93)
_NEAR = Match("slip", 0.91)
_SLIP = Match("slip", 0.88)
_INITIAL = Match("initial", 0.9)
_VARIANT = Match("maybe", 0.86)
_PREFIX = Match("maybe", 0.8)


def match(a: Word, b: Word) -> Match:
    """How word ``a`` stands to word ``b``; symmetric."""
    if a.initial or b.initial:
        return _initials(a, b)
    found = match_folded(a.core, b.core)
    if found.kind == "none" and (a.full != a.core or b.full != b.core):
        found = max(match_folded(a.full, b.core), match_folded(a.core, b.full), key=lambda m: m.score)
    if found.kind != "none":
        return found
    if (a.script or b.script) and consonants(a.core) == consonants(b.core):
        return _SPELLING
    if (a.short and b.core.startswith(a.core)) or (b.short and a.core.startswith(b.core)):
        return _INITIAL
    return found


def _initials(a: Word, b: Word) -> Match:
    if a.core == b.core and a.initial and b.initial:
        return Match("initial", 0.92)
    short, other = (a, b) if a.initial else (b, a)
    if other.core.startswith(short.core) or other.sound.startswith(skeleton(short.core)):
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
        return _SHORT
    near = _near(a, b, sound_a, sound_b)
    if nicknames.variant(a, b):
        return near if near.kind == "slip" else _VARIANT
    if near.kind == "slip" and _other_name(a, b):
        return Match("none", 0.5)
    if near.kind == "none" and _clipped(a, b):
        return _PREFIX
    return near


def _near(a: str, b: str, sound_a: str, sound_b: str) -> Match:
    from rapidfuzz.distance import OSA, JaroWinkler

    shorter = min(len(a), len(b))
    readings = [(x, y) for x in loose(a) for y in loose(b)]
    if shorter >= _LOOSE_LENGTH and any(x == y for x, y in readings):
        return _NEAR
    distance = OSA.distance(sound_a, sound_b, score_cutoff=2)
    if distance <= 1 and shorter >= _SLIP_LENGTH:
        return _SLIP if sound_a[0] == sound_b[0] else _PREFIX
    if shorter >= _LONG_LENGTH and min(OSA.distance(x, y, score_cutoff=2) for x, y in readings) <= 1:
        return _SLIP if sound_a[0] == sound_b[0] else _PREFIX
    return Match("none", 0.6 * JaroWinkler.similarity(sound_a, sound_b))


def _other_name(a: str, b: str) -> bool:
    """A slip, or a name of its own: both are known names, or one is the feminine of the other."""
    if nicknames.is_given(a) and nicknames.is_given(b):
        return True
    stem_a, stem_b = a.rstrip("ao"), b.rstrip("ao")
    return stem_a == stem_b


def _clipped(a: str, b: str) -> bool:
    """One word is the other cut short, a pet form no table knows ("Vlad", "Andi")."""
    return any(
        len(stem) >= _PREFIX_LENGTH and other.startswith(stem)
        for stem, other in ((a, b), (b, a), (a.rstrip("iey"), b), (b.rstrip("iey"), a))
    )
