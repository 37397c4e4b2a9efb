"""Can the numbers of victims that articles give of one disaster all be right, each at its time?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.engine import certainty, words
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.rules import Parameter
from checker.model import Claim, Toll

MANY = 60  # claims of one site; so many are of a place where such things happen often


def tolls(
    claims: list[Claim], _corpus: Corpus, parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every set of numbers of one disaster that cannot all be right.

    Two passages speak of one disaster if their days lie ``same-days`` apart at most; at a site of which there
    is hardly another the year, or the name, is enough. Tolls that both were told more than ``settled-days``
    after it are final. Before that they may rise, and differ from hour to hour.
    """
    told = [claim for claim in claims if isinstance(claim, Toll)]
    if len(told) > MANY:
        return
    same, settled = int(parameters.get("same-days", 3)), int(parameters.get("settled-days", 60))
    couples = (c for a, b in combinations(told, 2) for c in _couple(a, b, same, settled))
    yield from disputes(couples, _value, lambda claim: claim.value if isinstance(claim, Toll) else "")


def _couple(a: Toll, b: Toll, same: int, settled: int) -> Iterator[Couple]:
    if (
        a.toll != b.toll
        or witness(a.source) == witness(b.source)
        or not (a.most < b.least or b.most < a.least)
    ):
        return
    if a.kinds and b.kinds and not set(a.kinds) & set(b.kinds):
        return
    shared = sorted(set(a.sites) & set(b.sites))
    if next((site for site in shared if _one(a, b, site, same)), None) != a.site:
        return  # another site tells more of them, or none tells enough
    final = _final(a, b, settled)
    if not (final or _told_together(a, b)):
        return
    assumptions = (
        *certainty.of_reading([a, b]),
        *certainty.of_time([a, b]),
        f"both articles mean the same {a.what}",
        "the toll was final by then" if final else "both passages speak of one time",
    )
    yield Couple(a, b, f"{a.toll}: {a.value}, and {b.value}", certainty.distinct(assumptions))


def _one(a: Toll, b: Toll, site: str, same: int) -> bool:
    """Do both speak of one disaster at that site?"""
    close = site in a.close and site in b.close
    if not (a.when.known and b.when.known):
        return close
    return a.when.days_between(b.when) <= (same if not close else 31)


def _final(a: Toll, b: Toll, settled: int) -> bool:
    """Was it long ago when both were told?"""
    last = min((it.when.last for it in (a, b) if it.when.known), default=None)
    if last is None:
        return a.source.published is None and b.source.published is None
    return all(it.source.published is None or it.source.published.first - last > settled for it in (a, b))


def _told_together(a: Toll, b: Toll) -> bool:
    """Were both told on one day?"""
    first, second = a.source.published, b.source.published
    return first is not None and second is not None and first.days_between(second) == 0


def _value(claim: Claim) -> str:
    assert isinstance(claim, Toll)
    return words.spoken(f"{claim.least:g}" if claim.least == claim.most else claim.value)
