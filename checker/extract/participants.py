"""Claims on how many a study or survey looked at: "a study of 1,520 pupils", "the team tested 90 nurses"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract import shared_names
from checker.extract.measures import BOUND, figures, stretch
from checker.extract.reading import Reading
from checker.extract.stated import hedged
from checker.model import Relation
from checker.text.trie import pattern
from checker.text.trigger import Trigger
from checker.vocab import load

_LEAST = 10  # who study fewer count cases
_STUDIES = r"(?:study|survey|poll|trial|experiment)"
_LOOKED = (
    r"(?:asked|examined|followed|interviewed|monitored|polled|questioned|recruited|studied|surveyed|tested|"
    r"tracked)"
)
_NOUNS = frozenset(
    "adults babies boys children consumers couples drivers employees families farmers girls households "
    "infants men mothers nurses parents participants patients people pupils readers residents runners "
    "smokers students teachers teenagers twins users veterans volunteers voters women workers".split()
)
_NOUN = rf"(?P<noun>{'|'.join(sorted(_NOUNS))})"
# Of another study, or of some of those in this one.
_OTHER = re.compile(
    r"\b(?:another|earlier|previous(?:ly)?|separate|second|similar|other|of\swhom|of\sthese|of\sthem|each|per|"
    r"will|would|plan\w*|hope\w*|should|so\sfar|first|pilot|control|half|third|quarter)\b"
)


@cache
def trigger() -> Trigger:
    words = "study survey poll trial experiment researchers scientists team Researchers Scientists"
    return Trigger(words.split())


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    words = pattern((word for word, n in load("dates")["numbers"].items() if n >= _LEAST), boundary=False)
    number = rf"{BOUND}(?P<number>\d{{1,3}}(?:,\d{{3}})++|\d++(?![.,]\d)|{words})"
    counted = rf"{number}\s(?:(?!and\b|or\b)[a-z][a-z-]++\s){{0,2}}?{_NOUN}\b"
    who = rf"(?:[Rr]esearchers|[Ss]cientists|[Tt]he\s(?:team|authors|{_STUDIES}|pollsters)|{_STUDIES})"
    done = rf"(?:{_LOOKED}|involved|included|looked\sat|involving|covered)"
    return (
        re.compile(rf"\b{_STUDIES}\s(?:of|among|involving|with)\s(?:the\s)?{counted}"),
        re.compile(rf"\b{who}\s(?:[^,;:.()]{{0,60}}\s|[^;:()]{{0,60}},\s)?{done}\s{counted}"),
        re.compile(rf"\b[Tt]he\steam,\s[^;:()]{{2,60}},\s{_LOOKED}\s{counted}"),
        re.compile(rf"{counted}\s(?:took\spart|participated|were\senrolled)\sin\sthe\s{_STUDIES}\b"),
    )


def extract(reading: Reading) -> Iterator[Relation]:
    """One claim for each number of those who were looked at, in articles that speak of one study of them."""
    text = reading.article.text
    found: dict[str, list[re.Match[str]]] = {}
    for sentence in reading.firing(trigger()):
        if _NOUNS.isdisjoint(sentence.words):
            continue
        if sentence.block.kind not in ("paragraph", "item", "summary"):
            continue
        if _OTHER.search(text, sentence.start, sentence.end):
            continue
        match = next(
            (it for form in _forms() if (it := form.search(text, sentence.start, sentence.end))), None
        )
        if match and not hedged(text, sentence.start, match.end()):
            found.setdefault(match["noun"], []).append(match)
    for noun, told in found.items():
        if len({match["number"] for match in told}) == 1:
            yield from (_claim(reading, match, noun) for match in told)


def _claim(reading: Reading, match: re.Match[str], noun: str) -> Relation:
    said = match["number"].replace(",", "")
    least, most = stretch(said, 1.0, (match["bound"] or "").strip(), exact=(figures(said) or 0) % 10 != 0)
    return Relation(
        **reading.place(match.start(), match.end()),
        subject=f"study of {noun}",
        name=f"study of {noun}",
        relation="number of participants",
        value=f"{match['bound'] or ''}{match['number']} {noun}",
        least=least,
        most=most,
        context=shared_names.context(reading, (), with_places=False),
    )
