"""Claims that a sentence makes as a whole: what somebody did or never did, and numbers that must add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Claim):
    """A sentence says something of a thing, or denies it.

    ``subject`` is the key of the thing, ``name`` how it is called. ``verb`` is the verb by its base form
    ("be" for "is a"), ``head`` the noun of "is a" (else ""), ``words`` are the words of the rest that mean
    something, in order; ``said`` is what stands behind the name, verb and all. What is denied of the whole is
    denied of every part.
    """

    kind: ClassVar[str] = "statement"

    subject: str
    name: str
    verb: str
    words: tuple[str, ...]
    said: str
    head: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum(Claim):
    """Parts are told with their whole: ``whole`` is what they should add up to, ``parts`` what they do.

    ``what`` is what is counted ("people dead", "percent of voters").
    """

    kind: ClassVar[str] = "sum"

    what: str
    whole: int
    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Claim):
    """Something went from one number to another. ``told`` is the way that the ``verb`` says it went ("up",
    "down"), ``went`` that of the numbers, "" if they are alike.
    """

    kind: ClassVar[str] = "change"

    verb: str
    before: str
    after: str
    told: str
    went: str
