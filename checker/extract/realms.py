"""States that no gazetteer knows, as an article tells of them: by what states have, and by their people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

from checker.extract.names import never
from checker.resolve import offices, places
from checker.resolve.nicknames import is_given
from checker.resolve.skeleton import fold
from checker.text.tokens import Token

_LONGEST = 2  # words of a name
_FAR = 50  # characters that may hold them
_NAME = r"(?P<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?)(?![\w-]| [A-Z])"
_CONTINENTS = frozenset("africa america antarctica asia australasia europe oceania scandinavia".split())
_OWN = (
    r"(?i:government|parliament|army|navy|air\sforce|prime\sminister|embassy|independence|constitution|"
    r"(?:foreign|defen[cs]e|finance|interior|health|education|trade|justice)\sminist(?:er|ry)|supreme\scourt)\b"
)
# Patterns that begin with a set of characters are scanned for several times faster.
_GOVERNED = re.compile(
    r"[EGKPRSegkprs](?<!\w.)(?:(?<=[Gg])overnment|(?<=[Rr])epublic|(?<=[Kk])ingdom|(?<=[Ss])ultanate|"
    r"(?<=[Ee])mirate|(?<=[Pp])rime\s[Mm]inister|(?<=[Pp])arliament)"
    rf"\sof\s(?:the\s)?{_NAME}"
)
_OWNS = re.compile(rf"'s\s{_OWN}")
_OWNER = re.compile(rf"(?<![\w.'-])(?<![A-Z][a-z]\s){_NAME}\Z")
_THERE = re.compile(rf"\b(?P<inside>in|across|throughout|of|to|from)\s{_NAME}")
_INSIDE = ("across", "in", "throughout")  # tell places from people: "Grant's army" stands in no Grant
_PEOPLE = re.compile(r"[A-Z](?<![\w.'-].)[a-z]{2,}(?:n|ese|i|ish)\b(?!')")
_ENDINGS = ("n", "an", "ian", "ese", "i", "ish")
_CUT = ("a", "e", "o", "y", "ia")  # of a name, before an ending


def at(row: list[Token], i: int) -> tuple[str, int] | None:
    """The name behind "the Prime Minister of", and the index behind it; a known place is none of these."""
    end = i
    while end < len(row) and row[end].capital and row[end].text.isalpha():
        end += 1
    if not i < end <= i + _LONGEST or any(token.low in never() for token in row[i:end]):
        return None
    if any(offices.is_portfolio(token.low) or offices.heads().at(row, i) for token in row[i:end]):
        return None
    if end - i > 1 and end < len(row) and row[end].text != "," and not row[end].text[:1].islower():
        return None  # the name of the holder may have begun
    return " ".join(token.text for token in row[i:end]), end


def before(text: str, row: list[Token], end: int, *, possessive: bool) -> tuple[str, int] | None:
    """The state that ends right before token ``end``: its name ("Ordania's") or its people ("Ordanian")."""
    known = realms(text)
    for start in range(max(0, end - _LONGEST), end):
        form = " ".join(token.text for token in row[start:end])
        if name := known.get(form):
            return (name, start) if possessive == (form == name) else None
    return None


@lru_cache(maxsize=4)
def realms(text: str) -> MappingProxyType[str, str]:
    """The name of each such state, by the words for it and for its people."""
    told = dict.fromkeys(m["name"] for m in _GOVERNED.finditer(text))
    before = (_OWNER.search(text, max(0, m.start() - _FAR), m.start()) for m in _OWNS.finditer(text))
    owners = {m["name"] for m in before if m}
    people = {m.group() for m in _PEOPLE.finditer(text)}
    for m in _THERE.finditer(text) if owners or people else ():
        owns = m["inside"] in _INSIDE and m["name"] in owners
        if owns or not people.isdisjoint(_of_people(m["name"])):
            told[m["name"]] = None
    found: dict[str, str] = {}
    for name in told:
        if _is_new(name):
            found[name] = name
            found |= dict.fromkeys((form for form in _of_people(name) if form in people), name)
    return MappingProxyType(found)


def _is_new(name: str) -> bool:
    words = name.lower().split()
    if any(word in never() or word in _CONTINENTS or offices.is_portfolio(word) for word in words):
        return False
    return not (places.candidates(name) or places.is_adjective(name) or is_given(fold(words[0])))


def _of_people(name: str) -> Iterator[str]:
    """Words for the people of a place: "Ordanian", "Navatuan", "Karvelese"."""
    for ending in _ENDINGS:
        yield name + ending
        yield from (name.removesuffix(cut) + ending for cut in _CUT if name.endswith(cut) and len(name) > 4)
