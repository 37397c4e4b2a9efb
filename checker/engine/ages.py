"""Can a person have had all the ages that articles give, being born when they say?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.dates import values
from checker.engine import certainty, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.rules import Parameter
from checker.model import Age, Claim

MANY = 200  # claims of one name; so many are of several people


def ages(
    claims: list[Claim], _corpus: Corpus, _parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every set of ages and births of one person that cannot all be right."""
    told = [claim for claim in claims if isinstance(claim, Age) and (claim.born or claim.now)]
    births = [claim for claim in told if claim.age is None]
    if any(_apart(a.born, b.born) for a, b in combinations(births[:MANY], 2)):
        return  # two people of one name, or two dates of one birth, which event-date reports
    if len(told) <= MANY:
        yield from disputes((c for a, b in combinations(told, 2) for c in _couple(a, b)), words.says)


def _couple(a: Age, b: Age) -> Iterator[Couple]:
    """The clash of two claims, if there is one; two births are dates of one event, and judged as such."""
    if a.age is None and b.age is None:
        return
    here = witness(a.source) == witness(b.source)
    if not here and not set(a.context) & set(b.context):
        return  # two people of one name
    assumptions = (*certainty.of_reading([a, b]), *certainty.of_identity(a, b))
    if here and a.now and b.now and a.age != b.age:
        same = "both ages are those at the time of writing"
        yield Couple(a, b, "one article gives two ages at the time of writing", (*assumptions, same))
    elif _apart(a.born, b.born):
        yield Couple(a, b, "; ".join(dict.fromkeys((_reason(a), _reason(b)))), assumptions)


def _apart(one: str, other: str) -> bool:
    first, second = values.interval(one), values.interval(other)
    return bool(first and second) and (first[1] < second[0] or second[1] < first[0])  # type: ignore[index]


def _reason(claim: Age) -> str:
    if claim.age is None:
        return f"{claim.person} was born {words.spoken(claim.when)}"
    return f"{words.says(claim)}: born from {words.spoken(claim.born)}"
