"""Which name has the given name of one person and the surname of another, named together elsewhere?"""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.clashes import Clash, Side
from checker.engine.corpus import Corpus, witness
from checker.engine.rules import Parameter
from checker.model import Claim, Guise
from checker.resolve.compare import fold
from checker.resolve.identity import Identity
from checker.resolve.name_parts import parse

MANY = 40  # people who share half of the name and what they are


def crossings(
    claims: list[Claim], corpus: Corpus, _parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every name that one article gives to somebody who bears half of it in others."""
    told = by_name(claims)
    if not 1 < len(told) <= MANY:
        return
    for name in sorted(told):
        if not told[name][0].followed and len({witness(claim.source) for claim in told[name]}) == 1:
            crossed = told[name][0]
            for other in sorted(told):
                yield from _crossed(crossed, told[other], corpus.identity)


def by_name(claims: list[Claim]) -> dict[str, list[Guise]]:
    """What is said of the bearers of each name."""
    told: dict[str, list[Guise]] = {}
    for claim in claims:
        if isinstance(claim, Guise):
            told.setdefault(claim.name, []).append(claim)
    return told


def _crossed(crossed: Guise, others: list[Guise], identity: Identity) -> Iterator[Clash]:
    """The clash of a name with that of one person of whom it may be told, who stands beside the second."""
    if identity.persons(crossed.name, others[0].name) != "different":
        return
    tied = ((it, _lender(crossed, it, identity)) for it in others if _one_matter(crossed, it))
    other, lender = next(((it, lender) for it, lender in tied if lender), (None, None))
    if other is None or lender is None:
        return
    first, second = sorted((other.name, lender), key=lambda it: halves(it)[0] != halves(crossed.name)[0])
    yield Clash(
        subject=crossed.name,
        sides=(Side(crossed.name, (crossed,)), Side(other.name, (other, *others))),
        a=crossed,
        b=other,
        values=f"{first} and {second}",
        explanation=(f"{first} and {second} stand side by side in {other.source.article}",),
        assumptions=(f"nobody is called {crossed.name}",),
    )


def _one_matter(crossed: Guise, other: Guise) -> bool:
    """Do two articles, neither of which names the other's person, share further names?"""
    if witness(crossed.source) == witness(other.source):
        return False
    if crossed.name in other.beside or other.name in crossed.beside:
        return False
    return shared_names(crossed, other) > 0


def shared_names(a: Guise, b: Guise) -> int:
    """How many people and things do both articles name, the two aside?"""
    own = {*halves(a.name), *halves(b.name)}
    return sum(own.isdisjoint(words) for words in _named(a) & _named(b))


def _named(guise: Guise) -> set[tuple[str, ...]]:
    """The people and things that the article names; whom it does not introduce may be told as either."""
    things = {tuple(fold(name.removeprefix("near ")).split()) for name in guise.context}
    return things | {halves(name) for name in guise.beside}


def _lender(crossed: Guise, other: Guise, identity: Identity) -> str | None:
    """Who stands beside the other person and bears the half of the name that this one does not."""
    given, surname = halves(crossed.name)
    mine = halves(other.name)
    if (mine[0] == given) == (mine[1] == surname):
        return None
    for name in other.beside:
        theirs = halves(name)
        half = theirs[1] == surname if mine[0] == given else theirs[0] == given
        if half and identity.persons(name, crossed.name) == "different":
            return name
    return None


def halves(name: str) -> tuple[str, str]:
    """Given name and surname, folded; of a name of one word, nothing."""
    words = parse(name).words
    return (words[0].core, words[-1].core) if len(words) > 1 else ("", "")
