"""The part of a long line that is shown around a quote, and the marks under it."""

from __future__ import annotations

from checker.report.passages import BREAK, Passage
from checker.report.terminal import safe, width

_MARGIN = 2  # "… " where the line is cut
_WORD = 20  # so much is given up for not beginning inside a word


def window(passage: Passage, columns: int) -> tuple[str, int, int]:
    """What to show of the line of a passage in so many columns, and from where to how far to mark it.

    Of a quote that goes over several lines, the first is shown. The quote is kept, if need be cut at its
    end; what remains of the columns is shared between the text before and behind it.
    """
    first, *rest = BREAK.split(passage.quote)
    quote = safe(first)
    before, after = safe(passage.before), " …" if rest else safe(passage.after)
    if width(quote) > columns:
        quote = _head(quote, columns - _MARGIN)
        return f"{quote} …", 0, width(quote)
    free = columns - width(quote)
    left = max(free // 3, free - width(after))
    if width(before) > left:
        before = "… " + _tail(before, left - _MARGIN) if left >= _MARGIN else "…"[:left]
    right = free - width(before)
    if width(after) > right:
        after = _whole(_head(after, right - _MARGIN)) + " …" if right >= _MARGIN else "…"[:right]
    return f"{before}{quote}{after}".rstrip(), width(before), max(1, width(quote))


def _head(text: str, columns: int) -> str:
    """As much of the beginning as fits."""
    used = 0
    for index, char in enumerate(text):
        used += width(char)
        if used > columns:
            return text[:index]
    return text


def _whole(text: str) -> str:
    """Without a word that was cut at the end, if what is left is worth showing."""
    kept, blank, cut = text.rpartition(" ")
    return kept if blank and len(cut) < _WORD else text.rstrip()


def _tail(text: str, columns: int) -> str:
    """As much of the end as fits, from the beginning of a word, or at least of a letter with its marks."""
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += width(text[index])
        if used > columns:
            kept = text[index + 1 :]
            _, blank, whole = kept[:_WORD].partition(" ")
            return (
                whole + kept[_WORD:]
                if blank
                else kept.lstrip(" ")
                if not kept or width(kept[0])
                else kept[1:]
            )
    return text
