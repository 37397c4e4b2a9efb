"""How people died, and where they lie: "X died of a heart attack", "X was buried in Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.origins import PLACES
from checker.extract.reading import Reading
from checker.extract.stated import Stated, of_person
from checker.extract.subjects import Subject
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_DIED = re.compile(
    r"\s(?:died|passed\saway)\s(?:(?:suddenly|peacefully|unexpectedly|instantly|there|later)\s)?"
)
_SHORT_WHILE = re.compile(
    r"(?:on\s|in\s|at\s|shortly\s|soon\s|early\s)?[\w\s',-]{0,60}?\b(?=(?:of|from|after\ssuffering)\s)"
)
_OF = re.compile(r"(?:of|from|after\ssuffering)\s(?:an?\s|the\s)?(?:apparent\s)?(?:[a-z]{3,14}\s){0,2}?")
_WORD = re.compile(r"[a-z]{3,14}\s")
_BURIED = re.compile(
    r"\s(?:was|is|lies)\s(?:(?:later|subsequently|then)\s)?(?:buried|interred)\s(?:in|at)\s(?:the\s)?"
)
_MOVED = re.compile(
    r"\b(?:complications?|related|exhumed|re-?buried|reinterred|moved|transferred|cremated|until|first|temporarily)\b"
)


@cache
def _causes() -> dict[str, str]:
    return {form: cause for cause, forms in load("relations")["causes"].items() for form in forms}


@cache
def _cause() -> re.Pattern[str]:
    return re.compile(rf"(?P<cause>{pattern(_causes(), boundary=False)})(?=[\s.,;]|\Z)")


def endings(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """The cause of death and the grave of the person who is the subject of the sentence."""
    if subject is None or subject.sort or not 2 <= len(subject.name.split()) <= 5:
        return
    text = reading.article.text
    if _MOVED.search(text, subject.end, sentence.end):
        return
    if died := _DIED.match(text, subject.end, sentence.end):
        yield from _caused(text, sentence, subject, died.end())
    if buried := _BURIED.match(text, subject.end, sentence.end):
        where = PLACES.match(text, buried.end(), sentence.end)
        if where:
            listed = tuple(part.strip(" .") for part in re.split(r",\s|\sin\s", where[0]))
            said = where[0].rstrip(".")
            key = of_person(subject.name)
            yield Stated(subject, "burial place", said, sentence.start, where.end(), listed, key=key)


def _caused(text: str, sentence: Sentence, subject: Subject, at: int) -> Iterator[Stated]:
    between = _SHORT_WHILE.match(text, at, sentence.end)
    of = _OF.match(text, between.end() if between else at, sentence.end)
    while of:
        cause = _cause().match(text, of.end(), sentence.end)
        if cause:
            said = cause["cause"]
            key = of_person(subject.name)
            yield Stated(
                subject, "cause of death", said, sentence.start, cause.end(), (_causes()[said],), key=key
            )
            return
        of = _WORD.match(text, of.end(), min(sentence.end, of.start() + 60))
