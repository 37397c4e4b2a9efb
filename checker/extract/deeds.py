"""What may be done once, and by which words it is told: the table of vocab/deeds.toml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.text.tokens import Phrases
from checker.vocab import load

_NTH = "{nth}"
_ENDS = {1: "st", 2: "nd", 3: "rd"}
PARTS = ("passive", "verbs", "transitive", "nouns")


@dataclass(frozen=True, slots=True)
class Deed:
    """One entry of the table, which tells what its fields mean; ``what`` is its name."""

    what: str
    called: str
    by: str
    to: str = ""
    link: tuple[str, ...] = ()
    alone: bool = False  # is it known by its object alone?
    won: bool = False  # from somebody who belongs to it?
    doer: bool = False
    yearly: bool = False
    slack: int = 0

    def name(self, one: str, other: str) -> str:
        """What it is called, of those who do and meet with it."""
        return self.called.format(one, other)


@cache
def _table() -> tuple[tuple[Deed, dict[str, list[str]]], ...]:
    return tuple(
        (
            Deed(
                what,
                entry["called"],
                entry["by"],
                entry.get("to", ""),
                tuple(entry.get("link", ())),
                alone=entry.get("of", False),
                won=entry.get("from", False),
                doer=entry.get("doer", False),
                yearly=entry.get("yearly", False),
                slack=entry.get("slack", 0),
            ),
            entry,
        )
        for what, entry in load("deeds")["deeds"].items()
    )


@cache
def forms(part: str) -> Phrases[tuple[Deed, ...]]:
    """The forms of one of the ``PARTS``, to the deeds that they may tell."""
    told: dict[str, tuple[Deed, ...]] = {}
    for deed, entry in _table():
        for form in (one for listed in entry.get(part, ()) for one in _spelled(listed)):
            told[form] = (*told.get(form, ()), deed)
    return Phrases(told)


def _spelled(form: str) -> Iterator[str]:
    """The form, with every ordinal in the place that is left for one."""
    if _NTH not in form:
        yield form
        return
    for ordinal in (*load("dates")["ordinals"], *(f"{n}{_ENDS.get(n % 10, 'th')}" for n in range(20, 200))):
        yield form.replace(_NTH, ordinal)
    yield from (form.replace(_NTH, f"{n}th") for n in range(4, 20))


def words() -> set[str]:
    """The forms, each of which stands in every sentence that tells such a thing; of some, the end."""
    forms = (form for _, entry in _table() for part in PARTS for form in entry.get(part, ()))
    return {form.rpartition(f"{_NTH} ")[2] for form in forms}
