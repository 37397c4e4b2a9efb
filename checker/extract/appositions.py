"""Where may an apposition begin that ends right before a verb? "Jane Roe, author of five novels, died"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from checker.text.tokens import Token

_FARTHEST = 30  # tokens between a name and its verb
# None begins with these: the clause before the comma is at its end.
_NEVER = frozenset("and but or nor so yet said says as in on at it he she they there who".split())


def openings(
    row: list[Token], comma: int, farthest: int = _FARTHEST, never: Collection[str] = _NEVER
) -> Iterator[int]:
    """The commas behind which it may begin, the nearest first; token ``comma`` ends it.

    It has at most ``farthest`` tokens and begins with none of the words of ``never``.
    """
    for i in range(comma - 1, max(0, comma - farthest), -1):
        if row[i].text in ";:":
            return
        if row[i].text == "," and i + 1 < comma and row[i + 1].low not in never:
            yield i
