"""What stands around a name without being part of it: forms of address, ranks, offices, letters after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.vocab import load

# Two letters without a dot are a title or a name (He Lifeng, Fr Brown); these are only titles.
_SURE_SHORT = frozenset({"dr", "lt", "mr", "ms"})
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Title:
    """A title before a name; ``maybe_name`` when the same word is a name too, ``gender`` "m", "f" or ""."""

    maybe_name: bool
    gender: str


def leading(tokens: list[str]) -> tuple[int, list[str], str]:
    """How many tokens at the front are titles, those of them that may be names, and the gender they tell."""
    at, doubtful, gender = _office_words(tokens), list[str](), ""
    while at < len(tokens) - 1:
        length, title = _longest(tokens[at:])
        if title is None:
            break
        if title.maybe_name:
            doubtful += tokens[at : at + length]
        gender = title.gender or gender
        at += length
    return at, doubtful, gender


def trailing(tokens: list[str], *, shouting: bool) -> int:
    """How many tokens at the end are letters after the name ("OBE", "Ph.D."); ``shouting``: all is capitals."""
    count = 0
    while not shouting and len(tokens) - count > 2 and tokens[-1 - count].rstrip(".") in _after():
        count += 1
    return count


def only_titles(tokens: list[str]) -> bool:
    """Nothing but titles: "Mr", "General", "Her Excellency"."""
    at = 0
    while at < len(tokens):
        length, title = _longest(tokens[at:], whole=True)
        if title is None or (title.maybe_name and len(tokens) > 1):
            break
        at += length
    return at == len(tokens)


def _longest(tokens: list[str], *, whole: bool = False) -> tuple[int, Title | None]:
    """The longest title at the front that leaves a word for the name, unless the ``whole`` may be a title."""
    known = _titles()
    for length in range(min(_LONGEST, len(tokens) - (not whole)), 0, -1):
        title = known.get(" ".join(_bare(token) for token in tokens[:length]))
        if title is not None:
            return length, title
    return 0, None


def _office_words(tokens: list[str]) -> int:
    """The place behind the last office word among the first tokens, 0 if there is none."""
    words = _offices()
    last = 0
    for place, token in enumerate(tokens[: min(_LONGEST, len(tokens) - 1)]):
        if _bare(token) in words:
            last = place + 1
    return last


def _bare(token: str) -> str:
    return token.lower().rstrip(".")


@cache
def _offices() -> frozenset[str]:
    return frozenset(load("name_words")["offices"].split())


@cache
def _titles() -> dict[str, Title]:
    titles: dict[str, Title] = {}
    for table in ("ranks", "honorifics"):
        for entry in load(table).values():
            if entry.get("kind") == "after":
                continue
            named = entry.get("also_name", False)
            gender = "" if named else entry.get("gender", "")
            for form in entry["forms"]:
                bare = " ".join(_bare(token) for token in form.split())
                doubtful = named or (len(form) <= 2 and form.lower() not in _SURE_SHORT)
                titles[bare] = Title(doubtful, gender)
    return titles


@cache
def _after() -> frozenset[str]:
    forms = [
        form
        for entry in load("honorifics").values()
        if entry.get("kind") == "after"
        for form in entry["forms"]
    ]
    return frozenset(form.rstrip(".") for form in forms)
