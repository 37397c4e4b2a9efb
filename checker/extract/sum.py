"""Claims that parts told with their whole add up to it: "26 dead, 14 men and 12 women", "61%, 35% and 4%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.measures import figures
from checker.extract.reading import Reading
from checker.extract.sharing import placed, shared
from checker.model import Sum
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.text.trigger import Trigger
from checker.vocab import load

# Of these two there is no third.
_PAIRS = (
    ("men", "women"),
    ("male", "female"),
    ("males", "females"),
    ("boys", "girls"),
    ("adults", "children"),
)
_GROWN = ("men", "women", "adults")
_READ = ("paragraph", "item", "title")
_VAGUE = re.compile(
    r"\b(?:about|around|nearly|almost|at\sleast|more\sthan|over|including|other|others|some|up\sto|unidentified|missing|of\swhom|if|may|"
    r"could|would|not|additional|another|each|per(?!\scent)|average|respectively)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"[%p](?:(?<=%)|ercent|er\scent)")
_OF_THESE = frozenset(("Of", "Among"))
_OF_THEM = re.compile(r"(?:Of|Among)\s(?:the\s|its\s|their\s|these\s)?\d")
_PERCENT = re.compile(r"(?<![\w.,])(?P<number>\d{1,3}(?:\.\d)?)\s?(?:%|percent|per\scent)(?!\w)")
_SHARES = re.compile(
    r"(?P<one>supported|backed|favou?red|approved|agreed|voted\s(?:for|yes|in\sfavou?r)|said\syes|were\sin\sfavou?r)|"
    r"(?P<two>opposed|disapproved|disagreed|rejected|voted\s(?:against|no)|said\sno|were\sagainst)|"
    r"(?P<three>(?:were|was|remained)\s(?:undecided|unsure|neutral)|abstained|had\sno\sopinion|did\snot\sknow|didn't\sknow)"
)


@cache
def _parts() -> re.Pattern[str]:
    numbers = pattern(load("dates")["numbers"], boundary=False)
    number = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{numbers})"
    kinds = pattern((kind for pair in _PAIRS for kind in pair), boundary=False)
    return re.compile(
        rf"(?<![\w.,-])(?P<whole>{number})\s(?P<what>(?:people|persons|passengers|students|members|workers|patients|victims|prisoners|athletes|"
        rf"delegates|employees|deaths|fatalities|children|players|candidates)(?:\s[a-z]+){{0,3}}?)"
        rf"(?:\s?[,:(–—-]+|\s?,?\s(?:comprising|consisting\sof|made\sup\sof))\s?"
        rf"(?P<one>{number})\s(?P<a>{kinds})\sand\s(?P<two>{number})\s(?P<b>{kinds})(?=[.,;)]|\Z)"
    )


@cache
def _trigger() -> Trigger:
    return Trigger(f"{kind} and" for pair in _PAIRS for kind in pair)


def extract(reading: Reading) -> Iterator[Sum]:
    """One claim for each whole whose parts are told, and for shares of one whole above a hundred percent."""
    for sentence in reading.firing(_trigger()):
        if sentence.block.kind in _READ:
            yield from _added(reading, sentence)
    for sentence in reading.holding(_OF_THEM, _OF_THESE):
        if sentence.block.kind in _READ:
            yield from placed(reading, sentence)
    for sentence in reading.holding(_SHARE) if _has_shares(reading) else ():
        if sentence.block.kind in _READ:
            found = list(_shares(reading, sentence))
            yield from found or shared(reading, sentence)


def _has_shares(reading: Reading) -> bool:
    return "%" in reading.article.text or not reading.concordance.words.isdisjoint(("percent", "cent"))


def _added(reading: Reading, sentence: Sentence) -> Iterator[Sum]:
    text = reading.article.text
    match = _parts().search(text, sentence.start, sentence.end)
    if match is None or ((match["a"], match["b"]) not in _PAIRS and (match["b"], match["a"]) not in _PAIRS):
        return
    if _VAGUE.search(text, max(sentence.start, match.start() - 15), match.end()):
        return
    whole, one, two = (figures(match[part].replace(",", "")) for part in ("whole", "one", "two"))
    if whole is not None and one is not None and two is not None and _divides(match, whole, one, two):
        yield Sum(
            assumptions=("the parts that are told are all there are",),
            **reading.place(match.start(), match.end()),
            what=match["what"],
            whole=int(whole),
            parts=int(one + two),
        )


def _divides(match: re.Match[str], whole: float, one: float, two: float) -> bool:
    """Not "five children, four women and five men": may the first be the whole, and no item of a list?"""
    noun = match["what"].split()[0]
    if noun == "children" and (match["a"] in _GROWN or match["b"] in _GROWN):
        return False
    return noun in ("people", "persons", "deaths", "fatalities") or max(one, two) < whole


def _shares(reading: Reading, sentence: Sentence) -> Iterator[Sum]:
    """Those for, those against and those undecided, of one whole."""
    text = reading.article.text
    found = list(_PERCENT.finditer(text, sentence.start, sentence.end))
    if len(found) < 2:
        return
    stops = [*(match.start() for match in found[1:]), sentence.end]
    told: dict[str, float] = {}
    for match, stop in zip(found, stops, strict=True):
        share = _SHARES.search(text, match.end(), min(stop, match.end() + 60))
        of_others = match is not found[0] and text.startswith(" of ", match.end())
        if share is None or of_others or share.lastgroup is None or share.lastgroup in told:
            return
        told[share.lastgroup] = float(match["number"])
    others = _SHARES.sub(
        "", text[sentence.start : sentence.end]
    )  # "did not know" is no word that leaves room
    if len(told) < 2 or _VAGUE.search(others):
        return
    total = sum(told.values())
    if total > 100 + len(told):
        yield Sum(
            assumptions=("the shares are those of one whole",),
            **reading.place(found[0].start(), sentence.end - 1),
            what="percent of one whole",
            whole=100,
            parts=round(total),
        )
