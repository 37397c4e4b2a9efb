"""Does one article name another holder of a state's office than all the others of a corpus of that state?

A paper leaves open of which state an office is when it is its own. Whether a corpus does so with an office is
seen from who holds it there: one person in nearly all articles, or one after another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from checker.engine import certainty, words
from checker.engine.clashes import Clash, Side
from checker.engine.corpus import Corpus, recency, witness
from checker.engine.holders import Holders
from checker.engine.rules import Parameter
from checker.engine.tenures import Observation, observations
from checker.model import Claim, Handover, Office

REACH = 60  # observations that begin before are looked at for the last that ends before, too
NEAR = 30  # days before and after, in which a change of holder may be told
_FEW = 10  # of so many articles, one may name somebody else
_KEPT = "an office whose state is left open is that of one state in all these articles"


def strays(claims: list[Claim], corpus: Corpus, parameters: dict[str, Parameter]) -> Iterator[Clash]:
    """One clash for each person who is named between two mentions of the usual holder of an office."""
    offices = [it for it in claims if isinstance(it, Office)]
    bare = [it for it in offices if it.lands is not None and it.when.basis != "estimated"]
    least, within = int(parameters.get("least-articles", 5)), int(parameters.get("interleave-days", 365))
    if len(bare) <= least or not corpus.matters(bare):
        return
    house = _House(offices, bare, corpus, least)
    if not house.is_of_one_state(int(parameters.get("handover-days", 30))):
        return
    for stray in house.strays:
        for usual in house.usual:
            before, after = house.around(stray, usual, within)
            known = stray.articles & house.articles[usual]
            if before is None or after is None or known or not house.holders.differ(stray.holder, usual):
                continue
            if not _changes(corpus, before, stray, after):
                yield _clash(stray, before, after, len(house.articles[usual]))
                break


class _House:
    """Who holds an office in the articles that leave open of which state it is."""

    def __init__(self, offices: list[Office], bare: list[Office], corpus: Corpus, least: int) -> None:
        self.holders = Holders((it.holder for it in offices), corpus.identity)
        self.seen = observations(bare, self.holders)
        self.articles: dict[str, set[Hashable]] = {}
        for seen in self.seen:
            self.articles.setdefault(seen.holder, set()).update(seen.articles)
        self.usual = [person for person, told in self.articles.items() if len(told) >= least]
        self._home = _most(self._bodies(offices, self.usual))
        foreign = {body for body in self._bodies(offices, self.articles) if body != self._home}
        self._others = {self.holders.person(it.holder) for it in offices if it.body in foreign}
        self._land = _most(self._lands(bare))
        self._dated: dict[str, list[Observation]] = {person: [] for person in self.usual}
        for seen in self.seen:
            if seen.holder in self._dated and seen.when.known:
                self._dated[seen.holder].append(seen)

    def is_of_one_state(self, days: int) -> bool:
        """Have all articles the same few holders, one after the other (but for so many days)?"""
        told = sum(len(self.articles[person]) for person in self.usual)
        others = sum(len(stray.articles) for stray in self.strays)
        if not self.usual or others > max(1, told // _FEW):
            return False
        spans = sorted(map(self._span, self.usual))
        ends = accumulate((last for _, last in spans), max)
        return all(end <= first + days for end, (first, _) in zip(ends, spans[1:], strict=False))

    @cached_property
    def strays(self) -> list[Observation]:
        """The observations of others in articles that name no other state than most do."""
        return [
            seen
            for seen in self.seen
            if seen.current
            and seen.holder not in self.usual
            and seen.holder not in self._others
            and (_is_unlike_others(seen.claim) or _states(seen.claim) <= {self._land})
        ]

    def around(
        self, stray: Observation, person: str, within: int
    ) -> tuple[Observation | None, Observation | None]:
        """The last observation of the person before the stray one, and the first after it."""
        dated = self._dated[person]
        at = bisect_left(dated, stray.when.first, key=lambda it: it.when.first)
        before = next(
            (it for it in reversed(dated[max(0, at - REACH) : at]) if it.when.last < stray.when.first), None
        )
        at = bisect_right(dated, stray.when.last, key=lambda it: it.when.first)
        after = dated[at] if at < len(dated) else None
        near = [it if it and it.when.days_between(stray.when) <= within else None for it in (before, after)]
        return near[0], near[1]

    def _span(self, person: str) -> tuple[int, int]:
        times = [it.when for it in self._dated[person]]
        return min((it.first for it in times), default=0), max((it.last for it in times), default=0)

    def _bodies(self, offices: Iterable[Office], people: Iterable[str]) -> Counter[str]:
        wanted = {*people}
        told = {
            (it.body, witness(it.source))
            for it in offices
            if it.body and self.holders.person(it.holder) in wanted
        }
        return Counter(body for body, _ in told)

    def _lands(self, bare: Iterable[Office]) -> Counter[str]:
        told = {
            (land, witness(it.source))
            for it in bare
            if self.holders.person(it.holder) in self.usual
            for land in _states(it)
            if land
        }
        return Counter(land for land, _ in told)


def _changes(corpus: Corpus, before: Observation, stray: Observation, after: Observation) -> bool:
    """Is it told around that time that the office goes to, or from, one of the two?"""
    told = corpus.by("handover", ("office",)).get((stray.claim.office,), ())
    return any(
        isinstance(it, Handover) and _is_near(it, before, after) and _names_one(it, (stray, before), corpus)
        for it in told
    )


def _is_near(told: Handover, before: Observation, after: Observation) -> bool:
    when = told.source.published
    return when is None or (before.when.first - NEAR <= when.last and when.first <= after.when.last + NEAR)


def _names_one(told: Handover, seen: Iterable[Observation], corpus: Corpus) -> bool:
    names = [name for name in (told.predecessor, told.successor) if name]
    same = (corpus.identity.persons(name, it.holder) != "different" for name in names for it in seen)
    return not names or any(same)


def _states(claim: Office) -> set[str]:
    """The states that its article names, those of parts too ("CA-ON")."""
    return {land.partition("-")[0] for land in claim.lands or ()}


def _is_unlike_others(claim: Office) -> bool:
    """Does the ministry have a name that hardly another state has: three portfolios and more?"""
    return claim.office.count(" and ") > 1


def _most(counted: Counter[str]) -> str | None:
    return min(counted, key=lambda it: (-counted[it], it), default=None)


def _clash(stray: Observation, before: Observation, after: Observation, articles: int) -> Clash:
    a, b = sorted((stray.claim, before.claim), key=recency)
    times = f"{words.spoken_time(before.when)} and again {words.spoken_time(after.when)}"
    return Clash(
        subject=words.subject(a),
        sides=(
            Side(stray.holder, stray.claims),
            Side(before.holder, (*before.claims, *after.claims)),
        ),
        a=a,
        b=b,
        values=", ".join(sorted((stray.holder, before.holder))),
        explanation=(
            f"{before.holder} holds the office {times}, {stray.holder} in between",
            f"{before.holder}: {words.quantity(articles, 'article')} that leave open of which state it is",
        ),
        assumptions=certainty.distinct((*certainty.of_reading([a, b]), *certainty.of_time([a, b]), _KEPT)),
    )
