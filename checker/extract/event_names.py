"""Where a named event stands in a sentence: a head noun with its capitals, or a code name with a year."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache

from checker.extract.reading import Reading
from checker.resolve.events import YEAR, distinct, key, ordinal
from checker.resolve.offices import heads as offices
from checker.text.sentences import Sentence
from checker.text.tokens import Phrases, Token, joined, tokens
from checker.vocab import load

_LONGEST = 10  # tokens on either side of the head noun
_QUOTES = frozenset("'\"‘’“”")


@dataclass(frozen=True, slots=True)
class Name:
    """An event's name ``row[start:end]``. ``key`` is canonical; ``signed`` marks treaties and the like."""

    start: int
    end: int
    text: str
    key: str
    signed: bool = False

    @property
    def edition(self) -> bool:
        """Does the name tell one time from the next?"""
        words = self.key.split()
        return words[0][:-1].isdigit() or YEAR.fullmatch(words[-1]) is not None


@cache
def _heads() -> Phrases[str]:
    table = load("events")["heads"]
    return Phrases((form, form) for form in (*table["recurring"], *table["single"]))


@cache
def introducing() -> Phrases[bool]:
    """Common nouns before a code name: "exercise", "air show"."""
    return Phrases((form, True) for form in load("events")["heads"]["introducing"])


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("events")["heads"][name])


@cache
def _never() -> frozenset[str]:
    return frozenset(load("events")["words"]["never"])


@cache
def _openers() -> Set[str]:
    """Words, but for years, at which the name of an event is told to be one."""
    return _heads().openers | introducing().openers


