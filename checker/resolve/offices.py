"""Which office do words name: head, portfolios and the canonical key that two wordings share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from checker.resolve import places
from checker.text.tokens import Phrases, Token
from checker.vocab import load

Governed = Literal["country", "part", "city", "none", "team"]


@dataclass(frozen=True, slots=True)
class Head:
    """The noun of an office, with what the vocabulary says of it (see vocab/offices.toml)."""

    name: str
    single: bool = False
    portfolio: bool = False
    company: bool = False
    corporate: bool = False
    sovereign: bool = False
    governs: Governed = "country"
    several: bool = False
    surname: bool = False
    proper: bool = False
    alone: bool = False
    serves: bool = False
    posted: bool = False
    becomes: str = ""
    bodied: bool = False
    small: bool = False
    leads: bool = False
    many: str = ""
    means: str = ""
    status: str = ""
    anywhere: bool = False
    national: bool = False
    house: bool = False
    school: bool = False

    @property
    def of_state(self) -> bool:
        """Is it, as far as nothing else is said, the office of a state?"""
        others = (self.company, self.corporate, self.sovereign, self.alone, self.bodied, self.anywhere)
        return (self.single or self.portfolio) and self.governs == "country" and not any(others)

    def is_national(self, portfolio: tuple[str, ...]) -> bool:
        """Is it surely the office of a state, as that of a minister is?"""
        return self.national or (self.portfolio and bool(portfolio))

    @property
    def realm(self) -> places.Kind:
        """Of several places of one name, the kind that has such an office."""
        return self.governs if self.governs in ("part", "city") else "country"


@cache
def head_named(name: str) -> Head:
    """The head with this canonical name. Raises KeyError if the vocabulary has none."""
    return Head(name, **{key: value for key, value in load("offices")[name].items() if key != "forms"})


@cache
def seekers() -> dict[str, str]:
    """Nouns behind an office for who seeks it ("nominee"), to the status that they give."""
    return {word: status for status, words in load("status")["seekers"].items() for word in words}


@cache
def heads() -> Phrases[Head]:
    """Every form of every office head."""
    return Phrases(
        (form, head_named(name)) for name, entry in load("offices").items() for form in entry["forms"]
    )


@cache
def abbreviations() -> frozenset[str]:
    """Forms that are abbreviations, in small letters and without a stop: written small they are none."""
    forms = [form for entry in load("offices").values() for form in entry["forms"]]
    return frozenset(form.rstrip(".").lower() for form in forms if form.isupper() or form.endswith("."))


@cache
def plurals() -> Phrases[Head]:
    """The heads in the plural: "Presidents", "Foreign Ministers", "Secretaries of State"."""
    return Phrases(
        (plural(form), head_named(name)) for name, entry in load("offices").items() for form in entry["forms"]
    )


def plural(form: str) -> str:
    """The plural of the noun, which stands before "of" or last."""
    noun, of, rest = form.partition(" of ")
    ending = "ies" if noun.endswith("y") else "s"
    return (noun[:-1] if noun.endswith("y") else noun) + ending + of + rest


@cache
def statuses() -> Phrases[str]:
    """Words like "former" or "acting", to the status they give an office."""
    return Phrases((word, status) for status, words in load("status")["words"].items() for word in words)


@cache
def fillers() -> Phrases[bool]:
    """Words that may stand before an office and leave it as it is."""
    return Phrases((word, True) for word in load("status")["filler"]["known"])


@cache
def counterparts() -> Phrases[bool]:
    """Words for the holder of the same office elsewhere."""
    return Phrases((word, True) for word in load("status")["counterpart"]["known"])


@cache
def _concepts() -> dict[tuple[str, ...], str]:
    return {
        tuple(form.lower().split()): concept
        for concept, forms in load("portfolios")["concepts"].items()
        for form in forms
    }


@cache
def _words() -> frozenset[str]:
    known = set(load("portfolios")["words"]["known"])
    return frozenset(known.union(*(words for words in _concepts())))


_AND = frozenset(("and", "&", ","))
_SKIPPED = frozenset(("the", "of"))


def is_portfolio(low: str) -> bool:
    """Can the word, in small letters, stand in the name of a portfolio?"""
    return low in _words()


def portfolio_at(row: list[Token], i: int) -> tuple[tuple[str, ...], int]:
    """The portfolios named from token ``i`` on ("Defence and Aerospace Industry") and the index behind."""
    end = before_mark = i
    capital: bool | None = None
    j = i
    while j < len(row):
        token = row[j]
        if _is_word(row, j, capital):
            capital = token.capital if capital is None else capital
            j = end = j + 1
        elif token.low in _SKIPPED and j + 1 < len(row) and _goes_on(row, j + 1, capital):
            j += 1
        elif token.low in _AND and end == j and j > i and _goes_on(row, j + 1, capital):
            if row[j + 1].text == "Government" and j + 2 < len(row) and row[j + 2].low == "of":
                break  # "Minister for Industries, Government of Telangana"
            before_mark = end
            j += 1 + (token.text == "," and row[j + 1].low in ("and", "&"))
        else:
            break
    if before_mark > i and heads().at(row, end):
        end = before_mark  # "Minister of Health, Education Minister X": the second belongs to the next office
    return (portfolios(row[i:end]), end) if end > i else ((), i)


def portfolio_before(row: list[Token], i: int) -> tuple[tuple[str, ...], int]:
    """The portfolios named right before token ``i``, and the index they begin at."""
    start = i
    capital: bool | None = None
    j = i
    while j > 0:
        token = row[j - 1]
        if _is_word(row, j - 1, capital):
            capital = token.capital if capital is None else capital
            j = start = j - 1
        elif token.low in _AND and start == j < i and j > 1 and _is_word(row, j - 2, capital):
            j -= 1
        else:
            break
    return (portfolios(row[start:i]), start) if start < i else ((), i)


def _goes_on(row: list[Token], i: int, capital: bool | None) -> bool:
    while i < len(row) and row[i].low in _SKIPPED | {"&", "and"}:
        i += 1
    return i < len(row) and _is_word(row, i, capital)


def _is_word(row: list[Token], i: int, capital: bool | None) -> bool:
    if row[i].low not in _words() or (capital is not None and row[i].capital != capital):
        return False
    return row[i].low != "new" or (i + 1 < len(row) and row[i + 1].low in ("&", "and", "renewable"))


def portfolios(row: list[Token]) -> tuple[str, ...]:
    """The canonical portfolios in a run of words, sorted: their order in a title says nothing."""
    found: list[str] = []
    words: list[str] = []
    for low in [*(token.low for token in row), ","]:
        if low not in _AND:
            words.append(low)
            continue
        while words and words[0] in _SKIPPED:
            words.pop(0)
        if words:
            found.append(_concepts().get(tuple(words), " ".join(words)))
        words = []
    return tuple(sorted(set(found)))


def canonical(head: Head, portfolio: tuple[str, ...], body: str | None, served: str = "") -> str:
    """The key two wordings of one office share: "defence minister", "minister of defence and trade".

    ``served`` is whom or what an office serves: "ambassador to Japan", "secretary to the president".
    """
    name = f"{head.name} to {served}" if served else head.name
    if name == "premier" and body is not None and len(body) == 2:
        name = "prime minister"  # of a state; a province's premier is another office
    if not portfolio or not head.portfolio:
        return name
    if len(portfolio) == 1 and portfolio != ("state",):
        return f"{portfolio[0]} {name}"
    return f"{name} of {' and '.join(portfolio)}"


def single(head: Head, portfolio: tuple[str, ...], served: str = "") -> bool:
    """Has the office one seat? A minister has, with a portfolio; a plain "minister" is one of many."""
    given = (head.portfolio and bool(portfolio)) or (head.posted and bool(served))
    return head.single or (given and not head.several)
