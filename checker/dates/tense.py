"""Whether the words around a date tell of something past, present or to come."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Past forms in -ed that are no verbs of telling, or are other words.
_NOT_PAST = frozenset(
    "need hundred speed indeed red bed feed seed led united limited advanced related based aged naked sacred unified "
    "combined alleged armed proposed planned scheduled expected exceed succeed proceed breed deed weed embed "
    "supposed sophisticated detailed so-called".split()
)
_CUE = re.compile(
    r"\b(?:"
    r"(?P<would>would|(?:was|were|had\sbeen)\s(?:to\s|due\s|scheduled\s|expected\s|supposed\s|planned\s|set\s(?:to|for)\s))"
    r"|(?P<future>will|shall|won't|'ll|(?:is|are|am)\s(?:to\s|due\s|scheduled\s|expected\s|planned\s|slated\s|set\s(?:to|for)\s|"
    r"going\sto\s|about\sto\s|likely\sto\s|planning\s|preparing\sto\s|supposed\sto\s)|to\sbe\s(?=\w+(?:ed|ld|en|un|wn|de|id)\b)|"
    r"(?:plans?|intends?|expects?|hopes?|aims?|wants?)\s(?:to|that)\s|scheduled\sfor|upcoming|forthcoming|"
    r"(?:has|have)\s(?:planned|scheduled)\s)"
    r"|(?P<past>was|were|had|did|didn't|wasn't|weren't|said|told|met|held|went|came|took|made|began|became|won|lost|led|gave|"
    r"got|left|saw|sent|brought|broke|built|chose|fell|felt|fought|found|flew|grew|knew|kept|laid|lay|meant|"
    r"paid|ran|rose|shot|showed|sold|sought|spent|spoke|stood|struck|taught|thought|threw|wrote|drew|drove|"
    r"died|born|put\sdown|heard|hit|cut\soff|(?:has|have|'ve)\s(?:been|had|\w{2,20}(?:ed|en|ne|un|wn|ld|de|nt|id|ot|me))|[a-z]{2,20}ed)\b"
    r"|(?P<present>is|are|has|have|does|do|says|remains|continues|isn't|aren't|am|can|may|must|should)\b"
    r")"
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The verbs of one sentence that tell a time: where each ends, and which time."""

    ends: tuple[int, ...]
    tenses: tuple[str, ...]

    def at(self, start: int, end: int) -> str:
        """``past``, ``present``, ``future``, ``would`` (to come from a past standpoint) or ``""``.

        The nearest verb before the date governs it; a date that opens its sentence belongs to the next verb.
        """
        before = ""
        for at, tense in zip(self.ends, self.tenses, strict=True):
            if at <= start:
                before = tense
            elif at > end:
                return before or tense
        return before


def cues(text: str, start: int, end: int) -> Cues:
    """The telling verbs between two offsets."""
    ends, tenses = [], []
    for m in _CUE.finditer(text, start, end):
        kind = m.lastgroup or ""
        if kind == "past" and m.group() in _NOT_PAST:
            continue
        ends.append(m.end())
        tenses.append(kind)
    return Cues(tuple(ends), tuple(tenses))
