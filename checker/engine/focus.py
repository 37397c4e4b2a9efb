"""Does a clash touch the files in question, and which of its passages stands first then?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from checker.engine.clashes import Clash
from checker.model import Claim


def touches(clash: Clash, focus: Collection[str]) -> bool:
    """Does any passage stand in a file in focus?"""
    return any(claim.source.path in focus for claim in _claims(clash))


def in_front(pair: list[Claim], clash: Clash, focus: Collection[str]) -> list[Claim]:
    """The pair with a passage of the files in focus first.

    Where other passages clash more surely, the first one of the focus takes the place of the one that says
    the same.
    """
    here = [claim for claim in pair if claim.source.path in focus]
    if here:
        return [*here, *(claim for claim in pair if claim.source.path not in focus)]
    first = next((claim for claim in _claims(clash) if claim.source.path in focus), None)
    if first is None:
        return pair
    if clash.b is not None and clash.b.source.reference:
        return [first, clash.b]
    alike = next(side.claims for side in clash.sides if any(claim is first for claim in side.claims))
    others = [claim for claim in pair if not any(claim is it for it in alike)]
    return [first, *(others or pair)[:1]]


def _claims(clash: Clash) -> Iterator[Claim]:
    """All passages of a clash, the surest first."""
    pair = (clash.a,) if clash.b is None else (clash.a, clash.b)
    return chain(pair, *(side.claims for side in clash.sides))
