"""Whose office is it: the state, part of a state or organisation named right before or behind a title."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checker import kept
from checker.extract import organisations, realms, state_bodies
from checker.extract.names import never
from checker.resolve import offices, places
from checker.resolve.nicknames import is_given
from checker.resolve.offices import Head
from checker.resolve.organisations import firms, place_forms, without_firm
from checker.resolve.skeleton import fold
from checker.text.tokens import Phrases, Token, joined
from checker.vocab import load

# Other unions than the one of India's states, of which an article may speak.
_OTHER_UNION = re.compile(
    r"\b(?:European|Soviet|African|Eurasian|Credit|Customs|Trade|Arab|West African) Union\b"
)


_WHERE = frozenset(("across", "at", "in", "inside", "near", "within"))  # "in Peru President Roe spoke"
_INSIDE = frozenset(("&", "of", "for"))  # a company name
_OPENERS = frozenset(
    "a also and as at but by for from he in mr mrs ms on said she since the when while with".split()
)


_COUNTIES = frozenset(("borough", "county", "parish", "township"))


@cache
def _seats() -> Phrases[str]:
    """Houses and offices that are called like places, to the name under which they are kept."""
    known = load("organisations")["seats"]["known"]
    return Phrases((form, forms[0]) for forms in known for form in forms)


@lru_cache(maxsize=4)
def _other_union(text: str) -> bool:
    """Asked for every "Union" of an article, and looked up once."""
    return _OTHER_UNION.search(text) is not None


def before(text: str, row: list[Token], i: int, head: Head) -> tuple[str, int] | None:
    """The body named right before token ``i`` ("India's", "French", "Acme") and the index it begins at."""
    end = i
    possessive = i > 0 and row[i - 1].low in ("'s", "'")
    end -= possessive
    if end > 1 and row[end - 1].text == "." and row[end - 2].text in firms():  # "Acme Corp. chairman"
        end -= 1
    if end > 0 and (theirs := state_bodies.small_before(text, row, end)):
        return theirs
    if end <= 0 or not row[end - 1].capital:
        return None
    if seat := _seats().before(row, end):
        return seat
    if place := _place_before(text, row, end, head):
        return place
    if (head.portfolio or head.national) and (realm := realms.before(text, row, end, possessive=possessive)):
        return realm
    if not possessive and row[end - 1].text == "Union" and head.portfolio and not _other_union(text):
        return "IN", end - 1
    if row[end - 1].low in _COUNTIES and (county := _county_before(text, row, end)):
        return county
    if named := organisations.before(text, row, end):
        return state_bodies.owned(text, row, _no_code(without_firm(named[0])), named[1])
    small = row[i].text.islower()
    owns = head.company or (head.corporate and small)
    if possessive and not (owns and not is_given(fold(row[end - 1].text))):
        return None
    firm = _company_before(text, row, end, head) if head.company or (head.corporate and small) else None
    return (_no_code(firm[0]), firm[1]) if firm else None


def at(
    text: str, row: list[Token], i: int, head: Head, *, firm: bool = True
) -> tuple[str | None, int] | None:
    """The body that begins at token ``i`` ("Kazakhstan", "the European Commission") and the index behind.

    The body is None where several places bear the name: "the Western Province". With ``firm`` any capitals
    behind the head of a firm name it.
    """
    if i >= len(row) or not row[i].capital:
        return None
    if seat := _seats().at(row, i):
        return seat
    named = organisations.at(text, row, i)
    found = place_forms().at(row, i)
    if found and (not named or found[1] >= named[1]):
        form = text[row[i].start : row[found[1] - 1].end]
        place = _place(form, head)
        if state_bodies.owns(row, found[1]):  # "of Peru's central bank", "of Germany's Siemens"
            theirs = state_bodies.at(text, row, i, found[1]) or at(text, row, found[1] + 1, head, firm=firm)
            return theirs or (None, state_bodies.behind(row, found[1] + 1))
        if place and _governs(head, place):
            return place.code, state_bodies.behind_state(row, found[1])
        if place is None and places.candidates(form):
            return None, found[1]
    if named:
        return _no_code(without_firm(named[0])), named[1]
    if head.sovereign and row[i].low.endswith("s") and places.is_adjective(row[i].text[:-1]):
        people = places.find(row[i].text[:-1])  # "King of the Belgians"
        return (people.code, i + 1) if people else None
    called = _company_at(text, row, i, head) if firm and (head.company or head.corporate) else None
    return (_no_code(called[0]), called[1]) if called else None


def _no_code(name: str) -> str:
    """The name of an organisation, told apart from the code of a place: GE is not Georgia."""
    return f"{name} (organisation)" if places.is_code(name) else name


def government_at(text: str, row: list[Token], i: int, head: Head) -> tuple[str, int] | None:
    """The state of ", Government of Telangana" behind a title, and the index behind it."""
    i += i < len(row) and row[i].text == ","
    i += i < len(row) and row[i].low == "the"
    if i + 2 >= len(row) or row[i].text != "Government" or row[i + 1].low != "of":
        return None
    place = place_at(text, row, i + 2 + (row[i + 2].low == "the"))
    found = _place(place[0], head) if place else None
    return (found.code, place[1]) if place and found else None


def place_at(text: str, row: list[Token], i: int) -> tuple[str, int] | None:
    """The name of the place that begins at token ``i`` and the index behind."""
    found = place_forms().at(row, i)
    place = places.find(text[row[i].start : row[found[1] - 1].end]) if found else None
    return (place.name, found[1]) if place and found else None


def _place_before(text: str, row: list[Token], end: int, head: Head) -> tuple[str, int] | None:
    found = place_forms().before(row, end)
    if not found or _part_of_name(row, found[1]) or (found[1] and row[found[1] - 1].low in _WHERE):
        return None
    form = text[row[found[1]].start : row[end - 1].end]
    place = _place(form, head)
    if place is None or not _governs(head, place) or _in_longer_name(row, found[1], end, form, head):
        return None
    return place.code, found[1]


def _place(form: str, head: Head) -> places.Place | None:
    """The place that the form names; of several, the one of the kind that has such an office."""
    return places.find(form, kind=head.realm)


def _in_longer_name(row: list[Token], i: int, end: int, form: str, head: Head) -> bool:
    """Is the place but the end of the name of a firm or club: "Real Madrid president"?"""
    if i == 0 or not (head.company or (head.corporate and end < len(row) and row[end].text.islower())):
        return False
    word = row[i - 1]
    if not word.capital or not word.text.isalpha() or word.low in never() or word.low in _OPENERS:
        return False
    if places.is_adjective(form) or offices.statuses().before(row, i) or offices.fillers().before(row, i):
        return False
    return place_forms().before(row, i) is None


def _part_of_name(row: list[Token], i: int) -> bool:
    """Is the place at ``i`` only the tail of a longer name ("the Bank of India's governor")?"""
    if i == 0:
        return False
    previous = row[i - 1]
    if previous.low in ("of", "for") and i > 1 and row[i - 2].capital:
        return True
    return previous.text == "-" and joined(row, i - 1) and row[i - 2].low != "ex"


def _governs(head: Head, place: places.Place) -> bool:
    """Cities have mayors, police chiefs and the like; states have the rest, and teams."""
    nation = place.kind in ("country", "historic") or place.code.startswith("GB-")
    if head.governs in ("none", "team"):
        return (head.governs == "team" and nation) or place.kind == "body"
    if place.kind != "city" or head.governs == "city" or head.name == "governor":
        return True
    return len(place.code) > 2 and place.code[2] == "-"


def _county_before(text: str, row: list[Token], end: int) -> tuple[str, int] | None:
    """The county before its office: "Suffolk County District Attorney"."""
    start = end - 1
    while start > 0 and end - start < 4 and row[start - 1].capital and row[start - 1].low not in never():
        start -= 1
    return (text[row[start].start : row[end - 1].end], start) if start < end - 1 else None


def _may_be_firm(text: str, token: Token, head: Head) -> bool:
    """May a word at the head of a sentence be the name of a firm or club: "Siemens Chief Executive"?"""
    if token.low in never() or token.low in _starters():
        return False
    if head.governs == "team" and places.candidates(token.text):
        return _city(token.text)
    if not head.company:
        return True
    return not token.low.endswith(("ed", "ing", "ly", "an", "ive", "ous")) or _named(text, token.text)


@cache
def _starters() -> frozenset[str]:
    return frozenset(word.lower() for word in load("abbreviations")["starters"])


@lru_cache(maxsize=256)
def _named(text: str, word: str) -> bool:
    """Does the word bear a capital inside a sentence of the text too, so that it is a name?"""
    return kept.passing(rf"[a-z,] {re.escape(word)}\b").search(text) is not None


def _city(form: str) -> bool:
    place = places.find(form, kind="city")
    return place is not None and place.kind == "city"


def _company_at(text: str, row: list[Token], i: int, head: Head) -> tuple[str, int] | None:
    """A few capitalised words behind a company's office ("chief executive of General Motors")."""
    end = i
    while end < len(row) and (row[end].capital or (row[end].low in _INSIDE and _goes_on(row, end))):
        end += 1
    subject = not head.company and all(offices.is_portfolio(token.low) for token in row[i:end])
    if not i < end <= i + 5 or subject:
        return None  # "Director-General of Finance"
    return without_firm(text[row[i].start : row[end - 1].end]), end


def _goes_on(row: list[Token], i: int) -> bool:
    return i + 1 < len(row) and row[i + 1].capital


def _company_before(text: str, row: list[Token], end: int, head: Head) -> tuple[str, int] | None:
    """The capitalised words before a company's office ("Acme Motors CEO Jane Roe")."""
    start = end
    while start > 0 and end - start < 4 and (row[start - 1].capital or row[start - 1].text == "&"):
        start -= 1
    if start == 0 and end - start == 1 and not _may_be_firm(text, row[0], head):
        return None  # a capital that begins a sentence may be any word
    while start < end and (row[start].low in _OPENERS or offices.statuses().at(row, start)):
        start += 1
    words = row[start:end]
    if all(token.low in never() or offices.is_portfolio(token.low) for token in words):
        return None  # "Board chairman"
    name = text[row[start].start : row[end - 1].end]
    placed = head.governs in ("none", "team") and places.candidates(name)
    if placed and (head.governs == "none" or not _city(name)):
        return None  # "Palestinian leader"; but "Liverpool manager"
    return without_firm(name), start
