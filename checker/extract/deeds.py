"""What may be done once, and by which words it is told: the table of vocab/deeds.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.text.tokens import Phrases
from checker.vocab import load

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
        for form in entry.get(part, ()):
            told[form] = (*told.get(form, ()), deed)
    return Phrases(told)


def words() -> set[str]:
    """All forms there are."""
    return {form for _, entry in _table() for part in PARTS for form in entry.get(part, ())}
