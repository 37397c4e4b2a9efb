"""Which of the names that an office's holders are given are one person, which surely two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations

from checker.engine.graph import components
from checker.resolve.identity import PLAIN, Identity

_INITIALS = re.compile(r"(?:[A-Z]\.? ?){2,6}")
CROWD = 300  # above it, only names that share a word are taken for possibly one person


class Holders:
    """The people behind a set of names. A name of one word is nobody in particular."""

    def __init__(self, names: Iterable[str], identity: Identity = PLAIN) -> None:
        known = sorted({name for name in names if identity.settles(name)})
        couples = _couples(known, identity)
        persons = identity.persons
        same = [(a, b) for a, b in couples if persons(a, b) == "same"]
        self._person = {name: name for name in known}
        for forms, _ in components(same):
            fullest = min(forms, key=lambda name: (-len(name), name))
            self._person.update(dict.fromkeys(forms, fullest))
        self._unclear = {
            frozenset((self._person[a], self._person[b]))
            for a, b in couples
            if persons(a, b) == "undetermined"
        }

    def person(self, name: str) -> str | None:
        """The fullest form of the name of that person, or None if the name settles nothing."""
        return self._person.get(name)

    def differ(self, a: str, b: str) -> bool:
        """Are two people (as ``person`` gives them) surely two?"""
        return a != b and frozenset((a, b)) not in self._unclear and not _shortened(a, b)


def alike(a: str, b: str) -> bool:
    """Do two names, of two people as they stand, share the given name or the surname?"""
    one, other = a.casefold().split(), b.casefold().split()
    return len(one) > 1 and len(other) > 1 and (one[0] == other[0] or one[-1] == other[-1])


def _shortened(a: str, b: str) -> bool:
    """Is one surname borne with two initials or more here, and a name there, as where few use their first?"""
    one, other = a.split(), b.split()
    return one[-1] == other[-1] and any(
        _INITIALS.fullmatch(" ".join(words[:-1])) is not None for words in (one, other)
    )


def _couples(names: list[str], identity: Identity) -> list[tuple[str, str]]:
    if len(names) <= CROWD:
        return list(combinations(names, 2))
    sharing: dict[str, list[str]] = {}
    for name in names:
        for word in identity.sounds(name):
            sharing.setdefault(word, []).append(name)
    return list(dict.fromkeys(couple for bearers in sharing.values() for couple in combinations(bearers, 2)))
