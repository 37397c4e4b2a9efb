"""Which names the user, or an article, says to be one person's or body's, or those of different ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.resolve import compare as plain
from checker.resolve.compare import Outcome, fold

if TYPE_CHECKING:
    from checker.resolve.names import Verdict

Lists = tuple[tuple[str, ...], ...]


class Identity:
    """Compares names as ``resolve.compare`` does, but for those that the user has put on a list.

    The names of one list of ``aliases`` belong to one person or body; those of one list of ``distinct`` to
    different ones, which goes before. Names are found there as written but for case, blanks and hyphens; a
    person's name also where it is surely another form of a listed one ("Robert A. Zimmerman"). ``told`` are
    the names of one person by what articles say; these are found as written only.
    """

    def __init__(self, aliases: Lists = (), distinct: Lists = (), told: Lists = ()) -> None:
        self._listed = _listed(aliases)
        self._told = _listed(told)
        self._apart = _listed(distinct)
        self._first = {name: aliases[group[0]][0] for name, group in self._listed.items()}
        self._sounding: dict[str, dict[str, None]] = {}
        for name in dict.fromkeys(name for names in aliases for name in names if len(name.split()) > 1):
            for sound in plain.sounds(name):
                self._sounding.setdefault(sound, {})[name] = None
        self._groups: dict[str, frozenset[int]] = {}

    def judge(self, a: str, b: str) -> Verdict:
        """How two names of persons compare, and why."""
        from checker.resolve.names import Verdict, compare

        if self.apart(a, b):
            return Verdict("different", 0.0, ("they are declared to be two",))
        if self._listed and not self._group(a).isdisjoint(self._group(b)):
            return Verdict("same", 1.0, ("they are declared to be one",))
        return compare(a, b)

    def persons(self, a: str, b: str) -> Outcome:
        """Do two names name one person?"""
        if self.apart(a, b):
            return "different"
        if self._listed and not self._group(a).isdisjoint(self._group(b)):
            return "same"
        if self._told and _shared(self._told, a, b):
            return "same"
        return plain.persons(a, b)

    def compare(self, kind: str, field: str, a: object, b: object) -> Outcome:
        """How two values of one field of one kind of claim compare."""
        if (
            (self._listed or self._apart or self._told)
            and isinstance(a, str)
            and isinstance(b, str)
            and a
            and b
        ):
            if plain.is_person(kind, field):
                return self.persons(a, b)
            if self.apart(a, b):
                return "different"
            if _shared(self._listed, a, b):
                return "same"
        return plain.compare(kind, field, a, b)

    def is_variant(self, kind: str, field: str, a: str, b: str) -> bool:
        """Surely the same, but spelled in two ways? Listed names are meant as they are."""
        if self.apart(a, b) or _shared(self._listed, a, b) or _shared(self._told, a, b):
            return False
        return plain.is_variant(kind, field, a, b)

    def apart(self, a: str, b: str) -> bool:
        """Are they declared to belong to different people or bodies?"""
        return bool(self._apart) and fold(a) != fold(b) and bool(_shared(self._apart, a, b))

    def settles(self, name: str) -> bool:
        """Does the name say who is meant? One word alone does so only if it is listed."""
        return len(name.split()) > 1 or fold(name) in self._listed

    def sounds(self, name: str) -> tuple[str, ...]:
        """What two forms of one name share at least one of."""
        found = plain.sounds(name)
        if self._listed:
            found = (*found, *(f"~alias {group}" for group in sorted(self._group(name))))
        return (*found, *(f"~told {group}" for group in self._told.get(fold(name), ())))

    def canonical(self, name: str | None) -> str | None:
        """The first name of the list on which this one stands, else the name itself."""
        return self._first.get(fold(name), name) if name and self._first else name

    def _group(self, name: str) -> frozenset[int]:
        """The lists of aliases that a person's name belongs to."""
        if name not in self._groups:
            self._groups[name] = frozenset(self._listed.get(fold(name)) or self._alike(name))
        return self._groups[name]

    def _alike(self, name: str) -> Iterable[int]:
        for sound in plain.sounds(name):
            for listed in self._sounding.get(sound, ()):
                if plain.persons(name, listed) == "same":
                    yield from self._listed[fold(listed)]


def _listed(lists: Lists) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, names in enumerate(lists):
        for name in dict.fromkeys(map(fold, names)):
            found[name] = (*found.get(name, ()), number)
    return found


def _shared(lists: dict[str, tuple[int, ...]], a: str, b: str) -> frozenset[int]:
    """The lists on which both names stand."""
    return frozenset(lists.get(fold(a), ())) & frozenset(lists.get(fold(b), ()))


PLAIN = Identity()  # nothing is declared
