"""Do two expansions of an acronym say the same in other words, or nearly?"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checker.resolve.organisations import spelled
from checker.resolve.places import candidates
from checker.vocab import load

_SMALL = frozenset(
    "a an and as at by de for from in of on or s the to with & u united states federal national".split()
)
_TAIL = re.compile(r"\s(?:of|for|on|in|to)\s")
_JOINED = re.compile(r"\b([Cc]o|[Rr]e|[Nn]on|[Pp]re|[Aa]nti|[Ii]nter|[Mm]ulti)-(?=[a-z])")  # "Co-operation"
_STEM = 4  # letters; words that begin alike so far are forms of one word ("security", "securities")
_SHARE = 0.5  # of the longer expansion


@lru_cache(maxsize=4096)
def settled(expansion: str) -> tuple[str, ...]:
    """Its words of weight, in one spelling and in the order in which they stand."""
    plain = (
        _JOINED.sub(r"\1", expansion).replace("-", " ").replace("/", " ").replace("'", " ").replace("’", " ")
    )
    words = (spelled(word.strip(".,")) for word in plain.split() if word.lower().strip(".,") not in _SMALL)
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
    """Do they share most of their words, one of weight among them, so that they name one thing?"""
    shared = [word for word in one if any(_akin(word, known) for known in other)]
    most = len(shared) >= 2 and len(shared) > _SHARE * max(len(one), len(other))
    return most and any(word not in _general() for word in shared)


def sisters(one: str, other: str) -> bool:
    """Are they bodies of one sort, set apart by place or portfolio ("Central Bank of Iraq", "… of Iran")?"""
    if _places(one) != _places(other):
        return True
    words, others = set(settled(one)), set(settled(other))
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
def _general() -> frozenset[str]:
    """Words that two bodies may share by chance: "Public Works Service", "Public Health Service"."""
    return _heads() | frozenset("central city general international public royal social special".split())


@cache
def _heads() -> frozenset[str]:
    heads = load("organisations")["heads"]
    return frozenset(spelled(word) for name in ("strong", "weak") for word in heads[name])


def _akin(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM])
