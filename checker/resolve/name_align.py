"""Which word of one name belongs to which word of another, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Literal, NamedTuple

from checker.resolve.name_parts import Name
from checker.resolve.name_words import Word
from checker.resolve.word_match import Match, match, match_folded

_Table = Sequence[Sequence[Match]]
Order = Literal["same", "turned", "mixed"]

_SKIP = 0.01  # a word that only the longer name has
_MOST_PERMUTED = 4
_SHORT_SURNAME = 6  # letters; one letter more or less makes another surname (Baker, Barker)
_AT_ODDS = Match("none", 0.5)
_UNSURE = Match("maybe", 0.8)


class Pair(NamedTuple):
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
    def found(self) -> frozenset[int]:
        """The places in the longer name of the words found."""
        return frozenset([place for pair in self.pairs for place in range(pair.b, pair.b_end)])

    @property
    def score(self) -> float:
        return sum([pair.match.score * (pair.a_end - pair.a) for pair in self.pairs])


def align(a: Name, b: Name) -> Alignment:
    """The best way to find the words of the shorter name ``a`` in ``b``; in the given order if that does."""
    if _written_together(a) == _written_together(b) and min(len(a.words), len(b.words)) > 1:
        return Alignment(tuple(_whole(a, b)), (), "same")
    table = [[_at(a, i, b, j) for j in range(len(b.words))] for i in range(len(a.words))]
    joined = tuple(_joined(a, b))
    places = tuple(range(len(a.words)))
    for i in places:
        if not _reachable(i, table, joined) and not _spare(a, i):
            return _greedy(a, table)
    best = _in_order(a, b, table, joined, places, "same")
    for turn, order in _orders(len(places)) if best.missing else ():
        other = _in_order(a, b, table, (), turn, order)
        if (len(other.missing), -other.score) < (len(best.missing), -best.score):
            best = other
            if not best.missing:
                break
    return best


def _written_together(name: Name) -> str:
    return "".join([word.full for word in name.words])


def _whole(a: Name, b: Name) -> Iterator[Pair]:
    """The pairs of two names that differ at most in blanks and hyphens (Zia-ul-Haq, Ziaul Haq)."""
    if len(a.words) != len(b.words) or any(x.core != y.core for x, y in zip(a.words, b.words, strict=True)):
        yield Pair(0, len(a.words), 0, len(b.words), _TOGETHER)
        return
    for i, (x, y) in enumerate(zip(a.words, b.words, strict=True)):
        yield Pair(i, i + 1, i, i + 1, match(x, y))


def _spare(name: Name, place: int) -> bool:
    """May the word be missing elsewhere, being perhaps a title?"""
    return name.words[place].doubtful and name.required < len(name.words)


def _reachable(i: int, table: _Table, joined: tuple[Pair, ...]) -> bool:
    for found in table[i]:  # a loop, as it is asked for every word of every pair of names
        if found.kind != "none":
            return True
    return any(pair.a <= i < pair.a_end for pair in joined)


def _greedy(a: Name, table: _Table) -> Alignment:
    """Some pairs of two names that cannot be one, for the explanation only."""
    pairs: list[Pair] = []
    for i, row in enumerate(table):
        taken = {pair.b for pair in pairs}
        free = [j for j, found in enumerate(row) if found.kind != "none" and j not in taken]
        pairs += [Pair(i, i + 1, j, j + 1, row[j]) for j in free[:1]]
    return _alignment(a, pairs, "same")


def _alignment(a: Name, pairs: Sequence[Pair], order: Order) -> Alignment:
    found = {i for pair in pairs for i in range(pair.a, pair.a_end)}
    missing = tuple(i for i in range(len(a.words)) if i not in found and not _spare(a, i))
    return Alignment(tuple(sorted(pairs, key=lambda pair: pair.a)), missing, order)


def _at(a: Name, i: int, b: Name, j: int) -> Match:
    """How two words stand to each other, given that surnames have no short forms and are not cut short."""
    found = match(a.words[i], b.words[j])
    if found.kind == "equal" or i < a.family or j < b.family:
        return found
    if found.shortens:
        return _AT_ODDS
    if found.kind == "initial" and not (a.words[i].initial and b.words[j].initial):
        return _UNSURE
    if found.doubtful and min(len(a.words[i].core), len(b.words[j].core)) <= _SHORT_SURNAME:
        return _UNSURE
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
    a: Name, b: Name, table: _Table, joined: tuple[Pair, ...], places: tuple[int, ...], order: Order
) -> Alignment:
    """The pairs of highest score that keep the order ``places`` of a's words."""
    width = len(b.words)
    # best[i][j]: the score and pairs of the words from places[i] and from word j on
    best: list[list[tuple[float, tuple[Pair, ...]]]] = [
        [(0.0, ()) for _ in range(width + 1)] for _ in range(len(places) + 1)
    ]
    for i in range(len(places) - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            option = best[i + 1][j]
            total, pairs = best[i][j + 1]
            if total - _SKIP > option[0]:
                option = (total - _SKIP, pairs)
            found = table[places[i]][j]
            total, pairs = best[i + 1][j + 1]
            if found.kind != "none" and total + found.score > option[0]:
                option = (total + found.score, (Pair(places[i], places[i] + 1, j, j + 1, found), *pairs))
            for pair in joined:
                if pair.a == i and pair.b == j:
                    total, pairs = best[pair.a_end][pair.b_end]
                    gain = pair.match.score * (pair.a_end - pair.a)
                    option = max(option, (total + gain, (pair, *pairs)), key=lambda one: one[0])
            best[i][j] = option
    return _alignment(a, best[0][0][1], order)


def _joined(a: Name, b: Name) -> Iterator[Pair]:
    """Two words here that are one word there ("Abdul Rahman", "Abdulrahman")."""
    if max(len(a.words), len(b.words)) < 2:
        return
    for i, word in enumerate(a.words):
        for j, other in enumerate(b.words):
            if word.core[0] != other.core[0] or word.initial or other.initial:
                continue
            if i + 1 < len(a.words) and _together(word, a.words[i + 1], other):
                yield Pair(i, i + 2, j, j + 1, _TOGETHER)
            if j + 1 < len(b.words) and _together(other, b.words[j + 1], word):
                yield Pair(i, i + 1, j, j + 2, _TOGETHER)


_TOGETHER = Match("equal", 0.97)


def _together(first: Word, second: Word, one: Word) -> bool:
    if second.initial or abs(len(first.core) + len(second.full) - len(one.core)) > 2:
        return False
    return match_folded(first.core + second.full, one.core).kind in ("equal", "spelling")
