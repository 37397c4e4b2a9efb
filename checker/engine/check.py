"""Claims and rules -> findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus
from checker.engine.findings import finding, in_order
from checker.engine.focus import touches
from checker.engine.pairs import pair
from checker.engine.rules import Each, Group, Order, Pair, Rule
from checker.engine.settled import Choice
from checker.engine.shapes import each, group, order
from checker.model import Claim, Finding
from checker.settings import DEFAULT, Settings


def check(claims: Iterable[Claim], rules: Iterable[Rule], settings: Settings = DEFAULT) -> list[Finding]:
    """What the rules find among the claims. The order of neither claims nor rules matters."""
    return in_order([found for found, _ in judged(claims, rules, settings)])


def judged(
    claims: Iterable[Claim],
    rules: Iterable[Rule],
    settings: Settings = DEFAULT,
    focus: Collection[str] | None = None,
) -> Iterator[tuple[Finding, Clash]]:
    """The findings and what they rest on. With a focus, those that touch its files, from their side."""
    choice = Choice(claims, settings)
    for rule in rules:
        for clash in clashes(rule, choice.corpus(rule)):
            if focus is not None and not touches(clash, focus):
                continue
            found = finding(rule, clash, focus)
            sides = [clash.a] if clash.b is None else [clash.a, clash.b]
            severity = choice.severity(rule, found.severity, sides, settings)
            yield (found if severity == found.severity else replace(found, severity=severity)), clash


def clashes(rule: Rule, corpus: Corpus) -> Iterator[Clash]:
    """What a rule finds in a corpus."""
    match rule.shape:
        case Each() as shape:
            return each(shape, corpus)
        case Pair() as shape:
            return pair(shape, corpus)
        case Group() as shape:
            return group(shape, corpus, rule.parameters)
        case Order() as shape:
            return order(shape, corpus)
