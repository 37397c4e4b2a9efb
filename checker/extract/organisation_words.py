"""The vocabulary of organisations' names as sets, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.vocab import load


@dataclass(frozen=True, slots=True)
class Words:
    """See vocab/organisations.toml; ``heads`` are strong, weak and parented ones together,
    ``marks`` what may be a head noun at all.
    """

    strong: frozenset[str]
    weak: frozenset[str]
    parented: frozenset[str]
    firm: frozenset[str]
    numbered: frozenset[str]
    within: frozenset[str]
    about: frozenset[str]
    sent: frozenset[str]
    heads: frozenset[str]
    marks: frozenset[str]
    leading: frozenset[str]
    larger: frozenset[str]
    possessive: frozenset[str]
    opening: frozenset[str]
    never: frozenset[str]
    joining: frozenset[str]
    small: frozenset[str]
    capitals: frozenset[str]
    common: frozenset[str]


@cache
def words() -> Words:
    table = load("organisations")
    heads, listed, topics = table["heads"], table["words"], load("portfolios")
    joining = {*listed["joining"], *topics["words"]["known"]}
    for forms in topics["concepts"].values():
        joining.update(word for form in forms for word in form.lower().split())
    kinds = {name: frozenset(heads[name]) for name in heads}
    return Words(
        strong=kinds["strong"],
        weak=kinds["weak"],
        parented=kinds["parented"],
        firm=kinds["firm"],
        numbered=kinds["numbered"],
        within=kinds["in"],
        about=kinds["on"],
        sent=kinds["to"],
        heads=kinds["strong"] | kinds["weak"] | kinds["parented"],
        marks=frozenset().union(*kinds.values(), ("House", "plc")),
        leading=frozenset(table["modifiers"]["leading"]),
        larger=frozenset(table["modifiers"]["larger"]),
        possessive=frozenset(word.lower() for word in table["modifiers"]["possessive"]),
        opening=frozenset(listed["opening"]),
        never=frozenset(listed["never"]),
        joining=frozenset(joining),
        small=frozenset(listed["small"]),
        capitals=frozenset(table["known"]["capitals"]),
        common=frozenset(table["words"]["common"]),
    )
