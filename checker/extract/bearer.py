"""Of whom does a verb speak? Its subject is found past brackets, appositions and relative clauses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker import kept
from checker.extract.appositions import openings
from checker.extract.clauses import Clauses
from checker.extract.names import name_at, name_before
from checker.extract.occupations import is_person
from checker.extract.reading import Reading
from checker.resolve.compare import fold
from checker.resolve.nicknames import is_given
from checker.resolve.offices import heads as offices
from checker.text.tokens import Token
from checker.vocab import load

_FARTHEST = 45  # tokens between the name and the verb
_FRONTED = 6  # tokens before a name that say how it was with its bearer
_BEING = frozenset("was had has been".split())
_ADVERBS = frozenset("also apparently finally first later reportedly soon then there".split())
# Behind these a name is not what the verb speaks of ("the son of Jane Roe was born").
_OTHER = frozenset("of with to by and or for from than like as 's '".split())
# Behind these it is what "who" speaks of ("named for Jane Roe, who was born"), if nobody else comes before.
_LINKS = frozenset("of with to by and for from".split())
# No apposition begins with these: the clause before the comma is at its end.
_NO_APPOSITION = frozenset(
    "and but or nor so yet said says told adds added that because when while where after before if as in on "
    "at although he she they it his her their there".split()
)
# With these a clause begins that has a subject of its own.
_CLAUSES = frozenset(
    "who whom whose which that when where while because although after before if he she they it there".split()
)


@dataclass(frozen=True, slots=True)
class Bearer:
    """The person, named in full, and the token with which the passage begins.

    That is the name, or the verb where its subject is that of the clause before.
    """

    name: str
    first: int


def bearer(reading: Reading, row: list[Token], verb: int, clauses: Clauses) -> Bearer | None:
    """The subject of the verb whose first word is token ``verb``; None where it is not plain."""
    end = verb
    while end > 0 and (
        row[end - 1].low in _BEING or row[end - 1].low in _ADVERBS or _is_adverb(row[end - 1])
    ):
        end -= 1
    if end > 0 and row[end - 1].low == "who":
        end -= 1
        if end > 0 and row[end - 1].text == ",":
            end -= 1
        if _is_name(reading, row, end, clauses):
            return _named(reading, row, end, clauses, relative=True)
        return _across(reading, row, end, clauses)
    if end > 0 and row[end - 1].text == ",":
        return _apart(reading, row, end - 1, clauses) or _across(reading, row, end - 1, clauses)
    if end > 0 and row[end - 1].low in ("and", "but"):
        return _shared(reading, row, end - 1, verb, clauses)
    return _named(reading, row, end, clauses)


def named_at(reading: Reading, row: list[Token], i: int, clauses: Clauses) -> Bearer | None:
    """The person whose name begins at token ``i``."""
    for end in range(i + 1, min(i + 7, len(row)) + 1):
        mention = clauses.person(row[end - 1].end)
        if mention and mention.start == row[i].start:
            full = reading.people.name_of(mention)
            return Bearer(full, i) if full and " " in full else None
    name = name_at(reading.article.text, row, i) if i < len(row) else None
    return Bearer(name.text, i) if name and name.words > 1 else None


def _named(
    reading: Reading, row: list[Token], end: int, clauses: Clauses, *, relative: bool = False
) -> Bearer | None:
    """The person whose name, and what stands in brackets behind it, ends right before token ``end``."""
    if end > 2 and row[end - 1].text == ")":
        end = next((i for i in range(end - 2, max(0, end - 25), -1) if row[i].text == "("), 0)
    if end == 0:
        return None
    if mention := clauses.person(row[end - 1].end):
        full = reading.people.name_of(mention)
        first = next((i for i in range(end - 1, -1, -1) if row[i].start <= mention.start), 0)
    else:
        name = name_before(reading.article.text, row, end)
        full, first = (_whole(reading, name.text), name.begin) if name else (None, 0)
    if not full or " " not in full or _of_other(row, first, relative=relative):
        return None
    return Bearer(full, first)


def _whole(reading: Reading, name: str) -> str:
    """Of a surname, the only full name that the article gives with it, if we know its given name for one."""
    if " " in name or name not in reading.concordance.words:
        return name
    borne = kept.passing(rf"\b(?P<given>[A-Z][\w'-]{{1,20}})\s(?:[A-Z]\.\s)?{name}\b")
    found = {match[0] for match in borne.finditer(reading.article.text) if is_given(fold(match["given"]))}
    return found.pop() if len(found) == 1 else name


def _of_other(row: list[Token], first: int, *, relative: bool) -> bool:
    """Does the name only belong to the subject? Before "who" it is one, but not behind "the son of"."""
    if not first or row[first - 1].low not in _OTHER:
        return False
    if not relative or row[first - 1].low not in _LINKS:
        return True
    return row[first - 1].low == "of" and (first < 2 or is_person(row[first - 2].low))


def _is_name(reading: Reading, row: list[Token], end: int, clauses: Clauses) -> bool:
    if end == 0:
        return False
    return (
        clauses.person(row[end - 1].end) is not None
        or name_before(reading.article.text, row, end) is not None
    )


def _apart(reading: Reading, row: list[Token], comma: int, clauses: Clauses) -> Bearer | None:
    """ "His wife, Jane Roe, died": a name that is itself the apposition, behind a noun."""
    found = _named(reading, row, comma, clauses)
    if found is None or found.first < 2 or row[found.first - 1].text != ",":
        return None
    noun = found.first - 1
    return found if is_person(row[noun - 1].low) or offices().before(row, noun) else None


def _across(reading: Reading, row: list[Token], comma: int, clauses: Clauses) -> Bearer | None:
    """ "Jane Roe, author of five novels, died": the name before the apposition that token ``comma`` ends."""
    for end in openings(row, comma, _FARTHEST, _NO_APPOSITION):
        found = _named(reading, row, end, clauses)
        if found and _opens(row, found.first):
            return found
    return None


def _shared(reading: Reading, row: list[Token], end: int, verb: int, clauses: Clauses) -> Bearer | None:
    """ "Jane Roe studied law and died": the person with whom the sentence opens, if nobody else comes in."""
    for i, token in enumerate(row[:8]):
        if token.capital and token.low not in ("the", "a", "an"):
            found = named_at(reading, row, i, clauses)
            alone = found and _opens(row, i) and not _interrupted(row, i, end)
            return Bearer(found.name, verb) if found and alone else None
    return None


def _opens(row: list[Token], first: int) -> bool:
    """Is the name the subject of its sentence: at its head, or behind words that describe its bearer?"""
    described = all(token.text.isalnum() and token.low not in _CLAUSES for token in row[:first])
    return described or _comma(row, first)


def _comma(row: list[Token], first: int) -> bool:
    """Does a phrase end right before the name that says when, where or how ("In May 1950, Jane Roe")?"""
    if row[first - 1].text != ",":
        return False
    if row[0].low in ("in", "on", "at", "during"):
        return True
    # "Tired and ill, Jane Roe"
    plain = all(token.text.islower() and token.low not in _CLAUSES for token in row[1 : first - 1])
    return plain and 0 < first - 1 <= _FRONTED and row[0].low not in _CLAUSES | _relatives()


def _interrupted(row: list[Token], first: int, end: int) -> bool:
    """Does a clause with another subject begin between two tokens?"""
    return any(
        token.low in _CLAUSES or token.low in _relatives() or token.text in ";:" for token in row[first:end]
    )


def _is_adverb(token: Token) -> bool:
    return token.low.endswith("ly") and token.text.islower() and len(token.low) > 4


@cache
def _relatives() -> frozenset[str]:
    return frozenset(load("events")["words"]["relatives"])
