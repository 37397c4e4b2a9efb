"""Which names are those of somebody else who bears the same: "his nephew, Axel Lindal", "no relation"?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.resolve.names import compare
from checker.resolve.people import Mention

_REACH = 60  # characters before a name in which it is told whose relative bears it
_KIN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose|'s)\s(?:[a-z-]+\s){0,2}?(?:great-)?"
    r"(?:aunt|brother|cousin|daughter|descendant|father|grand(?:daughter|father|mother|nephew|son)|mother|namesake|nephew|"
    r"niece|sister|son|uncle|widow|wife)"
    r"(?:,?\s(?:also|likewise|too|and\snamesake|of\sthe\ssame\sname|named|called)){0,3},?\s\Z"
)


# "Mohammed Lindal, no relation"
_APART = re.compile(r",?\s\(?(?:who\sis\s|and\s)?(?:no\srelation|no\srelative|not\srelated|unrelated)\b")


def without_heirs(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions but for those of relatives, and of strangers, whose name somebody told of before bears."""
    kin = {
        m.start
        for m in mentions
        if _KIN.search(text, max(0, m.start - _REACH), m.start) or _APART.match(text, m.end)
    }
    if not kin:
        return list(mentions)
    return [m for m in mentions if m.start not in kin or not _is_shared(m, mentions, kin)]


def _is_shared(heir: Mention, mentions: Sequence[Mention], kin: set[int]) -> bool:
    others = {m.text for m in mentions if m.start < heir.start and m.start not in kin and " " in m.text}
    return " " in heir.text and any(compare(heir.text, other).verdict == "same" for other in others)
