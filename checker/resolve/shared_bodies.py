"""Of which bodies has every state its own ("Central Bank"), and what is that of one state called?"""

from __future__ import annotations

from functools import cache, lru_cache

from checker.resolve import offices, places
from checker.text.tokens import Phrases, tokens
from checker.vocab import load

_MINISTRIES = ("Department", "Ministry")
_SMALL = frozenset(("and", "for", "of", "the", "&", ","))
_STATES = ("country", "part", "historic")


@cache
def names() -> Phrases[str]:
    """The names of such bodies, as they are written with capitals."""
    return Phrases((name, name) for name in load("organisations")["shared"]["names"])


@lru_cache(maxsize=1024)
def is_shared(name: str) -> bool:
    """Does the name say nothing of the state that the body belongs to?"""
    row = tokens(name, 0, len(name))
    found = names().at(row, 0)
    if found and found[1] == len(row):
        return True
    for kind in _MINISTRIES:
        rest = (
            name.removesuffix(f" {kind}") if name.endswith(f" {kind}") else name.removeprefix(f"{kind} of ")
        )
        if rest != name:
            words = [word.strip(",") for word in rest.lower().split()]
            return all(word in _SMALL or offices.is_portfolio(word) for word in words)
    return False


def of_state(name: str, state: places.Place) -> str:
    """The body of that name that one state has: "Central Bank of Peru", and by its own name if we know it."""
    full = f"{name} of {state.name}"
    known = places.find(full, kind="body")
    return known.name if known else full


def state_named(form: str) -> places.Place | None:
    """The state, or part of one, of that name or adjective."""
    place = places.find(form, kind="country")
    return place if place and place.kind in _STATES else None
