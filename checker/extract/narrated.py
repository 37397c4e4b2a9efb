"""Is a sentence told in its article's own time, or does it belong to a tale of other years?"""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.dates.reading import Mention
from checker.extract.present import NEAR
from checker.extract.reading import Reading
from checker.model import When
from checker.text.sentences import Sentence

_BACK = 1500  # characters: a date further back does not set the time of a passage
_LEAD = 3  # sentences at the head of an article tell the news
# With one of these before it, a date is told beside what happens: of a thing, or of what was before.
_ASIDE = re.compile(
    r"\b(?:which|who|whom|whose|where|when|having|since|than|compared|are|is|has|have|will|can|must|says)\b|"
    r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bbe\s)\b[a-z]{2,20}(?:ed|en|wn|ilt)\sby\b|"
    r"\((?![^)]*\))"
)
_TODAY = re.compile(
    r"\W{0,3}(?:It|This|That|He|She|The\s[\w'-]{2,20}(?:\s[\w'-]{2,20})?)\s(?!was\b|does\b)[a-z]{2,15}s\b"
)


def of_own_time(reading: Reading, sentence: Sentence, passing: list[When]) -> bool:
    """Does the sentence stand in the present of its article, and not in a tale of other years?

    ``passing`` are the times that it tells itself.
    """
    published = reading.dates.published
    if published is None:
        return True
    if any(when.last < published.first - NEAR for when in passing):
        return False
    if sentence.block.kind in ("title", "heading") or sentence in reading.sentences[:_LEAD]:
        return True
    for mention in reversed(reading.dates_in(max(0, sentence.start - _BACK), sentence.start)):
        when = mention.when
        # What is planned, for however far a year, is told in the article's own time.
        if when is None or not mention.dated or when.first > published.last:
            continue
        if when.days_between(published) <= NEAR:
            return True
        if _sets_time(reading, mention):
            return False
    return True


def _sets_time(reading: Reading, mention: Mention) -> bool:
    """Does what follows go on from that date?"""
    text, start = reading.article.text, _sentence_of(reading, mention).start
    if reading.quoted(mention.start, mention.end):
        return False
    return not (_ASIDE.search(text, start, mention.start) or _TODAY.match(text, start, mention.start))


def _sentence_of(reading: Reading, mention: Mention) -> Sentence:
    at = bisect_right(reading.sentences, mention.start, key=lambda sentence: sentence.start)
    return reading.sentences[max(0, at - 1)]
