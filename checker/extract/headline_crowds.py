"""Which crowd, or rate, does the text below a headline give otherwise? "25,000 walk the new bridge"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.extract.measures import BOUND, begin, stretch
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_LEAD = 3  # sentences that tell what the headline is about
_FIRST = 12  # sentences below it that may tell of a rate
_FIGURES = r"(?P<number>\d{1,3}(?:,\d{3})+|\d{3,6})(?![\d.,%]*\d)"
_ANY = re.compile(r"(?<![\w.,$£€])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\w.,]*\d)")
_ROUNDED = 0.85  # by which headlines round
_PERCENT = r"(?P<number>\d{1,2}(?:\.\d{1,2})?)\s?(?:%|per\scent\b|percent\b|pct\b)"
_RATE_ABOVE = re.compile(rf"\b[Rr]ates?\s(?:[a-z]+\s){{0,3}}?(?:at|to)\s{_PERCENT}")
_RATE_BELOW = re.compile(
    rf"\b(?:bank|base|benchmark|discount|interest|key|lending|lombard|main|policy|prime|repo)\s(?:[a-z]+\s)?rate\s"
    rf"(?:[^.;]|\.\d){{0,60}}?\b(?:at|to)\s{_PERCENT}"
)


@dataclass(frozen=True, slots=True)
class Number:
    """``number`` at ``text[start:end]``."""

    number: float
    start: int
    end: int


@cache
def _crowd_above() -> re.Pattern[str]:
    verbs = pattern(load("relations")["crowds"]["verbs"], boundary=False)
    return re.compile(rf"{_FIGURES}\s(?:people\s)?{verbs}\b")


@cache
def _crowd_below() -> re.Pattern[str]:
    nouns = pattern(load("relations")["crowds"]["nouns"], boundary=False)
    return re.compile(rf"(?<![\w.,$£€]){BOUND}{_FIGURES}\s(?:[a-z]+\s)?{nouns}\b", re.IGNORECASE)


def otherwise(text: str, start: int, end: int, below: list[Sentence]) -> Iterator[tuple[str, Number, Number]]:
    """What the headline ``text[start:end]`` and the text below tell of, with the number of each."""
    if match := _crowd_above().match(text, start, end):
        yield from _crowd(text, _number(match), below)
    if match := _RATE_ABOVE.search(text, start, end):
        yield from _rate(text, _number(match), below)


def _number(match: re.Match[str]) -> Number:
    return Number(float(match["number"].replace(",", "")), match.start(), match.end())


def _crowd(text: str, above: Number, below: list[Sentence]) -> Iterator[tuple[str, Number, Number]]:
    """The only number of people in the lead, if nothing in the text comes near that of the headline."""
    last = below[-1].end
    told = (float(it[0].replace(",", "")) for it in _ANY.finditer(text, below[0].start, last))
    if any(number * _ROUNDED <= above.number <= number / _ROUNDED for number in told):
        return
    said = [it for s in below[:_LEAD] for it in _crowd_below().finditer(text, s.start, s.end)]
    if len(said) != 1:
        return
    least, most = stretch(said[0]["number"], 1.0, (said[0]["bound"] or "").strip().lower())
    slack = 1.0 if said[0]["bound"] else _ROUNDED
    if above.number < least * slack or most < above.number * slack:
        other = Number(_number(said[0]).number, begin(said[0]), said[0].end())
        yield "people", above, other


def _rate(text: str, above: Number, below: list[Sentence]) -> Iterator[tuple[str, Number, Number]]:
    """The only rate in the text, if that of the headline stands nowhere in it."""
    said = [it for s in below[:_FIRST] for it in _RATE_BELOW.finditer(text, s.start, s.end)]
    numbers = {_number(it).number for it in said}
    figures = re.compile(rf"(?<![\d.]){re.escape(f'{above.number:g}')}0?(?![\d]|\.\d)")
    if len(numbers) == 1 and not figures.search(text, below[0].start, below[-1].end):
        yield "percent of interest", above, _number(said[0])
