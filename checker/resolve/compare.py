"""Are two values the same, different, or can we not tell? One answer for each kind of value.

Missing values never clash. Person names are judged word by word (``resolve.names``), stretches of time
clash only when they share no day, names of organisations may be shortened forms of one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from checker.model import Claim, Event, Relation, When

Outcome: TypeAlias = Literal["same", "different", "undetermined"]

_PERSONS = {
    ("person", "name"),
    ("person", "mention"),
    ("office", "holder"),
    ("rank", "person"),
    ("handover", "predecessor"),
    ("handover", "successor"),
    ("blend", "name"),
    ("namesake", "name"),
    ("guise", "name"),
}
_ORGANISATIONS = {("organisation", "name")}
_PLACES = {("event", "place")}


def compare(kind: str, field: str, a: object, b: object) -> Outcome:
    """How two values of one field of one kind of claim compare."""
    if a in (None, "", ()) or b in (None, "", ()):
        return "undetermined"
    if isinstance(a, When) and isinstance(b, When):
        return _times(a, b)
    if isinstance(a, str) and isinstance(b, str):
        if (kind, field) in _PERSONS:
            return persons(a, b)
        if (kind, field) in _PLACES:
            return _places(a, b)
        a, b = fold(a), fold(b)
        if (kind, field) in _ORGANISATIONS and a != b:
            return _organisations(a, b)
    return "same" if a == b else "different"


def is_variant(kind: str, field: str, a: str, b: str) -> bool:
    """The same as far as can be told, but spelled in two ways that are no shortened forms of one another."""
    if fold(a) == fold(b):
        return False
    if (kind, field) not in _PERSONS:
        return False
    from checker.resolve.name_blocks import plainly_two
    from checker.resolve.names import compare as judge

    if plainly_two(a, b):
        return False
    verdict = judge(a, b)
    return verdict.spelling or verdict.alike


def people(claim: Claim) -> Iterator[str]:
    """The names of persons in a claim, as far as they are ever compared."""
    for kind, field in sorted(_PERSONS):
        if kind == claim.kind and (name := getattr(claim, field)):
            yield name
    if isinstance(claim, Relation):
        yield from (claim.name, *claim.values)
    if isinstance(claim, Event) and claim.bearer:
        yield claim.name.partition(" of ")[2]


def sounds(name: str) -> tuple[str, ...]:
    """What two spellings of one name share at least one of: its words, and how the surname sounds."""
    from checker.resolve.names import key

    return tuple(dict.fromkeys((*fold(name).split(), f"~{key(name).partition(' ')[0]}")))


def is_name(kind: str, field: str) -> bool:
    return (kind, field) in _PERSONS | _ORGANISATIONS


def names_itself(kind: str, field: str) -> bool:
    """Is it what the thing is called that the claim is about?"""
    return (kind, field) in {("person", "name"), ("organisation", "name"), ("event", "name")}


def is_person(kind: str, field: str) -> bool:
    return (kind, field) in _PERSONS


def persons(a: str, b: str) -> Outcome:
    """Do two names name one person? A name of one word alone settles nothing, except against itself."""
    if fold(a) == fold(b):
        return "same"
    if len(a.split()) == 1 or len(b.split()) == 1:
        return "undetermined"
    from checker.resolve.name_blocks import plainly_two
    from checker.resolve.names import compare as judge

    return "different" if plainly_two(a, b) else judge(a, b).verdict


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Lower case, plain apostrophes and blanks, no leading article."""
    words = text.casefold().replace("’", "'").replace("-", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def same_value(a: object, b: object) -> bool:
    """Equal after folding."""
    return (fold(a) == fold(b)) if isinstance(a, str) and isinstance(b, str) else a == b


def _times(a: When, b: When) -> Outcome:
    if a.surely_apart(b):
        return "different"
    return "same" if (a.first, a.last) == (b.first, b.last) else "undetermined"


def _organisations(a: str, b: str) -> Outcome:
    from checker.resolve.organisations import settled

    words, others = settled(a), settled(b)
    return "undetermined" if words <= others or others <= words else "different"


def _places(a: str, b: str) -> Outcome:
    """Two places of one level are different; nothing is said of one inside the other, or an unknown one."""
    from checker.resolve.places import contains, find, is_city

    if fold(a) == fold(b):
        return "same"
    one, other = find(a, kind="city"), find(b, kind="city")
    if one is None or other is None:
        return "undetermined"
    if one.kind != other.kind and not (is_city(one) and is_city(other)):
        return "undetermined"
    words, others = set(fold(a).split()), set(fold(b).split())
    if words <= others or others <= words:  # "Delhi", "New Delhi"
        return "undetermined"
    return "different" if contains(one.code, other.code) is False else "undetermined"


def differ(claim: Claim, other: Claim, field: str) -> bool:
    """Do two claims of one kind surely say different things in this field?"""
    return compare(claim.kind, field, getattr(claim, field), getattr(other, field)) == "different"
