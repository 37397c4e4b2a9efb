"""Which passages on an office speak of one seat: of a named state, or of those who serve one together?"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from checker.engine.corpus import grouped
from checker.model import Claim, Office
from checker.resolve import gazetteer
from checker.resolve.places import is_code


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
    yield from _of_only_states(claims)


def _of_only_states(claims: list[Claim]) -> Iterator[Seat]:
    """By the states of which alone their articles speak, but for articles that tell of a visit."""
    holders: dict[Hashable, set[str]] = {}
    for claim in claims:
        if isinstance(claim, Office):
            holders.setdefault(claim.source, set()).add(claim.holder)
    alone = [it for it in claims if getattr(it, "body", None) or len(holders.get(it.source, ())) < 2]
    for (land,), group in sorted(grouped(alone, ("likely",)).items(), key=repr):
        if len(group) > 1 and is_code(str(land)) and any(getattr(it, "body", "") is None for it in group):
            state = gazetteer.places()[str(land)].name
            said = f"an article that names no other state speaks of a minister of {state}"
            yield Seat(group, (said,), str(land))


def _assumed(key: str) -> str:
    sort, _, name = key.partition(" ")
    if sort == "beside":
        return f"all passages speak of the state that {name.title()} serves"
    return "no two states have ministers of so like names"
