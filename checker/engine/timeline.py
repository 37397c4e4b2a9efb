"""Can all who are said to hold an office with one seat have held it then? One timeline an office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from checker.engine import certainty, words
from checker.engine.clashes import Clash, Side
from checker.engine.corpus import Corpus, recency, witness
from checker.engine.graph import MANY, components, couples
from checker.engine.handovers import Handovers
from checker.engine.holders import Holders, alike
from checker.engine.homes import homes
from checker.engine.rules import Parameter
from checker.engine.seats import Seat, seats
from checker.engine.strays import strays
from checker.engine.tenures import Observation, lone, neighbours, observations
from checker.model import Claim, Office

_ASSUMED = 14  # days in which a seat that is only taken for one has one holder
GRACE = 3  # days after a handover in which an article may have been written before it
LAST = 1100  # days before a handover in which whoever was named last is the one who was followed
REACH = 8  # how many changes of holder back and forth are looked at for a return


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two people at one time, why they cannot both be right, and what that rests on."""

    a: Observation
    b: Observation
    reason: str
    assumptions: tuple[str, ...]

    @property
    def doubt(self) -> tuple[int, int]:
        return (self.a.claim.quoted + self.b.claim.quoted, len(self.assumptions))


class Timeline:
    """All that is observed of one office."""

    def __init__(self, seat: Seat, corpus: Corpus, near: int, back: int) -> None:
        claims, office = seat.claims, seat.office
        self._holders = Holders((c.holder for c in claims if isinstance(c, Office)), corpus.identity)
        self.seen = observations(claims, self._holders)
        if len(self.people()) > 1 and not office.sole:
            known = homes(corpus, office.office, likely=seat.land is not None)
            strangers = {p for p in self.people() if known.elsewhere(p, seat.land or office.body)}
            self.seen = [seen for seen in self.seen if seen.holder not in strangers]
        self.handovers = Handovers(corpus, office) if len(self.people()) > 1 else None
        self._identity = corpus.identity
        self._near = min(near, _ASSUMED) if seat.assumptions else near
        self._return = back
        self._assumed = seat.assumptions

    def people(self) -> list[str]:
        """The holders, in order of the time at which they are first observed."""
        return list(dict.fromkeys(seen.holder for seen in self.seen))

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Observations of two people that cannot both be right."""
        return () if self.handovers is None else tuple(self._conflicts())

    def _conflicts(self) -> Iterator[Conflict]:
        dated = [seen for seen in self.seen if seen.when.known]
        for a, b in neighbours(dated, self._near):
            if self.differ(a.holder, b.holder):
                yield from self._at_one_time(a, b)
        yield from self._followed(dated)
        yield from self._misnamed(dated)
        yield from self._returns([seen for seen in dated if seen.when.basis != "estimated"])
        yield from self._undated([seen for seen in self.seen if not seen.when.known])

    def differ(self, one: str, other: str) -> bool:
        """Are the two surely two people?"""
        return self._holders.differ(one, other)

    def _followed(self, dated: list[Observation]) -> Iterator[Conflict]:
        """Who is told to have been followed in the office, and is named as its holder afterwards."""
        assert self.handovers is not None
        gone = self.handovers.followed(self.people())
        seen = [it for it in dated if it.current] if gone else []
        for a, b in neighbours(seen, self._return):
            if (
                b.holder not in gone
                or b.when.first - a.when.last <= GRACE
                or not self.differ(a.holder, b.holder)
            ):
                continue
            if self.handovers.reverses(a.holder, b.holder, a.articles):
                kept = f"{b.holder} did not come back to the office"
                yield Conflict(
                    a, b, f"it is told that {a.holder} followed {b.holder}", (*self._given(a, b), kept)
                )

    def _misnamed(self, dated: list[Observation]) -> Iterator[Conflict]:
        """Who is told to have been followed in the office, and bears another name where he held it."""
        assert self.handovers is not None
        for left, successor in self.handovers.left[:MANY]:
            published = left.source.published
            if published is None or any(not self.differ(left.holder, name) for name in self.people()):
                continue
            followed = lone(left)
            for seen in dated:
                days = published.last - seen.when.last
                if not seen.current or not 0 <= days <= LAST or not alike(left.holder, seen.holder):
                    continue
                if self._identity.persons(seen.holder, successor) == "different":
                    one = f"{left.holder} and {seen.holder} did not both hold the office"
                    yield Conflict(
                        seen,
                        followed,
                        f"{successor} followed one of them",
                        (*self._given(seen, followed), one),
                    )

    def told(self, a: Observation, b: Observation) -> bool:
        """Is a handover between the two told?"""
        assert self.handovers is not None
        return self.handovers.between(a.holder, b.holder, a.articles | b.articles)

    def _at_one_time(self, a: Observation, b: Observation) -> Iterator[Conflict]:
        if a.surely_overlaps(b):
            if (a.is_tenure and b.is_tenure) or not self.told(a, b):
                yield Conflict(a, b, "an office with one seat has one holder on any day", self._given(a, b))
        elif a.current and b.current and a.when.days_between(b.when) <= self._near and not self.told(a, b):
            apart = a.when.days_between(b.when)
            days = words.quantity(apart, "day")
            told = (
                f"{days} apart, and no handover is told" if apart else "of one time, and no handover is told"
            )
            between = f"in the {days} between the two passages" if apart else "at that time"
            unchanged = f"the office did not change hands {between}"
            yield Conflict(a, b, told, (*self._given(a, b), unchanged))

    def _returns(self, dated: list[Observation]) -> Iterator[Conflict]:
        """B between two A's, all within a short time."""
        runs: list[list[Observation]] = []
        for seen in dated:
            if runs and runs[-1][0].holder == seen.holder:
                runs[-1].append(seen)
            else:
                runs.append([seen])
        for i, (b, *_) in enumerate(runs):
            before = {run[-1].holder: run[-1] for run in runs[max(0, i - REACH) : i]}
            for run in runs[i + 1 : i + 1 + REACH]:
                after = run[0]
                a = before.pop(after.holder, None)
                if a is not None and self.differ(a.holder, b.holder) and self._is_return(a, b, after):
                    yield from self._return_of(a, b, after)

    def _is_return(self, a: Observation, b: Observation, after: Observation) -> bool:
        in_line = a.when.last < b.when.first and b.when.last < after.when.first
        return in_line and max(a.when.days_between(b.when), b.when.days_between(after.when)) <= self._return

    def _return_of(self, a: Observation, b: Observation, after: Observation) -> Iterator[Conflict]:
        if self.told(a, b) or self.told(b, after):
            return
        times = f"{words.spoken_time(a.when)} and again {words.spoken_time(after.when)}"
        reason = f"{a.holder} holds the office {times}, {b.holder} in between"
        kept = f"{a.holder} held the office without a break between these days"
        yield Conflict(a, b, reason, (*self._given(a, b), kept))
        yield Conflict(b, after, reason, (*self._given(b, after), kept))

    def _undated(self, undated: list[Observation]) -> Iterator[Conflict]:
        for a, b in couples([seen for seen in undated if seen.present]):
            if self.differ(a.holder, b.holder) and not self.told(a, b):
                same = (*self._assumed, "both speak of the same time")
                yield Conflict(a, b, "both passages speak of the present", same)

    def _given(self, a: Observation, b: Observation) -> tuple[str, ...]:
        claims = [a.claim, b.claim]
        return certainty.distinct((*certainty.of_reading(claims), *certainty.of_time(claims), *self._assumed))


