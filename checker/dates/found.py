"""The date forms of an article, each with the tense of the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from checker.dates import reader, tense
from checker.dates.forms import Form
from checker.dates.triggers import triggers

_REACH = 60  # characters in which a preposition still bears on a date
_PASSING = re.compile(r"\b(?:until|till|since|before)\s[^,;:.()]{0,60}\Z")
_OPENING = 24  # characters in which "By the end of" and the like find room


class Stretch(Protocol):
    """A sentence: offsets into the clean text, and its words."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def words(self) -> Sequence[str]: ...


@dataclass(slots=True)
class Found:
    """A form, the tense it is told in, and its sentence: the number, and whether the form opens it."""

    form: Form
    tense: str
    sentence: int = 0
    opens: bool = False
    passing: bool = False  # named to bound something else: "until the fall of the city in May 1945"


def find(text: str, sentences: Sequence[Stretch]) -> list[Found]:
    """Every date form of the sentences, in order."""
    found: list[Found] = []
    hits = triggers(text, chain.from_iterable(sentence.words for sentence in sentences))
    begin = 0
    for index, sentence in enumerate(sentences):
        start, end = sentence.start, sentence.end
        while begin < len(hits) and hits[begin][0] < start:
            begin += 1
        stop = begin
        while stop < len(hits) and hits[stop][0] < end:
            stop += 1
        forms = reader.read(text, start, end, hits[begin:stop]) if stop > begin else []
        begin = stop
        if not forms:
            continue
        verbs = tense.cues(text, start, end)
        found += [
            Found(
                form,
                verbs.at(form.start, form.end),
                index,
                form.start - start < _OPENING,
                _PASSING.search(text, max(start, form.start - _REACH), form.start) is not None,
            )
            for form in forms
        ]
    return found
