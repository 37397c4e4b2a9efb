"""Where people were born and died: "X was born on 5 May 1950 in Leeds, England"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.extract.reading import Reading
from checker.extract.stated import Stated, of_person
from checker.extract.subjects import BORN_IN, Subject
from checker.text.sentences import Sentence

_PLACE_WORD = r"[^\W\d_a-z][\w'.-]*+"
_TIME = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_PLACE = rf"{_PLACE_WORD}(?:\s(?:(?:of|the|de|la|del|upon|on|am)\s){{0,2}}(?!{_TIME}){_PLACE_WORD}){{0,3}}"
PLACES = re.compile(rf"{_PLACE}(?:(?:,|\sin)\s(?:the\s)?(?!{_TIME}){_PLACE}){{0,3}}")
_IN = re.compile(
    r"(?:\s[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,3})?"  # a name at birth
    r"(?:,?\son)?(?:,?\s(?:[A-Z][a-z]{2,8}\s\d{1,2}(?:st|nd|rd|th)?,\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4}))?"
    r"(?:,?\sin\s(?:[A-Z][a-z]{2,8}\s)?\d{4})?"
    r",?\s(?:in|at)\s(?:the\s(?:city|town|village|district|province|state|country)\sof\s)?"
    rf"(?P<place>{_PLACE}(?:(?:,|\sin)\s(?!{_TIME}){_PLACE}){{0,3}})"
)
_TIMES = re.compile(_TIME)
_VERB = re.compile(r"\s(?:was\s(?P<born>born)|(?P<died>died|passed\saway))\b")
_AND_RAISED = re.compile(r"\sand\s(?:raised|brought\sup|grew\sup)(?=\sin\s)")
_IS = re.compile(r"(?:'s?)?\sbirthplace\s(?:is|was)\s")


def origins(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """The place of birth or death of the person who is the subject of the sentence."""
    if subject is None or subject.sort or len(subject.name.split()) > 5:
        return
    text = reading.article.text
    if len(subject.name.split()) > 1:
        yield from _born_first(text, sentence, subject)
    match = _VERB.search(text, subject.end, min(sentence.end, subject.end + 90))
    if match is None or re.search(
        r"\b(?:who|whose|son|daughter|which|where|when|he|she|after|and|mother|father|wife|husband)\b|[;:]",
        text[subject.end : match.start()],
    ):
        return
    raised = _AND_RAISED.match(text, match.end(), sentence.end)
    where = _IN.match(text, raised.end() if raised else match.end(), sentence.end)
    if where is None or _TIMES.match(where["place"]):
        return
    if len(subject.name.split()) < 2 or any(letter.isdigit() for letter in subject.name):
        return
    relation = "birthplace" if match["born"] else "place of death"
    listed = tuple(part.strip(" .") for part in re.split(r",\s|\sin\s", where["place"]))
    yield Stated(
        subject,
        relation,
        where["place"].rstrip("."),
        sentence.start,
        where.end(),
        listed,
        key=of_person(subject.name),
    )


def _born_first(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    """ "Born in Leeds, X moved", "X's birthplace is Leeds, England"."""
    born = BORN_IN.match(text, sentence.start, sentence.end)
    where = born["place"] if born and born.end() == subject.start else ""
    stop = born.end("place") if born else 0
    if not where and (has := _IS.match(text, subject.end - 2 * subject.name.endswith("'s"), sentence.end)):
        place = PLACES.match(text, has.end(), sentence.end)
        where, stop = (place[0].rstrip("."), place.end()) if place else ("", 0)
    if where and not _TIMES.match(where):
        listed = tuple(part.strip(" .") for part in re.split(r",\s|\sin\s", where))
        name = subject.name.removesuffix("'s")
        thing = replace(subject, name=name)
        yield Stated(
            thing, "birthplace", where, sentence.start, max(stop, subject.end), listed, key=of_person(name)
        )
