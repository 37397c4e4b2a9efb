"""What editors mark as wrong on purpose: "Prime Minister Jane Row [sic]"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.model import Article, Claim

_SIC = re.compile(r"[\[(]sic[!.]?[\])]", re.IGNORECASE)
_FORMS = ("sic", "Sic", "SIC")
_NEAR = 2  # characters between a passage and the mark behind it: a blank, a closing quotation mark


def unmarked(article: Article, claims: Iterable[Claim]) -> list[Claim]:
    """The claims in whose passages, and behind which, no such mark stands."""
    if not any(form in article.text for form in _FORMS):  # quicker than to look for the pattern
        return list(claims)
    marks = [
        article.positions.span(max(0, match.start() - _NEAR), match.end())
        for match in _SIC.finditer(article.text)
    ]
    return [it for it in claims if not any(it.start < end and start <= it.end for start, end in marks)]
