"""By what can be told whose minister it is where no state is named: by others who serve it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.reading import Reading
from checker.extract.realms import realms
from checker.resolve import gazetteer
from checker.resolve.compare import fold
from checker.resolve.name_parts import parse
from checker.resolve.name_words import listed
from checker.resolve.offices import Head
from checker.resolve.shared_bodies import is_shared

# Whose guests are named without their states, too.
_TRAVELLING = frozenset(("head of government", "head of state", "prime minister"))
_SHORT = 3  # letters that a word of a name must have to tell anything
_MOST = 12  # people; more are a list of several states' ministers


def compatriots(
    reading: Reading, holder: str, head: Head, portfolio: tuple[str, ...], body: str | None
) -> tuple[str, ...]:
    """Keys that an office of one state shares with its like in other articles, () where nothing tells.

    Where the article leaves open of which state a minister is, those whose state it leaves open too serve the
    same, unless it gives two people one office: then it tells of a visit.
    """
    if not head.is_national(portfolio) or not _is_state(body, reading.article.text):
        return ()
    others = () if head.name in _TRAVELLING else reading.once(_others).get(body, ())
    beside = (f"beside {fold(name)}" for name in others if name != holder)
    return tuple(sorted((*beside, *_like(holder))))


def _like(name: str) -> Iterator[str]:
    """Keys that a name shares with another that is taken for it: two ministers of one name are rare."""
    read = parse(name)
    given, family = read.words[: read.family], read.words[read.family :]
    if read.eastern or not given or not family or any(word.title for word in given[:1]):
        return
    surname = " ".join(word.core for word in family)
    if len(surname) >= _SHORT and family[-1].core not in listed("common"):
        yield f"surname {surname}"
    if len(given[0].core) >= _SHORT:
        yield from (
            f"name {given[0].core} {word.core[:_SHORT]}" for word in read.words[1:] if not word.initial
        )


def _others(reading: Reading) -> dict[str | None, tuple[str, ...]]:
    """Who serves one state, as far as is told, by its code; those of a state not named under None."""
    of: dict[str, str | None] = {}
    holders: dict[str, set[str]] = {}
    for held in reading.held:
        body = None if held.body and is_shared(held.body) else held.body
        of[held.holder] = of.get(held.holder) or body
        if (
            body is None
            and held.single
            and held.status == "current"
            and held.head.is_national(held.portfolio)
        ):
            holders.setdefault(held.office, set()).add(held.holder)
    found: dict[str | None, list[str]] = {}
    for figure in reading.people.roster.figures:
        if len(figure.name.split()) > 1:
            found.setdefault(of.get(figure.name), []).append(figure.name)
    if any(len(names) > 1 for names in holders.values()):
        found.pop(None, None)
    return {body: tuple(names) for body, names in found.items() if len(names) <= _MOST}


def _is_state(body: str | None, text: str) -> bool:
    place = gazetteer.places().get(body or "")
    return body is None or (place is not None and place.kind == "country") or body in realms(text)
