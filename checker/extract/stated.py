"""What a sentence says of a thing, before it becomes a claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.extract.subjects import Subject
from checker.resolve.compare import fold
from checker.text.trie import compile_words
from checker.vocab import load

_TITLES = frozenset(
    "sir dame dr dr. lord lady saint st. senator general president king queen prince princess pope professor "
    "judge bishop archbishop captain colonel major admiral governor mayor chancellor emperor empress "
    "sultan brigadier lieutenant marshal commander sergeant corporal sheikh rabbi reverend rev. mr mr. "
    "mrs mrs. ms ms. gen. col. capt. lt. maj. sgt. gov. sen. rep. congressman congresswoman justice".split()
)


@dataclass(frozen=True, slots=True)
class Stated:
    """``text[start:end]`` gives ``subject`` a value; see model.Relation for the rest."""

    subject: Subject
    relation: str
    value: str
    start: int
    end: int
    values: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    unit: str = ""
    key: str = ""
    assumptions: tuple[str, ...] = ()


# No hedges: "was not only the first", "claimed 43 lives".
_FACT = re.compile(r"[Nn]ot only |claimed (?:[a-z]+ ){0,3}[\w,-]+ lives\b")


@cache
def _hedges() -> re.Pattern[str]:
    words = load("relations")["hedges"]["words"]
    return compile_words([*words, *(word.capitalize() for word in words if word != "may")])


def hedged(text: str, start: int, end: int) -> bool:
    """Is what is said there no fact, or not the whole of it?"""
    if "n't" in text[start:end]:
        return True
    return any(_FACT.match(text, match.start()) is None for match in _hedges().finditer(text, start, end))


def without_title(name: str) -> str:
    """The name without the titles before it: "Senator Jane Roe", "Brigadier General Jane Roe"."""
    first, _, rest = name.partition(" ")
    return without_title(rest) if first.lower() in _TITLES and " " in rest else name


def of_person(name: str) -> str:
    """The key of a person, by first name and surname: "Jane Mary Roe" and "Jane Roe" share it."""
    words = fold(name).replace(",", " ").split()
    while words[0] in _TITLES and len(words) > 2:
        words = words[1:]
    tail = words[-1:] if words[-1] not in ("jr", "jr.", "sr", "sr.", "ii", "iii") else words[-2:]
    return " ".join([words[0], *tail]) if len(words) > 1 else words[0]
