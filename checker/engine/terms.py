"""Did somebody hold an office for two terms that begin, or end, together and differ at the other end?"""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine import certainty, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus
from checker.engine.couples import Couple, disputes
from checker.engine.graph import couples
from checker.engine.rules import Parameter
from checker.model import Claim, Office
from checker.resolve.identity import Identity

Span = tuple[int, int]


def terms(
    claims: list[Claim], corpus: Corpus, _parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for each set of terms of one person in one office of which no two can both be right."""
    told: dict[str, list[Office]] = {}
    for claim in claims:
        if isinstance(claim, Office) and _is_term(claim) and len(claim.holder.split()) > 1:
            told.setdefault(claim.holder.split()[-1].casefold(), []).append(claim)
    for name in sorted(told):
        found = (c for a, b in couples(told[name]) for c in _couple(a, b, corpus.identity))
        yield from disputes(found, lambda claim: words.spoken_time(claim.when))


def _is_term(claim: Office) -> bool:
    sure = claim.when.sure
    return (
        sure is not None and sure[0] < sure[1] and claim.when.first < sure[0] + 1 and claim.when.last < 10**7
    )


def _couple(a: Office, b: Office, identity: Identity) -> Iterator[Couple]:
    if identity.persons(a.holder, b.holder) != "same" or not _one_body(a, b):
        return
    begins, ends = _share(_begin(a), _begin(b)), _share(_end(a), _end(b))
    if begins == ends:
        return
    assumptions = [*certainty.of_reading([a, b]), f"{a.holder} held the office once in that time"]
    if a.source != b.source:
        assumptions.append(f"both articles mean the same {a.holder}")
    side = "begin" if begins else "end"
    yield Couple(a, b, f"the two terms {side} together", certainty.distinct(assumptions))


def _one_body(a: Office, b: Office) -> bool:
    """Nothing may be said of whose ministry it is, as a paper does of its own country."""
    if a.body and b.body:
        return a.body == b.body
    return a.office.endswith(" minister")


def _begin(claim: Office) -> Span:
    assert claim.when.sure is not None
    return claim.when.first, claim.when.sure[0]


def _end(claim: Office) -> Span:
    assert claim.when.sure is not None
    return claim.when.sure[1], claim.when.last


def _share(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
