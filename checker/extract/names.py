"""Where a person's name stands among the words of a sentence, with the ranks and titles before it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.extract.occupations import is_trade
from checker.resolve.nicknames import is_given
from checker.resolve.offices import heads
from checker.resolve.skeleton import fold
from checker.text.tokens import Phrases, Token, joined
from checker.vocab import load

_LONGEST = 7  # words of a name, particles included


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name among tokens: ``row[start:end]``, with ranks and courtesy titles from ``begin`` on."""

    begin: int
    start: int
    end: int
    text: str
    words: int
    rank: str = ""
    titled: bool = False


@cache
def ranks() -> Phrases[str]:
    return Phrases((form, rank) for rank, entry in load("ranks").items() for form in entry["forms"])


@cache
def honorifics() -> Phrases[str]:
    return Phrases(
        (form, name)
        for name, entry in load("honorifics").items()
        for form in entry["forms"]
        if entry["kind"] != "after"
    )


@cache
def _also_names() -> frozenset[str]:
    """Forms of address that are names too, ranks aside: kept in the name, where comparison weighs them."""
    entries = [entry for entry in load("honorifics").values() if entry.get("also_name")]
    return frozenset(form.lower() for entry in entries for form in entry["forms"] if "." not in form)


@cache
def _mostly_names() -> frozenset[str]:
    """Of these the ones that are oftener names ("Earl", "Syed")."""
    entries = [entry for entry in load("honorifics").values() if entry.get("first_name")]
    return frozenset(form.lower() for entry in entries for form in entry["forms"])


@cache
def after_names() -> Phrases[bool]:
    """Letters that follow a name: "MP", "QC", "Ph.D."."""
    entries = [entry for entry in load("honorifics").values() if entry["kind"] == "after"]
    return Phrases((form, True) for entry in entries for form in entry["forms"])


@cache
def never() -> frozenset[str]:
    """Lower-case words that no person's name holds: organisations, calendar, function words."""
    return frozenset(load("names")["never"])


@cache
def features() -> frozenset[str]:
    """Lower-case nouns that end the names of places and buildings, and the names of some people too."""
    return frozenset(load("names")["features"])


@cache
def title_words() -> frozenset[str]:
    """Lower-case words of which titles are made: they lead up to a name and are no part of it."""
    forms = [
        form for table in ("offices", "ranks") for entry in load(table).values() for form in entry["forms"]
    ]
    forms += [form for e in load("honorifics").values() if e["kind"] != "after" for form in e["forms"]]
    forms += load("portfolios")["words"]["known"]
    forms += [form for concept in load("portfolios")["concepts"].values() for form in concept]
    return frozenset(word for form in forms for word in form.lower().rstrip(".").split())


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("name_words")["particles"].split()) - {"a"}  # an article far more often


@cache
def _family_first() -> frozenset[str]:
    return frozenset(load("name_words")["family_first"].split())


@cache
def _short() -> frozenset[str]:
    return frozenset(load("names")["short"])


@cache
def _generations() -> frozenset[str]:
    return frozenset(load("name_words")["generations"].split())


def name_at(text: str, row: list[Token], i: int) -> Name | None:
    """The name that begins at token ``i``, with what leads up to it ("Lieutenant General Dr. Jane Roe")."""
    begin, rank, titled = i, "", False
    while i < len(row) and row[i].capital:
        if found := ranks().at(row, i):
            rank = rank or found[0]
        elif not (found := honorifics().at(row, i)):
            break
        if not _stands_before_name(row, found[1]):
            break
        titled = True
        behind = _behind_note(row, found[1] + (found[1] < len(row) and row[found[1]].text == "."))
        if row[i].low in _also_names() and not _only_title(row, i, behind):
            break  # "Sheikh Hasina", "Shah Mahmood Qureshi": a name, or as good as one
        i = behind
    end, words = _extent(row, i)
    if not words or not _plausible(row[i:end], titled):
        return None
    return Name(begin, i, end, text[row[i].start : row[end - 1].end], words, rank, titled)


_NOTES = frozenset(
    ("retd", "retd.", "ret", "ret.", "rtd", "retired", "r", "dr", "dr.", "mrs", "ms", "prof", "eng", "engr")
)


def _behind_note(row: list[Token], i: int) -> int:
    """The index behind a note in brackets: "Major General (Retd.) Kamal Gunaratne"."""
    if i + 2 < len(row) and row[i].text == "(" and row[i + 1].low in _NOTES:
        end = i + 2 + (row[i + 2].text == ".")
        return end + 1 if end < len(row) and row[end].text == ")" else i
    return i


def _only_title(row: list[Token], i: int, behind: int) -> bool:
    """Does a whole name follow the title, so that it is no part of it: "Shri Amit Shah", "Count Leo Thun"?"""
    if behind >= len(row) or not row[behind].capital:
        return False
    first = row[behind]
    if first.low in _also_names():
        return row[i].low not in _mostly_names()
    if row[i].low in _KEPT or (row[i].low in _NOBLE and not is_given(fold(first.text))):
        return False
    return _extent(row, behind)[1] > 1


_NOBLE = frozenset(("baron", "duke", "earl", "marquess", "marquis"))
# Names of families or given names by now, whatever follows.
_KEPT = frozenset(("amir", "emir", "kumari", "sayed", "sayyid", "seyed", "seyyed", "shah", "sultan", "syed"))


def _plausible(row: list[Token], titled: bool) -> bool:
    """Is it no run of initials, and no common noun of offices in the place of a given name?"""
    if all(token.text.endswith(".") or len(token.text) == 1 for token in row):
        return False
    return titled or row[0].low not in title_words() or is_given(fold(row[0].text))


