"""When and where was somebody born, and died, by a bracket: "Jane Roe (5 May 1903, Graz – 2 June 1988)"?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.dates import Mention, values
from checker.extract.happening import Happening, called
from checker.extract.reading import Reading
from checker.extract.subjects import Subject
from checker.extract.topic import personal
from checker.model import When
from checker.resolve.compare import fold
from checker.text.sentences import Sentence

_LONGEST = 260  # characters of a bracket
_DATE = "\0"
_RANGE = "\1"  # two dates in one
_NAME = r"[^\W\d_a-z][\w'.-]*(?:\s(?:(?:am|an|de|der|of|on|the|upon)\s){0,2}[^\W\d_a-z][\w'.-]*){0,3}"
_PLACE = rf"{_NAME}(?:,\s{_NAME}){{0,2}}"
_LEAD = r"(?:(?:née|nee|né|born|formerly|pronounced|/)\s?[^;()]{1,60};\s)?"
_BORN = r"(?:(?P<born>born|b\.|\*)\s?)?"
_DIED = r"(?:(?P<died>died|d\.|†|\+)\s?)?"
_ON = r"(?:(?:on|in|at)\s)?"


def _at(which: str) -> str:
    return rf"(?:(?:,|\sin|\sat)\s(?P<{which}_at>{_PLACE}))?"


def _told(which: str) -> str:
    """A date, perhaps with the place before or behind it."""
    return (
        rf"(?:{_ON}(?P<{which}_in>{_PLACE}),?\s(?:on\s|in\s)?(?:{_DATE})|"
        rf"{_ON}(?:{_DATE}){_at(which)})"
    )


_TO = r"\s?(?:[-–—]{1,2}|[;,/]|to)\s?"
_BOTH = re.compile(rf"\({_LEAD}{_BORN}{_told('first')}{_TO}{_DIED}{_told('last')}\)")
# With a name at birth before the date, and more behind it.
_LOOSE = re.compile(
    rf"\((?:[^(){_DATE}]{{1,100}}?\s)??(?P<born>born|b\.|\*)\s?"
    rf"(?:[A-Z][\w.' -]{{1,40}}(?:[;,]\s|\s(?=on\s|in\s)))?(?:on\s|in\s)?{_DATE}{_at('first')}"
    rf"(?:[^(){_DATE}]{{0,120}}?\b(?P<died>died|d\.)\s(?:on\s|in\s)?{_DATE}{_at('last')})?[^()]{{0,120}}\)"
)
# Behind a name in another script, or how it is spoken.
_DATES = re.compile(rf"\([^(){_DATE}]{{1,160}}{_DATE}\s?(?:[-–—]{{1,2}}|to)\s?{_DIED}{_DATE}\)")
_YEARS = re.compile(rf"\([^(){_RANGE}]{{0,160}}{_RANGE}\)")
_NOT_LIFE = re.compile(
    r"\b(?:reign|reigned|r\.|ruled|fl\.|office|served|active|from|c\.|ca\.|circa|season|films?|series)\b|\?"
)


_DEFINES = re.compile(r"\s(?:is|was)\s(?:an?|the)\s")
_SHORTEST = 40 * 365  # days of a life that is told in passing, by its years alone: a term is shorter


@dataclass(frozen=True, slots=True)
class Life:
    """When somebody was born and died, and where, as far as it is told.

    ``plain``: it could be nothing else, having a word or sign for it, or places.
    """

    born: When
    died: When | None
    born_at: str
    died_at: str
    plain: bool
    assumptions: tuple[str, ...]


def lifespans(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Happening]:
    """The births and deaths that stand in brackets behind the subject, and behind names further on."""
    text = reading.article.text
    if subject and subject.how == "name" and text[subject.end - 1] == ")" and " " in subject.name:
        opened = text.find("(", subject.start, subject.end)
        life = _life(text, opened, subject.end, reading.dates_in(opened, subject.end))
        copula = _DEFINES.match(text, subject.end, sentence.end)
        if life and (life.plain or (copula and personal(subject.name, text, copula.end(), sentence.end))):
            yield from _happenings(subject.name, subject.start, subject.end, life)
            return
    for mention in reading.people.within(sentence.start, sentence.end):
        if not text.startswith(" (", mention.end) or mention.office:
            continue
        end = text.find(")", mention.end, sentence.end) + 1
        life = _life(text, mention.end + 1, end, reading.dates_in(mention.end, end)) if end else None
        full = reading.people.name_of(mention)
        if life and full and " " in full and (life.plain or _is_long(life)):
            yield from _happenings(full, mention.start, end, life)


def _is_long(life: Life) -> bool:
    return life.died is not None and life.died.first - life.born.last > _SHORTEST


def _happenings(name: str, start: int, end: int, life: Life) -> Iterator[Happening]:
    for what, when, place in (("born", life.born, life.born_at), ("died", life.died, life.died_at)):
        if when:
            yield Happening(
                start,
                end,
                f"{fold(name)}: {what}",
                called(what, name),
                when,
                place or None,
                named=False,
                assumptions=life.assumptions,
            )


def _life(text: str, start: int, end: int, dates: Sequence[Mention]) -> Life | None:
    """What the bracket ``text[start:end]`` with those dates tells of the life of whoever stands before it."""
    if end - start > _LONGEST or _NOT_LIFE.search(text, start, end):
        return None
    told = [it for it in dates if it.type == "DATE"]
    if not told or any(it.problem for it in told):
        return None
    said = _marked(text, start, end, told)
    if _YEARS.fullmatch(said):
        first, _, last = told[0].value.partition("/")
        days, later = values.interval(first), values.interval(last)
        if days and later:
            born, died = When(*days, basis="stated"), When(*later, basis="stated")
            return Life(born, died, "", "", plain=False, assumptions=told[0].assumptions)
        return None
    match = _BOTH.fullmatch(said) or _LOOSE.fullmatch(said) or _DATES.fullmatch(said)
    if match is None:
        return None
    whens = [it.when for it in told if it.when and it.when.known and it.when.basis == "stated"]
    named = match.groupdict()
    both = match.re is not _LOOSE or bool(named["died"])
    if len(whens) != len(told) or len(whens) < 1 + both:
        return None
    died_at = named.get("last_in") or named.get("last_at") or ""
    born_at = named.get("first_at") or (died_at and named.get("first_in")) or ""
    plain = bool(named.get("born") or named["died"] or (born_at and died_at))
    return Life(whens[0], whens[1] if both else None, born_at, died_at, plain, told[0].assumptions)


def _marked(text: str, start: int, end: int, dates: Sequence[Mention]) -> str:
    """The bracket with a mark for each of its dates."""
    parts, at = [], start
    for date in dates:
        parts += [text[at : date.start], _RANGE if "/" in date.value else _DATE]
        at = date.end
    return "".join((*parts, text[at:end]))
