"""How large things are: "has a seating capacity of 20,000", "is 324 metres tall", "grossed $12 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import floor, log10

from checker.extract.own_names import of_place
from checker.extract.reading import Reading
from checker.extract.stated import Stated
from checker.extract.subjects import Subject
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_REACH = 90
BOUND = (
    r"(?P<bound>(?:about|around|approximately|roughly|nearly|almost|some|over|more\sthan|at\sleast|at\smost|"
    r"under|less\sthan|fewer\sthan|up\sto|an\sestimated|exactly|just\sover|just\sunder|close\sto|only|just|above|below|"
    r"(?:lower|higher|greater)\sthan|in\sexcess\sof|no\s(?:more|fewer|less)\sthan|not\smore\sthan)\s)?"
)
_NUMBER = (
    r"(?P<currency>(?:US)?[$£€])?(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"(?P<scale>\s(?:thousand|million|billion|trillion|mln|mn|bln|bn|trln)\b)?"
)
SCALES = {
    "thousand": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "billion": 1e9, "bln": 1e9, "bn": 1e9,
    "trillion": 1e12, "trln": 1e12,
}  # fmt: skip
# A sum without a sign says of which money it is; what each share earns is another.
_MONEY = (
    r"(?(currency)|(?=\s(?:(?:US|U\.S\.|[A-Z][a-z]+)\s)?(?:dollars?|dlrs?|pounds?|stg|euros?|francs?|marks?|yen|"
    r"rupees|crowns?|pesos?|lire|guilders)\b))(?!\s(?:[a-z]+\s)?(?:a|per)\sshare)"
)
_ABOUT = frozenset(
    (
        "about",
        "around",
        "approximately",
        "roughly",
        "some",
        "nearly",
        "almost",
        "an estimated",
        "close to",
        "just over",
        "just under",
    )
)
_ABOVE = frozenset(("over", "more than", "above", "higher than", "greater than", "in excess of"))
_BELOW = frozenset(("under", "less than", "fewer than", "below", "lower than"))
_FROM = frozenset(("at least", "no fewer than", "no less than"))
_UP_TO = frozenset(("at most", "up to", "no more than", "not more than"))
_FIRST_DAYS = re.compile(r"\b(?:opening|first|second|weekend|week|day|preview|re-release|far)\b")
_SOME_LANDS = re.compile(r"\b(?:domestic|overseas|international)|\s(?:in|from)\s(?:the\s)?(?:[A-Z]|other)")
_WORLDWIDE = re.compile(r"\b(?:worldwide|globally|world-wide)\b")
# Of one height of several: "to the tip of its mast".
NOT_WHOLE = re.compile(
    r"\s(?:[a-z]+\s)?(?:including|excluding|counting|without|with|to)\s(?:(?:its|the|an?)\s)?(?:[a-z]+\s){0,3}?"
    r"(?:antennas?|mast|spire|tip|roof|flagpole)\b"
)
# The height over what lies below is not that of the thing.
_ABOVE_GROUND = re.compile(r"\s(?:above|over)\s(?!(?:mean\s|the\s)?sea\b)")
_FREE = re.compile(r"\b(?:which|who|that|while|but|whose|where|when|compared|each|every|per)\b|[;:]")


@dataclass(frozen=True, slots=True)
class _Form:
    """One way in which a measure is told."""

    measure: str
    pattern: re.Pattern[str]


# What is held there is a share of something, or money.
_SHARES = r"\s(?:\w{2,14}\s){0,4}(?:pct|per\scent|percent|shares?|stock|stakes?|seats\sin)\b"


@cache
def _forms() -> tuple[_Form, ...]:
    table = load("relations")
    units = pattern([form for forms in table["unit"].values() for form in forms])
    found = []
    for measure, entry in table["measure"].items():
        before = [*entry.get("nouns", ()), *entry.get("verbs", ())]
        if entry.get("currency"):
            said = rf"\b{pattern(before)}\s{BOUND}{_NUMBER}(?P<unit>){_MONEY}(?!\S*\d)"
            found.append(_Form(measure, re.compile(said)))
            continue
        if named := entry.get("units"):
            plain = pattern([unit for unit in named if unit])
            optional = "?" if "" in named else ""
            unit = rf"(?:(?:\s[a-z]{{3,12}})?\s(?P<unit>{plain})){optional}"
            said = rf"\b{pattern(before)}\s{BOUND}{_NUMBER}{unit}(?![\w%]|[.,]\d|{_SHARES})"
            found.append(_Form(measure, re.compile(said)))
            continue
        if before:
            said = (
                rf"\b{pattern(before)}\s(?:an?\s(?:\w+\s)?area\sof\s)?{BOUND}{_NUMBER}[\s-](?P<unit>{units})"
            )
            found.append(_Form(measure, re.compile(said)))
        if behind := entry.get("adjectives"):
            unit = rf"[\s-](?P<unit>{units})(?:\s\([^()]{{1,40}}\))?\s{pattern(behind)}"
            said = rf"\b(?:is|was|stands|measures)\s{BOUND}{_NUMBER}{unit}"
            found.append(_Form(measure, re.compile(said)))
    return tuple(found)


def measured(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """The measures that the sentence gives its subject."""
    if subject is None:
        return
    text = reading.article.text
    if not re.compile(r"\d").search(text, subject.end, sentence.end):
        return
    for form in _forms():
        match = form.pattern.search(text, subject.end, sentence.end)
        if match is None or match.start() - subject.end > _REACH:
            continue
        if _FREE.search(text, subject.end, match.start()):
            continue
        if any(form.match(text, match.end(), sentence.end) for form in (_ABOVE_GROUND, NOT_WHOLE)):
            continue
        unit = match["unit"] or ""
        measure = _scoped(text, form.measure, subject, match, sentence.end)
        if not measure:
            continue
        low, high = interval(match)
        size = unit_size(unit)
        yield Stated(
            replace(subject, name=of_place(subject.name)),
            measure,
            text[
                match.start("bound")
                if match["bound"]
                else match.start("number") - len(match["currency"] or "") : match.end()
            ],
            sentence.start,
            match.end(),
            least=low * size,
            most=high * size,
            unit=unit_family(unit) + (match["currency"] or ""),
        )


def _scoped(text: str, measure: str, subject: Subject, match: re.Match[str], end: int) -> str:
    """The measure with what it is of; "" where it is of a part that we cannot tell."""
    if measure != "gross":
        return measure
    around = text[subject.end : min(end, match.end() + 60)]
    if _FIRST_DAYS.search(around):
        return ""
    if _WORLDWIDE.search(around):
        return "gross worldwide"
    return "" if _SOME_LANDS.search(text, match.end(), min(end, match.end() + 60)) else measure


@cache
def _unit_names() -> dict[str, str]:
    return {form: unit for unit, forms in load("relations")["unit"].items() for form in forms}


def _unit(form: str) -> str:
    return _unit_names().get(form, "")


def unit_size(form: str) -> float:
    """How many metres, square metres or kilograms the unit is; 1 for a form that is none."""
    return float(load("relations")["size"].get(_unit(form), 1.0))


def unit_family(form: str) -> str:
    """Units that can be told in one another are of one family."""
    unit = _unit(form)
    if unit in ("m2", "ft2", "km2", "mi2", "ha", "acre"):
        return "area"
    return "weight" if unit in ("kg", "t", "lb") else "length" if unit else ""


def interval(match: re.Match[str]) -> tuple[float, float]:
    """The least and the most that a number may stand for, being rounded, or with "about" and the like."""
    scale = SCALES[match["scale"].strip()] if match["scale"] else 1.0
    return stretch(match["number"], scale, (match["bound"] or "").strip())


def begin(match: re.Match[str]) -> int:
    """Where a number begins that was found behind ``BOUND``, with the words that bound it."""
    return match.start("bound") if match["bound"] else match.start("number")


def stretch(said: str, scale: float, bound: str, *, exact: bool = False) -> tuple[float, float]:
    """What a number, in figures or words, may stand for with the words before it, or ``exact``ly."""
    plain = said.replace(",", "")
    number = (figures(plain) or 0.0) * scale
    slack = _rounding(plain) * scale if plain[0].isdigit() and not exact else 0.0
    beyond = 0.0 if slack or scale > 1.0 else 1e-6  # "more than 12" is not 12; "more than 300" may be
    if bound in _ABOUT:
        return number * 0.8, number * 1.25
    if bound in _ABOVE:
        return number - slack + beyond, number * 1.5 if bound == "over" and scale > 1.0 else float("inf")
    if bound in _BELOW:
        return 0.0, number - beyond
    if bound in _FROM:
        return number - slack, float("inf")
    if bound in _UP_TO:
        return 0.0, number + slack
    return number - slack, number + slack


def figures(said: str) -> float | None:
    """ "12", "twelve" as a number; None of any other word."""
    if said[0].isdigit():
        return float(said)
    numbers: dict[str, int] = load("dates")["numbers"]
    if said in numbers or "-" not in said:
        return numbers.get(said)
    tens, _, units = said.partition("-")
    return numbers[tens] + numbers[units] if tens in numbers and units in numbers else None


def _rounding(said: str) -> float:
    """Half a unit of the last figure that counts; at least three figures count, if there are as many."""
    if "." in said:
        return 0.5 * 10.0 ** -len(said.partition(".")[2])
    number = int(said)
    if number == 0:
        return 0.0
    zeros = len(said) - len(said.rstrip("0"))
    figures = floor(log10(number)) + 1
    return 0.5 * 10.0 ** min(zeros, max(0, figures - 2)) if zeros else 0.0
