"""A party to a deed, and those that are known by the form of their names: laws, flights, celestial bodies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.extract import things
from checker.extract.subjects import never
from checker.resolve.compare import fold
from checker.text.tokens import Token
from checker.vocab import load

LONGEST = 14  # tokens of the name of a law, and of what somebody is the first to do
_SHORTEST = 3  # tokens: "first woman" may be of anything
_NEAR = 5  # tokens of the name of an airline
_SMALL = frozenset("and of for to ( ) , in on the 's -".split())  # inside the names of laws
_NUMBER = frozenset(("no", "no.", "nos", "number"))  # of a law, which is its name
_CLAUSES = frozenset(", ; : ( who which that when where and but was is were are after before since".split())


@dataclass(frozen=True, slots=True)
class Party:
    """The bearer of a name, which is told by the tokens from ``start`` to ``end``."""

    name: str
    key: str
    start: int
    end: int


def law_before(text: str, row: list[Token], end: int) -> Party | None:
    """The law whose name ends before a token: "the Clean Air Act 1956"."""
    last = end - 1
    if last > 1 and _is_year(row[last]):
        last -= 1 + (row[last - 1].low in ("of", ","))
    if last < 1 or row[last].text not in listed("laws"):
        return None
    start = last
    while start > 0 and end - start < LONGEST and (row[start - 1].capital or row[start - 1].low in _SMALL):
        start -= 1
        if row[start].text == "," and row[start + 1].low == "the":
            break  # "In July, the Clean Air Act"
    while start < last and (not row[start].capital or row[start].low == "the" or row[start].low in never()):
        start += 1
    return _party(text, row, start, end) if start < last else None


def law_at(text: str, row: list[Token], i: int) -> Party | None:
    """The law whose name begins at a token, with the abbreviation behind it."""
    for head in range(i + 1, min(i + LONGEST, len(row))):
        if row[head].text not in listed("laws"):
            continue
        end = head + 1
        if end + 1 < len(row) and row[end].low in ("of", ",") and _is_year(row[end + 1]):
            end += 1
        end += end < len(row) and _is_year(row[end])
        found = law_before(text, row, end)
        numbered = end < len(row) and row[end].low in _NUMBER
        if found is None or found.start != i or numbered:
            return None
        return Party(found.name, found.key, i, _behind_brackets(row, end))
    return None


def flight_before(text: str, row: list[Token], end: int) -> Party | None:
    """The flight whose number ends before a token: "Pan Am Flight 103"."""
    start = end - 2
    if start < 0 or row[start].low != "flight" or not row[end - 1].text.isdigit():
        return None
    while start > 0 and row[start - 1].capital and row[start - 1].text[0].isalpha():
        start -= 1
    return _party(text, row, start + (row[start].low == "the"), end)


def flight_at(text: str, row: list[Token], i: int) -> Party | None:
    """The flight whose name begins at a token."""
    for noun in range(i, min(i + _NEAR, len(row) - 1)):
        if row[noun].low == "flight":
            found = flight_before(text, row, noun + 2)
            return found if found and found.start == i else None
    return None


def chamber_at(row: list[Token], i: int) -> Party:
    """Who passes laws, as far as it is told: "the lower house", "Parliament"."""
    end = i
    while end < len(row) and row[end].text.isalpha() and row[end].low not in things.FOLLOWING:
        end += 1
    name = " ".join(token.text for token in row[i:end])
    return Party(name, fold(name), i, end)


def ground_at(row: list[Token], i: int) -> Party | None:
    """What in space one may land on."""
    i += i < len(row) and row[i].low in ("the", "planet")
    known = i < len(row) and row[i].text in listed("ground")
    return Party(row[i].text, row[i].low, i, i + 1) if known else None


def first_at(text: str, row: list[Token], i: int, stop: int) -> Party | None:
    """What somebody is the first to be: "man in space", before the offset ``stop`` and the next clause."""
    if i >= len(row) or row[i].low != "first":
        return None
    end = next((j for j in range(i, len(row)) if row[j].end > stop or row[j].low in _CLAUSES), len(row))
    if end < len(row) and row[end].low == "and":
        return None  # "the first American and second man in space"
    while end > i and row[end - 1].low in ("in", "on", "the", "."):
        end -= 1
    return _party(text, row, i + 1, end) if _SHORTEST < end - i < LONGEST else None


def _party(text: str, row: list[Token], start: int, end: int) -> Party:
    name = text[row[start].start : row[end - 1].end]
    return Party(name, fold(name), start, end)


def _behind_brackets(row: list[Token], end: int) -> int:
    """Behind an abbreviation in brackets: "(DATA Act)"."""
    if end >= len(row) or row[end].text != "(":
        return end
    return next((j + 1 for j in range(end, min(end + _NEAR, len(row))) if row[j].text == ")"), end)


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit()


@cache
def listed(name: str) -> frozenset[str]:
    """Words of one of the lists of vocab/deeds.toml."""
    return frozenset(load("deeds")["words"][name])
