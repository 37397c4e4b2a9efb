"""Whose central bank, whose supreme court: bodies that every state has, beside the state that is named."""

from __future__ import annotations

from checker.extract import organisations
from checker.resolve import shared_bodies
from checker.resolve.organisations import place_forms
from checker.text.tokens import Token

_POSSESSIVE = ("'s", "'")
# What a state has is not all a body of its own: its head is the state's ("head of Peru's government").
_OF_THE_STATE = frozenset(
    "armed army cabinet government military navy opposition parliament people police republic state".split()
)
_FEW = 4  # words that name what a state has
_ENDING = frozenset("and at by for from has in is of on or said says to was were who will with".split())
_WHERE = frozenset(("across", "at", "in", "inside", "near", "within"))


def small_before(text: str, row: list[Token], end: int) -> tuple[str, int] | None:
    """ "Peru's central bank" before token ``end``, and where the state begins that is named there."""
    found = shared_bodies.names().before(row, end)
    if found is None or not _is_small(row, found[1], end):
        return None
    theirs = owned(text, row, found[0], found[1])
    return theirs if theirs[1] < found[1] else None


def _small_at(row: list[Token], i: int) -> tuple[str, int] | None:
    """ "central bank" in small letters from token ``i`` on, and the index behind it."""
    found = shared_bodies.names().at(row, i)
    return found if found and _is_small(row, i, found[1]) else None


def owned(text: str, row: list[Token], name: str, start: int) -> tuple[str, int]:
    """The body of that name before which a state stands ("Peru's Central Bank"), and where that begins."""
    if start < 1 or not shared_bodies.is_shared(name):
        return name, start
    end = start - (row[start - 1].low in _POSSESSIVE)
    found = place_forms().before(row, end)
    if found is None or not row[found[1]].capital or (found[1] and row[found[1] - 1].low in _WHERE):
        return name, start
    state = shared_bodies.state_named(text[row[found[1]].start : row[end - 1].end])
    return (shared_bodies.of_state(name, state), found[1]) if state else (name, start)


def owns(row: list[Token], i: int) -> bool:
    """Does a possessive stand at ``i``, behind the name of a state, before what is a body of its own?"""
    return i + 1 < len(row) and row[i].low in _POSSESSIVE and row[i + 1].low not in _OF_THE_STATE


def at(text: str, row: list[Token], i: int, end: int) -> tuple[str, int] | None:
    """The body of "Peru's Central Bank", where ``row[i:end]`` is the state, and the index behind it."""
    state = shared_bodies.state_named(text[row[i].start : row[end - 1].end])
    found = _small_at(row, end + 1) or organisations.at(text, row, end + 1)
    if found is None:
        return None
    shared = state and shared_bodies.is_shared(found[0])
    return (shared_bodies.of_state(found[0], state), found[1]) if state and shared else found


def behind(row: list[Token], i: int) -> int:
    """The index behind what a state has from token ``i`` on: "Kenya's rail authority"."""
    end = i
    while end < len(row) and end < i + _FEW and row[end].text.isalpha() and row[end].low not in _ENDING:
        if row[end].capital and not row[i].capital:
            break
        end += 1
    return end


def behind_state(row: list[Token], i: int) -> int:
    """The same where it is the state itself: "Peru's government"."""
    return i + 2 if i + 1 < len(row) and row[i].low in _POSSESSIVE else i


def _is_small(row: list[Token], start: int, end: int) -> bool:
    """One small word ("army", "police") may be anything."""
    return end - start > 1 and not any(token.capital for token in row[start:end])
