"""When did somebody take up an office: "minister since 2017", "became minister in April", "from 2001 to"?"""

from __future__ import annotations

import re

from checker import dates
from checker.dates import Mention
from checker.extract.people import Phrase
from checker.extract.reading import Reading
from checker.model import UNKNOWN, When

# All that stands between an office and the date since which it is held.
_SINCE = re.compile(
    r"(?:\sof\s(?:the\s)?[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)?,?\s(?:who\s(?:has|had)\s(?:been\sin\soffice|"
    r"held\s(?:the|his|her|this|that)\s(?:post|office|job|position))\s)?(?:ever\s)?since\s(?:(?:early|late|mid)[\s-])?\Z"
)
_FROM = re.compile(r"(?:,?\s(?:of|in)\s[A-Z][\w' -]{2,40})?,?\sfrom\s\Z")
_IN = re.compile(r"(?:,?\s(?:of|in)\s[A-Z][\w' -]{2,40})?,?\s(?:(?:early|late|on|in|last)\s)?(?:the\s)?\Z")
# Who is chosen takes office later.
_CHOSEN = re.compile(
    r"\b(?:appoint|nam(?:ed|ing)|elect|nominat|chos|pick|confirm|designat|made)", re.IGNORECASE
)
_GAP = 60


def beginning(reading: Reading, phrase: Phrase) -> When:
    """The days on one of which the office of a title phrase was taken up; unknown if it does not say."""
    text, sentence = reading.article.text, phrase.sentence
    if phrase.title.status not in ("current", ""):
        return UNKNOWN
    behind = reading.dates_in(phrase.end, min(sentence.end, phrase.end + _GAP + 40))
    if not behind or behind[0].start - phrase.end > _GAP:
        return UNKNOWN
    mention, gap = behind[0], text[phrase.end : behind[0].start]
    took = phrase.title.link == "verb" and phrase.title.verb == "began"
    if took and _CHOSEN.search(text, sentence.start, phrase.start):
        return UNKNOWN
    if _SINCE.fullmatch(gap):
        return since(mention)
    if _FROM.fullmatch(gap) and mention.when and mention.when.sure and "/" in mention.value:
        return When(mention.when.first, mention.when.sure[0], basis="stated")
    if took and _IN.fullmatch(gap) and mention.when and mention.when.last - mention.when.first < 400:
        return mention.when
    return UNKNOWN


def since(mention: Mention) -> When:
    """The days of "since March 2017" that may have been the first."""
    days = dates.absolute(mention.value)
    return days if mention.dated and days is not None else UNKNOWN
