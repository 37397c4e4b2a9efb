"""Claims that an article gives the holder of one office two given names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from checker.extract.clauses import Clauses
from checker.extract.holders import Held
from checker.extract.reading import Reading
from checker.extract.timing import when_held
from checker.extract.unreal import is_part
from checker.model import Namesake
from checker.resolve.name_parts import parse
from checker.resolve.names import compare
from checker.resolve.word_match import match

_NEAR = 45  # days; further apart, one may have come after the other
# Of these, history tells without a date, and some families have had several.
_OF_HISTORY = frozenset("president premier chancellor king queen emperor pope".split()) | {"prime minister"}
_FEW = 2  # letters; a given name as short is an initial

# An article with such a word may speak of two people of one surname.
_TWO = re.compile(
    r"\b(?:(?:half-|step|grand|god)?(?:brother|cousin|daughter|father|mother|sister|son)s?|aunt|uncle|niece|"
    r"nephew|husband|wife|widow|widower|spouse|siblings?|twins?|dynasty|heirs?|no relation|not related|"
    r"unrelated|namesakes?|"
    r"same (?:sur|last |family )?name|predecessors?|successors?|succeed(?:ed|s)?|replac(?:ed|es)|"
    r"(?:sur|last |family )names?)\b",
    re.IGNORECASE,
)


def extract(reading: Reading) -> Iterator[Namesake]:
    """One claim for each of two passages that name one office and surname, but not one given name."""
    slips = list(_slips(reading))
    if slips and not _TWO.search(reading.article.text):
        for held in dict.fromkeys(held for slip in slips for held in slip):
            yield Namesake(
                **reading.place(held.phrase.start, held.phrase.end),
                office=held.office,
                surname=_surname(held.holder),
                name=held.holder,
                assumptions=(f"the article speaks of one {held.office} only",),
            )


def _slips(reading: Reading) -> Iterator[tuple[Held, Held]]:
    text, people = reading.article.text, reading.people
    bearers: dict[tuple[str, str], dict[str, Held]] = {}
    for held in reading.held:
        surname = _surname(held.holder)
        counts = surname and held.status == "current" and held.single and held.office not in _OF_HISTORY
        if counts and not is_part(text, held.phrase.sentence.start, held.phrase.start):
            bearers.setdefault((held.office, surname), {}).setdefault(held.holder, held)
    if all(len(names) == 1 for names in bearers.values()):
        return
    named = Counter(people.name_of(mention) for mention in people.mentions)
    for names in bearers.values():
        for a, b in combinations(names.values(), 2):
            # Who is named twice is no slip of the pen; who holds what of one body is a matter of time.
            once = min(named[a.holder], named[b.holder]) == 1 and a.phrase.sentence != b.phrase.sentence
            if once and not (a.body and b.body) and differ(a.holder, b.holder) and _meet(reading, a, b):
                yield a, b


def _surname(name: str) -> str:
    """The surname, folded, where it stands last: where it stands first, many bear the same."""
    read = parse(name)
    if read.eastern or read.generation:
        return ""
    return " ".join(word.core for word in read.words[read.family :])


def differ(a: str, b: str) -> bool:
    """Are the given names of two people surely two?"""
    one, other = (read.words[: read.family] for read in (parse(a), parse(b)))
    if not one or not other or any(len(word.core) <= _FEW for word in (*one, *other)):
        return False
    return match(one[0], other[0]).kind == "none" and compare(a, b).verdict == "different"


def _meet(reading: Reading, a: Held, b: Held) -> bool:
    """May both hold of one time?"""
    clauses = reading.once(Clauses)
    (first, _), (second, _) = (when_held(reading, clauses, held.phrase) for held in (a, b))
    return not (first.known and second.known) or first.days_between(second) <= _NEAR
