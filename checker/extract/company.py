"""What tells one bearer of a name from another: offices held, and in whose company an article names them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from checker.extract.occupations import is_person
from checker.extract.reading import Reading
from checker.extract.things import general
from checker.resolve import places
from checker.resolve.compare import fold
from checker.resolve.organisations import spelled
from checker.resolve.people import Mention

_CROWD = 300  # mentions of people
_FIRST = 40  # of them, which are looked at for what they are called
_LOOKED_AT = 200  # names
_MOST = 12  # people of one article; a list of names tells nothing
# Whoever holds these is named in articles on anybody.
_EVERYWHERE = frozenset(
    ("chancellor", "emperor", "king", "pope", "president", "prime minister", "queen", "secretary-general")
)
# No callings, or those of too many.
_ANYBODY = frozenset(
    "brother child daughter father friend husband leader man member mother neighbour neighbor official "
    "owner person player resident sister son spokesman spokeswoman student teacher victim widow wife winner "
    "woman worker".split()
)
_CALLED = re.compile(
    r"\b(?P<noun>[A-Za-z][a-z]{3,15})(?:\sof\s[a-z]+,|,|\s(?:is|was))?\s(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s)?\Z"
)
# No first words of sentences.
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15}){1,2}")
_CALLING = re.compile(
    r"(?:,\s(?:(?:aged\s)?\d{1,3},\s)?(?:the|an?|then|(?:the\s)?[A-Za-z][\w-]+(?:\s[A-Z][\w-]+){0,2}'s)|"
    r"(?:\s\([^()]{1,160}\))?\s(?:is|was)\san?(?:\s[A-Z][a-z]+(?:-[A-Z][a-z]+)?)?)\s"
    r"(?:[a-z]+-?[a-z]*\s){0,3}?(?P<noun>[a-z]{4,16})"
    r"(?=,|\sof\b|\sat\b|\sin\b|\swho\b|\sfrom\b|\sand\b|\.)"
)


def company(reading: Reading, person: str) -> tuple[str, ...]:
    """Keys of the offices and of the people that the article ties to the person."""
    offices = {
        f"{held.office} of {held.body}" for held in reading.held if held.holder == person and held.body
    }
    others = [figure for figure in reading.people.roster.figures if figure.name != person]
    if len(others) > _MOST:
        return tuple(sorted(offices))
    named = {
        f"beside {fold(other.name)}"
        for other in others
        if len(other.name.split()) > 1 and _EVERYWHERE.isdisjoint(other.offices)
    }
    return tuple(sorted(offices | named))


def callings(reading: Reading, person: str) -> tuple[str, ...]:
    """Keys of what the article calls the person: "the guide Jane Roe", "Jane Roe, a mountain guide"."""
    text = reading.article.text
    found: set[str] = set()
    for mention in reading.people.mentions[:_FIRST]:
        if reading.people.name_of(mention) == person:
            found |= called(text, mention)
    return tuple(sorted(f"a {noun}" for noun in found))


def ties(reading: Reading, person: str) -> tuple[str, ...]:
    """All keys by which another article that has them may be taken to speak of the person."""
    return (*company(reading, person), *callings(reading, person), *surroundings(reading, person))


def called(text: str, mention: Mention) -> set[str]:
    """The nouns before a mention of a person, or in an apposition behind, but those for anybody."""
    before = _CALLED.search(text, max(0, mention.start - 40), mention.start)
    behind = _CALLING.match(text, mention.end)
    nouns = {match["noun"].lower() for match in (before, behind) if match}
    return {noun for noun in nouns if is_person(noun)} - _ANYBODY


def surroundings(reading: Reading, person: str) -> tuple[str, ...]:
    """Keys of what else the article names in full: clubs, streets, bodies, but no countries and towns."""
    if len(reading.people.mentions) > _CROWD:
        return ()
    people = {figure.name for figure in reading.people.roster.figures} | {person}
    rare = _rare(reading.article.text)
    own = [name for name in rare if not any(name in other or other in name for other in people)]
    return tuple(sorted(f"near {fold(name)}" for name in own))


@lru_cache(maxsize=2)
def _rare(text: str) -> tuple[str, ...]:
    """The first names in a text that are of something of its own, as far as we know."""
    found = dict.fromkeys(match[0] for match in islice(_NAMED.finditer(text), _LOOKED_AT))
    rare = (name for name in found if not places.candidates(name) and not _is_general(name))
    return tuple(islice(rare, _MOST))


def _is_general(name: str) -> bool:
    return all(spelled(word) in general() or places.is_adjective(word) for word in name.split())
