"""What is a thing called by itself, without the place that a sentence tells with it: "Oslo's Holm Tower"?"""

from __future__ import annotations

import re
from functools import cache

from checker.resolve import places
from checker.vocab import load

_SAINTLY = frozenset(("st", "st.", "ste", "saint", "san", "santa", "sao", "holy", "christ", "trinity"))
_OF_PLACE = re.compile(
    r"(?P<place>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2})(?:'s|(?<=s)')\s(?P<rest>[A-Z][\w'-]*\s[A-Z].*)"
)


def of_place(name: str) -> str:
    """The name without the place by which a sentence tells where the thing is: "Oslo's Holm Tower".

    It stays where many places have a thing of that name ("Oslo's Central Station").
    """
    inside, _, place = name.partition(" in ")
    if place and places.candidates(place) and inside.lower().rpartition(" ")[2].removesuffix("s") in built():
        return inside if is_distinct(inside.rpartition(" ")[0]) else name
    match = _OF_PLACE.match(name)
    if match is None or not places.candidates(match["place"]):
        return name
    return match["rest"] if is_distinct(match["rest"].rpartition(" ")[0]) else name


def is_distinct(name: str) -> bool:
    """Is it hardly the name of several things, as those of saints and of central stations are?"""
    words = name.lower().split()
    return words[0] not in _SAINTLY and any(word not in _plain() for word in words)


@cache
def built() -> frozenset[str]:
    """Words of names of what is built."""
    nouns = (noun for listed in load("facilities")["classes"].values() for noun in listed)
    return frozenset(
        (*nouns, *load("relations")["dimensioned"]["height"], "house", "palace", "hall", "basilica")
    )


@cache
def _plain() -> frozenset[str]:
    """Words of names that many places have things of."""
    listed, table = load("events")["words"], load("relations")["words"]
    classes = load("facilities")["classes"]
    return frozenset(
        (
            *listed["general"],
            *listed["ordinary"],
            *table["small"],
            *table["namesakes"],
            *table["everywhere"],
            *classes,
        )
    )
