"""Which names are worth comparing word by word? Most are plainly those of two people."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from checker.resolve.name_parts import parse
from checker.resolve.skeleton import consonants, loose

_BEGINNING = 3  # letters of a sound
_ALIKE = str.maketrans("cqwje", "kkvyy")  # initials that stand for one sound in two romanisations


class _Beginnings(NamedTuple):
    """How the words of a name begin, with vowels and without; their first letters; its initials."""

    sounds: frozenset[str]
    letters: frozenset[str]
    initials: frozenset[str]


def plainly_two(a: str, b: str) -> bool:
    """Does no word of one name begin like one of the other, however spelled? Then they are two people's."""
    here, there = _beginnings(a), _beginnings(b)
    return (
        here is not None
        and there is not None
        and here.sounds.isdisjoint(there.sounds)
        and here.initials.isdisjoint(there.letters)
        and there.initials.isdisjoint(here.letters)
    )


@lru_cache(maxsize=65536)
def _beginnings(name: str) -> _Beginnings | None:
    """None where a single word must agree, or its signs can be read in several ways."""
    read = parse(name)
    if read.required < 2 or any(word.script for word in read.words):
        return None
    cores = [word.core for word in read.words if not word.initial]
    sounds = {sound[:_BEGINNING] for core in cores for sound in loose(core)}
    return _Beginnings(
        frozenset((*sounds, *(f"~{consonants(core)[:_BEGINNING]}" for core in cores))),
        frozenset(word.core[:1].translate(_ALIKE) for word in read.words),
        frozenset(word.core.translate(_ALIKE) for word in read.words if word.initial),
    )
