"""Which given names stand for each other: short forms, and one name in several languages."""

from __future__ import annotations

from functools import cache, lru_cache

from checker.vocab import load


@lru_cache(maxsize=65536)
def short_form(a: str, b: str) -> bool:
    """One folded name is a short or pet form of the other, or both are of one name (Bill, Will)."""
    return not _fulls(a).isdisjoint(_fulls(b))


@lru_cache(maxsize=65536)
def variant(a: str, b: str) -> bool:
    """Two folded names are one name in different languages (Nicholas, Nikolai)."""
    groups = _variants()
    return not groups.get(a, frozenset()).isdisjoint(groups.get(b, frozenset()))


def is_given(folded: str) -> bool:
    """A folded word known to be a given name or a short form of one."""
    return folded in _given()


def _fulls(name: str) -> frozenset[str]:
    return _short_to_full().get(name, frozenset()) | {name}


@cache
def _short_to_full() -> dict[str, frozenset[str]]:
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
    known = set(load("name_words")["given"].split()) | set(_variants())
    for full, shorts in _pairs():
        known |= {full, *shorts}
    return frozenset(known)
