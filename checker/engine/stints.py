"""Who held which office when, according to a corpus: every office's holders, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.engine import words
from checker.engine.corpus import Corpus, grouped
from checker.engine.holders import Holders
from checker.engine.homes import homes
from checker.engine.tenures import Observation, observations
from checker.model import BEGINNING, END, Claim, Office
from checker.resolve.gazetteer import places
from checker.resolve.identity import Identity


@dataclass(frozen=True, slots=True)
class Stint:
    """One holder of an office over an unbroken run of passages.

    ``first`` to ``last`` are the days between which the passages lie, None where nothing is dated. ``stated``
    stints rest on a term of office that a text gives; the others on dated mentions alone. A ``reference``
    stint is a row of reference facts.
    """

    holder: str
    status: str
    first: int | None
    last: int | None
    stated: bool
    claims: tuple[Office, ...]
    reference: bool = False


@dataclass(frozen=True, slots=True)
class Career:
    """An office of a body (None: no passage states it) and its stints in order of time."""

    office: str
    body: str | None
    stints: tuple[Stint, ...]

    @property
    def name(self) -> str:
        body = "(of a body that is not stated)" if self.body is None else f"of {words.place(self.body)}"
        return self.office if self.office in _ALONE else f"{self.office} {body}"


_ALONE = ("pope",)  # there is one in the world
STATUSES = ("current", "acting", "former", "designate")


def careers(corpus: Corpus, wanted: str = "") -> list[Career]:
    """The one-seat offices whose name holds every word of ``wanted``, those of a stated body first."""
    offices = [
        c
        for c in (*corpus.facts("office"), *corpus.of("office"))
        if isinstance(c, Office) and c.single and c.status in STATUSES and not c.quoted
        if c.source.reference or not _misread(c, corpus)
    ]
    found = [
        Career(str(office), None if body is None else str(body), tuple(_stints(group, corpus.identity)))
        for (office, body), group in grouped(offices, ("office", "body")).items()
    ]
    asked = wanted.casefold().split()
    named = [
        career
        for career in found
        if career.stints and set(asked) <= set(f"{career.name} {career.body}".casefold().split())
    ]
    return sorted(named, key=lambda career: (career.body is None, career.office, career.body or ""))


def _stints(claims: Iterable[Claim], identity: Identity) -> Iterator[Stint]:
    offices = [claim for claim in claims if isinstance(claim, Office)]
    held = [claim for claim in offices if not claim.source.reference]
    known = [_row(claim) for claim in offices if claim.source.reference]
    told = list(_told(held, identity))
    dated = [stint for stint in told if stint.first is not None or stint.last is not None]
    yield from sorted([*known, *dated], key=lambda stint: BEGINNING if stint.first is None else stint.first)
    yield from (stint for stint in told if stint not in dated)


def _row(fact: Office) -> Stint:
    first = fact.when.first if fact.when.first > BEGINNING else None
    last = fact.when.last if fact.when.last < END else None
    return Stint(fact.holder, fact.status, first, last, True, (fact,), reference=True)


def _told(held: list[Office], identity: Identity) -> Iterator[Stint]:
    """The stints that articles tell, those dated first."""
    holders = Holders((claim.holder for claim in held), identity)
    by_status = grouped(held, ("status",))
    seen = [
        (observation, str(status))
        for (status,), group in by_status.items()
        for observation in observations(group, holders)
    ]
    dated = [item for item in seen if item[0].when.known]
    dated.sort(key=lambda item: (item[0].when.first, item[0].when.last, item[0].holder, item[1]))
    run: list[Observation] = []
    status = ""
    for observation, state in dated:
        if run and (run[-1].holder, status) != (observation.holder, state):
            yield _stint(run, status)
            run = []
        run.append(observation)
        status = state
    if run:
        yield _stint(run, status)
    known = {(observation.holder, state) for observation, state in dated}
    for observation, state in sorted(seen, key=lambda item: (item[0].holder, item[1])):
        if not observation.when.known and (observation.holder, state) not in known:
            yield _stint([observation], state)


def _stint(run: list[Observation], status: str) -> Stint:
    firsts = [seen.when.first for seen in run if seen.when.first > BEGINNING]
    lasts = [seen.when.last for seen in run if seen.when.last < END]
    return Stint(
        holder=run[0].holder,
        status=status,
        first=min(firsts) if firsts else None,
        last=max(lasts) if lasts else None,
        stated=any(seen.is_tenure for seen in run),
        claims=tuple(claim for seen in run for claim in seen.claims),
    )


def _misread(claim: Office, corpus: Corpus) -> bool:
    """Is it the office of another country that the person holds by more articles?"""
    place = places().get(claim.body or "")
    land = place is not None and place.kind in ("country", "part", "city")
    return land and homes(corpus, claim.office).elsewhere(claim.holder, claim.body)
