"""Do the shares of those who own, pay for or make up one whole come to more than it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.extract.reading import Reading
from checker.model import Sum
from checker.text.sentences import Sentence

# What is owned or paid for by several is so in parts of one whole.
_DIVIDED = re.compile(
    r"\b(?:holds?|belongs?\sto|held\sby|owns?|owned|funded|financed|paid\sfor|shareholders?|shareholdings?|divided|split|made\sup|consists?|comprises?|"
    r"composed|accounted\sfor|accounts\sfor|share\sof|shared)\b"
)
# What came of those who are told: of outcomes there is one for each.
_OUTCOME = re.compile(
    r"\A(?:[A-Z][a-z-]+,\s)?(?:Of|Among)\s(?:the|those|these|all|them|its|our|their|\d).*\b(?:c[ao]mes?\sfrom|went\sto|goes\sto|go\sto|died|dead|survived|undecided|abstained|retired|emigrated|dismissed|"
    r"the\srest|remaining|unknown)\b",
    re.DOTALL,
)
_PERCENT = re.compile(r"(?<![\w.,])(?P<number>\d{1,3}(?:\.\d)?)\s?(?:%|percent\b|per\scent\b|pct\b)")
_NO_PARTS = re.compile(
    r"\b(?:up|down|rose|fell|risen|fallen|grew|increase|increased|decrease|decreased|compared|than|from\s(?:an?\s)?\d|against|versus|previously|earlier|while|whereas|"
    r"of\swhom|of\swhich|of\sthese|both|respectively|about|around|nearly|more|least|over|voting|votes|capital|growth|each|multiple|several|also|in\s(?:19|20)\d\d)\b|;"
)
_FEWEST = 3
_FARTHEST = 90  # characters from one share to the next


# "Of the 31 homes in the study, 19 were in Ohio, 8 in Iowa and 7 in Utah": each is in one place.
_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d+)"
_PLACES = re.compile(
    rf"(?:Of|Among)\s(?:the\s|its\s|their\s|these\s)?{_NUMBER}\s(?P<what>[a-z-]+)(?:\s[^,;:()]{{1,50}}?)?,\s"
    rf"{_NUMBER}\s(?:[a-z]+\s){{0,2}}?(?P<how>in|from)\s(?:the\s)?[A-Z][^,;:()\d]{{1,30}}"
    rf"(?:,\s{_NUMBER}\s(?P=how)\s(?:the\s)?[A-Z][^,;:()\d]{{1,30}})?"
    rf",?\sand\s{_NUMBER}\s(?P=how)\s(?:the\s)?[A-Z]"
)


def placed(reading: Reading, sentence: Sentence) -> Iterator[Sum]:
    """A claim for things told by the one place in which each is, if those of all places are more than all."""
    text = reading.article.text
    match = _PLACES.match(text, sentence.start, sentence.end)
    if match is None or _NO_PARTS.search(match[0]):
        return
    whole, *parts = (
        int(number.replace(",", "")) for number in match.groups() if number and number[0].isdigit()
    )
    if sum(parts) > whole:
        yield Sum(
            **reading.place(sentence.start, sentence.end - 1),
            what=match["what"],
            whole=whole,
            parts=sum(parts),
            assumptions=("each of them is in one place",),
        )


def shared(reading: Reading, sentence: Sentence) -> Iterator[Sum]:
    """A claim for shares of one whole that a sentence lists, the last behind "and", if they are too many."""
    text = reading.article.text
    said = text[sentence.start : sentence.end]
    if not (_DIVIDED.search(said) or _OUTCOME.search(said)):
        return
    found = list(_PERCENT.finditer(text, sentence.start, sentence.end))
    if len(found) < _FEWEST or _NO_PARTS.search(text, found[0].start() - 10, found[-1].end()):
        return
    gaps = [text[one.end() : other.start()] for one, other in pairwise(found)]
    listed = all("," in gap and len(gap) < _FARTHEST for gap in gaps[:-1])
    if not listed or not re.search(r"\band\s", gaps[-1]) or len(gaps[-1]) > _FARTHEST:
        return
    if sum(gap.startswith(" of ") for gap in (*gaps, text[found[-1].end() : sentence.end])) > 1:
        return  # of several wholes
    total = sum(float(share["number"]) for share in found)
    if total > 100 + len(found):
        yield Sum(
            **reading.place(sentence.start, sentence.end - 1),
            what="percent of one whole",
            whole=100,
            parts=round(total),
            assumptions=("the shares are those of one whole",),
        )
