"""Claims and rules -> findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus
from checker.engine.findings import finding, in_order
from checker.engine.pairs import pair
from checker.engine.rules import Each, Group, Order, Pair, Rule
from checker.engine.shapes import each, group, order
from checker.model import Claim, Finding


def check(claims: Iterable[Claim], rules: Iterable[Rule]) -> list[Finding]:
    """What the rules find among the claims. The order of neither claims nor rules matters."""
    corpus = Corpus(claims)
    return in_order([finding(rule, clash) for rule in rules for clash in clashes(rule, corpus)])


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
