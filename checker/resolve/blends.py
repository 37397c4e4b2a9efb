"""Names put together by mistake of those of two other people of the article."""

from __future__ import annotations

from collections.abc import Iterable

from checker.resolve import nicknames
from checker.resolve.name_parts import parse
from checker.resolve.name_words import Word, listed
from checker.resolve.names import compare
from checker.resolve.word_match import match


def blend(name: str, known_full_names: Iterable[str]) -> tuple[str, str] | None:
    """The two people whose surnames ``name`` strings together, in the order of its words, else None.

    ``known_full_names`` are the people the article names in full. Nothing is said of a name that one of them
    could bear, nor of words that are given names or that make up double surnames and family-first names.
    Whether the words name a company or a place is for the caller to know.
    """
    read = parse(name)
    if len(read.words) != 2 or read.generation or read.words[1].hyphen or _usual(*read.words):
        return None
    people = [full for full in dict.fromkeys(known_full_names) if len(parse(full).words) > 1]
    if any(compare(name, person).verdict != "different" for person in people):
        return None
    if any(_is(word, given) for word in read.words for person in people for given in _given(person)):
        return None
    first, second = (_bearer(word, people) for word in read.words)
    if first is None or second is None or compare(first, second).verdict != "different":
        return None
    return first, second


def crossed(name: str, known_full_names: Iterable[str]) -> tuple[str, str] | None:
    """The one whose given name and the one whose surname ``name`` has, if each is the only one, else None."""
    given, surname = _halves(name)
    lenders = [known for known in known_full_names if _halves(known)[0] == given]
    bearers = [known for known in known_full_names if _halves(known)[1] == surname]
    if not given or len(lenders) != 1 or len(bearers) != 1 or lenders == bearers:
        return None
    if any(compare(name, person).verdict != "different" for person in (*lenders, *bearers)):
        return None
    return lenders[0], bearers[0]


def _halves(name: str) -> tuple[str, str]:
    """Given name and surname; nothing of a name that is made otherwise."""
    read = parse(name)
    if read.eastern or read.generation or not read.family or read.words[0].initial:
        return "", ""
    return read.words[0].core, read.words[-1].core


def _usual(first: Word, second: Word) -> bool:
    """Do the words make a name of a usual shape: given name first, family name first, double surname?"""
    if first.initial or second.initial or nicknames.is_given(first.core):
        return True
    if first.core in listed("family_first"):
        return True
    return first.core in listed("iberian") and second.core in listed("iberian")


def _bearer(word: Word, people: Iterable[str]) -> str | None:
    return next((person for person in people if any(_is(word, one) for one in _surnames(person))), None)


def _is(word: Word, other: Word) -> bool:
    return match(word, other).kind in ("equal", "spelling")


def _given(person: str) -> tuple[Word, ...]:
    read = parse(person)
    return tuple(word for word in read.words[: read.family] if not word.title)


def _surnames(person: str) -> tuple[Word, ...]:
    read = parse(person)
    return read.words[read.family :]
