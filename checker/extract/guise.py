"""Claims of what people are told to be, by which one may be taken for another whose name is half the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from checker.extract.company import called, surroundings
from checker.extract.reading import Reading
from checker.model import Guise
from checker.resolve import places
from checker.resolve.compare import fold
from checker.resolve.name_parts import parse
from checker.resolve.people import Mention

_CROWD = 24  # people of one article; a list of names tells nothing
_ONE = {"master": "captain", "skipper": "captain"}  # of a ship
_LAND = re.compile(r" of (?P<land>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")
# Who is named with such a word is of a family, or came after somebody of whom the text tells.
_KIN = re.compile(
    r"\b(?:(?:half-|step|grand|god)?(?:brother|cousin|daughter|father|mother|sister|son)s?(?:-in-law)?|aunt|uncle|niece|"
    r"nephew|husband|wife|widow|widower|spouse|siblings?|dynasty|heirs?|family|married|née|no relation|"
    r"not related|unrelated|namesakes?|same (?:sur|last |family )?name|predecessors?|successors?|"
    r"succeed(?:ed|s)?|replac(?:ed|es)|(?:sur|last |family )names?|Mrs)\b",
    re.IGNORECASE,
)


def extract(reading: Reading) -> Iterator[Guise]:
    """One claim for each person named in full of whom the article says what he or she is."""
    told = _in_full(reading)
    if not told or len(told) > _CROWD:
        return
    roles = _roles(reading, told)
    for name, first in told.items():
        keys = tuple(sorted(_keys(name, roles.get(name, ()))))
        if keys:
            yield Guise(
                **reading.place(first.start, first.end),
                name=name,
                keys=keys,
                beside=tuple(sorted(other for other in told if other != name)),
                context=surroundings(reading, name),
                assumptions=(),
            )


def _in_full(reading: Reading) -> dict[str, Mention]:
    """Who is named in full, and where first; relatives and successors left out."""
    kin = _kin(reading)
    starts = [sentence.start for sentence in reading.sentences]
    found: dict[str, Mention] = {}
    related = set()
    for mention in reading.people.mentions:
        name = reading.people.name_of(mention) if " " in mention.text else None
        if name:
            found.setdefault(name, mention)
            if kin and bisect_right(starts, mention.start) - 1 in kin:
                related.add(name)
    return {name: mention for name, mention in found.items() if name not in related}


def _kin(reading: Reading) -> set[int]:
    """Of which sentences may two people be of one family?"""
    starts = [sentence.start for sentence in reading.sentences]
    return {bisect_right(starts, match.start()) - 1 for match in _KIN.finditer(reading.article.text)}


def _roles(reading: Reading, told: dict[str, Mention]) -> dict[str, set[str]]:
    """Of each person the offices, ranks and callings, and of which country."""
    roles: dict[str, set[str]] = {}
    for held in reading.held:
        if held.holder in told and held.status == "current":
            own = roles.setdefault(held.holder, set())
            own.add(held.office)
            if held.body:
                own |= {f"{held.office} of {held.body}", f"of {held.body}"}
    for ranked in reading.people.ranked:
        name = reading.people.name_of(ranked.name)
        if name in told:
            roles.setdefault(name or "", set()).add(f"a {_ONE.get(ranked.rank, ranked.rank)}")
    text = reading.article.text
    for mention in reading.people.mentions:
        name = reading.people.name_of(mention) if " " in mention.text else None
        if name in told:
            own = roles.setdefault(name or "", set())
            own |= {f"a {_ONE.get(noun, noun)}" for noun in called(text, mention)}
            land = _LAND.match(text, mention.end)
            if land and (place := places.find(land["land"], kind="country")):
                own.add(f"of {place.code}")
    return roles


def _keys(name: str, roles: set[str] | tuple[str, ...]) -> Iterator[str]:
    """Each role with the given name and with the surname."""
    read = parse(name)
    if read.eastern or read.generation or len(read.words) - read.family != 1 or not read.family:
        return
    given, surname = read.words[0], read.words[-1]
    if len(given.core) < 3 or len(surname.core) < 3:
        return
    for role in roles:
        yield f"{fold(given.core)} .. {role}"
        yield f".. {fold(surname.core)} {role}"