def _stands_before_name(row: list[Token], i: int) -> bool:
    """Could a name follow a rank that ends at ``i``? "Major" is also a surname, "General" a word."""
    i += i < len(row) and row[i].text == "."
    return i < len(row) and (row[i].capital or _is_particle(row, i))


def _extent(row: list[Token], i: int) -> tuple[int, int]:
    """Where the name beginning at ``i`` ends, and how many full words it has; no words, no name."""
    end, words = i, 0
    while end < len(row) and words < _LONGEST:
        token = row[end]
        if _is_word(row, end, words):
            end, words = end + 1, words + 1
        elif _is_particle(row, end):
            end += 1
        elif words and _hangs_on(row, end, words):
            words += row[end].text == "-" and row[end - 1].text.islower()  # "Bashar al-Assad"
            end += 2
        elif words and token.text == "." and row[end - 1].low in _short() and _is_word(row, end + 1, words):
            end += 1
        else:
            break
    return end, words


def _hangs_on(row: list[Token], i: int, words: int) -> bool:
    """Does the mark at ``i`` tie the next word to the name ("Chee-hwa", "Martin Luther King, Jr")?"""
    if row[i].text == "-":
        return joined(row, i) and row[i + 1].text[0].isalpha()
    return row[i].text == "," and words > 1 and i + 1 < len(row) and row[i + 1].low in ("jr", "sr", "jnr")


def _is_word(row: list[Token], i: int, words: int) -> bool:
    if i >= len(row):
        return False
    token = row[i]
    if not token.capital:
        return words > 0 and _elided(token)
    if not token.text[0].isalpha():
        return False
    if _is_generation(token):
        return words > 0
    if words and _is_acronym(token) and not row[i - 1].text.isupper():
        return token.low in _family_first()  # "John Smith NASA"
    if len(token.text) == 1:  # "S M Shafiuddin Ahmed"
        return token.text not in "AI" and _before_word(row, i + 1)
    if token.low in never():  # "Liu He": short function words are given names of the East
        return words == 1 and len(token.text) < 4 and row[i - 1].low in _family_first()
    head = heads().at(row, i)
    if not head or (words == 0 and token.low in _also_names() and i + 1 < len(row) and row[i + 1].capital):
        return True
    if words == 0 and head[0].name == "dean" and i + 1 < len(row) and row[i + 1].capital:
        return True  # "Dean Acheson"
    # "Billie Jean King": a title that nothing follows is a surname.
    return head[0].surname and words > 0 and not (i + 1 < len(row) and row[i + 1].capital)


def _before_word(row: list[Token], i: int) -> bool:
    """Does a word of a name follow, perhaps after one more initial without a stop?"""
    if i + 1 < len(row) and len(row[i].text) == 1 and row[i].text.isupper() and row[i].text not in "AI":
        i += 1
    if i >= len(row) or not row[i].capital or len(row[i].text) < 2:
        return False
    return not (row[i].low in never() or row[i].text.isupper() or heads().at(row, i))


def _elided(token: Token) -> bool:
    """ "d'Estaing", "dell'Utri", "kaZwelithini"."""
    if (
        len(token.text) > 4
        and token.text.isalpha()
        and not token.text.islower()
        and token.text[2:3].isupper()
    ):
        return True
    article, mark, rest = token.text.partition("'")
    return bool(mark) and article in ("d", "l", "dell", "dall", "nell") and rest[:1].isupper()


def _is_generation(token: Token) -> bool:
    """ "Jr", "III"; but "Xi" and "Vi", written so, are names."""
    return token.low in _generations() and (token.text.isupper() or token.low[0] in "js")


def _is_acronym(token: Token) -> bool:
    return 1 < len(token.text) < 5 and token.text.isalpha() and token.text.isupper()


def _is_particle(row: list[Token], i: int) -> bool:
    """A lower-case particle counts only where a name word follows, perhaps after more particles."""
    for j in range(i, min(i + 4, len(row))):
        if row[j].low in _particles() and row[j].text.islower():
            continue
        if row[j].text == "-" and j > i and joined(row, j):
            continue
        return j > i and row[j].capital and row[j].low not in never()
    return False


def name_before(text: str, row: list[Token], i: int) -> Name | None:
    """The name that ends right before token ``i``, with what leads up to it; "MP" and such are skipped."""
    while (letters := after_names().before(row, i)) and letters[1] > 1 and row[letters[1]].text[0].isupper():
        i = letters[1] - (row[letters[1] - 1].text == ",")
    if i > 1 and row[i - 1].text == "." and row[i - 2].low in ("jr", "sr"):
        i -= 1
    start = i
    while start > 0 and i - start < _LONGEST and _in_name(row, start - 1):
        start -= 1
    if start == 0 and i > 2 and is_trade(row[0].text, row[1].text):
        start = 1
    while start < i:  # skip what cannot begin a name ("On", "Meanwhile" …)
        name = name_at(text, row, start)
        if name and name.end == i:
            return name
        start += 1
    return None


def _in_name(row: list[Token], i: int) -> bool:
    token = row[i]
    if token.text in "-.":
        return joined(row, i) or token.text == "."
    if i > 0 and row[i - 1].text == "-" and joined(row, i - 1):
        return True
    if token.low in _particles():
        return True
    if _elided(token):
        return True
    if not token.capital:
        return False
    return token.low not in never() or ranks().at(row, i) is not None or honorifics().at(row, i) is not None
