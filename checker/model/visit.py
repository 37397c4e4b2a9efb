"""Claims on a visit that somebody pays to a country: how long it lasts, when it begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.model.claims import Claim

Fact = Literal["length", "arrival", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Claim):
    """``visit`` is the canonical key, by who visits which country; ``fact`` is what is told of it.

    ``days`` is the length, 0 for the other facts, whose day is ``when``; the ``when`` of a length is some day
    of about that time. ``place`` is where the visitor arrives.
    """

    kind: ClassVar[str] = "visit"

    visit: str
    name: str
    visitor: str
    fact: Fact
    days: int = 0
    place: str = ""
