"""Who is told to leave an office: "President X has resigned", "the king sacked Prime Minister Y"?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from checker.extract.holders import Held
from checker.extract.reading import Reading
from checker.model import Handover
from checker.resolve.people import Mention
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger

# The one who leaves stands before the words; before the last ones in the passive only, else behind them.
_GOES = (
    "resign", "resigned", "resigns", "resigning", "resignation", "step down", "stepped down",
    "steps down", "stepping down", "step aside", "stepped aside", "stood down", "stands down",
    "standing down", "quit", "quits", "retire", "retired", "retires", "retiring", "retirement",
    "left office", "leaves office", "leaving office", "lost office", "lost power",
    "lost the election", "lost his seat", "lost her seat", "conceded defeat", "relinquished",
    "died", "dies",
)  # fmt: skip
_SENT = (
    "assassinated", "deposed", "dismissed", "dismisses", "fired", "forced out", "impeached",
    "ousted", "ousts", "overthrown", "overthrew", "removed", "sacked", "sacks", "toppled",
    "unseated", "voted out",
)  # fmt: skip
_TOLD = re.compile(rf"\b(?:(?P<goes>{'|'.join(_GOES)})|(?P<sent>{'|'.join(_SENT)}))\b")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be|got)(?:\s[a-z]{2,12}ly)?\s\Z")
# He who is asked to go, or refuses to, is still there.
_NOT_YET = re.compile(
    r"\b(?:not|never|no|n't|without|refus\w{0,3}|reject\w{0,3}|den(?:y|ied|ies|ying)|urg\w{0,3}|call(?:s|ed|ing)?|demand\w{0,3}|"
    r"ask\w{0,3}|press\w{0,5}|want\w{0,3}|threaten\w{0,3}|should|must|could|may|might|would|if|whether|unless)\b"
)
_BACK = 60  # characters in which such a word stands before


_TRIGGER = Trigger(_GOES + _SENT)


def leaving(reading: Reading) -> Iterator[Handover]:
    """One claim for each holder who is told to leave; who comes is not told there."""
    text = reading.article.text
    if not reading.held:
        return
    for sentence in reading.firing(_TRIGGER):
        for match in _TOLD.finditer(text, sentence.start, sentence.end):
            if _NOT_YET.search(text, max(sentence.start, match.start() - _BACK), match.start()):
                continue
            held = _holder(reading, sentence, match)
            if held is not None:
                place = reading.place(match.start(), match.end())
                yield Handover(**place, office=held.office, body=held.body, predecessor=held.holder)


def _holder(reading: Reading, sentence: Sentence, match: re.Match[str]) -> Held | None:
    """The last person named before the words, or the next one behind, if the article gives an office."""
    text, mentions = reading.article.text, reading.people.mentions
    at = bisect_left(mentions, match.start(), key=_start)
    before = mentions[at - 1] if at and mentions[at - 1].start >= sentence.start else None
    behind = mentions[at] if at < len(mentions) and mentions[at].start < sentence.end else None
    active = match["sent"] and not _PASSIVE.search(text, sentence.start, match.start())
    of_whom = match["goes"] in ("resignation", "retirement") and text.startswith(" of ", match.end())
    mention = behind if active or of_whom else before
    name = reading.people.name_of(mention) if mention else None
    held = [it for it in reading.held if it.holder == name and it.status == "current" and it.single]
    return held[0] if held else None


def _start(mention: Mention) -> int:
    return mention.start
