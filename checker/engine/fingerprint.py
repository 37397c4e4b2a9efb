"""Which finding is this? A name for a disputed fact that outlives edits of the articles around it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from checker.model import Finding

SCHEME = 1  # a change of what goes into the hash makes a new scheme


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """One fingerprint for each finding, in their order.

    It rests on rule, subject and the distinct values, for a fact of one article on the article too.
    Findings that agree in all of this (the same slip twice in one article) are told apart by counting.
    """
    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        identity = [SCHEME, finding.rule, finding.scope, finding.subject, sorted(set(finding.values))]
        written = json.dumps(identity, ensure_ascii=True)
        found.append(hashlib.blake2b(f"{written}#{seen[written]}".encode(), digest_size=16).hexdigest())
        seen[written] += 1
    return found
