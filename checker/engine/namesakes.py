"""Which two articles on one matter give the holder of an office one surname, but two given names?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.engine.clashes import Clash, Side
from checker.engine.corpus import Corpus, witness
from checker.engine.crossings import MANY, by_name, halves, shared_names
from checker.engine.rules import Parameter
from checker.extract.namesake import differ
from checker.model import Claim, Guise
from checker.resolve.expansions import slip
from checker.resolve.places import is_code

_TIES = 2  # names by which two articles are known to speak of the same matter
# Of these a town, a ministry or a court has several, who may be of one family.
_MANY_SEATS = frozenset(
    "adviser ambassador captain coach consul dean director elector envoy founder head judge leader manager "
    "member minister prince professor prosecutor secretary senator spokesperson".split()
) | frozenset(
    (
        "cabinet minister", "first secretary", "parliamentary secretary", "principal secretary",
        "private secretary", "special rapporteur", "special representative", "state councillor",
        "vice president",
    )
)  # fmt: skip


def namesakes(
    claims: list[Claim], corpus: Corpus, parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for two given names of one surname and office, told within ``near-days``."""
    told = by_name(claims)
    if not 1 < len(told) <= MANY:
        return
    near = int(parameters.get("near-days", 200))
    for one, other in combinations(sorted(told), 2):
        if halves(one)[1] != halves(other)[1] or not differ(one, other):
            continue
        if min(len({witness(it.source) for it in told[name]}) for name in (one, other)) > 1:
            continue  # who is named so twice is no slip of the pen
        couples = ((a, b) for a in told[one] for b in told[other] if _one_holder(a, b, near))
        a, b = next(couples, (None, None))
        if a is None or b is None or corpus.identity.persons(one, other) != "different":
            continue
        office = _posts(a, b)[0]
        yield Clash(
            subject=office,
            sides=(Side(one, (a, *told[one])), Side(other, (b, *told[other]))),
            a=a,
            b=b,
            values=f"{one}, {other}",
            explanation=("the articles speak of the same matter",),
            assumptions=(f"both articles mean the same {office}",),
            explainable=slip(halves(one)[0], halves(other)[0]),
        )


def _one_holder(a: Guise, b: Guise, near: int) -> bool:
    """May both passages speak of one holder of the office, and neither article of two?"""
    if witness(a.source) == witness(b.source) or a.followed or b.followed:
        return False
    if a.name in b.beside or b.name in a.beside or not _posts(a, b):
        return False
    first, second = a.source.published, b.source.published
    if first is None or second is None or first.days_between(second) > near:
        return False
    return shared_names(a, b) >= _TIES


def _posts(a: Guise, b: Guise) -> list[str]:
    """The offices that both are given, unless of two bodies."""
    common = (set(a.posts) & set(b.posts)) - _MANY_SEATS
    return sorted(post for post in common if not _apart(*(_bodied(it, post) for it in (a, b))))


def _bodied(guise: Guise, post: str) -> set[str]:
    return {it for it in guise.posts if it.startswith(f"{post} of ")}


def _apart(some: set[str], others: set[str]) -> bool:
    """Are the bodies two? One of a state may not be that of a passage that leaves it open."""
    if some and others:
        return some.isdisjoint(others)
    return any(is_code(it.rpartition(" of ")[2]) for it in some | others)
