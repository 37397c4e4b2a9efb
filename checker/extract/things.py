"""Which thing does a noun phrase name? "Harbour Bridge", "the 183-megawatt Lindal hydropower dam"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.extract import organisations
from checker.resolve.compare import fold
from checker.resolve.offices import heads as offices
from checker.resolve.organisations import firms, place_at, spelled
from checker.text.tokens import Token, joined
from checker.vocab import load

# A subject behind one of these is only the tail of a longer one, or another's.
_TAIL = frozenset("of in at for from by with to and or 's ' - & near on".split())
_BEFORE = frozenset(
    "after although as because before but called since that the when where while who which".split()
)
_PRONOUNS = frozenset("both he his in it its on our she that their these they this which who".split())
_DETERMINERS = frozenset("a an her his its our the their this".split())
# What may follow an object; anything else may make it a part of a longer name.
FOLLOWING = frozenset(
    ", . ; : ) — – after along alongside amid and as at before by during for in near on to where which "
    "with".split()
)
# No words of a name in small letters.
_SMALL = (
    _TAIL | _BEFORE | _PRONOUNS | _DETERMINERS | FOLLOWING
    | frozenset("are be been had has have is no not was were".split())
)  # fmt: skip
# Inside names: "Bois du Cazier".
_PARTICLES = frozenset("of the da das de del della der des di do dos du el la las le les los van von".split())
_LONGEST = 9  # tokens of a name
_MODIFIERS = 4  # between article and name, and between name and noun


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing named by the tokens from ``start`` to ``end``, and what two ways of naming it share."""

    start: int
    end: int
    name: str
    key: str


@cache
def general() -> frozenset[str]:
    """Words that by themselves make no name of one thing: "Central Bank", "National Library"."""
    heads, topics, events = load("organisations")["heads"], load("portfolios"), load("events")["words"]
    words = {word.lower() for name in ("strong", "weak", "parented") for word in heads[name]}
    words.update(topics["words"]["known"], events["general"], events["ordinary"])
    for forms in topics["concepts"].values():
        words.update(word for form in forms for word in form.lower().split())
    return frozenset(spelled(word) for word in words)


def is_general(key: str) -> bool:
    """Does it say no more than "Central Bank", which may be any?"""
    return all(spelled(word) in general() for word in key.split())


def ending_at(text: str, row: list[Token], end: int) -> Thing | None:
    """The thing whose name ends right before token ``end``, if that is all of the noun phrase."""
    if end > 2 and row[end - 1].text == ")" and row[end - 3].text == "(":
        end -= 3
    if end <= 0:
        return None
    noun = _noun_before(row, end)
    found = organisations.before(text, row, end) if noun is None else None
    start = found[1] if found else _capitals_before(row, end if noun is None else noun)
    if not stands_alone(row, start, end) or not _is_proper(text, row, start, end):
        return None
    if noun is not None and start and row[start - 1].low in ("a", "an"):
        return None  # one of many
    return _thing(text, row, start, end)


def beginning_at(text: str, row: list[Token], i: int) -> Thing | None:
    """The thing named by the noun phrase that begins at token ``i``, if nothing is hung on to it."""
    thing = site_at(text, row, i)
    if thing is None:
        return None
    end = thing.end
    whole = end == len(row) or row[end].low in FOLLOWING or row[end].text[0].isdigit()
    return thing if whole else None


def site_at(text: str, row: list[Token], i: int) -> Thing | None:
    """The thing named by the noun phrase that begins at token ``i``, whatever follows."""
    if i < len(row) and row[i].low in _DETERMINERS:
        i += 1
    start = i
    while start < min(i + _MODIFIERS * 2, len(row)) and not row[start].capital:
        if not (row[start].text.isalnum() or row[start].text in "-$,€£"):
            return None
        start += 1
    named = organisations.at(text, row, start) if start < len(row) else None
    end = named[1] if named else capitals_from(row, start)
    if end <= start:
        return None
    end = noun_after(row, end) or end
    return _thing(text, row, start, end) if _is_proper(text, row, start, end) else None


def is_structure(row: list[Token], thing: Thing) -> bool:
    """Is it something that is built, by its noun?"""
    return row[thing.end - 1].low in _structures()


