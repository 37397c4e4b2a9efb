"""One passage that contradicts a reference fact."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Claim


@dataclass(frozen=True, slots=True)
class Contradiction:
    """``value`` is what makes two passages say the same; ``says`` and ``known`` are both sides in words."""

    claim: Claim
    fact: Claim
    value: str
    says: str
    known: str
    reason: str
    assumptions: tuple[str, ...] = ()

    @property
    def doubt(self) -> tuple[bool, int]:
        return self.claim.quoted, len(self.assumptions)
