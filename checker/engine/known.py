"""Which passages contradict a reference fact? One clash for each fact, with all passages that do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.engine import certainty, words
from checker.engine.clashes import Clash, Side
from checker.engine.corpus import Corpus, place
from checker.engine.known_events import events
from checker.engine.known_offices import offices
from checker.engine.known_said import Contradiction
from checker.engine.rules import Known, Parameter
from checker.engine.timeline import dated_by
from checker.model import Claim, Event

_FEW = 3  # values that a message lists

_OF: dict[str, Callable[[Corpus, dict[str, Parameter]], Iterator[Contradiction]]] = {
    "office": offices,
    "event": events,
}


def known(shape: Known, corpus: Corpus, parameters: dict[str, Parameter]) -> Iterator[Clash]:
    """What contradicts the reference facts of these kinds."""
    for kind in shape.of:
        disputed: dict[int, list[Contradiction]] = {}
        for found in _OF[kind](corpus, parameters):
            disputed.setdefault(id(found.fact), []).append(found)
        for some in sorted(disputed.values(), key=lambda some: place(some[0].fact)):
            yield _clash(some)


def _clash(found: list[Contradiction]) -> Clash:
    surest = min(found, key=lambda one: one.doubt)
    a, fact = surest.claim, surest.fact
    told: dict[str, list[Claim]] = {}
    for one in found:
        told.setdefault(one.value, []).append(one.claim)
    return Clash(
        subject=_subject(fact),
        sides=(
            *(Side(value, tuple(told[value])) for value in sorted(told)),
            Side(f"fact {words.says(fact)}", (fact,)),
        ),
        a=a,
        b=fact,
        values=f"{_said(found)}; the reference facts say {surest.known}",
        explanation=(surest.reason, *dated_by(a)),
        assumptions=certainty.distinct(surest.assumptions),
    )


def _said(found: list[Contradiction]) -> str:
    """What the passages say, each thing once, the first few."""
    first = {one.value: one.says for one in sorted(found, key=lambda one: one.doubt, reverse=True)}
    said = [first[value] for value in sorted(first)]
    more = [f"and {words.quantity(len(said) - _FEW, 'other')}"] if len(said) > _FEW else []
    return "; ".join([*said[:_FEW], *more])


def _subject(fact: Claim) -> str:
    return fact.name if isinstance(fact, Event) else words.subject(fact)
