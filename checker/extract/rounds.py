"""By what is a match known besides its day: the final of a competition of a year, a round of it in a week."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from checker.dates.calendar import civil, iso_week
from checker.extract.reading import Reading
from checker.model import When
from checker.resolve.compare import fold
from checker.text.sentences import Sentence

_YEAR = r"(?:18|19|20)\d\d"
_COMPETITION = re.compile(
    rf"(?:\b(?P<before>{_YEAR})\s)?\b(?P<name>(?:[A-Z][\w'&-]{{1,20}}\s(?:of\s)?){{0,5}}"
    r"(?:Bowl|Championships?|Cup|Masters|Open|Plate|Shield|Trophy|Vase|Euro(?=\s\d))"
    r"(?:\sof\s(?:the\s)?[A-Z][\w'-]{1,20}(?:\s[A-Z][\w'-]{1,20})?)?)\b"
    rf"(?:\s(?P<behind>{_YEAR})\b)?"
)
# Whose it is, and of which sport, is said or left out.
_LEFT_OUT = frozenset("association cricket fifa football icc rugby soccer the uefa union".split())
# Of several matches between two sides in a round the words tell, somewhere.
_SEVERAL = re.compile(
    r"\b(?:(?:first|second|return|home|away|opening)[\s-]leg|two-leg\w*|legs|aggregate|best[\s-]of|[Ss]eries|"
    r"replay\w*|rematch|[Gg]ame\s(?:\d|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even)|finals|doubles|Under-\d+|"
    r"[Ww]omen\w*|[Ll]adies\w*|[Gg]irls\w*)\b"
)
_OF_IT = (
    r"(?<!semi-)(?<!semi\s)(?<!quarter-)(?<!quarter\s)\bfinal\b"
    r"(?!\s(?:eight|game|group|four|match|minutes?|quarter|round|score|seconds?|session|set|stages?|table|test|third|whistle)\b)"
)
_WHOSE = r"(?:the|[a-z]+\s(?:week|month|year)'s|[A-Z][a-z]+day's|yesterday's|this\syear's)"
_BEHIND = re.compile(rf"(?P<gap>[^.;:\d]{{0,50}}?)\sin\s{_WHOSE}\s(?:[^.;:,]{{0,60}}?\s)?{_OF_IT}")
_AHEAD = re.compile(rf"(?:In|At)\s{_WHOSE}\s[^.;:]{{0,80}}?{_OF_IT}[^.;:]{{0,60}},?\s?(?:the\s)?")
_PLAYED = re.compile(
    rf"(?:The|This\syear's|Last\s\w+'s)\s[^.;:]{{0,80}}?{_OF_IT}\s(?:of\s[^.;:]{{3,60}}?\s)?"
    r"(?:was|took|kicked|in|on|at|between)\b"
)
_FURTHER = re.compile(r"\b(?:and|but|before|to|will|would|semi|quarter|reached?)\b")
_ROUND = re.compile(
    r"\b(?:final|(?:semi|quarter)-?\s?finals?|knocked\sout|last\s(?:four|eight|16|sixteen)|(?:first|second|third|fourth|"
    r"fifth|sixth|preliminary|qualifying)\sround|play-?off|tie)\b"
)


@dataclass(frozen=True, slots=True)
class Round:
    """As what a match is known ("final of rugby world cup 2019"), for a reader, and its year."""

    key: str
    name: str
    year: int


def rounds(reading: Reading, sentence: Sentence, start: int, end: int, when: When) -> list[Round]:
    """The final, and the round in its week, whose end ``text[start:end]`` tells; ``when`` is the match."""
    text = reading.article.text
    if reading.once(_several):
        return []
    final = _final(reading, sentence, start, end)
    named = _competition(text, sentence) or (final and _competition(text, final))
    if not named:
        return []
    key, name, stated = named
    found = []
    year = stated or _one_year(when)
    if final and year:
        found.append(Round(f"final of {key} {year}", f"the final of the {year} {name}", year))
    if when.known and _ROUND.search(text, sentence.start, sentence.end) and not _other_year(stated, when):
        week, until = iso_week(when.first), iso_week(when.last)
        if week == until:
            year, number = civil(when.first)[0], f"{week[0]}-W{week[1]:02}"
            found.append(Round(f"round of {key} {number}", f"the {name}", year))
    return found


def _several(reading: Reading) -> bool:
    """Does the article tell of more than one match between two sides?"""
    return _SEVERAL.search(reading.article.text) is not None


def _final(reading: Reading, sentence: Sentence, start: int, end: int) -> Sentence | None:
    """The sentence that says that the match is a final: its own, or the one before."""
    text = reading.article.text
    behind = _BEHIND.match(text, end, sentence.end)
    if behind and not _FURTHER.search(behind["gap"]):
        return sentence
    if start > sentence.start and _AHEAD.fullmatch(text, sentence.start, start):
        return sentence
    number = bisect_left(reading.sentences, sentence.start, key=lambda it: it.start)
    if number == 0 or any(it.dated for it in reading.dates_in(sentence.start, sentence.end)):
        return None
    before = reading.sentences[number - 1]
    return before if _PLAYED.match(text, before.start, before.end) else None


def _competition(text: str, sentence: Sentence) -> tuple[str, str, int] | None:
    """The only one that the sentence names: its key, its name, and the year if that is told."""
    found = {}
    for match in _COMPETITION.finditer(text, sentence.start, sentence.end):
        words = [word for word in match["name"].split() if not word.endswith("day's")]
        own = [word for word in fold(" ".join(words)).split() if word not in _LEFT_OUT]
        year = int(match["before"] or match["behind"] or 0)
        if len(own) > 1 or (own == ["euro"] and year):
            key = " ".join(own).removesuffix("s")
            found[key] = key, " ".join(words), year
    return next(iter(found.values())) if len(found) == 1 else None


def _one_year(when: When) -> int:
    """The year in which all of it lies, else 0."""
    if not when.known:
        return 0
    first, last = civil(when.first)[0], civil(when.last)[0]
    return first if first == last else 0


def _other_year(stated: int, when: When) -> bool:
    return bool(stated) and _one_year(when) not in (stated, stated + 1)
