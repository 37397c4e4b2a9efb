"""From clashes to findings: which passage comes first, how many are shown, what the message says."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain, zip_longest
from typing import Any

from checker.engine.certainty import severity
from checker.engine.clashes import Clash, Side
from checker.engine.corpus import place, recency, witness
from checker.engine.focus import in_front
from checker.engine.rules import Rule
from checker.engine.words import place as place_name
from checker.engine.words import says, spoken
from checker.model import Claim, Evidence, Finding, Severity

SHOWN = 10  # passages of one finding


def finding(rule: Rule, clash: Clash, focus: Collection[str] | None = None) -> Finding:
    """What is reported of one disputed fact: from the side of the files in focus, if there are such."""
    surest = [clash.a] if clash.b is None else sorted((clash.a, clash.b), key=recency)
    pair = surest if focus is None else in_front(surest, clash, focus)
    clash = clash if pair == surest else replace(clash, a=pair[0], b=pair[-1])
    sides = [_witnesses(side, pair) for side in clash.sides]
    claims = list(_spread(pair, sides))
    certainty = severity(rule.severity, surest, clash.assumptions, explainable=clash.explainable)
    return Finding(
        rule=rule.id,
        severity=certainty,
        message=_message(rule, clash),
        subject=clash.subject,
        evidence=tuple(Evidence(claim, says(claim)) for claim in claims[:SHOWN]),
        values=tuple(sorted({side.value for side in clash.sides})),
        explanation=clash.explanation,
        assumptions=clash.assumptions or _doubt(clash, certainty),
        more=max(0, len(claims) - SHOWN),
        scope=clash.scope,
    )


def _doubt(clash: Clash, certainty: Severity) -> tuple[str, ...]:
    """What a warning rests on where nothing was assumed: its rule does not trust the words that far."""
    if certainty != "warning":
        return ()
    return (f"{'both passages speak' if clash.b else 'the passage speaks'} of the one {clash.subject}",)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Findings by place of the primary passage, then rule, then place of the next passage: a total order.

    Where the same passages, with the same values, are read as claims of two sorts, the first one is told.
    """
    told: dict[Any, list[Claim]] = {}
    found = []
    for finding in sorted(findings, key=_place_of_finding):
        claims = _claims(finding)
        first = told.setdefault((tuple(map(place, claims)), finding.values), claims)
        if claims == first:
            found.append(finding)
    return found


def _claims(finding: Finding) -> list[Claim]:
    return sorted((evidence.claim for evidence in finding.evidence), key=place)


def _place_of_finding(finding: Finding) -> tuple[Any, ...]:
    places = [place(evidence.claim) for evidence in finding.evidence]
    return (places[0], finding.rule, places[1:], finding.subject, finding.values, finding.message)


def _witnesses(side: Side, pair: list[Claim]) -> list[Claim]:
    """One claim of each witness for one value, those of the pair first."""
    chosen: dict[Any, Claim] = {}
    here = {id(claim) for claim in side.claims}
    for claim in chain((claim for claim in pair if id(claim) in here), side.claims):
        chosen.setdefault(witness(claim.source), claim)
    return list(chosen.values())


def _spread(pair: list[Claim], sides: list[list[Claim]]) -> Iterator[Claim]:
    """The pair, then the others, evenly over the values."""
    seen = {id(claim) for claim in pair}
    yield from pair
    for row in zip_longest(*sides):
        for claim in row:
            if claim is not None and id(claim) not in seen:
                seen.add(id(claim))
                yield claim


def _message(rule: Rule, clash: Clash) -> str:
    from string import Formatter

    return Formatter().vformat(rule.message, (), _Filled(rule, clash))


class _Filled(dict[str, Any]):
    """What fills the placeholders of a message."""

    def __init__(self, rule: Rule, clash: Clash) -> None:
        super().__init__(rule.parameters)
        self.update(subject=clash.subject, values=clash.values, a=_Spoken(clash.a))
        if clash.b is not None:
            self["b"] = _Spoken(clash.b)


class _Spoken:
    """A claim whose fields read as a reader expects them."""

    def __init__(self, claim: Claim) -> None:
        self._claim = claim

    def __getattr__(self, field: str) -> str:
        value = getattr(self._claim, field)
        return place_name(value) if field == "body" else spoken(value)
