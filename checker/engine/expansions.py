"""For what words does an acronym stand?

In two articles, unlike words are two things, and alike ones a slip where they name a body; so are words half
of which are alike, if the articles speak of one matter. Alike terms may be two things too ("cloud service
provider", "credential service provider").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.rules import Parameter
from checker.model import Acronym, Claim
from checker.resolve.expansions import agree, alike, half_alike, is_body, settled, sisters

MANY = 60  # expansions of one acronym; more are a list of things that bear it
_SHARED = 3  # names by which two articles are known to speak of the same matter


def expansions(
    claims: list[Claim], _corpus: Corpus, _parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every set of expansions of one acronym that cannot all be right."""
    told: dict[tuple[str, ...], list[Acronym]] = {}
    for claim in claims:
        if isinstance(claim, Acronym):
            told.setdefault(settled(claim.expansion), []).append(claim)
    forms = sorted(told)
    if len(forms) > MANY:
        return
    couples = (
        couple
        for one, other in combinations(forms, 2)
        if not agree(one, other)
        for couple in _couple(told[one], told[other])
    )
    yield from disputes(couples, _value, lambda claim: getattr(claim, "expansion", ""))


def _couple(some: list[Acronym], others: list[Acronym]) -> Iterator[Couple]:
    """The two passages that clash most surely: those of one article, else, of like expansions, any two."""
    here = {witness(claim.source): claim for claim in reversed(some)}
    for b in others:
        if a := here.get(witness(b.source)):
            one = f"“{a.acronym}” stands for one thing throughout the article"
            yield Couple(a, b, "one article explains the acronym in two ways", (one,))
            return
    a, b = some[0], others[0]
    if sisters(a.expansion, b.expansion):
        return
    same = (f"both articles mean the same {a.acronym}",)
    body = is_body(a.expansion) and is_body(b.expansion)
    if alike(settled(a.expansion), settled(b.expansion)):
        yield Couple(a, b, "the two expansions share most of their words", same, explainable=not body)
    elif body and half_alike(a.expansion, b.expansion):
        tied = ((a, b) for a in some[:MANY] for b in others[:MANY] if _one_matter(a, b))
        for a, b in islice(tied, 1):
            yield Couple(a, b, "the articles speak of the same matter", same)


def _one_matter(a: Acronym, b: Acronym) -> bool:
    """Do the articles share names of several things that are no places known to all?"""
    shared = set(a.context) & set(b.context)
    parts = {word for name in shared for word in name.split() if " " in name}
    return len(shared - parts) >= _SHARED


def _value(claim: Claim) -> str:
    assert isinstance(claim, Acronym)
    return " ".join(settled(claim.expansion))
