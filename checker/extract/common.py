"""Names that many things bear: "City Museum", "the FA". Which is meant, the lands of the article tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from checker.extract.homeland import lands, towns
from checker.extract.things import general
from checker.model import Claim, Event, Office, Relation
from checker.resolve import places
from checker.resolve.organisations import spelled
from checker.vocab import load

_ACRONYM = 3  # letters; longer ones are seldom those of two things
_FEW = 2  # words by which hardly anything is told apart, if they are of topics: "Energy Centre"
_SMALL = frozenset(("and", "for", "of", "the"))


def placed(text: str, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims; those on what bears such a name with the lands of the article, but for that in the name."""
    for claim in claims:
        if isinstance(claim, Event | Office | Relation) and _is_common(name := _name(claim)):
            yield replace(claim, around=_around(text, name))
        else:
            yield claim


def _around(text: str, name: str) -> tuple[str, ...]:
    """The lands that the article names, or the towns of what every town has; but for those in the name."""
    words = {spelled(word) for word in name.split()}
    local = not words.isdisjoint(_table("local")) and words.isdisjoint(_table("national"))
    for named in (towns, lands) if local else (lands,):
        own = named(name)
        if found := tuple(it for it in named(text) if it not in own):
            return found
    return ()


def _name(claim: Event | Office | Relation) -> str:
    """What the thing is called of which the claim tells; "" where more than the name tells which it is."""
    if isinstance(claim, Office):
        return "" if claim.body is None or places.is_code(claim.body) else claim.body
    if isinstance(claim, Relation):
        return claim.name if claim.least is not None and claim.name[:1].isupper() else ""
    return claim.name if claim.named else claim.name.partition(" of ")[2]


@lru_cache(maxsize=4096)
def _is_common(name: str) -> bool:
    if name.isupper():
        return len(name) <= _ACRONYM and places.find(name, kind="body") is None
    said = [spelled(word) for word in name.split() if not word[0].isdigit()]
    words = set(said) - _SMALL
    if said and said[-1] in _table("laws"):
        return True
    return bool(words) and (words <= _borne() or (len(words) <= _FEW and words <= _borne() | general()))


@cache
def _borne() -> frozenset[str]:
    """Words that many names consist of, whatever their length."""
    ordinary = frozenset(spelled(word) for word in load("events")["words"]["ordinary"])
    return ordinary | _table("sorts") | _table("borne")


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(spelled(word) for word in load("events")["common"][name])
