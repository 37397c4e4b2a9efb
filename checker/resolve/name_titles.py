"""What stands around a name without being part of it: forms of address, ranks, offices, letters after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from checker.vocab import load

# Two letters without a dot are a title or a name (He Lifeng, Fr Brown); these are only titles.
_SURE_SHORT = frozenset({"dr", "lt", "mr", "ms"})
_LONGEST = 5


class Title(NamedTuple):
    """A title before a name: perhaps a name itself (``maybe_name``), even more often one (``first_name``)."""

    maybe_name: bool = False
    first_name: bool = False
    gender: str = ""


def leading(tokens: Sequence[str], *, shouting: bool) -> tuple[int, list[tuple[str, bool]], str]:
    """How many tokens at the front are titles; those that may be names, with ``first_name``; the gender told.

    ``shouting``: capitals mean nothing, else "MS Dhoni" has initials.
    """
    at, doubtful, gender = _office_words(tokens), list[tuple[str, bool]](), ""
    while at < len(tokens) - 1 and (tokens[at] != "MS" or shouting):
        length, title = _longest(tokens[at:])
        if title is None:
            break
        if title.maybe_name:
            doubtful += [(token, title.first_name) for token in tokens[at : at + length]]
        gender = title.gender or gender
        at += length
    return at, doubtful, gender


def trailing(tokens: Sequence[str], *, shouting: bool) -> int:
    """How many tokens at the end are letters after the name ("OBE", "Ph.D."), two words at least left."""
    count = 0
    while not shouting and len(tokens) - count > 2 and tokens[-1 - count].rstrip(".") in _after():
        count += 1
    return count


def only_titles(tokens: Sequence[str]) -> bool:
    """Nothing but titles: "Mr", "General", "Her Excellency"."""
    at = 0
    while at < len(tokens):
        length, title = _longest(tokens[at:], whole=True)
        if title is None or (title.maybe_name and len(tokens) > 1):
            return False
        at += length
    return True


def _longest(tokens: Sequence[str], *, whole: bool = False) -> tuple[int, Title | None]:
    """The longest title at the front that leaves a word for the name, unless the ``whole`` may be a title."""
    if not tokens or _bare(tokens[0]) not in _first_words():
        return 0, None
    known = _titles()
    for length in range(min(_LONGEST, len(tokens) - (not whole)), 0, -1):
        title = known.get(" ".join([_bare(token) for token in tokens[:length]]))
        if title is not None:
            return length, title
    return 0, None


def _office_words(tokens: Sequence[str]) -> int:
    """The place behind the last office word among the first tokens, 0 if there is none."""
    words, last = _offices(), 0
    for place, token in enumerate(tokens[: min(_LONGEST, len(tokens) - 1)]):
        if _bare(token) in words:
            last = place + 1
    return last


def _bare(token: str) -> str:
    return token.lower().rstrip(".") if len(token) > 2 else token.lower()


@cache
def _offices() -> frozenset[str]:
    return frozenset(load("name_words")["offices"].split())


@cache
def _titles() -> dict[str, Title]:
    titles = {form: Title() for form in _forms("ranks")}  # a rank beside a name is a rank
    for entry in load("honorifics").values():
        if entry["kind"] == "after":
            continue
        named = entry.get("also_name", False)
        gender = "" if named else entry.get("gender", "")
        for form in entry["forms"]:
            doubtful = named or (len(form) <= 2 and form.lower() not in _SURE_SHORT)
            titles[_normal(form)] = Title(doubtful, entry.get("first_name", False), gender)
    return titles


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.split(" ")[0] for form in _titles())


@cache
def _after() -> frozenset[str]:
    entries = load("honorifics").values()
    return frozenset(form.rstrip(".") for e in entries if e["kind"] == "after" for form in e["forms"])


def _forms(table: str) -> Iterator[str]:
    for entry in load(table).values():
        yield from map(_normal, entry["forms"])


def _normal(form: str) -> str:
    return " ".join([_bare(token) for token in form.split()])
