"""Which kinds of claim there are, and which fields a rule may name on each."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from functools import cache

from checker import model
from checker.model import Claim

KINDS: dict[str, type[Claim]] = {
    noun.kind: noun
    for noun in vars(model).values()
    if isinstance(noun, type) and issubclass(noun, Claim) and noun is not Claim
}


@cache
def fields(kind: str) -> tuple[str, ...]:
    """The fields and properties of a kind of claim, in the order in which the model gives them."""
    noun = KINDS[kind]
    stored = [field.name for field in dataclasses.fields(noun)]
    derived = [
        name for base in noun.__mro__ for name, value in vars(base).items() if isinstance(value, property)
    ]
    return (*stored, *derived)


def suggest(name: str, known: Iterable[str]) -> str:
    """What to say after an unknown name: the nearest known one, or all of them."""
    import difflib

    known = sorted(known)
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f'did you mean "{near[0]}"?' if near else f"there are: {', '.join(known)}"
