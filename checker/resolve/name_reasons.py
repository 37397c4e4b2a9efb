"""What to tell the user about how two names compare, word by word."""

from __future__ import annotations

from collections.abc import Iterator

from checker.resolve.name_align import Alignment
from checker.resolve.name_parts import Name

_SAYINGS = {
    "equal": "",
    "spelling": "'{}' and '{}' are spellings of one name",
    "slip": "'{}' and '{}' are nearly alike",
    "short": "'{}' and '{}' are forms of one name",
    "initial": "'{}' agrees with '{}'",
    "maybe": "'{}' and '{}' may be forms of one name",
}


def agreements(short: Name, long: Name, alignment: Alignment) -> Iterator[str]:
    """How the words that were found in both names agree, where they are not simply equal."""
    for pair in alignment.pairs:
        one = " ".join(word.text for word in short.words[pair.a : pair.a_end])
        two = " ".join(word.text for word in long.words[pair.b : pair.b_end])
        saying = _SAYINGS[pair.match.kind]
        if saying and one != two:
            yield saying.format(one, two)
    if alignment.order == "turned" and not alignment.missing:
        yield "the surname stands first in one of them"


def contradictions(short: Name, long: Name, alignment: Alignment) -> Iterator[str]:
    """Which words are at odds: those of the shorter name that have no counterpart in the longer one."""
    free = [place for place in range(len(long.words)) if place not in alignment.found]
    for place in alignment.missing:
        word = short.words[place]
        if not free:
            yield f"'{word.text}' stands in only one of them"
            continue
        other = long.words[free.pop(-1 if place >= short.family else 0)]
        yield f"'{word.text}' and '{other.text}' are different names"
