"""Claims that something went up or down from one number to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.extract import amounts
from checker.extract.amounts import Amount
from checker.extract.reading import Reading
from checker.model import Change
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger
from checker.vocab import load

_KINDS = ("paragraph", "item", "caption", "title")
# Between the verb and its first number: by how much, and adverbs.
_BETWEEN = (
    r"(?:\s(?:again|back|even|further|only|[a-z]{4,13}ly))?"
    r"(?:\s(?:by\s)?(?:about\s|nearly\s|some\s|almost\s)?(?:\d[\d.,]*\s?(?:%|percent|per\scent|pct)|a\s(?:third|quarter|half|fifth|tenth)))?,?"
)
_WHEN = (
    r"(?:\s(?:in|on|at\sthe\s(?:end|beginning|start)\sof|a\syear\s(?:earlier|ago|before)|last|this)\s[^,;:.()]{2,30}?"
    r"|\slast\syear|\sa\syear\s(?:earlier|ago|before))?"
)
_JOINED = {other: re.compile(rf"{_WHEN},?\s{other}\s") for other in ("from", "to")}
_PERCENT = re.compile(r"\s?(?:%|percent|per\scent|pct)")
_NO_NUMBER = re.compile(r"[-/]\d|\s\d+/\d|\sin\s\d{1,2}\b|st\b|nd\b|rd\b|th\b|-\d")
_NOT_PLAIN = re.compile(
    r"\b(?:loss|losses|deficit|deficits|shortfall|rank|ranks|ranked|ranking|rankings|place|places|position|rate|rating|grade|odds|temperature|temperatures|"
    r"negative|minus|minimum|maximum|limit|yield|ratio|per|times|range|ranges|between|against|exchange|not|if|or|age|ages|aged|level|gap|lead|margin|number\sone|seed|seeded|handicap|spread)\b",
    re.IGNORECASE,
)


_PLAIN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})++|\d++(?:\.\d++)?)(?:\s(?P<scale>thousand|million|billion|mln|bln)\b)?"
)
_ABOUT = 160  # characters before the verb that tell what goes up or down
_SCALES = {"thousand": 1e3, "million": 1e6, "mln": 1e6, "billion": 1e9, "bln": 1e9}
_NOUN = re.compile(
    r"\s(?!(?:in|on|to|from|at|by|a|an|the|and|last|this|per|of|as|for|after|during|over|since|when|while|within|under|"
    r"among|between|before|but|with|across)\b)[a-z]{3,14}\b"
)


@dataclass(frozen=True, slots=True)
class _Number:
    told: Amount
    stop: int
    noun: str = ""


@cache
def trigger() -> Trigger:
    table = load("changes")
    return Trigger([*table["up"]["verbs"], *table["down"]["verbs"]])


@cache
def _moved() -> re.Pattern[str]:
    table = load("changes")
    verbs = sorted({*table["up"]["verbs"], *table["down"]["verbs"]}, key=len, reverse=True)
    return re.compile(
        rf"(?<![\w-])(?P<verb>{'|'.join(verbs)})(?:\s(?:up|down))?{_BETWEEN}\s(?P<way>from|to)\s"
    )


def extract(reading: Reading) -> Iterator[Change]:
    """One claim for each change told with both numbers, of one unit: "rose from 12 to 15 percent"."""
    text = reading.article.text
    for sentence in reading.firing(trigger()):
        if sentence.block.kind not in _KINDS or text[sentence.end - 1] == "?":
            continue
        for match in _moved().finditer(text, sentence.start, sentence.end):
            yield from _change(reading, sentence, match)


def _change(reading: Reading, sentence: Sentence, match: re.Match[str]) -> Iterator[Change]:
    text = reading.article.text
    first = _amount(text, match.end(), sentence.end)
    if first is None:
        return
    other = "to" if match["way"] == "from" else "from"
    joined = _JOINED[other].match(text, first.stop, sentence.end)
    second = _amount(text, joined.end(), sentence.end) if joined else None
    if second is None or (first.noun and second.noun and first.noun != second.noun):
        return
    before, after = (first.told, second.told) if other == "to" else (second.told, first.told)
    around = min(sentence.end, second.told.end + 30)
    if not _alike(before, after) or _NOT_PLAIN.search(
        text, max(sentence.start, match.start() - _ABOUT), around
    ):
        return
    up = match["verb"] in load("changes")["up"]["verbs"]
    yield Change(
        **reading.place(match.start(), second.told.end),
        verb=match["verb"],
        before=text[before.start : before.end],
        after=text[after.start : after.end],
        told="up" if up else "down",
        went="up" if after.least > before.most else "down" if after.most < before.least else "",
    )


def _alike(one: Amount, other: Amount) -> bool:
    """Are both of one unit? Behind a sum in millions the next may do without its currency."""
    if one.unit == other.unit:
        return True
    units = {one.unit, other.unit}
    return "count" in units and "percent" not in units and min(one.least, other.least) >= 1e5


def _amount(text: str, start: int, end: int) -> _Number | None:
    """The number there, where that ends with its unit, and the noun behind it."""
    if money := amounts.money(text, start, end):
        return None if not money.exact or _NO_NUMBER.match(text, money.end) else _Number(money, money.end)
    plain = _PLAIN.match(text, start, end)
    if plain is None or _NO_NUMBER.match(text, plain.end()):
        return None
    number = float(plain["number"].replace(",", "")) * _SCALES.get(plain["scale"] or "", 1.0)
    if percent := _PERCENT.match(text, plain.end(), end):
        return _Number(Amount(plain.start(), percent.end(), number, number, "percent"), percent.end())
    noun = _NOUN.match(text, plain.end(), end)
    told = Amount(plain.start(), plain.end(), number, number, "count")
    return _Number(told, noun.end(), noun[0].strip()) if noun else _Number(told, plain.end())
