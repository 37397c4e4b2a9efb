"""Which passages on an office speak of one seat: of a named state, or of those who serve one together?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.engine.corpus import grouped
from checker.model import Claim, Office


@dataclass(frozen=True, slots=True)
class Seat:
    """The claims on one seat, in the order of the corpus, and what is assumed in taking it for one."""

    claims: list[Claim]
    assumptions: tuple[str, ...] = ()

    @property
    def office(self) -> Office:
        """The office, with the body of which it is, if any of the claims tells."""
        offices = [claim for claim in self.claims if isinstance(claim, Office)]
        return next((claim for claim in offices if claim.body), offices[0])


def seats(claims: list[Claim]) -> Iterator[Seat]:
    """The seats of which an office has claims, those whose body is stated first.

    Two ministers of states that are not named serve one if articles name both beside one other, or
    if they have one surname, or nearly one name.
    """
    for (seat,), group in sorted(grouped(claims, ("seat",)).items(), key=repr):
        if seat is not None and len(group) > 1:
            yield Seat(group)
    beside: dict[str, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim, Office):
            for key in claim.context:
                beside.setdefault(key, []).append(claim)
    for key in sorted(beside):
        group = beside[key]
        bodies = {claim.body for claim in group if isinstance(claim, Office)}
        if len(group) > 1 and None in bodies and len(bodies) <= 2:
            yield Seat(group, (_assumed(key),))


def _assumed(key: str) -> str:
    sort, _, name = key.partition(" ")
    if sort == "beside":
        return f"all passages speak of the state that {name.title()} serves"
    return "no two states have ministers of so like names"
