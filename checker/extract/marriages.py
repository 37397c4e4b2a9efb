"""Whom did somebody marry in a year? "In 1852 he married Ann Roe", "married to Bo Lind since 1975"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract import values
from checker.extract.reading import Reading
from checker.extract.stated import Stated, of_person
from checker.extract.subjects import Subject
from checker.text.sentences import Sentence

_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_FRONTED = re.compile(rf"(?:In|On)\s[^,;:()]{{0,40}}?{_YEAR},?\s\Z")
_MARRIED = re.compile(
    r"\s(?:(?:also|later|then|first)\s)?(?:married|was\smarried\sto|(?:has|had)\sbeen\smarried\sto)\s(?=[A-Zat])"
)
_WHEN = re.compile(rf",?\s(?:in|on|since)\s(?:[^,;:()]{{0,40}}?\s)??{_YEAR}(?![\d-])")
_MANY = re.compile(r"\b(?:secondly|again|second|third|remarried|first)\b")


def marriages(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """The spouse of the person of whom the sentence speaks, by the year of the wedding."""
    if subject is None or "married" not in sentence.words or subject.sort or " " not in subject.name:
        return
    text = reading.article.text
    if _MANY.search(text, sentence.start, sentence.end):
        return
    match = _MARRIED.match(text, subject.end, sentence.end)
    if match is None:
        return
    found, end = values.names(text, match.end(), sentence.end)
    when = _WHEN.match(text, end, sentence.end) or _FRONTED.match(text, sentence.start, subject.start)
    if when and len(found) == 1 and " " in found[0]:
        yield _stated(subject, when["year"], found[0], min(when.start(), subject.start), max(end, when.end()))


def _stated(subject: Subject, year: str, name: str, start: int, end: int) -> Stated:
    relation = f"spouse, married in {year}"
    return Stated(subject, relation, name, start, end, (name,), key=of_person(subject.name))
