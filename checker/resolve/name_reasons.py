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


def agreements(short: Name, long: Name, alignment: Alignment, *, turned: bool) -> Iterator[str]:
    """How the words that were found in both names agree, where they are not simply equal.

    ``turned``: the longer name was the first to be given, and its words come first.
    """
    for pair in alignment.pairs:
        one = " ".join(word.text for word in short.words[pair.a : pair.a_end])
        two = " ".join(word.text for word in long.words[pair.b : pair.b_end])
        saying = _SAYINGS[pair.match.kind]
        if saying and one != two:
            yield saying.format(*((two, one) if turned else (one, two)))
    if alignment.order == "turned" and not alignment.missing:
        yield "the surname stands first in one of them"


def left_out(long: Name, alignment: Alignment) -> Iterator[str]:
    """Which words only the longer name has."""
    found = alignment.found
    words: list[str] = []
    last = -2
    for i, word in enumerate(long.words):
        if i in found or word.doubtful:
            continue
        if word.hyphen and last == i - 1:
            words[-1] += f"-{word.text}"
        else:
            words.append(word.text)
        last = i
    if words:
        yield f"only one of them has {' and '.join(map(repr, words))}"


def contradictions(short: Name, long: Name, alignment: Alignment, *, turned: bool) -> Iterator[str]:
    """Which words are at odds: those of the shorter name that have no counterpart in the longer one."""
    free = [place for place in range(len(long.words)) if place not in alignment.found]
    for place in alignment.missing:
        word = short.words[place]
        if not free:
            yield f"'{word.text}' stands in only one of them"
            continue
        other = long.words[free.pop(-1 if place >= short.family else 0)]
        one, two = (other.text, word.text) if turned else (word.text, other.text)
        yield f"'{one}' and '{two}' are different names"
