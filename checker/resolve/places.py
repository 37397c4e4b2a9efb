"""Which country, part of a country, city, former state or international body a form of words names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from checker import kept
from checker.resolve import gazetteer
from checker.resolve.gazetteer import Kind, Place
from checker.vocab import load

__all__ = [
    "Kind", "Place", "adjectives", "candidates", "contains", "doubtful", "find", "is_adjective", "is_city",
    "is_code", "nouns", "state",
]  # fmt: skip

LONGEST = 120  # characters of a form; a longer stretch of text names no place


def find(form: str, *, kind: Kind | None = None, within: str | None = None) -> Place | None:
    """The place that ``form`` names, or None if we know none or several.

    The form is read as written, with or without article and possessive, or all in capitals; "Lahore,
    Pakistan" is read as Lahore within Pakistan. Of several places that bear it, ``kind`` prefers one kind
    ("Georgia" among countries); ``within`` keeps only those inside the place of that code ("Punjab", PK).
    """
    found = [place for place in candidates(form) if within is None or contains(within, place.code)]
    if len(found) > 1 and kind is not None:
        found = [place for place in found if place.kind == kind]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def candidates(form: str) -> tuple[Place, ...]:
    """Every place that ``form`` may name, read as ``find`` reads it."""
    if len(form) > LONGEST:
        return ()
    owners = gazetteer.owners()
    for spelling in _spellings(form):
        if spelling in owners:
            return owners[spelling]
    inner, _, outer = form.rpartition(", ")
    holder = find(outer) if inner else None
    return tuple(place for place in candidates(inner) if contains(holder.code, place.code)) if holder else ()


def state(place: Place) -> Place:
    """The state in which the place lies, or itself: what lies in none, as far as we know, stays."""
    while place.kind in ("city", "part") and place.within:
        place = gazetteer.places()[place.within]
    return place


def is_code(text: str) -> bool:
    """Is it the code of a country or a part of one ("GE", "US-GA")?"""
    place = gazetteer.places().get(text)
    return place is not None and place.kind in ("country", "part")


@lru_cache(maxsize=8192)
def doubtful(form: str) -> bool:
    """Is it a person's name or a plain word too, so that only its surroundings can make it a place?"""
    return any(spelling in _doubtful() for spelling in _spellings(form))


@lru_cache(maxsize=8192)
def is_adjective(form: str) -> bool:
    """Is it an adjective of places, or a noun for a people ("Dutch", "Dane")?"""
    return any(spelling in _adjectives() for spelling in _spellings(form))


def is_city(place: Place) -> bool:
    """Is it a city, or a part of a country that prose names for its city ("met in Geneva")?"""
    return place.kind == "city" or place.code in load("parts")["seats"]["codes"]


@cache
def nouns(*kinds: Kind) -> tuple[str, ...]:
    """The names of places (of these kinds, or of all) without article, longest first: for patterns.

    They hold the doubtful and the shared ones too, and with all kinds also "Latin America" and its like,
    lest a pattern see America there. What a match means, if anything, ``find`` tells.
    """
    return kept.once(("nouns of places", *kinds), lambda: _nouns(kinds))


def _nouns(kinds: tuple[Kind, ...]) -> tuple[str, ...]:
    own = (form for entry in _of_kind(kinds) for form in entry.nouns)
    return _ordered(own, gazetteer.shared_nouns(), kinds, load("homonyms")["elsewhere"]["nouns"])


@cache
def adjectives(*kinds: Kind) -> tuple[str, ...]:
    """The adjectives of places (of these kinds, or of all), longest first; else as ``nouns``."""
    return kept.once(("adjectives of places", *kinds), lambda: _adjectives_of(kinds))


def _adjectives_of(kinds: tuple[Kind, ...]) -> tuple[str, ...]:
    own = (form for entry in _of_kind(kinds) for form in entry.adjectives)
    return _ordered(own, gazetteer.shared_adjectives(), kinds, load("homonyms")["elsewhere"]["adjectives"])


def contains(outer: str, inner: str) -> bool | None:
    """Does the place of code ``outer`` hold the one of code ``inner``, or are they one?

    None where we do not say: unknown codes, bodies, former states, disputed places, dependencies.
    """
    if outer == inner:
        return True
    if not (_on_the_map(outer) and _on_the_map(inner)):
        return None
    code: str | None = inner
    while code is not None:
        if outer in gazetteer.unsettled(code):
            return None
        code = gazetteer.places()[code].within
        if code == outer:
            return True
    return False


def _on_the_map(code: str) -> bool:
    place = gazetteer.places().get(code)
    return place is not None and place.kind in ("country", "part", "city")


def _spellings(form: str) -> Iterator[str]:
    """The form as written, then without possessive, without article, without both.

    A final dot may have been taken for a sentence's end ("the U.S"). Capitals alone may be a headline's.
    """
    plain = form.replace("’", "'")
    bare = plain.removesuffix("'s").removesuffix("'S").removesuffix("'")
    article = plain[:4].lower() == "the "
    for spelling in (plain, bare, plain[4:], bare[4:]) if article else (plain, bare):
        yield spelling
        if "." in spelling:
            yield spelling + "."
        if len(spelling) > 3 and spelling.isupper():
            yield gazetteer.in_capitals().get(spelling, spelling)


@cache
def _doubtful() -> frozenset[str]:
    listed = (form for forms in load("homonyms")["doubtful"].values() for form in forms)
    return frozenset(spelling for form in listed for spelling in gazetteer.forms_of(form))


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(adjectives())


def _of_kind(kinds: tuple[Kind, ...]) -> Iterator[gazetteer.Entry]:
    return (entry for entry in gazetteer.entries() if not kinds or entry.place.kind in kinds)


def _ordered(
    own: Iterable[str], shared: dict[str, tuple[Place, ...]], kinds: tuple[Kind, ...], elsewhere: list[str]
) -> tuple[str, ...]:
    forms = set(own)
    forms.update(
        form for form, owners in shared.items() if not kinds or any(place.kind in kinds for place in owners)
    )
    if not kinds:
        forms.update(elsewhere)
    return tuple(sorted(sorted(forms), key=len, reverse=True))
