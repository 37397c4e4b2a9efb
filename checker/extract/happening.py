"""What a sentence tells of an event, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import When


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
