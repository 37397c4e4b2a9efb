"""Claims on matches: who played whom on which day, how it ended, and how many watched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.dates import Mention
from checker.dates.calendar import iso
from checker.extract.clauses import hedged
from checker.extract.happening import Happening, claim
from checker.extract.measures import BOUND, begin, figures, stretch
from checker.extract.reading import Reading
from checker.extract.sides import SIDE, bare, clubs
from checker.model import Event, Relation, When
from checker.model.event import ENCOUNTER
from checker.resolve.compare import fold
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger

_LEAD = 4  # sentences at the head of a report tell its day
_SETS = 30  # the score of a set is lower
_FRESH = 10  # days before publication in which the match of a report lies
_ONE, _OTHER = rf"(?P<one>{SIDE})", rf"(?P<other>{SIDE})"
_SCORE = (
    r"(?<![\d-])(?P<first>\d{1,3})\s?[-–]\s?(?P<second>\d{1,3})(?![\d-])(?P<sets>(?:,\s\d{1,2}-\d{1,2}){0,4})"
)
_LIGHT = r"(?:\s(?:have|has|had|also|duly|narrowly|easily|comfortably|were|was)){0,2}"
_TO = (
    r"(?:\s(?:the|visitors|hosts|holders|champions|leaders|rivals|neighbours|visiting|struggling|bottom|ten-man|"
    r"10-man)){0,3}"
)
_SHORT = r"(?:\s(?:at|in|on|last|away|home)(?:\s(?:the\s)?[A-Z][\w'-]+){0,3}){0,2}"
_BEATS = (
    r"(?:beats?|crushed|defeated|defeats|downed|edged|eliminated|hammered|humbled|outplayed|overcame|routed|stunned|"
    r"thrashed|thumped|trounced|(?:cruised|eased|scraped|swept)\spast|knocked\sout|saw\soff)"
)
_LOSES = r"(?:lost|lose|crashed|fell|slumped|went\sdown|beaten|thrashed)"
_ADJECTIVES = r"(?:\s[a-z][a-z-]+){0,2}"
_WINS = r"(?:win|victory|triumph|success)"
_LOSS = r"(?:defeat|loss)"
_BY = r"\sby\s(?P<margin>\d{1,3}|[a-z]{3,12}(?:-[a-z]{3,5})?)\s(?P<unit>runs|wickets|points)\b"

_GOT = (
    r"(?:'s?|\sto|\swith|\sin|\sclaimed|\searned|\srecorded|\ssecured|"
    r"\s(?:claimed|lifted|retained|took|won)\sthe\s[\w' -]{3,40}?\s(?:by|with))?"
)
_TOOK = r"(?:'s?|\sto|\ssuffered|\sslumped\sto|\swent\sdown\sto|\sfell\sto)"
_SO = rf"(?:\san?)?{_ADJECTIVES}\s{_SCORE}{_ADJECTIVES}"

# By who won: the one named first, the other, or neither.
_FORMS = (
    ("one", rf"{_ONE}{_LIGHT}\s{_BEATS}{_TO}\s{_OTHER}{_SHORT}(?:\s(?:by\s)?{_SCORE}|{_BY})"),
    ("one", rf"{_ONE}{_LIGHT}\s(?:won|win)\s{_SCORE}{_SHORT}\s(?:against|at|over|away\sto){_TO}\s{_OTHER}"),
    ("one", rf"{_ONE}{_GOT}{_SO}\s{_WINS}\s(?:against|at|over){_TO}\s{_OTHER}"),
    ("other", rf"{_ONE}{_LIGHT}\s{_LOSES}\s{_SCORE}{_SHORT}\s(?:to|by|against|at){_TO}\s{_OTHER}"),
    ("other", rf"{_ONE}{_TOOK}{_SO}\s{_LOSS}\s(?:against|at|by|to){_TO}\s{_OTHER}"),
    ("", rf"{_ONE}{_LIGHT}\s(?:drew|draw)\s{_SCORE}{_SHORT}\s(?:with|against|at){_TO}\s{_OTHER}"),
    ("", rf"{_ONE}\sand{_TO}\s{_OTHER}{_SHORT}\s(?:drew|draw)\s{_SCORE}"),
)
_SIGN = re.compile(r"[0-9](?:\s?[-–]\s?\d|(?<=[a-z] .)\d?,? [A-Z][\w' -]{2,40} \d{1,2}\b)")
_MARGINS = frozenset(("points", "runs", "wickets"))
_LINE = re.compile(rf"{_ONE}\s{_SCORE}\s{_OTHER}")
# "Arrow Town 2, Orrin Rovers 1"
_RESULT = re.compile(
    rf"{_ONE}\s(?P<first>\d{{1,2}}),?\s{_OTHER}\s(?P<second>\d{{1,2}})(?P<sets>)(?=\s?(?:\(|[.;]|\Z))"
)
# No end of the match, or of more than one.
_PART = re.compile(
    r"\s?,?\s(?:on\s(?:aggregate|penalties|points)|at\s(?:half|the\s(?:break|interval))|"
    r"in\s(?:the|a)\s(?:shoot|first|opening|series|tie-?break)|"
    r"after\s(?:\d+|the\sfirst)|up\b|down\b|ahead\b|lead\b)|\s(?:per\scent|percent|majority|vote|ruling|decision)\b"
)
_PAST = re.compile(
    r"\b(?:last\s(?:season|year|month|term)|earlier|previous\w*|reverse|first\sleg|second\sleg|reserves?|youth|"
    r"under-\d+|women|ladies|colts|juniors?|friendly|seconds|veterans|academy|if|when\sthey|series)\b"
)
_CROWD = frozenset("attendance Attendance crowd gate watched Watched front".split())
_WATCHED = re.compile(
    rf"(?:\b[Aa]ttendance(?::|\sof|\swas)\s|\b(?:[Aa]|[Tt]he)\s(?:[a-z-]+\s)?(?:crowd|gate|attendance)\sof\s|\b[Ww]atched\sby\s(?:a\scrowd\sof\s)?|"
    rf"\b[Ii]n\sfront\sof\s(?:a\s(?:[a-z-]+\s)?crowd\sof\s)?){BOUND}(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{2,6}})(?![\d,]*\d)"
)


@cache
def trigger() -> Trigger:
    return Trigger(
        "Attendance attendance beat beaten beats crowd crushed defeat defeated downed draw drew edged final "
        "goal goals hammered loss lost overcame past routed stunned thrashed triumph victory win won".split()
    )


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((winner, re.compile(form)) for winner, form in _FORMS)


@dataclass(frozen=True, slots=True)
class _Match:
    """Two sides at ``text[start:end]``, in the order of their keys, and ``scores`` in that order."""

    sides: tuple[str, str]
    start: int
    end: int
    said: str
    scores: tuple[int, ...]
    unit: str = ""


def _scored(reading: Reading) -> Iterator[Sentence]:
    """The sentences that may tell a score."""
    worth = {*reading.where(_SIGN), *reading.concordance.holding(_MARGINS)}
    return (reading.sentences[number] for number in sorted(worth))


def extract(reading: Reading) -> Iterator[Event | Relation]:
    """One claim for the day and one for the end of each match, and those who watched the only one."""
    found: list[tuple[_Match, When, tuple[str, ...]]] = []
    for sentence in _scored(reading):
        for match in _matches(reading, sentence, reading.once(clubs)):
            day = _day(reading, sentence)
            if day and day.when and not hedged(reading.article.text, sentence.start, match.end):
                found.append((match, day.when, day.assumptions))
    for match, when, assumptions in found:
        yield from _claims(reading, match, when, assumptions)
    if len({(match.sides, when) for match, when, _ in found}) == 1:
        yield from _watched(reading, *found[0])


def _matches(reading: Reading, sentence: Sentence, named: dict[str, str]) -> Iterator[_Match]:
    text = reading.article.text
    if _PAST.search(text, sentence.start, sentence.end):
        return
    for winner, form in _forms():
        if match := form.search(text, sentence.start, sentence.end):
            if found := _read(text, match, winner, named):
                yield found
            return
    end = _line_end(reading, sentence)
    line = _LINE.match(text, sentence.start, end) or _RESULT.match(text, sentence.start, end)
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
    high_first = winner == "line" or (scores[0] >= scores[1]) == (winner != "other")
    if not unit and not high_first:
        scores = _turned(scores)
    if fold(one) > fold(other):
        one, other = other, one
        if not unit:
            scores = _turned(scores)
    return _Match((one, other), match.start("one"), match.end(), said, scores, unit)


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
    """The only day that the sentence tells, or else the head of a report on what has just been."""
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


def _is_day(mention: Mention) -> bool:
    when = mention.when
    if not mention.dated or mention.problem or when is None or when.first != when.last:
        return False
    return when.basis in ("stated", "relative")


def _claims(
    reading: Reading, match: _Match, when: When, assumptions: tuple[str, ...]
) -> Iterator[Event | Relation]:
    between = " and ".join(match.sides)
    yield claim(
        reading,
        Happening(
            match.start,
            match.end,
            f"{ENCOUNTER}match of {fold(between)}",
            f"match of {between}",
            when,
            named=False,
            assumptions=assumptions,
        ),
    )
    number, base = 0, 1000 if len(match.scores) == 2 else _SETS
    for score in match.scores:
        number = number * base + min(score, base - 1)
    yield Relation(
        **reading.place(match.start, match.end),
        when=when,
        subject=f"match of {fold(between)} on {iso(when.first)}",
        name=f"{between} on {iso(when.first)}",
        relation="margin" if match.unit else "score",
        value=match.said,
        least=float(number),
        most=float(number),
        assumptions=assumptions,
    )


def _watched(reading: Reading, match: _Match, when: When, assumptions: tuple[str, ...]) -> Iterator[Relation]:
    text, between = reading.article.text, " and ".join(match.sides)
    for sentence in reading.holding(_WATCHED, _CROWD):
        told = _WATCHED.search(text, sentence.start, sentence.end)
        if told is None or _PAST.search(text, sentence.start, sentence.end):
            continue
        least, most = stretch(told["number"], 1.0, (told["bound"] or "").strip())
        start = begin(told)
        yield Relation(
            **reading.place(start, told.end("number")),
            when=when,
            subject=f"match of {fold(between)} on {iso(when.first)}",
            name=f"{between} on {iso(when.first)}",
            relation="attendance",
            value=text[start : told.end("number")],
            least=least,
            most=most,
            unit="count",
            assumptions=assumptions,
        )
