"""Claims on how long somebody visits a country, and on which days he arrives and leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from checker.extract.clauses import Clauses, Told, hedged
from checker.extract.figures import PERSON, Figures, antecedent, figures
from checker.extract.lengths import Lasting, lasting
from checker.extract.present import as_of_publication, is_now
from checker.extract.reading import Reading
from checker.model import Visit, When
from checker.model.visit import Fact
from checker.resolve import names, places
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger

_VISITS = frozenset(("visit", "trip", "stay"))
_PLACE = r"(?P<place>[A-Z][\w'.-]+(?:[\s-](?:of\s)?[A-Z][\w'.-]+){0,3})"
_TO = re.compile(rf"\s(?:here\s)?(?:to|in)\s(?:the\s)?{_PLACE}")
_WHO = rf"(?:(?P<one>{PERSON})(?:,\s[^,;:()]{{2,60}},)?|(?P<pronoun>\b(?:She|He|she|he)))"
_HAS = r"(?:\s(?:has|had|also|earlier|then|later)){0,2}"
_ARRIVED = re.compile(rf"{_WHO}{_HAS}\s(?:arrived|landed|touched\sdown)\s(?:in|at)\s(?:the\s)?{_PLACE}")
_ENDED = re.compile(
    rf"{_WHO}{_HAS}\s(?:concluded|ended|completed|wrapped\sup|finished)\s(?:an?|his|her|their|the)\s(?:[\w-]+\s){{0,5}}?"
    rf"(?:visit|trip)(?:\s(?:to|in)\s(?:the\s)?{_PLACE})?"
)
_OF = re.compile(rf"\s(?:by|of|from)\s(?P<one>{PERSON})")
_OWN = re.compile(rf"(?P<one>{PERSON})'s?\s(?:[\w-]+\s){{0,3}}\Z")
# One of several, or of one kind with others.
_SEVERAL = re.compile(
    r"\b(?:second|third|another|previous|last|earlier|next|each|every|similar|separate|accompan\w+)\b"
)


@cache
def trigger() -> Trigger:
    return Trigger(("visit", "trip", "stay", "arrived", "landed", "touched"))


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with those before it."""

    reading: Reading
    sentence: Sentence
    before: Sequence[Sentence]
    figures: Figures


def extract(reading: Reading) -> Iterator[Visit]:
    """One claim for each fact that a sentence tells of a visit, whose visitor and country are known."""
    text = reading.article.text
    clauses = reading.once(Clauses)
    for at, sentence in reading.numbered(trigger()):
        if _SEVERAL.search(text, sentence.start, sentence.end):
            continue
        if hedged(text, sentence.start, sentence.end) or text[sentence.end - 1] == "?":
            continue
        scene = _Scene(reading, sentence, reading.sentences[max(0, at - 4) : at], figures(reading, sentence))
        yield from _lengths(scene, clauses)
        yield from _days(scene, clauses)


def _lengths(scene: _Scene, clauses: Clauses) -> Iterator[Visit]:
    text = scene.reading.article.text
    for told in lasting(scene.reading, scene.sentence):
        if told.what not in _VISITS or told.unit != "D":
            continue
        base = scene.figures.base
        arrived = _ARRIVED.search(scene.figures.text, 0, told.start - base)
        of = _OF.match(scene.figures.text, told.end - base)
        to = _TO.match(text, base + of.end() if of else told.end, scene.sentence.end)
        country = _country(to["place"]) if to else _country(arrived["place"]) if arrived else None
        who = _visitor(scene, told)
        if country is None or who is None or (to and _is_city(to["place"])):
            continue  # of a city: a part of the visit
        when, assumptions = _about(scene, clauses, told.start, to.end("place") if to else told.end)
        if when.known:
            found = _claim(scene, told.start, told.end, who, country, when, assumptions)
            yield replace(found, days=told.count)


def _days(scene: _Scene, clauses: Clauses) -> Iterator[Visit]:
    """The days of arrival and of the end."""
    base, end = scene.figures.base, scene.sentence.end
    facts: tuple[tuple[Fact, re.Pattern[str]], ...] = (("arrival", _ARRIVED), ("end", _ENDED))
    for fact, pattern in facts:
        match = pattern.search(scene.figures.text)
        country = _country(match["place"]) if match and match["place"] else None
        who = _named(scene, match) if match else None
        if match is None or country is None or who is None:
            continue
        told = clauses.after(base + match.end(), end) or clauses.before(base, base + match.start())
        if told and told.when.first == told.when.last:
            start, stop = min(base + match.start(), told.start), max(base + match.end(), told.end)
            found = _claim(scene, start, stop, who, country, told.when, told.assumptions)
            yield replace(found, fact=fact, place=match["place"] if fact == "arrival" else "")


def _claim(
    scene: _Scene,
    start: int,
    end: int,
    who: str,
    country: places.Place,
    when: When,
    assumptions: tuple[str, ...],
) -> Visit:
    """The claim, as that of a length."""
    return Visit(
        **scene.reading.place(start, end),
        visit=f"{names.key(names.surname(who))} to {country.name.lower()}",
        name=f"visit of {who} to {country.name}",
        visitor=who,
        when=when,
        assumptions=assumptions,
        fact="length",
    )


def _visitor(scene: _Scene, told: Lasting) -> str | None:
    """Who visits: whose visit it is called, or the only person told of so far, or before."""
    base = scene.figures.base
    behind = _OF.match(scene.figures.text, told.end - base)
    own = _OWN.search(scene.figures.text, 0, told.start - base)
    if match := behind or own:
        return _full(scene.figures.name(match.start("one")))
    here = {name for at, name in scene.figures.names.items() if at < told.start}
    if len(here) > 1:
        return None
    return _full(here.pop() if here else antecedent(scene.reading, scene.before))


def _named(scene: _Scene, match: re.Match[str]) -> str | None:
    if match["pronoun"]:
        return _full(antecedent(scene.reading, scene.before))
    return _full(scene.figures.name(match.start("one")))


def _full(name: str | None) -> str | None:
    return name if name and " " in name else None


def _place(form: str) -> places.Place | None:
    return places.find(form.rstrip("."), kind="country") or places.find(form.rstrip("."), kind="city")


def _is_city(form: str) -> bool:
    place = _place(form)
    return place is not None and place.kind == "city"


def _country(form: str) -> places.Place | None:
    """The country that is named, or in which the city lies that is."""
    place = _place(form)
    held = places.state(place) if place else None
    return held if held and held.kind == "country" else None


def _about(scene: _Scene, clauses: Clauses, start: int, end: int) -> tuple[When, tuple[str, ...]]:
    """Some day of about the time of a visit: one that the sentence tells, else that of publication."""
    first, last = scene.sentence.start, scene.sentence.end
    day: Told | None = clauses.after(end, last) or clauses.within(first, start)
    if day:
        return day.when, day.assumptions
    if any(mention.dated for mention in scene.reading.dates_in(first, start)) or not is_now(
        scene.reading, scene.sentence
    ):
        return When(), ()
    return as_of_publication(scene.reading, "visit")
