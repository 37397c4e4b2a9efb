"""Is one person both the holder of an office and the deputy of whoever holds it?"""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine import certainty, lands, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.handovers import movers
from checker.engine.holders import Holders
from checker.engine.rules import Parameter
from checker.model import Claim, Office

_STANDING = {"current", "deputy"}


def deputies(
    claims: list[Claim], corpus: Corpus, parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for everybody who is the holder of the office in some articles, and a deputy in others."""
    offices = [claim for claim in claims if isinstance(claim, Office)]
    if not {claim.status for claim in offices} >= _STANDING:
        return
    holders = Holders((claim.holder for claim in offices), corpus.identity)
    people: dict[str, list[Office]] = {}
    for claim in offices:
        if (person := holders.person(claim.holder)) is not None and " " in person:
            people.setdefault(person, []).append(claim)
    near = int(parameters.get("near-days", 30))
    for person in sorted(people):
        own = people[person]
        if not _moves(person, own, corpus):
            yield from disputes(_couples(own, near), _status)


def _couples(claims: list[Office], near: int) -> Iterator[Couple]:
    """The tellings as holder and as deputy, of one body and a few days apart."""
    known = [it for it in claims if it.when.last - it.when.first <= near and it.when.basis != "estimated"]
    for a in (it for it in known if it.status == "current"):
        for b in (it for it in known if it.status == "deputy"):
            days = a.when.days_between(b.when)
            if (
                witness(a.source) == witness(b.source)
                or days > near
                or (a.body and b.body and a.body != b.body)
                or lands.apart([a], [b])
            ):
                continue
            told = (*certainty.of_reading([a, b]), *certainty.of_time([a, b]))
            moved = f"{a.holder} was not promoted in between"
            one = f"both articles mean the same {a.holder}"
            reason = f"{words.quantity(days, 'day')} apart, and no change is told"
            yield Couple(a, b, reason, (*told, one, moved))


def _status(claim: Claim) -> str:
    return "the deputy" if getattr(claim, "status", "") == "deputy" else "the holder"


def _moves(person: str, own: list[Office], corpus: Corpus) -> bool:
    """Does an article give the person both, or tell that the office is new, or left?"""
    here: dict[object, set[str]] = {}
    for claim in own:
        here.setdefault(witness(claim.source), set()).add(claim.status)
    if any(len(told) > 1 or not told <= _STANDING for told in here.values()):
        return True
    names = (name for body in {claim.body for claim in own} for name in movers(corpus, body))
    return any(corpus.identity.persons(name, person) == "same" for name in names)
