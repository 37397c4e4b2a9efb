"""Which offices changed hands between two passages without any text that tells of it?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.engine import certainty, words
from checker.engine.clashes import Clash, Side
from checker.engine.corpus import Corpus
from checker.engine.rules import Parameter
from checker.engine.tenures import Observation
from checker.engine.timeline import Timeline, dated_by, timelines
from checker.model import Claim

Link = tuple[Observation, Observation]


def succession(
    claims: list[Claim], corpus: Corpus, parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for a seat: the holders that follow one another and no handover between them told."""
    for timeline in timelines(claims, corpus, parameters):
        if timeline.handovers is not None:
            yield from _untold(timeline)


def _untold(timeline: Timeline) -> Iterator[Clash]:
    disputed = {frozenset((conflict.a.holder, conflict.b.holder)) for conflict in timeline.conflicts}
    observed: dict[str, list[Observation]] = {}
    for seen in timeline.seen:
        if seen.when.known:
            observed.setdefault(seen.holder, []).append(seen)
    links = [
        link
        for one, other in pairwise(observed)
        if frozenset((one, other)) not in disputed and timeline.differ(one, other)
        for link in _link(observed.get(one, []), observed.get(other, []))
        if not _is_told(timeline, *link)
    ]
    if links:
        yield _clash(links, observed)


def _link(earlier: list[Observation], later: list[Observation]) -> Iterator[Link]:
    """The last sight of one holder that is surely before a sight of the next."""
    for b in later:
        before = [a for a in earlier if a.when.last < b.when.first]
        if before:
            yield max(before, key=lambda a: a.when.last), b
            return


def _is_told(timeline: Timeline, a: Observation, b: Observation) -> bool:
    """By words of a change, or by a stated term of office that ends before or begins after."""
    assert timeline.handovers is not None
    return a.is_tenure or b.is_tenure or timeline.told(a, b) or timeline.handovers.ended(a.holder, b.holder)


def _clash(links: list[Link], observed: dict[str, list[Observation]]) -> Clash:
    chain = list(dict.fromkeys(seen.holder for link in links for seen in link))
    a, b = links[-1][0].claim, links[-1][1].claim
    return Clash(
        subject=words.subject(a),
        sides=tuple(Side(person, _ends(observed[person], links)) for person in chain),
        a=a,
        b=b,
        values=", then ".join(chain),
        explanation=(
            *(
                f"{words.says(one.claim)}; {words.says(other.claim)}: no handover is told"
                for one, other in links
            ),
            *dated_by(a, b),
        ),
        assumptions=certainty.distinct((*certainty.of_reading([a, b]), *certainty.of_time([a, b]))),
        explainable=True,
    )


def _ends(seen: list[Observation], links: list[Link]) -> tuple[Claim, ...]:
    """The passages of the links, then the first and the last sight of the holder."""
    linked = [end for link in links for end in link if end in seen]
    return tuple(observation.claim for observation in dict.fromkeys((*linked, seen[0], seen[-1])))
