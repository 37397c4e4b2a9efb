"""Claims on the how manieth holder of an office somebody is: "X, 9th governor", "is the eighth rector"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.dates import words
from checker.extract.clauses import hedged
from checker.extract.rankings import number_as
from checker.extract.reading import Reading
from checker.extract.stated import of_person
from checker.model import Relation
from checker.resolve import places
from checker.resolve.compare import fold
from checker.resolve.events import ordinal
from checker.text.tokens import tokens
from checker.text.trigger import Trigger

_NTH = re.compile(r"(?<![\w-])(?P<nth>\d{1,3}(?:st|nd|rd|th)|[a-z]{4,9}(?:-[a-z]{4,8})?)(?=\s[A-Za-z])")
_FEWEST = 3  # a first or second secretary, minister or president is one of another rank
_OF = re.compile(r"\sof\s(?:the\s)?(?P<of>[A-Z][\w.]*(?:\s(?:of\s)?[A-Z][\w.]*){0,2})")


@cache
def trigger() -> Trigger:
    return Trigger((*words.table("ordinals"), "st", "nd", "rd", "th"))


def extract(reading: Reading) -> Iterator[Relation]:
    """One claim for each title with its number."""
    text = reading.article.text
    for held in reading.held:
        sentence = held.phrase.sentence
        if trigger().words.isdisjoint(sentence.words):
            continue
        row = tokens(text, sentence.start, sentence.end)[held.phrase.title.start : held.phrase.title.end]
        first, last = row[0].start, row[-1].end
        told = (match for match in _NTH.finditer(text, first, last) if ordinal(match["nth"]))
        lead = next(told, None)
        number = ordinal(lead["nth"]) if lead else None
        if lead is None or not number or number < _FEWEST or not held.single:
            continue
        if not _is_next(text[lead.end() : last], held.office):
            continue
        of = _OF.search(text, first, min(last + 60, sentence.end))
        where = of["of"] if of and of.start() <= last else ""
        start, end = min(lead.start(), held.phrase.start), max(last, held.phrase.end)
        if hedged(text, start, end) or held.status in ("deputy", "designate", "shadow"):
            continue
        yield Relation(
            **reading.place(start, end),
            subject=of_person(held.holder),
            name=held.holder,
            relation=number_as(held.office, where),
            value=text[lead.start() : last],
            least=number,
            most=number,
            context=(fold(held.body),) if held.body and not where else (),
        )


def _is_next(behind: str, office: str) -> bool:
    """Does the office follow the number at once? The fifth elected president may be the ninth."""
    said = behind.replace("-", " ").split()
    own = said[1:] if said and (places.is_adjective(said[0]) or said[0] in ("US", "U.S.")) else said
    return " ".join(own).lower().startswith(office.replace("-", " "))
