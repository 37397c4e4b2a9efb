"""What keeps two names from being surely one, or surely two, although their words seem to say so."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from checker.resolve import nicknames
from checker.resolve.name_align import Alignment
from checker.resolve.name_parts import Name
from checker.resolve.name_words import listed
from checker.resolve.word_match import match

_ALIKE = 0.5  # of two surnames, a score above that of different ones
_MANY = 3  # initials
UNLIKE = "the likeness of the words is not enough"


def doubts(short: Name, long: Name, alignment: Alignment) -> Iterator[str]:
    """Why two names whose words agree may still not be one person's, in words; nothing if they surely are."""
    kinds = [pair.match.kind for pair in alignment.pairs]
    found = alignment.found
    part = part_only(short, long, alignment)
    if part:
        yield part
    if all(kind == "initial" for kind in kinds):
        yield "initials alone prove nothing"
    if "maybe" in kinds or kinds.count("slip") > 1 or ("slip" in kinds and "initial" in kinds):
        yield UNLIKE
    if bool(short.generation) != bool(long.generation):
        yield f"only one of them is called '{short.generation or long.generation}'"
    if genders_differ(short, long):
        yield "one is addressed as a man, the other as a woman"
    if alignment.order == "mixed" or (alignment.order == "turned" and _turning_matters(short, long, kinds)):
        yield "the words stand in another order"
    if _half_surname(long, found):
        yield "only one of them has the double surname"
    if not part:
        yield from _left_over(long, found, middle="initial" in kinds[1:])
        if "initial" in kinds and len(kinds) == 2 and long.words[-1].core in listed("common"):
            yield "an initial beside a common surname proves little"


def untold(short: Name, long: Name, found: Collection[int]) -> str:
    """Why words at odds do not prove two persons, "" if they do."""
    if any(word.script == "written" for word in (*short.words, *long.words)):
        return "the signs of one name can be read in several ways"
    if short.eastern != long.eastern and any(place >= long.family for place in found):
        other = long if short.eastern else short
        if nicknames.is_given(other.words[0].core):
            return f"'{other.words[0].text}' may be a second given name"
    return _untold_initials(short, long)


def _untold_initials(short: Name, long: Name) -> str:
    """The same for names that begin with initials only, of which some peoples bear many."""
    one, two = _initials(short), _initials(long)
    alike = (one or two) and match(short.words[-1], long.words[-1]).score > _ALIKE
    if not alike:
        return ""
    if one == two:
        return "the initials are the same, the surnames alike"
    if max(len(one), len(two)) >= _MANY and not (one and two):
        return "so many initials may leave out the name that is used"
    return ""


def _initials(name: Name) -> tuple[str, ...]:
    """The initials before the surname, if there are several, and nothing else."""
    given = name.words[: name.family]
    return tuple(word.core for word in given) if len(given) > 1 and all(it.initial for it in given) else ()


def genders_differ(one: Name, two: Name) -> bool:
    """One is addressed as a man, the other as a woman."""
    return bool(one.gender and two.gender and one.gender != two.gender)


def part_only(short: Name, long: Name, alignment: Alignment) -> str:
    """Why the words in common cannot identify anybody, "" if they can."""
    found = [
        place
        for pair in alignment.pairs
        for place in range(pair.b, pair.b_end)
        if not (long.words[place].title and short.words[pair.a].title)
    ]
    if len(found) == 1 and len(long.written) == 1:
        return "a single word does not tell who is meant"
    if len(found) == len(long.words):
        return ""
    if all(place >= long.family for place in found):
        return "a surname alone does not tell who is meant"
    if all(place < long.family for place in found):
        return "given names alone do not tell who is meant"
    return ""


def _left_over(long: Name, found: Collection[int], *, middle: bool) -> Iterator[str]:
    """Doubts about words that only the longer name has; ``middle``: the shorter one has middle initials."""
    rest = [word for place, word in enumerate(long.words) if place not in found and not word.doubtful]
    first = long.words[0]
    by_nickname = any(long.words[place].doubtful and not long.words[place].title for place in found)
    if (
        0 not in found
        and not by_nickname
        and first in rest
        and not first.initial
        and first.core not in listed("droppable")
    ):
        yield f"'{first.text}' comes before the name in only one of them"
    if middle and any(word.initial for word in rest):
        yield "the middle initials are not the same"


def _half_surname(long: Name, found: Collection[int]) -> bool:
    """Is only a part of a hyphenated surname found (a maiden name, a married name, another family)?"""
    places = range(long.family, len(long.words))
    if len(places) < 2 or not long.words[long.family + 1].hyphen:
        return False
    return any(place in found for place in places) and not all(place in found for place in places)


def _turning_matters(short: Name, long: Name, kinds: Collection[str]) -> bool:
    """Words in another order are one name only if it can be told which is the surname."""
    if short.sure or long.sure:
        return False
    if "initial" in kinds:
        return not (short.words[-1].initial or long.words[-1].initial)
    return len(short.words) <= 2 and all(nicknames.is_given(word.core) for word in short.words)
