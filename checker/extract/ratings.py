"""How critics rate a thing: "holds a rating of 79% based on 177 reviews"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract.measures import BOUND, stretch
from checker.extract.reading import Reading
from checker.extract.stated import Stated
from checker.extract.subjects import Subject
from checker.text.sentences import Sentence

_BEFORE = BOUND.replace("<bound>", "<before>")
_RATED = re.compile(
    rf"(?:\b(?:rating|score|approval)\s(?:of\s)?{BOUND}|"
    rf"\s(?:scored|earned|received|has|holds|had|held|reported)\s(?:an?\s)?{_BEFORE})"
    r"(?P<number>\d{1,3})(?:%|\spercent\b|\sper\scent\b)"
)
_REVIEWED = re.compile(
    rf"\bbased\son\s{BOUND}(?P<number>\d{{1,3}}(?:,\d{{3}})*)\s(?:[a-z]+\s){{0,2}}?reviews\b", re.IGNORECASE
)
_FREE = re.compile(r"\b(?:which|who|that|while|but|whose|where|when|audience|audiences|users)\b|[;:]")


def ratings(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """The share of critics who liked the subject of the sentence, and how many were asked."""
    text = reading.article.text
    if subject is None or not _speaks_of_critics(text, sentence):
        return
    rated = _RATED.search(text, subject.end, sentence.end)
    if rated and not _FREE.search(text, subject.end, min(sentence.end, rated.end() + 40)):
        bound = rated["bound"] or rated["before"] or ""
        yield _stated("rating in percent", subject, sentence, rated, bound, "")
    if found := _REVIEWED.search(text, sentence.start, sentence.end):
        yield _stated("number of reviews", subject, sentence, found, found["bound"] or "", "count")


def _speaks_of_critics(text: str, sentence: Sentence) -> bool:
    return any(
        text.find(word, sentence.start, sentence.end) >= 0 for word in ("review", "rating", "approval")
    )


def _stated(
    relation: str, subject: Subject, sentence: Sentence, match: re.Match[str], bound: str, unit: str
) -> Stated:
    low, high = stretch(match["number"], 1.0, bound.strip(), exact=True)
    said = f"{bound}{match['number']}" + ("" if unit else "%")
    stop = max(match.end(), subject.end)
    return Stated(subject, relation, said, sentence.start, stop, least=low, most=high, unit=unit)
