"""Can a person have borne two ranks within days?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.engine import certainty, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.rules import Parameter
from checker.model import Claim, Rank
from checker.vocab import load

MANY = 500  # claims of one name


def ranks(
    claims: list[Claim], _corpus: Corpus, parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every set of ranks of one person that lie days apart and are no short forms."""
    told = [
        claim
        for claim in claims
        if isinstance(claim, Rank) and claim.when.known and len(claim.person.split()) > 1
    ]
    if len({claim.rank for claim in told}) < 2 or len(told) > MANY:
        return
    near = int(parameters.get("near-days", 14))
    couples = (c for a, b in combinations(told, 2) for c in _couple(a, b, near))
    yield from disputes(couples, lambda claim: getattr(claim, "rank", ""))


def _couple(a: Rank, b: Rank, near: int) -> Iterator[Couple]:
    if not differ(a.rank, b.rank) or "estimated" in (a.when.basis, b.when.basis):
        return
    if (
        a.when.last - a.when.first > near
        or b.when.last - b.when.first > near
        or a.when.days_between(b.when) > near
    ):
        return
    if witness(a.source) != witness(b.source) and not set(a.context) & set(b.context):
        return  # two people of one name
    days = a.when.days_between(b.when)
    apart = f"{words.quantity(days, 'day')} apart" if days else "of one time"
    promoted = f"{a.person} was not promoted in between"
    assumptions = (
        *certainty.of_reading([a, b]),
        *certainty.of_time([a, b]),
        *certainty.of_identity(a, b),
        promoted,
    )
    yield Couple(a, b, f"the two passages are {apart}", assumptions)


def differ(one: str, other: str) -> bool:
    """Are they two grades? A short form ("general" for lieutenant general) is none of its own.

    Ranks of one grade in two services are one; those without a known grade are not compared.
    """
    grades = [load("ranks").get(rank, {}).get("level") for rank in (one, other)]
    words_of_one, words_of_other = set(one.split()), set(other.split())
    if None in grades or grades[0] == grades[1]:
        return False
    return not (words_of_one <= words_of_other or words_of_other <= words_of_one) and _ROLE not in (
        one,
        other,
    )


_ROLE = "commander"  # of a mission or a base, whatever the rank
