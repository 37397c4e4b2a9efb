"""Claims of how many a fire, a crash or a flood killed that has no name, and when it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import inf

from checker.dates import calendar
from checker.extract.casualties import SIGNS, Casualties, casualties
from checker.extract.incidents import types
from checker.extract.reading import Reading
from checker.extract.scenes import Scene, main, scenes
from checker.extract.scenes import trigger as trigger
from checker.extract.sites import Site
from checker.model import Event, Toll, When
from checker.model.event import INCIDENT
from checker.resolve.compare import fold
from checker.text.sentences import Sentence
from checker.vocab import load

_FRESH = 10  # days before publication in which something lies that "has killed"
_SITES = 6  # by which one disaster is known
_HINDSIGHT = 60  # days behind a disaster from which on it is one of many
_OF_REGIONS = frozenset(("quake", "tsunami"))  # strike a town seldom, and all of it
_LONG_BEFORE = 30  # days by which something else lies before it


def extract(reading: Reading) -> Iterator[Toll | Event]:
    """One claim for each number and site, where the article gives one number of those killed, or injured; and
    one for each day on which a disaster at a known site is told to have been.
    """
    found = scenes(reading)
    whole = main(found, reading)
    if whole is None:
        return
    yield from _days(reading, whole, [scene for here in found.values() for scene in here])
    told: dict[str, list[Casualties]] = {}
    for sentence in reading.sentences:
        if SIGNS.isdisjoint(sentence.words) or sentence.block.kind not in ("title", "paragraph", "item"):
            continue
        end = _background(reading, sentence, whole, found.get(sentence.start, ()))
        title = sentence.block.kind == "title"
        for one in casualties(reading.article.text, sentence.start, sentence.end, title=title):
            if one.start < end:
                for toll, number in _counted(one, whole):
                    told.setdefault(toll, []).append(number)
    when = whole.when or _fresh(reading, told)
    for toll, numbers in told.items():
        for one in _settled(numbers):
            yield from _claims(reading, whole, toll, one, when)


def _counted(one: Casualties, whole: Scene) -> Iterator[tuple[str, Casualties]]:
    """Under which tolls the number goes: those killed on board an aircraft are the least that it killed."""
    if one.aboard and "crash" in whole.kinds:
        yield f"{one.who} aboard {one.what}", one
        yield f"{one.who} {one.what}", replace(one, most=inf)
    else:
        yield f"{one.who} {one.what}", one


def _background(reading: Reading, sentence: Sentence, whole: Scene, here: Sequence[Scene]) -> int:
    """From where on the sentence speaks of a time long before the disaster; where not, its end."""
    own = {scene.told.start for scene in here if scene.told}
    at = whole.when or reading.dates.published
    for mention in reading.dates_in(sentence.start, sentence.end):
        when = mention.when
        if at and when and when.known and when.last < at.first - _LONG_BEFORE and mention.start not in own:
            return mention.start
    return sentence.end


def _settled(numbers: list[Casualties]) -> list[Casualties]:
    """The numbers, if they agree; the tolls, if only the others do not."""
    for some in (numbers, [one for one in numbers if one.total]):
        if some and max(one.least for one in some) <= min(one.most for one in some):
            return some
    return []


def _fresh(reading: Reading, told: dict[str, list[Casualties]]) -> When | None:
    """The days before publication, of what has just killed people."""
    published = reading.dates.published
    text = reading.article.text
    if published is None or published.basis == "estimated":
        return None
    fresh = any(
        " has " in said or " have " in said
        for numbers in told.values()
        for one in numbers
        for said in (f" {text[max(0, one.start - 12) : one.end]} ",)
    )
    return When(published.first - _FRESH, published.last + 1, basis="relative") if fresh else None


def _claims(reading: Reading, whole: Scene, toll: str, one: Casualties, when: When | None) -> Iterator[Toll]:
    for site in whole.sites[:_SITES]:
        yield Toll(
            **reading.place(one.start, one.end),
            when=when or When(),
            site=site.key,
            what=_called(whole, whole.sites[0]),
            toll=toll,
            value=one.value,
            least=one.least,
            most=one.most,
            kinds=tuple(sorted(whole.kinds)),
            sites=tuple(it.key for it in whole.sites),
            close=tuple(sorted(it.key for it in whole.sites if it.close)),
            assumptions=whole.told.assumptions if whole.told and whole.when == whole.told.when else (),
        )


def _called(scene: Scene, site: Site) -> str:
    """ "blaze at Orkla Hall", and "sinking of Orkla" where it is told by a verb."""
    kind = min(scene.kinds, default=scene.word)
    word = kind if scene.word.lower() in _verbs() else scene.word
    return f"{word} {'of' if kind == 'sinking' else 'at'} {site.name}"


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("events")["scenes_told"]["words"])


def _days(reading: Reading, whole: Scene, every: Sequence[Scene]) -> Iterator[Event]:
    """When it was: of what is known by its site, and in hindsight by its year."""
    site, published = whole.sites[0], reading.dates.published
    if not (site.close or whole.kinds & _OF_REGIONS):
        return
    known = published is None and not any(scene.new for scene in every)
    dated = [it for it in every if it.told and it.when and it.when.last - it.when.first <= 1]
    if any(a.when.surely_apart(b.when) for a, b in pairwise(dated) if a.when and b.when):
        return  # two of them, or one before the other
    for scene in dated:
        assert scene.told
        assert scene.when
        kind = min(scene.kinds, default=scene.word)
        what = types().get(scene.word.lower()) or types().get(kind, kind)
        keys = [f"{INCIDENT}{what} at {fold(site.name)}"]
        if known or (published and published.first - scene.when.last > _HINDSIGHT):
            keys.append(f"{what} at {site.key} in {calendar.civil(scene.when.first)[0]}: happened")
        first, last = min(scene.start, scene.told.start), max(scene.end, scene.told.end)
        for key in keys:
            yield Event(
                **reading.place(first, last),
                event=key,
                name=_called(scene, site),
                when=scene.when,
                named=False,
                assumptions=scene.told.assumptions,
            )
