"""Do two expansions of an acronym say the same in other words, or nearly?"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checker.resolve.edits import distance
from checker.resolve.gazetteer import Entry, entries
from checker.resolve.organisations import spelled
from checker.resolve.places import candidates
from checker.vocab import load

_JOINING = frozenset("a an and as at by de for from in of on or s the to with &".split())
_SMALL = _JOINING | frozenset("u united states federal national".split())
_TAIL = re.compile(r"\s(?:of|for|on|in|to)\s")
_JOINED = re.compile(r"\b([Cc]o|[Rr]e|[Nn]on|[Pp]re|[Aa]nti|[Ii]nter|[Mm]ulti)-(?=[a-z])")  # "Co-operation"
_GAPS = str.maketrans("-/'’", "    ")
_STEM = 4  # letters; words that begin alike so far are forms of one word ("security", "securities")
_SHARE = 0.5  # of the longer expansion
_SLIPS = 0.4  # the share of its letters that a slip changes in a word at most
_FIRMS = frozenset(("co", "company", "corp", "corporation", "inc", "ltd", "plc"))


@lru_cache(maxsize=4096)
def settled(expansion: str, small: frozenset[str] = _SMALL) -> tuple[str, ...]:
    """Its words but for the ``small`` ones, in one spelling and in the order in which they stand."""
    plain = _JOINED.sub(r"\1", expansion).replace("R&D", "Research Development").translate(_GAPS)
    words = (spelled(word.strip(".,")) for word in plain.split() if word.lower().strip(".,") not in small)
    return tuple(word.removesuffix("s") if len(word) >= _STEM else word for word in words)


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Is one the other, or a shortened form of it, but for forms of the same words and their order?"""
    shorter, longer = sorted((list(one), list(other)), key=len)
    for word in shorter:
        found = next((known for known in longer if _akin(word, known)), None)
        if found is None:
            return False
        longer.remove(found)
    return True


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do they share most of their words, so that they name one thing?

    One must be a word of weight: place and head noun are shared by many ("American Dental Association").
    Failing that, what they do not share must look alike ("Cooperation", "Coordination").
    """
    shared = [word for word in one if any(_akin(word, known) for known in other)]
    if len(shared) < 2 or len(shared) <= _SHARE * max(len(one), len(other)):
        return False
    if any(word not in _scaffold() for word in shared):
        return True
    rest = [word for word in one if word not in shared]
    others = [word for word in other if not any(_akin(word, known) for known in one)]
    return len(rest) == len(others) and all(map(slip, rest, others))


def half_alike(one: str, other: str) -> bool:
    """Do two expansions, as written, share half of their words, one of them a word of weight?

    Bodies of such names are one only if something else says so.
    """
    words, others = settled(one, _JOINING), settled(other, _JOINING)
    shared = [word for word in words if any(_akin(word, known) for known in others)]
    if len(shared) < 2 or len(shared) < _SHARE * max(len(words), len(others)):
        return False
    return any(word not in _scaffold() and word not in _SMALL for word in shared)


def slip(one: str, other: str) -> bool:
    """Is one word, by its letters, likely the other with a slip of the pen?"""
    one, other = one.replace("-", ""), other.replace("-", "")
    most = _SLIPS * max(len(one), len(other))
    return distance(one, other, most) <= most


def sisters(one: str, other: str) -> bool:
    """Are they bodies of one sort, set apart by place or portfolio ("Central Bank of Iraq", "… of Iran")?"""
    if _places(one) != _places(other):
        return True
    words, others = set(settled(one)), set(settled(other))
    if words & _regions() != others & _regions():
        return True
    return bool((words - others) & _portfolios()) and bool((others - words) & _portfolios())


@lru_cache(maxsize=4096)
def _places(expansion: str) -> frozenset[str]:
    """The places that an expansion names, as codes or adjectives."""
    words = expansion.split()
    runs = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 3, len(words)) + 1))
    found = (place for run in runs if run[0].isupper() for place in candidates(run))
    return frozenset(place.code for place in found if place.kind != "body")


@cache
def _portfolios() -> frozenset[str]:
    forms = (form for concept in load("portfolios")["concepts"].values() for form in concept)
    return frozenset(word for form in forms for word in settled(form) if " " not in form)


def is_body(expansion: str) -> bool:
    """Does its head noun make it the name of an organisation ("Institute of …", "… Agency")?"""
    head = _TAIL.split(expansion, maxsplit=1)[0].split()[-1]
    return expansion[0].isupper() and head[0].isupper() and spelled(head) in _heads()


@cache
def _scaffold() -> frozenset[str]:
    """Words that two bodies may share by chance: "Public Works Service", "Public Health Service"."""
    common = "central city general international public royal social special".split()
    states = (form.lower() for entry in entries() if entry.place.kind != "body" for form in _forms(entry))
    return _heads() | _regions() | frozenset(common) | frozenset(states)


def _forms(entry: Entry) -> list[str]:
    return entry.nouns + entry.adjectives


@cache
def _regions() -> frozenset[str]:
    return frozenset(load("organisations")["modifiers"]["regions"])


@cache
def _heads() -> frozenset[str]:
    heads = load("organisations")["heads"]
    return frozenset(spelled(word) for name in ("strong", "weak") for word in heads[name])


def _akin(one: str, other: str) -> bool:
    if one in _FIRMS and other in _FIRMS:
        return True
    return one == other or (min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM])
