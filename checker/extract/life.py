"""When and where people are told to be born and to die."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.extract.bearer import Bearer, bearer, named_at
from checker.extract.clauses import DAY, Clauses, Told, hedged
from checker.extract.happening import Happening, behind_event, called
from checker.extract.names import name_at
from checker.extract.reading import Reading
from checker.resolve.compare import fold
from checker.text.tokens import Phrases, Token
from checker.vocab import load

# What happens to people alone.
OF_PEOPLE = frozenset(("assassinated", "baptised", "born", "buried", "crowned", "died"))
_WORDS = 5  # tokens that lead up to a name
_WHERE = frozenset(("at", "in", "near", "on"))  # begin what still says where or when
_LINKS = frozenset("and at by for from in of on to who with".split())  # what follows is somebody else
_TITLE = 8  # tokens of "as Emperor of Ethiopia"
_LEADS = 30  # tokens that "Born in Leeds on 5 May 1950," may have


@cache
def _deaths() -> Phrases[bool]:
    """Verbs that say that somebody died; is it one that needs "was"?"""
    words = load("events")["deaths"]
    return Phrases({**dict.fromkeys(words["active"], False), **dict.fromkeys(words["passive"], True)})


@cache
def words() -> frozenset[str]:
    """A sentence without any of these tells nothing of the kind."""
    return frozenset(
        {"born", "Born", "died", *(form for forms in load("events")["deaths"].values() for form in forms)}
    )


def tells(row: list[Token], i: int) -> bool:
    """Does token ``i`` begin a verb of birth or death?"""
    return row[i].low in ("born", "died") or (row[i].text.islower() and _deaths().at(row, i) is not None)


def life(reading: Reading, row: list[Token], i: int, clauses: Clauses) -> Iterator[Happening]:
    """ "Jane Roe was born on", "Jane Roe (born", "Jane Roe, who died in": the verb is token ``i``."""
    if row[i].low == "born" and i == 0:
        yield from _born_first(reading, row, clauses)
        return
    what, end = row[i].low, i + 1
    if found := _deaths().at(row, i):
        if found[0] and (i == 0 or row[i - 1].low != "was"):
            return
        what, end = "died", found[1]
    elif what == "born" and (i == 0 or row[i - 1].low not in ("was", "(", ",")):
        return
    stop = i - 1 if what == "born" and row[i - 1].text in "(," else i
    person = bearer(reading, row, stop, clauses)
    if person:
        told = clauses.after(row[end - 1].end, _clause_end(row, stop, end)) or clauses.before(
            row[0].start, row[person.first].start
        )
        yield from _happening(reading, row, person, what, told, row[end - 1].end)


def _clause_end(row: list[Token], verb: int, i: int) -> int:
    """Where the clause of the verb ends: "Jane Roe, who was born in Leeds, ran the port from 2011"."""
    if "who" not in {token.low for token in row[max(0, verb - 2) : verb + 1]}:
        return row[-1].end
    following = zip(row[i:], row[i + 1 :], strict=False)
    ends = (
        comma.start
        for comma, word in following
        if comma.text == "," and word.text.islower() and word.low not in _WHERE
    )
    return next(ends, row[-1].end)


def passive_life(
    reading: Reading, row: list[Token], i: int, what: str, clauses: Clauses
) -> Iterator[Happening]:
    """ "Jane Roe was assassinated in": the participle is token ``i``."""
    if i > 1 and row[i - 1].low == "was" and (person := bearer(reading, row, i, clauses)):
        told = clauses.after(row[i].end, row[-1].end)
        yield from _happening(reading, row, person, what, told, row[i].end)


def nominal_life(
    reading: Reading, row: list[Token], i: int, what: str, clauses: Clauses
) -> Iterator[Happening]:
    """ "the death of Jane Roe on 5 May 2001": the name begins at token ``i``."""
    name = name_at(reading.article.text, row, i) if i < len(row) else None
    if name and name.words > 1:
        stop = row[behind_event(row, _behind_title(row, name.end)) - 1].end
        told = clauses.after(stop, row[-1].end, DAY)
        yield from _happening(reading, row, Bearer(name.text, i), what, told, stop)


def _behind_title(row: list[Token], i: int) -> int:
    """The index behind "as Emperor of Ethiopia", or "of Tonga", if that begins at token ``i``."""
    if i >= len(row) or row[i].low not in ("as", "of"):
        return i
    end = i + 1
    while end < min(i + _TITLE, len(row)) and (row[end].capital or row[end].low in ("of", "the", "and")):
        end += 1
    while row[end - 1].low in ("of", "the", "and"):
        end -= 1
    return end if end > i + 1 else i


def _born_first(reading: Reading, row: list[Token], clauses: Clauses) -> Iterator[Happening]:
    """ "Born in Leeds on 5 May 1950, Jane Roe": the name behind a comma, the date before it."""
    for i in range(2, min(_LEADS, len(row) - 1)):
        if row[i].text == "," and (person := named_at(reading, row, _described(row, i + 1), clauses)):
            told = clauses.after(row[0].end, row[i].start)
            yield from _happening(reading, row, Bearer(person.name, 0), "born", told, row[i].start)
            return


def _described(row: list[Token], i: int) -> int:
    """Where a name begins that a few words lead up to ("the young organist Jane Roe")."""
    if row[i].low not in ("the", "a", "an"):
        return i
    for end in range(i + 1, min(i + _WORDS, len(row))):
        if not row[end].text.islower():
            return end
        if row[end].low in _LINKS:
            break
    return i


def _happening(
    reading: Reading, row: list[Token], person: Bearer, what: str, told: Told | None, stop: int
) -> Iterator[Happening]:
    if told is None or hedged(reading.article.text, row[0].start, max(told.end, stop)):
        return
    yield Happening(
        min(row[person.first].start, told.start, stop),
        max(told.end, stop),
        f"{fold(person.name)}: {what}",
        called(what, person.name),
        told.when,
        told.place,
        named=False,
        assumptions=told.assumptions,
    )
