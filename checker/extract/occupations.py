"""Does a common noun mean a person? Told by a list, and by how nouns for people end."""

from __future__ import annotations

import re
from functools import cache

from checker.resolve.nicknames import is_given
from checker.resolve.skeleton import fold
from checker.vocab import load

_ENDS = re.compile(r"(?:er|or|ist|ian|man|woman|ess|eur|wright|ete|yst|logue)\Z")
# They end so and mean nobody.
_NOBODY = frozenset(
    "access after another answer better beyond business chapter congress corner cover danger dinner dress "
    "either error ever express exterior factor favor favour fever floor former her however illness "
    "interior later latter letter longer manner matter meter minor mirror moreover motor neither never nor "
    "number offer office order other over paper per power prior process progress rather river sector "
    "semester stress success summer superior tenor tower tumor under unless vapor water weather whether "
    "whichever winter wonder".split()
)


@cache
def _listed() -> frozenset[str]:
    return frozenset((*load("relations")["words"]["people"], *load("events")["words"]["relatives"]))


def is_person(noun: str) -> bool:
    """Does a noun in small letters, in the singular, mean a person ("novelist", "widow")?"""
    return noun in _listed() or (noun not in _NOBODY and len(noun) > 4 and _ENDS.search(noun) is not None)


def is_trade(word: str, given: str) -> bool:
    """Does the first word of a sentence tell what somebody is: "Painter Jane Roe"? A given name follows."""
    known = given[:1].isupper() and is_given(fold(given))
    return known and is_person(word.lower()) and not is_given(fold(word))
