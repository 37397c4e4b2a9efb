"""Whether the words around a date tell of something past, present or to come."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Words in -ed that tell nothing of the past by themselves.
_NOT_PAST = frozenset(
    "need hundred speed indeed red bed feed seed united limited advanced related based aged naked sacred "
    "unified combined alleged armed proposed planned scheduled expected exceed succeed proceed breed deed "
    "weed embed supposed sophisticated detailed estimated projected anticipated so-called".split()
)
_ADVERBS = r"(?:\s(?:not|also|likely|soon|now|then|probably|only|still|be|have|been)){0,4}"
# Behind these "start", "end" and "return" are nouns: "came to an end on Thursday".
_NO_NOUN = r"(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)"
# It begins with the mark or blank before the word, since a pattern is scanned for these several times faster.
_CUE = re.compile(
    r"\W(?=[a-z])(?:"
    rf"(?P<would>(?:would|could|might|should){_ADVERBS}(?:\s[a-z]+)?"
    r"|(?:was|were|had\sbeen)\s(?:to|due|scheduled|expected|supposed|planned|set\s(?:to|for))\b(?:\sbe)?(?:\s[a-z]+)?)"
    rf"|(?P<future>(?:will|shall|won't){_ADVERBS}(?:\s[a-z]+)?"
    r"|(?:is|are|am)\s(?:also\s|now\s|still\s)?(?:to|due|scheduled|expected|planned|slated|set\s(?:to|for)|going\sto|about\sto"
    r"|likely\sto|planning|preparing\sto|supposed\sto)\b(?:\sbe)?(?:\s[a-z]+)?"
    r"|to\sbe\s[a-z]+(?:ed|ld|en|un|wn|ne|de|id)\b"
    r"|(?:plans?|intends?|expects?|hopes?|aims?|wants?)\s(?:to|that)\b(?:\sbe)?(?:\s[a-z]+)?"
    r"|scheduled\s(?:for|to)|upcoming|forthcoming)"
    r"|(?P<said>(?:(?:has|have)\s(?:also\s)?)?(?:said|told|announced|promised|vowed|pledged|predicted|forecast|hoped|agreed|decided|approved|asked|"
    r"urged|called|added|noted|stated|warned|suggested|estimated\sthat|planned\sto|expected\sto|proposed\sto))\b"
    r"|(?P<infinitive>to\s(?!(?:the|a|an|his|her|its|their|our|my|your|this|that|these|those|one|all|any|some|be|"
    r"him|them|it|us|me|you|which|whom|date|and|more|about)\b)[a-z]{2,})"
    r"|(?P<perfect>(?:has|have)\s(?:also\s|not\s)?(?:been|had|\w{2,20}(?:ed|en|ne|un|wn|ld|de|nt|id|ot|me)))\b"
    r"|(?P<past>was|were|had|did|didn't|wasn't|weren't|met|held|went|came|took|made|began|became|won|lost|led|gave|"
    r"got|left|saw|sent|brought|broke|built|chose|fell|felt|fought|found|flew|grew|knew|kept|laid|lay|meant|"
    r"shrank|sank|sang|swam|rang|froze|stole|woke|wore|tore|swore|hid|slid|caught|bought|dealt|slept|wept|"
    r"lent|bent|hung|swung|stuck|overtook|undertook|withdrew|overthrew|arose|forgot|fled|bred|fed|shook|ate|"
    r"drank|blew|underwent|swept|burnt|dug|rode|sold|bound|bore|spun|"
    r"paid|ran|rose|shot|showed|sold|sought|spent|spoke|stood|struck|taught|thought|threw|wrote|drew|drove|"
    r"died|heard|shut|put|cut|hit|quit|spread|split|beat|hurt"
    r"|[a-z]{2,20}ed)\b"
    r"|(?P<scheduled>(?:opens|reopens|begins|resumes|expires|closes|kicks\soff|takes\s(?:place|effect)"
    rf"|(?:comes|goes)\s(?:into|on\ssale)|{_NO_NOUN}(?:starts?|ends?|returns?|arrives?|play|meet|travel|face|host|goes)"
    r"(?=\s(?:[A-Z][a-z]+\s){0,2}(?:on|from|until|in)\s(?:[A-Z]|\d|the\s\d))))\b"
    r"|(?P<present>(?:is|are)(?:\s[a-z]+ly)?(?:\s[a-z]+ed)?|has|have|does|do|says|remains|continues|isn't|aren't|am|can|may|must)\b"
    r"|(?<=[a-z]')(?:(?P<perfect2>ve\s\w{2,20})|ll\s[a-z]+))"
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The verbs of one sentence that tell a time: where each ends, and which time."""

    ends: tuple[int, ...]
    kinds: tuple[str, ...]

    def at(self, start: int, end: int) -> str:
        """How the date between two offsets is told.

        ``past``, ``perfect``, ``present``, ``future``; ``would`` (to come, from a past standpoint), ``said``
        (after a verb of saying or planning, where anything may follow), ``past?`` (after "to visit" and the
        like, past or not), or ``""``. The nearest verb before the date governs it; a date that opens its
        sentence belongs to the next verb.
        """
        before = ""
        for at, kind in zip(self.ends, self.kinds, strict=True):
            if at <= start:
                if kind != "infinitive":
                    before = kind
                elif before == "past":
                    before = "past?"
            elif at > end:
                return before or ("" if kind == "infinitive" else kind)
        return before


SHOWN = {"past": "past", "perfect": "past", "said": "past", "present": "present", "future": "future"}


def cues(text: str, start: int, end: int) -> Cues:
    """The telling verbs between two offsets."""
    ends, kinds = [], []
    for m in _CUE.finditer(f" {text[start:end]}"):
        kind = (m.lastgroup or "future").rstrip("2")
        if kind == "past" and m[kind] in _NOT_PAST:
            continue
        ends.append(start - 1 + m.end())
        kinds.append(kind)
    return Cues(tuple(ends), tuple(kinds))
