"""What the shapes of rules yield: passages that clash, sorted by what they say."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Claim


@dataclass(frozen=True, slots=True)
class Side:
    """One of the disputed values and the claims that stand for it, the weightiest first."""

    value: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A disputed fact. ``a`` and ``b`` are the two claims that clash most surely.

    ``b`` is None for a claim that is wrong by itself. ``values`` are the sides in words. ``scope`` binds
    the fact to one article. ``explainable`` clashes are worth a look, no more.
    """

    subject: str
    sides: tuple[Side, ...]
    a: Claim
    b: Claim | None = None
    scope: str = ""
    values: str = ""
    explanation: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    explainable: bool = False
