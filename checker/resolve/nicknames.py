"""Which given names stand for each other: short forms, and one name in several languages."""

from __future__ import annotations

from functools import cache

from checker import kept
from checker.vocab import load


def short_form(a: str, b: str) -> bool:
    """One folded name is a short or pet form of the other, or both are of one name (Bill, Will)."""
    table = _short_to_full()
    fulls_a, fulls_b = table.get(a), table.get(b)
    if fulls_a is None:
        return fulls_b is not None and a in fulls_b
    if fulls_b is None:
        return b in fulls_a
    return a in fulls_b or b in fulls_a or not fulls_a.isdisjoint(fulls_b)


def variant(a: str, b: str) -> bool:
    """Two folded names are one name in different languages (Nicholas, Nikolai)."""
    groups = _variants()
    groups_a, groups_b = groups.get(a), groups.get(b)
    return groups_a is not None and groups_b is not None and not groups_a.isdisjoint(groups_b)


def is_given(folded: str) -> bool:
    """A folded word known to be a given name or a short form of one."""
    return folded in _given()


@cache
def _short_to_full() -> dict[str, frozenset[str]]:
    return kept.once(("nicknames", "full", kept.library("nicknames")), _fulls)


def _fulls() -> dict[str, frozenset[str]]:
    fulls: dict[str, set[str]] = {}
    for full, shorts in _pairs():
        for short in shorts:
            fulls.setdefault(short, set()).add(full)
    return {short: frozenset(names) for short, names in fulls.items()}


def _pairs() -> list[tuple[str, frozenset[str]]]:
    from nicknames import NickNamer

    pairs = [(full, frozenset(shorts)) for full, shorts in NickNamer.default_lookup().items()]
    for table in load("nicknames").values():
        if isinstance(table, dict):
            pairs += [(full, frozenset(shorts.split())) for full, shorts in table.items()]
    return pairs


@cache
def _variants() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, names in enumerate(load("nicknames")["variants"]):
        for name in names.split():
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


@cache
def _given() -> frozenset[str]:
    return kept.once(("nicknames", "given", kept.library("nicknames")), _all_given)


def _all_given() -> frozenset[str]:
    known = set(load("name_words")["given"].split()) | set(_variants())
    for full, shorts in _pairs():
        known |= {full, *shorts}
    return frozenset(known)
