"""What the checker reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model.claims import Claim

Severity = Literal["error", "warning", "notice"]
Status = Literal["new", "existing", "baselined", "suppressed"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage of a finding: the claim it rests on and, in a few words, what it says."""

    claim: Claim
    says: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Passages that cannot all be right. The first evidence is the primary one.

    ``values`` are the distinct disputed values, on which the fingerprint rests; ``more`` counts the
    passages left out of ``evidence``. ``scope`` is the article to which a fact is bound that means nothing
    outside it, else empty. Only a finding whose ``status`` is new makes a run fail.
    """

    rule: str
    severity: Severity
    message: str
    subject: str
    evidence: tuple[Evidence, ...]
    values: tuple[str, ...]
    explanation: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    more: int = 0
    scope: str = ""
    status: Status = "new"
