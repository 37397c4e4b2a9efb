"""Which passages on an office speak of one seat: of a named state, or of those who serve one together?"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from checker.engine import words
from checker.engine.corpus import by_key, grouped
from checker.engine.lands import by_land
from checker.model import Claim, Office


@dataclass(frozen=True, slots=True)
class Seat:
    """The claims on one seat, in the order of the corpus, and what is assumed in taking it for one.

    ``land`` is the state whose seat it is likely to be.
    """

    claims: list[Claim]
    assumptions: tuple[str, ...] = ()
    land: str | None = None

    @property
    def office(self) -> Office:
        """The office, with the body of which it is, if any of the claims tells."""
        offices = [claim for claim in self.claims if isinstance(claim, Office)]
        return next((claim for claim in offices if claim.body), offices[0])


def seats(claims: list[Claim]) -> Iterator[Seat]:
    """The seats of which an office has claims, those whose body is stated first.

    Two ministers of states that are not named serve one if articles name both beside one other, or
    if they have one surname, or nearly one name; the minister of an article that names one state serves that.
    """
    for (seat,), group in by_key(grouped(claims, ("seat",))):
        if seat is not None:
            yield from (Seat(some) for some in by_land(group) if len(some) > 1)
    beside: dict[str, list[Office]] = {}
    for claim in claims:
        if isinstance(claim, Office):
            for key in claim.context:
                beside.setdefault(key, []).append(claim)
    served: dict[Hashable, set[str | None]] = {}
    for claim in claims:
        served.setdefault(claim.source, set()).add(getattr(claim, "body", None))
    for key in sorted(beside):
        bodies = {claim.body for claim in beside[key]}
        if None in bodies and len(bodies) <= 2:
            # Who is named beside the holder from the one state that is named serves another.
            mine = [it for it in beside[key] if it.body or (bodies - {None}).isdisjoint(served[it.source])]
            if len(mine) > 1 and any(it.body is None for it in mine):
                yield Seat([*mine], (_assumed(key),))
    yield from _of_only_states(claims)


def _of_only_states(claims: list[Claim]) -> Iterator[Seat]:
    """By the states of which alone their articles speak, but for articles that tell of a visit."""
    holders: dict[Hashable, set[str]] = {}
    for claim in claims:
        if isinstance(claim, Office):
            holders.setdefault(claim.source, set()).add(claim.holder)
    alone = [it for it in claims if getattr(it, "body", None) or len(holders.get(it.source, ())) < 2]
    for (land,), group in by_key(grouped(alone, ("likely",))):
        if land and len(group) > 1 and any(getattr(it, "body", "") is None for it in group):
            state = words.place(str(land))
            said = f"an article that names no other state speaks of a minister of {state}"
            yield Seat(group, (said,), str(land))


def _assumed(key: str) -> str:
    sort, _, name = key.partition(" ")
    if sort == "beside":
        return f"all passages speak of the state that {name.title()} serves"
    return "no two states have ministers of so like names"
