"""Which kinds of claim there are, and which fields a rule may name on each."""

from __future__ import annotations

import dataclasses
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
