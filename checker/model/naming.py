"""What an article tells, or lets suspect, of the names it gives people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Claim):
    """Two names are one person's. ``keys`` are the folded forms of both under which the person is met."""

    kind: ClassVar[str] = "alias"

    name: str
    other: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blend(Claim):
    """A name whose two words are the surnames of two other people of the article."""

    kind: ClassVar[str] = "blend"

    name: str
    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake(Claim):
    """One of several people to whom the article gives one office and surname."""

    kind: ClassVar[str] = "namesake"

    office: str
    surname: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guise(Claim):
    """An article says of a person what he or she is.

    ``keys`` are each a half of the name with an office, a rank, a calling or a country: who shares one may be
    meant. ``posts`` are the offices, with their bodies and without. ``beside`` are the other people whom the
    article names in full, ``context`` names of other things. ``followed``: who came before or after is told.
    """

    kind: ClassVar[str] = "guise"

    name: str
    keys: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    followed: bool = False
    context: tuple[str, ...] = ()