class Named:
    """The named events of the sentences of an article, each sentence read once."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._known: dict[int, tuple[list[Token], tuple[Name, ...]]] = {}

    def of(self, sentence: Sentence) -> tuple[list[Token], tuple[Name, ...]]:
        """The tokens of the sentence, and the names among them."""
        if sentence.start not in self._known:
            row = tokens(self._text, sentence.start, sentence.end)
            self._known[sentence.start] = row, tuple(names(self._text, row))
        return self._known[sentence.start]


def names(text: str, row: list[Token]) -> Iterator[Name]:
    """The named events of a sentence, from left to right; none overlaps another."""
    behind = 0
    for i, token in enumerate(row):
        if i < behind or not (token.low in _openers() or token.text[0].isdigit()):
            continue
        name = _headed(text, row, i, behind) or _introduced(text, row, i) or _coded(text, row, i, behind)
        if name:
            yield name
            behind = max(name.end, i + 1)


def _headed(text: str, row: list[Token], i: int, behind: int) -> Name | None:
    found = _heads().at(row, i)
    if not found or not (row[i].capital or _small(row, i, found[0])):
        return None
    head, end = found
    if _heads().at(row, end) and row[end].capital:  # "Summit Conference": the last noun counts
        return None
    start = _left(row, i, behind)
    leading = head in _listed("leading") or head in ("Conference", "Forum", "War")
    if leading and end + 1 < len(row) and row[end].low in ("of", "on", "for"):
        end = _run(row, end + 1 + (row[end + 1].low == "the"), end)
    end = _edition_behind(row, end)
    if start == i and end == found[1]:
        return None
    return _name(text, row, start, end, signed=head in _listed("signed"))


def _name(text: str, row: list[Token], start: int, end: int, *, signed: bool = False) -> Name | None:
    canonical = key(token.text for token in row[start:end])
    if not distinct(canonical):
        return None
    return Name(start, end, text[row[start].start : row[end - 1].end], canonical, signed)


def _small(row: list[Token], i: int, head: str) -> bool:
    """A head noun written small counts behind a capital or a number ("the BRICS summit")."""
    before = row[i - 1] if i else None
    return (
        head.lower() in _listed("small")
        and row[i].text.islower()
        and before is not None
        and (before.capital or _numeral(before.low))
    )


def _numeral(low: str) -> bool:
    return YEAR.fullmatch(low) is not None or (low[0].isdigit() and ordinal(low) is not None)


def _is_word(row: list[Token], i: int) -> bool:
    token = row[i]
    if not token.capital or not token.text[0].isalpha() or token.low in _never():
        return False
    office = offices().at(row, i)
    return not office or ordinal(token.low) is not None


def _left(row: list[Token], i: int, behind: int) -> int:
    """Where the words before the head noun begin, with edition and year."""
    start, lowest = i, max(behind, i - _LONGEST)
    while start > lowest:
        token = row[start - 1]
        if _is_word(row, start - 1) or _numeral(token.low):
            start -= 1
        elif start - 2 >= lowest and start < i and _links(row, start - 1):
            start -= 2
        else:
            return start - 1 if token.text.islower() and ordinal(token.low) is not None else start
    return start


def _links(row: list[Token], i: int) -> bool:
    """Does the mark at ``i`` hold two words of a name together ("Asia-Pacific", "Women's World")?"""
    if not _is_word(row, i - 1):
        return False
    return joined(row, i) if row[i].text == "-" else row[i].low in ("'s", "'", "&")


def _run(row: list[Token], i: int, end: int) -> int:
    """Where the capitals from ``i`` on end; without any, ``end`` stays."""
    begin = i
    while i < len(row) and i - begin < _LONGEST:
        if _is_word(row, i):
            i = end = i + 1
        elif row[i].text == "-" and end == i and joined(row, i):
            i += 1
        elif row[i].low in ("of", "the", "and") and end >= i - 1 > begin - 1 and i + 1 < len(row):
            if not (row[i + 1].low == "the" or _is_word(row, i + 1)) or row[i].low == "and":
                break
            i += 1
        else:
            break
    return end


def _edition_behind(row: list[Token], end: int) -> int:
    """Takes in a year ("Expo 2020", "Summit-2019") or a Roman edition ("Super Bowl XLVIII")."""
    i = end + (end < len(row) and ((row[end].text in "-–" and joined(row, end)) or row[end].low == "of"))
    if i < len(row) and YEAR.fullmatch(row[i].text) and not _date_goes_on(row, i):
        return i + 1
    if i == end < len(row) and row[i].text.isupper() and row[i].text.isalpha() and ordinal(row[i].low):
        return i + 1
    return end


def _date_goes_on(row: list[Token], i: int) -> bool:
    """ "2019-20", "2019/20": the year belongs to a season or range."""
    return i + 2 < len(row) and row[i + 1].text in "-–/" and row[i + 2].text[0].isdigit()


def _introduced(text: str, row: list[Token], i: int) -> Name | None:
    """ "the military exercise 'KAZIND-2018'", "Exercise Malabar 2020"."""
    found = introducing().at(row, i)
    if not found:
        return None
    start = found[1]
    if start + 1 < len(row) and row[start].text in _QUOTES:
        start += 1
    if start >= len(row) or not _is_word(row, start):
        return None
    end = _edition_behind(row, _run(row, start, start + 1))
    name = _name(text, row, start, end)
    return name if name and name.edition else None


def _coded(text: str, row: list[Token], i: int, behind: int) -> Name | None:
    """ "Aero India 2019 to be held": capitals and a year, followed by a verb that only events have."""
    if not YEAR.fullmatch(row[i].text) or i == 0 or _date_goes_on(row, i):
        return None
    last = i - 1
    if row[last].text == "-" and joined(row, last):
        last -= 1
    if last < behind or not _is_word(row, last) or not _followed(row, i + 1):
        return None
    start = _left(row, last + 1, behind)
    if start > 0 and row[start - 1].text == ",":
        return None
    return _name(text, row, start, i + 1)


def _followed(row: list[Token], i: int) -> bool:
    """Does a verb of taking place follow, perhaps behind an apposition between commas?"""
    if i < len(row) and row[i].text == ",":
        closing = (j for j in range(i + 1, min(i + 14, len(row))) if row[j].text == ",")
        return any(takes_place(row, j + 1) for j in closing)
    return takes_place(row, i)


_AUXILIARY = frozenset("was were is are be been being has had have will to due set also".split())
_PARTICIPLES = frozenset(("held", "hosted", "organised", "organized", "staged"))
_PLACE_VERBS = frozenset(("take", "takes", "took", "taking", "taken"))


def takes_place(row: list[Token], i: int) -> bool:
    """Does a verb of taking place follow at ``i`` ("to be held", "took place", "kicks off")?"""
    while i < len(row) and row[i].text in _QUOTES:
        i += 1
    first = i
    while i < len(row) and i - first < 4 and row[i].low in _AUXILIARY:
        i += 1
    if i >= len(row):
        return False
    if row[i].low in _PARTICIPLES:
        return i > first and row[i - 1].low in ("be", "been", "is", "was", "were")
    following = row[i + 1].low if i + 1 < len(row) else ""
    return (row[i].low in _PLACE_VERBS and following == "place") or (
        row[i].low in ("kicked", "kicks", "kick") and following == "off"
    )
