"""What articles ask the checker not to report, as claims of their own kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression(Claim):
    """A comment (of a record, its member) that silences ``rules`` (all, if none is named).

    No article is said to hold it: it is made once all rules have run. ``problem`` says why it is of no use.
    """

    kind: ClassVar[str] = "suppression"

    rules: tuple[str, ...] = ()
    problem: str = ""