def capitals_from(row: list[Token], i: int) -> int:
    """Where the capitalised words that begin at ``i`` end; "of" and "the" may stand among them."""
    end = i
    while i < len(row) and i - end < 3:
        if row[i].capital and row[i].text[0].isalpha() and not offices().at(row, i):
            i = end = i + 1
        elif row[i].low in _PARTICLES and i == end:
            i += 1
        elif row[i].text == "-" and i == end and i + 1 < len(row) and joined(row, i):  # "Notre-Dame"
            i = end = i + 2
        else:
            break
    return end


def naming(text: str, row: list[Token], start: int, end: int) -> Thing | None:
    """The thing with this name, and with the noun in small letters behind it, if there is one."""
    end = noun_after(row, end) or end
    return _thing(text, row, start, end) if _is_proper(text, row, start, end) else None


@cache
def _structures() -> frozenset[str]:
    return frozenset(load("events")["structures"]["nouns"])


@cache
def _kinds() -> frozenset[str]:
    return frozenset(load("events")["structures"]["kinds"])


@cache
def _idle() -> frozenset[str]:
    return frozenset(load("events")["structures"]["idle"])


def keyed(words: list[str]) -> str:
    """What names of a thing share that end with nouns of one class: "Lindal factory", "Lindal plant"."""
    return " ".join(map(spelled, [*words[:-1], _classes().get(words[-1], words[-1])]))


@cache
def _classes() -> dict[str, str]:
    """Nouns that may name one thing, to the first of them: a factory is a plant."""
    return {noun: sort for sort, nouns in load("facilities")["classes"].items() for noun in nouns}


def _thing(text: str, row: list[Token], start: int, end: int) -> Thing:
    name = text[row[start].start : row[end - 1].end]
    words = [token for token in row[start:end] if token.text not in "()"]
    if row[end - 1].low in _structures():
        words = [token for token in words if token.low not in _idle() or token is row[end - 1]]
    while len(words) > 1 and words[-1].text in firms():
        words.pop()
    said = [word for token in words for word in fold(token.text).split()]
    key = keyed(said)
    return Thing(start, end, name, key)


def _noun_before(row: list[Token], end: int) -> int | None:
    """Where the name ends to which a noun in small letters before ``end`` belongs ("Lindal power dam")."""
    if not (row[end - 1].text.islower() and row[end - 1].low in _structures()):
        return None
    i = end - 1
    while i > 0 and end - i < _MODIFIERS and modifies(row[i - 1]):
        i -= 1
    return i


def noun_after(row: list[Token], i: int) -> int | None:
    """The token behind the noun in small letters that goes with the name that ends before ``i``."""
    for end in range(i, min(i + _MODIFIERS, len(row))):
        if not modifies(row[end]):
            break
        if row[end].low in _structures() and (end + 1 == len(row) or row[end + 1].low not in _structures()):
            return end + 1
    return None


def modifies(token: Token) -> bool:
    """May the word stand between a name and its noun ("the Lindal chemical plant")?"""
    return token.text.islower() and token.text.isalpha() and token.low not in _SMALL


def _capitals_before(row: list[Token], end: int) -> int:
    """Where the capitalised words that end before ``end`` begin; "of" and "the" may stand among them."""
    start = i = end
    while i > 0 and end - i < _LONGEST:
        token = row[i - 1]
        if (
            token.capital
            and token.text[0].isalpha()
            and token.low not in ("the", "a")
            and not offices().at(row, i - 1)
        ):
            i = start = i - 1
        elif i < end and token.low in _PARTICLES:
            i -= 1
        else:
            break
    return start


def stands_alone(row: list[Token], start: int, end: int) -> bool:
    """Is the name the whole subject, and not a part of one ("the library of Trinity College")?"""
    if start >= end:
        return False
    i = start - (start > 0 and row[start - 1].low == "the")
    if i == 0:
        return True
    before = row[i - 1]
    if before.text.islower() and before.low not in _BEFORE:
        return before.low == "and" and i > 1 and row[i - 2].text == ","
    return before.low not in _TAIL


def _is_proper(text: str, row: list[Token], start: int, end: int) -> bool:
    """Has the name two words, one of them its own or a place?"""
    words = [
        token.low for token in row[start:end] if token.text[0].isalpha() and token.low not in ("of", "the")
    ]
    if len(words) < 2 or words[0] in _PRONOUNS:
        return False
    own = any(token.capital and spelled(token.low) not in general() for token in row[start:end])
    places = any(place_at(text, row, i) for i in range(start, end))
    if row[end - 1].text.islower():  # "the Paris hotel", "the Gothic church" may be any
        return (
            own and not places and not all(token.low in _kinds() for token in row[start:end] if token.capital)
        )
    return own or places
