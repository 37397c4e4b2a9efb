"""Where the front matter of an article tells in prose what the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.load.frontmatter import FrontMatter

_KEYS = (
    "subtitle", "subheading", "strapline", "deck", "dek", "standfirst", "lede", "summary", "abstract",
    "description", "excerpt",
)  # fmt: skip
_FOLDED = re.compile(r"[>|][+-]?\d?[ \t]*+(?:\r\n|\n|\r)")
_LEAST_WORDS = 3
_LONGEST = 2000  # characters


def summaries(original: str, front: FrontMatter) -> Iterator[tuple[int, int]]:
    """The stretches of the file that sum up its article, but for those that stand in the text as they are.

    What is written otherwise than it is meant (with escapes, say) is left out, and what repeats another.
    """
    if not any(key in front.spans for key in _KEYS):
        return
    told = [_squeezed(original[front.body :])]
    for key in _KEYS:
        start, end = front.spans.get(key, (0, 0))
        if folded := _FOLDED.match(original, start, end):
            start = folded.end()
        meant = _squeezed(front.values.get(key, ""))
        if meant == _squeezed(original[start:end]) and sums_up(meant, told):
            told.append(meant)
            yield start, end


def sums_up(said: str, told: Sequence[str]) -> bool:
    """Are these words of a summary, that stand in nothing that is told in the same words?

    The end aside, where a summary may have been cut off. Blanks are single ones in all.
    """
    whole = said.rstrip(" .…[]()")
    kept = whole[: max(len(whole) - 20, len(whole) // 2)]
    long_enough = len(said.split()) >= _LEAST_WORDS and len(said) <= _LONGEST
    return long_enough and not any(kept in text for text in told)


def _squeezed(text: str) -> str:
    return " ".join(text.split())
