"""Claims on matches: who played whom on which day, how it ended, and how many watched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.dates import Mention
from checker.dates.calendar import civil, iso
from checker.extract.clauses import hedged
from checker.extract.happening import Happening, claim
from checker.extract.match_forms import LINE, RESULT, forms
from checker.extract.measures import BOUND, begin, figures, stretch
from checker.extract.reading import Reading
from checker.extract.rounds import rounds
from checker.extract.sides import bare, clubs
from checker.model import Event, Relation, When
from checker.model.event import ENCOUNTER
from checker.resolve.compare import fold
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger

_LEAD = 4  # sentences at the head of a report tell its day
_SETS = 30  # the score of a set is lower
_FRESH = 10  # days before publication in which the match of a report lies
_SIGN = re.compile(r"[0-9](?:\s?[-–]\s?\d|(?<=[a-z] .)\d?,? [A-Z][\w' -]{2,40} \d{1,2}\b)")
_MARGINS = frozenset(("points", "runs", "wickets"))
# No end of the match, or of more than one.
_PART = re.compile(
    r"\s?,?\s(?:on\s(?:aggregate|penalties|points)|at\s(?:half|the\s(?:break|interval))|"
    r"in\s(?:the|a)\s(?:shoot|first|opening|series|tie-?break)|"
    r"after\s(?:\d+|the\sfirst)|up\b|down\b|ahead\b|lead\b)|\s(?:per\scent|percent|majority|vote|ruling|decision)\b"
)
_PAST = re.compile(
    r"\b(?:last\s(?:season|year|month|term)|earlier|previous\w*|reverse|first\sleg|second\sleg|reserves?|youth|"
    r"under-\d+|women|ladies|colts|juniors?|friendly|exhibition|testimonial|warm-up|pre-season|seconds|veterans|academy|if|when\sthey|series)\b"
)
_EVENINGS = ("TEV", "TNI")
_AT_ONCE = re.compile(r"(?:\s(?:at\shome|away|in|on|during|at|late|early|the)|\s[A-Z][\w'-]{1,20}){0,5},?\s?")
_CROWD = frozenset("attendance Attendance crowd gate watched Watched front".split())
_WATCHED = re.compile(
    rf"(?:\b[Aa]ttendance(?::|\sof|\swas)\s|\b(?:[Aa]|[Tt]he)\s(?:[a-z-]+\s)?(?:crowd|gate|attendance)\sof\s|\b[Ww]atched\sby\s(?:a\scrowd\sof\s)?|"
    rf"\b[Ii]n\sfront\sof\s(?:a\s(?:[a-z-]+\s)?crowd\sof\s)?){BOUND}(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{2,6}})(?![\d,]*\d)"
)


@cache
def trigger() -> Trigger:
    return Trigger(
        "Attendance attendance beat beaten beating beats crowd crushed crushing defeat defeated "
        "defeating downed draw drew edged edging eliminated final goal goals hammered hammering "
        "humbled knocked loss lost ousted overcame past routed routing saw stunned thrashed "
        "thrashing triumph trounced upset victory win won".split()
    )


@dataclass(frozen=True, slots=True)
class _Match:
    """Two sides at ``text[start:end]``, in the order of their keys, and ``scores`` in that order."""

    sides: tuple[str, str]
    start: int
    end: int
    said: str
    scores: tuple[int, ...]
    unit: str = ""

    @property
    def value(self) -> str:
        """The end as it was told, with who won."""
        ahead = _ahead(self.scores)
        return self.said if self.unit or not ahead else f"{self.said} to {self.sides[ahead < 0]}"


@dataclass(frozen=True, slots=True)
class _Known:
    """As what, and when, a match was: two that share something of ``by`` are one."""

    by: tuple[str, ...]
    name: str
    year: int
    when: When
    assumptions: tuple[str, ...]


def _scored(reading: Reading) -> Iterator[Sentence]:
    """The sentences that may tell a score."""
    worth = {*reading.where(_SIGN), *reading.concordance.holding(_MARGINS)}
    return (reading.sentences[number] for number in sorted(worth))


def extract(reading: Reading) -> Iterator[Event | Relation]:
    """One claim for the day and one for the end of each match, and those who watched the only one."""
    found: list[tuple[_Match, _Known]] = []
    for sentence in _scored(reading):
        for match in _matches(reading, sentence, reading.once(clubs)):
            if hedged(reading.article.text, sentence.start, match.end):
                continue
            if known := _known(reading, sentence, match):
                found.append((match, known))
    for match, known in found:
        yield from _claims(reading, match, known)
    if len({(match.sides, known.by, known.when) for match, known in found}) == 1:
        yield from _watched(reading, *found[0])


def _known(reading: Reading, sentence: Sentence, match: _Match) -> _Known | None:
    """By its day, the final that it was, or its round in a week; None if by nothing."""
    told = _told(reading, sentence, match)
    when = told.when if told and told.when else When()
    if told and told.value.endswith(_EVENINGS):
        when = When(when.first, when.first, basis=when.basis)
    staged = rounds(reading, sentence, match.start, match.end, when)
    by, names, year = (
        [it.key for it in staged],
        [f"in {it.name}" for it in staged],
        [it.year for it in staged],
    )
    if when.known and when.first == when.last:
        by.append(iso(when.first))
        names.insert(0, f"on {iso(when.first)}")
        year.insert(0, civil(when.first)[0])
    return _Known(tuple(by), names[0], year[0], when, told.assumptions if told else ()) if by else None


def _told(reading: Reading, sentence: Sentence, match: _Match) -> Mention | None:
    """The day of the match, or its week: right behind its end, or as a report on it tells."""
    text = reading.article.text
    for mention in reading.dates_in(match.end, sentence.end):
        if _AT_ONCE.fullmatch(text, match.end, mention.start) and _is_day(mention, 7):
            return mention
    return _day(reading, sentence)


def _matches(reading: Reading, sentence: Sentence, named: dict[str, str]) -> Iterator[_Match]:
    text = reading.article.text
    if _PAST.search(text, sentence.start, sentence.end):
        return
    for winner, form in forms():
        if match := form.search(text, sentence.start, sentence.end):
            if found := _read(text, match, winner, named):
                yield found
            return
    end = _line_end(reading, sentence)
    line = LINE.match(text, sentence.start, end) or RESULT.match(text, sentence.start, end)
    if line and (found := _read(text, line, "line", named)):
        yield found


def _line_end(reading: Reading, sentence: Sentence) -> int:
    """Where the first line of the sentence ends, as it was written."""
    first, last = reading.article.positions.span(sentence.start, sentence.end)
    line, _, rest = reading.article.original[first:last].partition("\n")
    return sentence.start + len(line) if rest else sentence.end


def _read(text: str, match: re.Match[str], winner: str, named: dict[str, str]) -> _Match | None:
    if _PART.match(text, match.end()):
        return None
    one, other = (named.get(side, side) for side in (bare(match["one"]), bare(match["other"])))
    if not one or not other or fold(one) == fold(other):
        return None
    said, unit = _said(match)
    scores = _scores(match)
    if not scores:
        return None
    high_first = winner == "line" or (_ahead(scores) >= 0) == (winner != "other")
    if not unit and not high_first:
        scores = _turned(scores)
    if fold(one) > fold(other):
        one, other = other, one
        if not unit:
            scores = _turned(scores)
    end = match.start() + len(match[0].rstrip("."))
    return _Match((one, other), match.start("one"), end, said, scores, unit)


def _ahead(scores: tuple[int, ...]) -> int:
    """By how many sets, or if there are none by one, the first is ahead; below 0, the second."""
    pairs = zip(scores[::2], scores[1::2], strict=True)
    return sum((a > b) - (a < b) for a, b in pairs)


def _turned(scores: tuple[int, ...]) -> tuple[int, ...]:
    """The scores with those of the other side first."""
    return tuple(score for pair in zip(scores[1::2], scores[::2], strict=True) for score in pair)


def _said(match: re.Match[str]) -> tuple[str, str]:
    told = match.groupdict()
    if told.get("margin"):
        return f"{told['margin']} {told['unit']}", told["unit"] or ""
    return f"{told['first']}-{told['second']}{told['sets']}", ""


def _scores(match: re.Match[str]) -> tuple[int, ...]:
    told = match.groupdict()
    if told.get("margin"):
        margin = figures(told["margin"] or "")
        return (int(margin), 0) if margin else ()
    return tuple(map(int, re.findall(r"\d+", f"{told['first']} {told['second']}{told['sets']}")))


def _day(reading: Reading, sentence: Sentence) -> Mention | None:
    """The only day, or week, that the sentence tells, or else the head of a report on what has just been."""
    own = reading.dates_in(sentence.start, sentence.end)
    if any(mention.dated for mention in own):
        days = [it for it in own if _is_day(it)]
        return days[0] if len(days) == 1 == len([it for it in own if it.dated]) else None
    published = reading.dates.published
    head = reading.sentences[:_LEAD]
    if published is None or sentence not in head or published.basis == "estimated":
        return None
    told = [it for it in reading.dates_in(head[0].start, head[-1].end) if _is_day(it)]
    told = [it for it in told if it.when and (it.when.basis, it.when.first) != ("stated", published.first)]
    days = [it for it in told if it.when and 0 <= published.last - it.when.first <= _FRESH]
    return days[0] if days and len({it.when.first for it in days if it.when}) == 1 else None


def _is_day(mention: Mention, days: int = 1) -> bool:
    """Is it a day, or so many?"""
    when = mention.when
    if not mention.dated or mention.problem or when is None or not when.known:
        return False
    evening = mention.value.endswith(_EVENINGS)
    return when.basis in ("stated", "relative") and when.last - when.first < days + evening


def _claims(reading: Reading, match: _Match, known: _Known) -> Iterator[Event | Relation]:
    between = " and ".join(match.sides)
    if known.when.known and known.when.first == known.when.last:
        yield claim(
            reading,
            Happening(
                match.start,
                match.end,
                f"{ENCOUNTER}match of {fold(between)}",
                f"match of {between}",
                known.when,
                named=False,
                assumptions=known.assumptions,
            ),
        )
    number, base = 0, 1000 if len(match.scores) == 2 else _SETS
    for score in match.scores:
        number = number * base + min(score, base - 1)
    yield Relation(
        **reading.place(match.start, match.end),
        when=known.when,
        subject=f"match of {fold(between)} in {known.year}",
        name=f"{between} {known.name}",
        context=known.by,
        relation="margin" if match.unit else "score",
        value=match.value,
        least=float(number),
        most=float(number),
        assumptions=known.assumptions,
    )


def _watched(reading: Reading, match: _Match, known: _Known) -> Iterator[Relation]:
    text, between = reading.article.text, " and ".join(match.sides)
    for sentence in reading.holding(_WATCHED, _CROWD):
        told = _WATCHED.search(text, sentence.start, sentence.end)
        if told is None or _PAST.search(text, sentence.start, sentence.end):
            continue
        least, most = stretch(told["number"], 1.0, (told["bound"] or "").strip())
        start = begin(told)
        yield Relation(
            **reading.place(start, told.end("number")),
            when=known.when,
            subject=f"match of {fold(between)} in {known.year}",
            name=f"{between} {known.name}",
            context=known.by,
            relation="attendance",
            value=text[start : told.end("number")],
            least=least,
            most=most,
            unit="count",
            assumptions=known.assumptions,
        )
