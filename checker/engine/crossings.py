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
    told: dict[str, list[Guise]] = {}
    for claim in claims:
        if isinstance(claim, Guise):
            told.setdefault(claim.name, []).append(claim)
    if not 1 < len(told) <= MANY:
        return
    for name in sorted(told):
        if len({witness(claim.source) for claim in told[name]}) == 1:
            crossed = told[name][0]
            for other in sorted(told):
                yield from _crossed(crossed, told[other], corpus.identity)


def _crossed(crossed: Guise, others: list[Guise], identity: Identity) -> Iterator[Clash]:
    """The clash of a name with that of one person of whom it may be told, who stands beside the second."""
    if identity.persons(crossed.name, others[0].name) != "different":
        return
    tied = ((it, _lender(crossed, it, identity)) for it in others if _one_matter(crossed, it))
    other, lender = next(((it, lender) for it, lender in tied if lender), (None, None))
    if other is None or lender is None:
        return
    first, second = sorted((other.name, lender), key=lambda it: _halves(it)[0] != _halves(crossed.name)[0])
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
    own = {*_halves(crossed.name), *_halves(other.name)}
    things = (fold(name).split() for name in set(crossed.context) & set(other.context))
    people = {_halves(name) for name in crossed.beside} & {_halves(name) for name in other.beside}
    return any(own.isdisjoint(words) for words in (*things, *people))


def _lender(crossed: Guise, other: Guise, identity: Identity) -> str | None:
    """Who stands beside the other person and bears the half of the name that this one does not."""
    given, surname = _halves(crossed.name)
    mine = _halves(other.name)
    if (mine[0] == given) == (mine[1] == surname):
        return None
    for name in other.beside:
        theirs = _halves(name)
        half = theirs[1] == surname if mine[0] == given else theirs[0] == given
        if half and identity.persons(name, crossed.name) == "different":
            return name
    return None


def _halves(name: str) -> tuple[str, str]:
    words = parse(name).words
    return (words[0].core, words[-1].core) if len(words) > 1 else ("", "")
