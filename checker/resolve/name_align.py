"""Which word of one name belongs to which word of another, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from typing import Literal

from checker.resolve.name_parts import Name, Word
from checker.resolve.name_words import Match, match, match_folded

Order = Literal["same", "turned", "mixed"]

_SKIP = 0.01  # a word that only the longer name has
_MOST_PERMUTED = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """Words ``a`` to ``a_end`` of the shorter name found as words ``b`` to ``b_end`` of the longer one."""

    a: int
    a_end: int
    b: int
    b_end: int
    match: Match


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs found, in the order of the shorter name, and the required words of it that have none."""

    pairs: tuple[Pair, ...]
    missing: tuple[int, ...]
    order: Order

    @property
    def score(self) -> float:
        return sum(pair.match.score * (pair.a_end - pair.a) for pair in self.pairs)


def align(a: Name, b: Name) -> Alignment:
    """The best way to find the words of the shorter name ``a`` in ``b``; in the given order if that does."""
    table = [[_at(a, i, b, j) for j in range(len(b.words))] for i in range(len(a.words))]
    best = _in_order(a, b, table, tuple(range(len(a.words))), "same")
    if not best.missing or not any(m.kind != "none" for row in table for m in row):
        return best
    for places, order in _orders(len(a.words)):
        other = _in_order(a, b, table, places, order)
        if (len(other.missing), -other.score) < (len(best.missing), -best.score):
            best = other
            if not best.missing:
                break
    return best


def _at(a: Name, i: int, b: Name, j: int) -> Match:
    """How two words stand to each other, given that surnames have no short forms and are not cut short."""
    found = match(a.words[i], b.words[j])
    if found.kind in ("short", "maybe") and i >= a.family and j >= b.family:
        return Match("none", 0.5)
    return found


def _orders(count: int) -> Iterator[tuple[tuple[int, ...], Order]]:
    places = tuple(range(count))
    turned = [places[k:] + places[:k] for k in range(1, count)]
    for one in turned:
        yield one, "turned"
    if 2 < count <= _MOST_PERMUTED:
        for other in permutations(places):
            if other != places and other not in turned:
                yield other, "mixed"


def _in_order(
    a: Name, b: Name, table: Sequence[Sequence[Match]], places: tuple[int, ...], order: Order
) -> Alignment:
    """The pairs of highest score that keep the order ``places`` of a's words."""

    @cache
    def best(i: int, j: int) -> tuple[float, tuple[Pair, ...]]:
        if i == len(places) or j == len(b.words):
            return 0.0, ()
        options = [best(i + 1, j)]
        total, pairs = best(i, j + 1)
        options.append((total - _SKIP, pairs))
        found = table[places[i]][j]
        if found.kind != "none":
            total, pairs = best(i + 1, j + 1)
            options.append((total + found.score, (Pair(places[i], places[i] + 1, j, j + 1, found), *pairs)))
        elif order == "same":
            options += _joined(i, j)
        return max(options, key=lambda option: option[0])

    def _joined(i: int, j: int) -> Iterator[tuple[float, tuple[Pair, ...]]]:
        """Two words here are one word there ("Abdul Rahman", "Abdulrahman")."""
        if i + 1 < len(places) and _together(a.words[i], a.words[i + 1], b.words[j]):
            total, pairs = best(i + 2, j + 1)
            yield total + 1.94, (Pair(i, i + 2, j, j + 1, _TOGETHER), *pairs)
        if j + 1 < len(b.words) and _together(b.words[j], b.words[j + 1], a.words[i]):
            total, pairs = best(i + 1, j + 2)
            yield total + 0.97, (Pair(i, i + 1, j, j + 2, _TOGETHER), *pairs)

    pairs = best(0, 0)[1]
    found = {i for pair in pairs for i in range(pair.a, pair.a_end)}
    doubtful = a.required < len(a.words)
    missing = [i for i, word in enumerate(a.words) if i not in found and not (doubtful and word.doubtful)]
    return Alignment(tuple(sorted(pairs, key=lambda pair: pair.a)), tuple(missing), order)


_TOGETHER = Match("equal", 0.97)


def _together(first: Word, second: Word, one: Word) -> bool:
    if first.initial or second.initial or len(first.core) + len(second.full) != len(one.core):
        return first.core[0] == one.core[0] and _spelled_together(first, second, one)
    return first.core + second.full == one.core


def _spelled_together(first: Word, second: Word, one: Word) -> bool:
    if first.initial or second.initial or abs(len(first.core) + len(second.full) - len(one.core)) > 2:
        return False
    return match_folded(first.core + second.full, one.core).kind in ("equal", "spelling")
