"""Which of the values that articles give to one relation of a thing cannot stand together?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from checker.engine import certainty, lands
from checker.engine.certainty import shortened
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.rules import Parameter
from checker.model import Claim, Relation
from checker.resolve import places
from checker.resolve.compare import fold
from checker.resolve.identity import Identity
from checker.vocab import load

MANY = 60  # claims of one thing and relation; so many are of several things of one name
_CONVERTED = 0.03  # by which a measure may be off that was told in other units
_WEEKS = 31  # days in which no plant or hospital changes much
_REMADE = 3  # years: a work of a name that another had so shortly before is mostly the same
_OF_PLACE = frozenset(("birthplace", "place of death", "burial place", "capital", "location", "seat"))
_COMPLETE = frozenset(("gold medal", "silver medal", "bronze medal", "winner"))  # told with all who won it
_KIN = frozenset(
    (
        "nationality",
        "mother",
        "father",
        "parents",
        "birthplace",
        "place of death",
        "burial place",
        "cause of death",
        "assassin",
    )
)
_DEGREE = re.compile(r"\b(?:degree|PhD|MBA)\b")
_TOGETHER = frozenset(
    ("pneumonia", "cancer", "covid", "heart", "kidneys", "liver", "tuberculosis")
)  # die of both
_OF_SCHOOLS = frozenset(
    (
        "of",
        "the",
        "and",
        "at",
        "in",
        "for",
        "de",
        "university",
        "universite",
        "college",
        "school",
        "institute",
        "faculty",
        "department",
        "business",
        "law",
        "medical",
        "medicine",
        "graduate",
        "state",
        "technical",
        "technology",
        "polytechnic",
        "national",
        "science",
        "sciences",
    )
)


def relations(
    claims: list[Claim], corpus: Corpus, _parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every set of values of one relation that cannot all be right."""
    told = [claim for claim in claims if isinstance(claim, Relation)]
    if len(told) <= MANY:
        yield from disputes(
            (c for a, b in combinations(told, 2) for c in _couple(a, b, corpus.identity)), _value, _shown
        )


def _couple(a: Relation, b: Relation, identity: Identity) -> Iterator[Couple]:
    if not _one_thing(a, b, identity) or not _apart(a, b, identity) or a.when.surely_apart(b.when):
        return
    if a.context and a.relation in _slow() and not _at_one_time(a, b):
        return
    here = witness(a.source) == witness(b.source)
    same = f"{a.name} is the same in both passages" if here else f"both articles mean the same {a.name}"
    yield Couple(
        a,
        b,
        f"{a.name} has one {a.relation}",
        certainty.distinct((*certainty.of_reading([a, b]), same, *_besides(a))),
    )


@cache
def _slow() -> frozenset[str]:
    return frozenset(load("facilities")["slow"]["relations"])


def _at_one_time(a: Relation, b: Relation) -> bool:
    """Are two passages on what changes with the years of one article, or told within weeks?"""
    if witness(a.source) == witness(b.source):
        return a.when.known == b.when.known
    first, second = a.source.published, b.source.published
    if a.relation == "seat" and (first is None or second is None):
        return True
    return (
        first is not None
        and second is not None
        and first.days_between(second) <= (_WEEKS if a.relation != "seat" else 2 * 365)
    )


def _besides(a: Relation) -> Iterator[str]:
    """What must hold of the relation itself."""
    if a.relation == "nationality":
        yield f"{a.name} is of one country"
    elif a.relation in ("capital", "seat"):
        yield "both passages speak of one time"


def _one_thing(a: Relation, b: Relation, identity: Identity) -> bool:
    """Nothing that the passages say sets two things of one name apart."""
    if (a.context and b.context and not set(a.context) & set(b.context)) or lands.apart([a], [b]):
        return False
    if shortened(a.subject, a.name) and shortened(b.subject, b.name):
        return False  # both are known by their full names as well
    if a.relation == "year" and a.sort != b.sort:
        return False
    if (a.sort and b.sort and a.sort != b.sort) or (a.year and b.year and a.year != b.year):
        return False
    return (
        a.relation not in _KIN or fold(a.name) == fold(b.name) or identity.persons(a.name, b.name) == "same"
    )


