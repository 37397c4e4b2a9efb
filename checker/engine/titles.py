"""Can one person have held all the offices that articles give at one time?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.engine import certainty, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.handovers import movers
from checker.engine.holders import Holders
from checker.engine.rules import Parameter
from checker.engine.timeline import dated_by
from checker.model import Claim, Office

# Ministries so large that nobody heads two unless the title says so. Others are given out together: trade and
# industry, finance and economy, health and labour.
_GREAT = ("foreign", "defence", "interior", "home", "justice", "finance", "education", "agriculture")
_ALIKE = (frozenset(("interior", "home")),)


def titles(
    claims: list[Claim], corpus: Corpus, parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every person who heads two great ministries of one country at once."""
    offices = [claim for claim in claims if isinstance(claim, Office)]
    great = [claim for claim in offices if _ministry(claim.office)]
    if len({claim.office for claim in great}) < 2:
        return
    holders = Holders((claim.holder for claim in great), corpus.identity)
    people: dict[str, list[Office]] = {}
    for claim in great:
        if (person := holders.person(claim.holder)) is not None:
            people.setdefault(person, []).append(claim)
    near = int(parameters.get("near-days", 30))
    for person in sorted(people):
        own = _first_of_each(people[person])
        if len(own) > 1 and not _may_hold_both(person, offices, corpus):
            yield from disputes(_couples(own, near), lambda claim: getattr(claim, "office", ""))


def _ministry(office: str) -> str:
    """The portfolio of a minister who has one only, and a great one, else ""."""
    portfolio = office.removesuffix(" minister")
    return portfolio if portfolio != office and portfolio in _GREAT else ""


def _first_of_each(claims: list[Office]) -> list[Office]:
    """One claim of each article and office: more say no more."""
    seen: dict[object, Office] = {}
    for claim in claims:
        seen.setdefault((witness(claim.source), claim.office, claim.when), claim)
    return list(seen.values())


def _couples(claims: list[Office], near: int) -> Iterator[Couple]:
    ordered = sorted(
        (c for c in claims if c.when.known and c.when.basis != "estimated"), key=lambda c: c.when.first
    )
    for a, b in combinations(ordered, 2):
        if a.office == b.office or frozenset((_ministry(a.office), _ministry(b.office))) in _ALIKE:
            continue
        days = a.when.days_between(b.when)
        close = days <= near and max(a.when.last - a.when.first, b.when.last - b.when.first) <= near
        if not close and not a.when.surely_apart(b.when):
            continue
        if close:
            moved = f"{a.holder} neither holds both offices nor moved from one to the other in between"
            reason = f"{words.quantity(days, 'day')} apart, and no change is told"
            yield Couple(a, b, reason, (*_assumed(a, b), moved))
        else:
            yield Couple(
                a, b, "; ".join(("the times are apart", *dated_by(a, b))), _assumed(a, b), explainable=True
            )


def _assumed(a: Office, b: Office) -> tuple[str, ...]:
    one = (f"both articles mean the same {a.holder}",) if witness(a.source) != witness(b.source) else ()
    return (*certainty.of_reading([a, b]), *certainty.of_time([a, b]), *one)


def _may_hold_both(person: str, offices: list[Office], corpus: Corpus) -> bool:
    """Does some article give the person two offices, an office of two portfolios, or tell of a change?"""
    persons = corpus.identity.persons
    attested: dict[object, set[str]] = {}
    for claim in offices:
        if persons(claim.holder, person) == "same":
            attested.setdefault(witness(claim.source), set()).add(claim.office)
            if " and " in claim.office:
                return True
    if any(len(held) > 1 for held in attested.values()):
        return True
    return any(persons(name, person) == "same" for name in _changing(offices[0].body, corpus))


def _changing(body: str | None, corpus: Corpus) -> Iterator[str]:
    """Who is told to come into an office of that body, or to have left one."""
    for claim in corpus.by("office", ("body",)).get((body,), ()):
        if isinstance(claim, Office) and claim.status in ("former", "designate"):
            yield claim.holder
    yield from movers(corpus, body)
