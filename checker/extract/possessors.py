"""Whose is "Its director is Jane Roe": that of the body with which the sentence before begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from checker.extract import organisations
from checker.extract.people import Phrase
from checker.extract.title_phrases import skip_the
from checker.resolve.shared_bodies import is_shared
from checker.text.sentences import Sentence
from checker.text.tokens import tokens


def possessor(text: str, sentences: Sequence[Sentence], phrase: Phrase) -> str | None:
    """The organisation that "its" means, if the title opens a sentence with it."""
    sentence, title = phrase.sentence, phrase.title
    if title.own != "its" or title.start > 1 or title.body is not None:
        return None
    at = bisect_left(sentences, sentence.start, key=lambda it: it.start)
    before = sentences[at - 1] if at else None
    if before is None or before.block != sentence.block:
        return None
    row = tokens(text, before.start, before.end)
    found = organisations.at(text, row, skip_the(row, 0))
    if found is None or is_shared(found[0]) or found[1] == len(row):
        return None
    goes_on = row[found[1]].capital or row[found[1]].low in ("'s", "'", "and", "of")
    return None if goes_on else found[0]
