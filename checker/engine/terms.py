"""Did somebody hold an office for two terms that begin, or end, together, or take it up at two times?"""

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
_MONTH = 25  # days that may lie between one who is chosen and one who takes office
_TERM = 1500  # days after which somebody may take up an office again


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
    yield from disputes(_begun(claims, corpus), _beginning)


def _begun(claims: list[Claim], corpus: Corpus) -> Iterator[Couple]:
    """Two beginnings of one person's time in an office, too near to be those of two terms."""
    told: dict[str, list[Office]] = {}
    for claim in claims:
        if isinstance(claim, Office) and claim.began.known:
            for word in claim.holder.casefold().split():
                told.setdefault(word, []).append(claim)
    met: set[frozenset[int]] = set()
    for name in sorted(word for word in told if len(word) > 2):
        for a, b in couples(told[name]):
            if (both := frozenset((id(a), id(b)))) in met:
                continue
            met.add(both)
            same = corpus.identity.persons(a.holder, b.holder) == "same"
            if same and _are_two(a, b) and _one_body(a, b) and not _both_told(a, b, told[name]):
                yield _beginnings(a, b)


def _are_two(a: Office, b: Office) -> bool:
    """Do the beginnings lie apart, but not so far that the office may have been taken up twice?"""
    if not a.began.surely_apart(b.began) or (_is_term(a) and _is_term(b)):
        return False
    days = a.began.days_between(b.began)
    return days >= _MONTH and (days <= _TERM or (_lasts(a) and _lasts(b)))


def _lasts(claim: Office) -> bool:
    """Is the office held still when the article is written?"""
    published = claim.source.published
    return (
        published is not None and claim.when.first == claim.began.first and claim.when.last >= published.last
    )


def _beginnings(a: Office, b: Office) -> Couple:
    assumptions = [*certainty.of_reading([a, b]), f"{a.holder} took up the office once in that time"]
    if a.source != b.source:
        assumptions.append(f"both articles mean the same {a.holder}")
    days = a.began.days_between(b.began)
    return Couple(
        a, b, f"the two beginnings are {words.quantity(days, 'day')} apart", certainty.distinct(assumptions)
    )


def _both_told(a: Office, b: Office, told: list[Office]) -> bool:
    """Does one article tell of both, as of two terms?"""
    days = {
        article: {(it.began.first, it.began.last) for it in told if it.source.key == article}
        for article in (a.source.key, b.source.key)
    }
    return a.source != b.source and any(len(known) > 1 for known in days.values())


def _beginning(claim: Claim) -> str:
    assert isinstance(claim, Office)
    return f"from {words.spoken_time(claim.began)}"


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