def _apart(a: Relation, b: Relation, identity: Identity) -> bool:
    if a.relation in ("continent", "language"):
        return a.values != b.values
    if a.relation == "nationality":
        return all(_side_by_side(x, y) for x in a.values for y in b.values)
    if (
        a.relation == "year"
        and abs((a.least or 0) - (b.least or 0)) > _REMADE
        and not _one_of_a_series(a.name)
    ):
        return False
    if a.least is not None and b.least is not None and a.most is not None and b.most is not None:
        if a.unit != b.unit:
            return False
        slack = _CONVERTED * max(a.least, b.least) if a.unit else 0.0
        return a.most + slack < b.least or b.most + slack < a.least
    if a.relation == "capital" and not any(map(places.find, (a.values[0], b.values[0]))):
        return not set(fold(a.values[0]).split()) & set(fold(b.values[0]).split())
    if a.relation == "cause of death":
        return a.values != b.values and not {*a.values, *b.values} <= _TOGETHER
    if _DEGREE.search(a.relation):
        return _schools_apart(a.values[0], b.values[0])
    if a.relation in _OF_PLACE:
        return _places_apart(a.values, b.values)
    if a.relation in _COMPLETE and len(a.values) == len(b.values):
        return _unmatched(a.values, b.values, identity) or _unmatched(b.values, a.values, identity)
    return bool(a.values and b.values) and all(_other(x, y, identity) for x in a.values for y in b.values)


def _schools_apart(one: str, other: str) -> bool:
    """Are they two universities, or two schools, that share no word of their own?"""
    words, others = fold(one).replace("'s", "").split(), fold(other).replace("'s", "").split()
    if any(len(name.split()) < 2 for name in (one, other)):
        return False
    alike = any(
        any(word.startswith(kind) for word in words) and any(word.startswith(kind) for word in others)
        for kind in ("universi", "school")
    )
    own, others_own = set(words) - _OF_SCHOOLS, set(others) - _OF_SCHOOLS
    return bool(alike and own and others_own) and not any(a[:4] == b[:4] for a in own for b in others_own)


def _side_by_side(one: str, other: str) -> bool:
    """Does neither place hold the other?"""
    return places.contains(one, other) is False and places.contains(other, one) is False


def _one_of_a_series(name: str) -> bool:
    """Does the name hardly come twice, as it bears a number or has many words?"""
    words = name.split()
    return len(words) > 4 or (re.fullmatch(r"\d{1,2}|[IVX]{2,4}|V", words[-1]) is not None and len(words) > 1)


def _unmatched(some: tuple[str, ...], others: tuple[str, ...], identity: Identity) -> bool:
    """Is one of the names surely none of the others?"""
    return any(all(_other(name, other, identity) for other in others) for name in some)


def _other(one: str, other: str, identity: Identity) -> bool:
    """Are the two names surely those of two?"""
    words, others = set(fold(one).split()), set(fold(other).split())
    if words & others and (words <= others or others <= words):
        return False
    return identity.persons(one, other) == "different"


def _places_apart(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Two places told with what they lie in: apart if these are, or if both are cities we know."""
    if {fold(place) for place in some} & {fold(place) for place in others[:1]} or fold(some[0]) in map(
        fold, others
    ):
        return False
    one, other = _found(some), _found(others)
    if one and other and _side_by_side(one.code, other.code):
        return True
    return _in_full(some, others) or _in_full(others, some)


def _in_full(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Are ``some`` told with all they lie in, up to one country, and share nothing else with ``others``?"""
    if len(some) < 3 or len(others) < 2 or fold(some[-1]) != fold(others[-1]):
        return False
    words = {word for place in others[:-1] for word in fold(place).split()}
    return not words.intersection(word for place in some[:-1] for word in fold(place).split())


def _found(told: tuple[str, ...]) -> places.Place | None:
    """The smallest of the places that we know."""
    for i in range(len(told)):
        if found := places.find(", ".join(told[i:]), kind="city"):
            return found
    return places.find(told[-1], kind="country") if len(told) > 1 else None


def _value(claim: Claim) -> str:
    assert isinstance(claim, Relation)
    return fold(claim.value)


def _shown(claim: Claim) -> str:
    assert isinstance(claim, Relation)
    return claim.value
