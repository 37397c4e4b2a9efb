"""The bytes of a file, or of a piece of one -> what they give. A fault with one article costs no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from checker.engine.joins import Joins
from checker.facts import FORMATS
from checker.index.nouns import Entry, Shared
from checker.index.packed import Extracted, Told, pack
from checker.load.pieces import place
from checker.model import Article, Claim, DayOrder, Source

_MARKS = 0x5D7A_9E31_0000_0000  # marks have 32 bits, keys of claims 64
MARKS = (_MARKS, _MARKS + 0xFFFF_FFFF)  # the first and the last key of marks

_ANYTHING = (-(1 << 63), (1 << 63) - 1)  # what a claim says that matters whatever others say

_COMMON = """Date: 2021-04-09

On Thursday, Defence Minister Anil Rao of India met his Kazakhstan counterpart, Colonel General Timur
Seitkali. "We agreed on three points," he said on April 7. Mr Rao, 62, was born on 5 May 1958 in Pune. The
United Nations Development Programme (UNDP) held its 4th Steppe Forum in Astana from 12 to 14 March 2021.
"""


class Read(NamedTuple):
    """What reading one file gave. ``sound``: no fault of ours has cut it short."""

    articles: tuple[tuple[Article, tuple[Claim, ...]], ...]
    problems: tuple[str, ...]
    skipped: int
    sound: bool


@dataclass(frozen=True, slots=True)
class Extractor:
    """How the files of a run are read, and by what their claims are filed."""

    date_order: DayOrder | None
    joins: Joins

    def __call__(self, name: str, data: bytes) -> Entry:
        """What is to be kept of a piece of a file."""
        found, sound = extracted(name, data, self.date_order)
        return Entry(
            packed=pack(place(name)[0], found),
            joins=self.joins.name,
            shared=shared(found.claims, found.marks(), self.joins),
            articles=len(found.articles),
            claims=sum(len(it.claims) for it in found.articles),
            skipped=found.skipped,
            silent=sum(bool(it.ignores) for it in found.articles),
            problems=found.problems,
            sound=sound,
        )

    def lost(self, name: str) -> Entry:
        """What is kept of a piece of which the process died that read it."""
        died = Extracted(problems=("internal error: the process that read it died",))
        return Entry(pack(place(name)[0], died), self.joins.name, {}, 0, 0, 0, 0, died.problems, sound=False)


def extracted(name: str, data: bytes, date_order: DayOrder | None) -> tuple[Extracted, bool]:
    """What the piece gives, and whether that is all it gives: after a fault of ours it is not to be kept."""
    found = read(name, data, date_order)
    articles = tuple(Told(article.source, claims, article.ignores) for article, claims in found.articles)
    return Extracted(articles, found.problems, found.skipped), found.sound


def read(name: str, data: bytes, date_order: DayOrder | None) -> Read:
    """The articles of a piece of a file, and their claims."""
    from checker.extract import extract
    from checker.load import load

    path, first = place(name)
    if path.lower().endswith(FORMATS):
        return _facts(path, data)
    try:
        loaded = load(path, data, date_order, first=first)
    except Exception as error:  # one odd file must not cost the others
        return Read((), (f"internal error while reading it: {error!r}",), 0, False)
    sound = True
    articles = []
    problems = [problem.message for problem in loaded.problems]
    for article in loaded.articles:
        try:
            articles.append((article, tuple(extract(article, date_order))))
        except Exception as error:  # as above
            record = "" if article.source.record is None else f"record {article.source.record}: "
            problems.append(f"{record}internal error while extracting claims: {error!r}")
            sound = False
    return Read(tuple(articles), tuple(problems), loaded.skipped, sound)


def _facts(path: str, data: bytes) -> Read:
    """The same for a file of reference facts: what is wrong with its rows are its problems."""
    from checker import facts

    try:
        found = facts.read(path, data)
    except Exception as error:  # as above
        return Read((), (f"1: internal error while reading it: {error!r}",), 0, False)
    return Read(((found.article, found.claims),), found.wrong, 0, True)


def shared(claims: Iterable[Claim], marks: Iterable[tuple[Source, int]], joins: Joins) -> dict[int, Shared]:
    """What stands under each key of the joins, and the numbers of articles under each of their marks."""
    family: dict[int, int] = {}
    numbers: dict[int, list[int]] = {}
    said: dict[int, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        told = joins.told(claim)
        keys, suspect = joins.filed(claim)
        for key in dict.fromkeys(keys):
            family[key] = joins.families[claim.kind]
            numbers.setdefault(key, []).append(number)
            if suspect:
                said[key].extend(_ANYTHING)
            elif told is not None:
                said[key].append(told)
    for source, number in marks:
        for mark in source.marks:
            numbers.setdefault(filed(mark), []).append(number)
    return {
        key: Shared(found, family.get(key), min(said[key], default=None), max(said[key], default=None))
        for key, found in numbers.items()
    }


def filed(mark: int) -> int:
    """Where the articles that bear a mark are filed, apart from all claims as well as can be; and back."""
    return mark ^ _MARKS


def warm() -> None:
    """Loads what the reading of nearly every article needs: code, vocabulary, patterns."""
    extracted("common.md", _COMMON.encode(), None)
