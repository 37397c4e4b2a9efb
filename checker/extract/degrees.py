"""Where people took their degrees: "X earned a PhD in biochemistry from the University of Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract.reading import Reading
from checker.extract.stated import Stated, of_person
from checker.extract.subjects import Subject
from checker.text.sentences import Sentence

_LEVELS = (
    ("PhD", r"Ph\.?D\.?|D\.Phil\.?|DPhil|doctorate|doctoral\sdegree"),
    ("MBA", r"M\.?B\.?A\.?"),
    ("law degree", r"J\.?D\.?|LL\.?B\.?|law\sdegree"),
    ("medical degree", r"M\.?D\.?|medical\sdegree"),
    (
        "master's degree",
        r"master's(?:\sdegree)?|M\.?A\.?|M\.?Sc?\.?|Master\sof\s(?:Arts|Science)(?:\sdegree)?",
    ),
    (
        "bachelor's degree",
        r"bachelor's(?:\sdegree)?|B\.?A\.?|B\.?Sc?\.?|Bachelor\sof\s(?:Arts|Science)(?:\sdegree)?|undergraduate\sdegree",
    ),
    ("degree", r"degree"),
)
_ONE = "|".join(f"(?P<l{i}>{forms})" for i, (_, forms) in enumerate(_LEVELS))
_FIELD = r"(?:\s(?:degree\s)?in\s(?P<field>[a-z]+(?:\s(?:and\s)?[a-z]+){0,3}?))?"
_INSTITUTION = (
    r"(?P<at>(?:[^\W\d_a-z][\w'.&-]*|of|de|the|and|at)(?:\s(?:[^\W\d_a-z][\w'&-]*|of|de|the|at|for)){0,7})"
)
_TAKEN = re.compile(
    rf"\b(?:earned?|received?|obtained|completed?|holds|gained|pursued?|took)\s(?:(?:an?|his|her|the)\s)?(?:{_ONE}){_FIELD}"
    rf"\s(?:from|at)\s(?:the\s)?{_INSTITUTION}"
)
_GRADUATED = re.compile(
    rf"\sgraduated\sfrom\s(?:the\s)?{_INSTITUTION}(?:\sin\s\d{{4}})?\swith\s(?:an?|his|her)\s(?:{_ONE}){_FIELD}(?=[.,;]|\s(?:and|in|from|before)\b)"
)
_MANY = re.compile(r"\b(?:second|another|honorary|additional|further|two|both|degrees)\b")
_OTHERS = re.compile(r"\b(?:who|whose|wife|husband|brother|sister|son|daughter|father|mother|which)\b")
_WITHOUT_FIELD = frozenset(("PhD", "MBA", "law degree", "medical degree"))


def degrees(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """The institutions from which the subject of the sentence has its degrees."""
    if subject is None or subject.sort or not 2 <= len(subject.name.split()) <= 5:
        return
    text = reading.article.text
    if text.find("raduated from", subject.end, sentence.end) < 0 and not _mentioned(text, subject, sentence):
        return
    if _MANY.search(text, sentence.start, sentence.end):
        return
    found = [
        *_GRADUATED.finditer(text, subject.end, sentence.end),
        *_TAKEN.finditer(text, subject.end, sentence.end),
    ]
    for match in found:
        if _OTHERS.search(text, subject.end, match.start()):
            continue
        level = next(name for i, (name, _) in enumerate(_LEVELS) if match[f"l{i}"])
        field = match["field"] or ""
        if level not in _WITHOUT_FIELD and not field:
            continue
        relation = level if level in _WITHOUT_FIELD else f"{level} in {field}"
        name = _trimmed(match["at"])
        if name:
            stop = max(match.end("field") if field else 0, match.start("at") + len(name))
            yield Stated(subject, relation, name, sentence.start, stop, (name,), key=of_person(subject.name))


def _mentioned(text: str, subject: Subject, sentence: Sentence) -> bool:
    said = text[subject.end : sentence.end]
    return "niversi" in said or "chool" in said or "ollege" in said


def _trimmed(name: str) -> str:
    """The name without small words at its end, one institution of it."""
    words = name.split()
    while words and words[-1].islower():
        words.pop()
    return " ".join(words).rstrip(".,") if words and words[0][0].isupper() else ""
