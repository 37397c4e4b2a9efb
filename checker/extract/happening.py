"""What a sentence tells of an event, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.model import When
from checker.vocab import load


@dataclass(frozen=True, slots=True)
class Happening:
    """An event told by ``text[start:end]``; see model.Event for the rest."""

    start: int
    end: int
    key: str
    name: str
    when: When
    place: str | None = None
    named: bool = True
    assumptions: tuple[str, ...] = ()


@cache
def nominals() -> dict[str, str]:
    """Nouns that tell what happens once ("founding"), to the verb under which it is known ("founded")."""
    return {noun: what for what, nouns in load("events")["nominal"].items() for noun in nouns}


def called(what: str, name: str) -> str:
    """ "founding of Acme Motors"."""
    return f"{load('events')['nominal'][what][0]} of {name}"
