"""Who is "he" in "He served as governor": the one person of whom the sentence before tells the life."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.extract.names import name_at
from checker.resolve.nicknames import is_given
from checker.resolve.people import Mention
from checker.resolve.skeleton import fold
from checker.text.sentences import Sentence
from checker.text.tokens import tokens

_PRONOUN = re.compile(
    r"(?:(?:In|From|Since|Later|Then|Thereafter|Before|After|Until)\b[^.;:]{0,40}, )?(?:[Hh]e|[Ss]he)\b"
)
_LIFE = re.compile(
    r"\.?(?: \([^()]{1,120}\))?,? (?:(?:first|later|then) )?(?:was|is|has been|had been|became|served|serves|"
    r"remained|studied|graduated|entered|joined|worked|attended|trained|practised|practiced|taught|retired|returned)\b"
)
_LEAD = 30  # characters of rank and title before a name that opens a sentence


class Subjects:
    """Of whom the sentences of an article tell, as far as that is beyond doubt."""

    def __init__(self, text: str, sentences: Sequence[Sentence], mentions: Iterable[Mention]) -> None:
        self._meant: dict[int, Mention] = {}
        ordered = sorted(mentions, key=lambda mention: mention.start)
        subject: Mention | None = None
        block, i = None, 0
        for sentence in sentences:
            if sentence.block is not block:
                subject, block = None, sentence.block
            here = []
            while i < len(ordered) and ordered[i].start < sentence.end:
                here.append(ordered[i])
                i += 1
            if subject and begins_with_pronoun(text, sentence):
                self._meant[sentence.start] = subject
                subject = subject if not here else None
                continue
            subject = _opening(text, sentence, here)

    def of(self, sentence: Sentence) -> Mention | None:
        """Whom the pronoun means with which the sentence begins."""
        return self._meant.get(sentence.start)


def begins_with_pronoun(text: str, sentence: Sentence) -> bool:
    return _PRONOUN.match(text, sentence.start, sentence.end) is not None


def _opening(text: str, sentence: Sentence, here: Sequence[Mention]) -> Mention | None:
    """The one person of the sentence, if it opens with the name and tells of the person's life."""
    first = here[0] if here else _named(text, sentence)
    if first is None or len({mention.text.split()[-1] for mention in here}) > 1:
        return None
    if first.start - sentence.start > _LEAD or not _LIFE.match(text, first.end, sentence.end):
        return None
    return first


def _named(text: str, sentence: Sentence) -> Mention | None:
    """The name that a sentence opens with, if it begins with a given name."""
    row = tokens(text, sentence.start, sentence.end)
    name = name_at(text, row, 0) if row else None
    if name is None or name.words < 2 or not is_given(fold(row[name.start].text)):
        return None
    return Mention(row[name.start].start, row[name.end - 1].end, name.text)