def timelines(
    claims: list[Claim],
    corpus: Corpus,
    parameters: dict[str, Parameter],
    also: frozenset[int] = frozenset(),
) -> Iterator[Timeline]:
    """One timeline for each seat of an office; worked out once for all rules that look at the same claims.

    Of a run with a focus, those of the seats that matter to it, or to ``also`` (claims by their identity).
    """
    near = int(parameters.get("handover-days", 30))
    back = int(parameters.get("interleave-days", 365))
    for seat in _asked(list(seats(claims)), corpus, also):
        key = ("timeline", near, back, tuple(map(id, seat.claims)))
        yield corpus.once(key, partial(Timeline, seat, corpus, near, back))


def _asked(found: list[Seat], corpus: Corpus, also: frozenset[int]) -> Iterator[Seat]:
    """The seats that matter, and others of the same people: what one of them shows, none shows again."""
    mine = [it for it in found if corpus.matters(it.claims) or not also.isdisjoint(map(id, it.claims))]
    people = {name for seat in mine for name in _names(seat)}
    return (seat for seat in found if not people.isdisjoint(_names(seat)))


def _names(seat: Seat) -> Iterator[str]:
    return (claim.holder for claim in seat.claims if isinstance(claim, Office))


def timeline(
    claims: list[Claim], corpus: Corpus, parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for every set of observations that cannot stand together."""
    apart = list(strays(claims, corpus, parameters))
    strange = frozenset(id(claim) for clash in apart for claim in clash.sides[0].claims)
    # The same two are found again where passages tell of their seat in several ways.
    told: list[frozenset[str]] = []
    found: set[int] = set()
    for it in timelines(claims, corpus, parameters, strange):
        by_ends: dict[tuple[Observation, Observation], Conflict] = {}
        for conflict in it.conflicts:
            by_ends.setdefault((conflict.a, conflict.b), conflict)
        for _, edges in components(by_ends):
            people = frozenset(end.holder for edge in edges for end in edge)
            if not any(people <= others for others in told):
                told.append(people)
                found.update(id(claim) for edge in edges for end in edge for claim in end.claims)
                yield _clash([by_ends[edge] for edge in edges])
    for clash in apart:
        if found.isdisjoint(id(claim) for claim in clash.sides[0].claims):
            yield clash


def _clash(conflicts: list[Conflict]) -> Clash:
    strongest = min(conflicts, key=lambda conflict: conflict.doubt)
    a, b = sorted((strongest.a.claim, strongest.b.claim), key=recency)
    people: dict[str, list[Office]] = {}
    for seen in dict.fromkeys(end for conflict in conflicts for end in (conflict.a, conflict.b)):
        people.setdefault(seen.holder, []).extend(seen.claims)
    counts = {person: len({witness(claim.source) for claim in claims}) for person, claims in people.items()}
    return Clash(
        subject=words.subject(a),
        sides=tuple(Side(person, tuple(people[person])) for person in sorted(people)),
        a=a,
        b=b,
        values=", ".join(sorted(people)),
        explanation=(
            strongest.reason,
            *(f"{person}: {words.quantity(counts[person], 'article')}" for person in sorted(counts)),
            *dated_by(a, b),
        ),
        assumptions=strongest.assumptions,
    )


def dated_by(*claims: Claim) -> tuple[str, ...]:
    """Where the time of passages comes from that is not theirs but their article's."""
    return certainty.distinct(
        certainty.dating(claim.source) for claim in claims if claim.when.basis in ("published", "estimated")
    )
