"""Claims of what people are told to be, by which one may be taken for another whose name is half the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.extract.company import called, surroundings
from checker.extract.reading import Reading
from checker.model import Guise
from checker.resolve import places
from checker.resolve.compare import fold
from checker.resolve.name_parts import parse
from checker.resolve.people import Mention

_CROWD = 24  # people of one article; a list of names tells nothing
_SHORTEST = 3  # letters of half a name
_ONE = {"master": "captain", "skipper": "captain"}  # of a ship
_LAND = re.compile(r" of (?P<land>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")
# Who is named in one sentence with such a word is of a family.
_FAMILY = frozenset(
    "aunt brother brothers cousin cousins daughter daughters dynasty family father "
    "granddaughter grandfather grandmother grandson heir heirs husband married mother namesake namesakes "
    "nephew niece related relation sibling siblings sister sisters son sons spouse stepfather "
    "stepmother stepson surname surnames uncle unrelated widow widower wife".split()
)
_FOLLOWED = frozenset(
    "follow followed follows predecessor predecessors replace replaced replaces succeed succeeded succeeds "
    "successor successors".split()
)


@dataclass(slots=True)
class Figure:
    """A person whom the article names in full, and what it says of him or her."""

    first: Mention
    posts: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    related: bool = False
    followed: bool = False


def extract(reading: Reading) -> Iterator[Guise]:
    """One claim for each person named in full of whom the article says what he or she is.

    Relatives are left out: one may well bear the given name of somebody and the surname of another.
    """
    told = {name: figure for name, figure in reading.once(figures).items() if not figure.related}
    if len(told) > _CROWD:
        return
    for name, figure in told.items():
        if keys := tuple(sorted(_keys(name, figure.posts | figure.roles))):
            yield Guise(
                **reading.place(figure.first.start, figure.first.end),
                name=name,
                keys=keys,
                posts=tuple(sorted(figure.posts)),
                beside=tuple(sorted(other for other in told if other != name)),
                followed=figure.followed,
                context=surroundings(reading, name),
            )


def figures(reading: Reading) -> dict[str, Figure]:
    """Who is named in full, in the order of the text."""
    found: dict[str, Figure] = {}
    text = reading.article.text
    starts = [sentence.start for sentence in reading.sentences]
    for mention in reading.people.mentions:
        name = reading.people.name_of(mention) if " " in mention.text else None
        if not name:
            continue
        figure = found.setdefault(name, Figure(mention))
        figure.roles |= {f"a {_ONE.get(noun, noun)}" for noun in called(text, mention)}
        land = _LAND.match(text, mention.end)
        if land and (place := places.find(land["land"], kind="country")):
            figure.roles.add(f"of {place.code}")
        words = reading.sentences[bisect_right(starts, mention.start) - 1].words
        figure.related = figure.related or not _FAMILY.isdisjoint(words)
        figure.followed = figure.followed or not _FOLLOWED.isdisjoint(words)
    for held in reading.held:
        if held.holder in found and held.status == "current":
            figure = found[held.holder]
            figure.posts.add(held.office)
            if held.body:
                figure.posts.add(f"{held.office} of {held.body}")
                figure.roles.add(f"of {held.body}")
    for ranked in reading.people.ranked:
        name = reading.people.name_of(ranked.name)
        if name in found:
            found[name].roles.add(f"a {_ONE.get(ranked.rank, ranked.rank)}")
    return found


def _keys(name: str, roles: set[str]) -> Iterator[str]:
    """Each role with the given name and with the surname."""
    read = parse(name)
    if read.eastern or read.generation or len(read.words) - read.family != 1 or not read.family:
        return
    given, surname = fold(read.words[0].core), fold(read.words[-1].core)
    if min(len(given), len(surname)) < _SHORTEST:
        return
    for role in roles:
        yield f"{given} .. {role}"
        yield f".. {surname} {role}"
