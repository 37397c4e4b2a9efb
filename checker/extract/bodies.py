"""Whose office is it: the state, part of a state or organisation named right before or behind a title."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checker.extract import organisations
from checker.extract.names import never
from checker.resolve import places
from checker.resolve.offices import Head
from checker.text.tokens import Phrases, Token, joined

# Other unions than the one of India's states, of which an article may speak.
_OTHER_UNION = re.compile(
    r"\b(?:European|Soviet|African|Eurasian|Credit|Customs|Trade|Arab|West African) Union\b"
)


_WHERE = frozenset(("across", "at", "in", "inside", "near", "within"))  # "in Peru President Roe spoke"
_INSIDE = frozenset(("&", "of", "for"))  # a company name


@cache
def _forms() -> Phrases[bool]:
    return Phrases((form, True) for form in (*places.nouns(), *places.adjectives()))


@lru_cache(maxsize=4)
def _other_union(text: str) -> bool:
    """Asked for every "Union" of an article, and looked up once."""
    return _OTHER_UNION.search(text) is not None


def before(text: str, row: list[Token], i: int, head: Head) -> tuple[str, int] | None:
    """The body named right before token ``i`` ("India's", "French", "Acme") and the index it begins at."""
    end = i
    possessive = i > 0 and row[i - 1].low in ("'s", "'")
    end -= possessive
    if end <= 0 or not row[end - 1].capital:
        return None
    if place := _place_before(text, row, end, head):
        return place
    if not possessive and row[end - 1].text == "Union" and not _other_union(text):
        return "IN", end - 1
    if named := organisations.before(text, row, end):
        return named
    named_so = head.company or (head.corporate and row[i].text.islower())
    return _company_before(text, row, end, head) if named_so and not possessive else None


def at(text: str, row: list[Token], i: int, head: Head) -> tuple[str | None, int] | None:
    """The body that begins at token ``i`` ("Kazakhstan", "the European Commission") and the index behind.

    The body is None where several places bear the name: "the Western Province".
    """
    if i >= len(row) or not row[i].capital:
        return None
    named = organisations.at(text, row, i)
    found = _forms().at(row, i)
    if found and (not named or found[1] >= named[1]):
        form = text[row[i].start : row[found[1] - 1].end]
        place = places.find(form, kind=head.governs)
        if place and _governs(head, place):
            return place.code, found[1]
        if place is None and places.candidates(form):
            return None, found[1]
    return named or (_company_at(text, row, i) if head.company or head.corporate else None)


def place_at(text: str, row: list[Token], i: int) -> tuple[str, int] | None:
    """The name of the place that begins at token ``i`` and the index behind."""
    found = _forms().at(row, i)
    place = places.find(text[row[i].start : row[found[1] - 1].end]) if found else None
    return (place.name, found[1]) if place and found else None


def _place_before(text: str, row: list[Token], end: int, head: Head) -> tuple[str, int] | None:
    found = _forms().before(row, end)
    if not found or _part_of_name(row, found[1]) or (found[1] and row[found[1] - 1].low in _WHERE):
        return None
    place = places.find(text[row[found[1]].start : row[end - 1].end], kind=head.governs)
    return (place.code, found[1]) if place and _governs(head, place) else None


def _part_of_name(row: list[Token], i: int) -> bool:
    """Is the place at ``i`` only the tail of a longer name ("the Bank of India's governor")?"""
    if i == 0:
        return False
    previous = row[i - 1]
    if previous.low in ("of", "for") and i > 1 and row[i - 2].capital:
        return True
    return previous.text == "-" and joined(row, i - 1) and row[i - 2].low != "ex"


def _governs(head: Head, place: places.Place) -> bool:
    """Cities have mayors, police chiefs and the like; states have the rest."""
    return place.kind != "city" or head.governs == "city" or (len(place.code) > 2 and place.code[2] == "-")


def _company_at(text: str, row: list[Token], i: int) -> tuple[str, int] | None:
    """A few capitalised words behind a company's office ("chief executive of General Motors")."""
    end = i
    while end < len(row) and (row[end].capital or (row[end].low in _INSIDE and _goes_on(row, end))):
        end += 1
    return (text[row[i].start : row[end - 1].end], end) if i < end <= i + 5 else None


def _goes_on(row: list[Token], i: int) -> bool:
    return i + 1 < len(row) and row[i + 1].capital


def _company_before(text: str, row: list[Token], end: int, head: Head) -> tuple[str, int] | None:
    """The capitalised words before a company's office ("Acme Motors CEO Jane Roe")."""
    start = end
    while start > 0 and end - start < 4 and (row[start - 1].capital or row[start - 1].text == "&"):
        start -= 1
    if start == 0 and end - start == 1 and (head.company or row[0].low in never()):
        return None  # a capital that begins a sentence may be any word
    while start < end and row[start].low in ("the", "a", "an", "as", "when", "but", "and"):
        start += 1
    return (text[row[start].start : row[end - 1].end], start) if start < end else None
