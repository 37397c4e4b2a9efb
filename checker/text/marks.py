"""By which sentences can one tell that two articles are copies of one story?"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

MOST = 32  # sentences that stand for an article
_SHORTEST = 40  # characters: shorter sentences ("Read more.") are common to many
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())


def marks(sentences: Iterable[str]) -> tuple[int, ...]:
    """Numbers for up to ``MOST`` sentences, the same ones for the same sentences wherever they stand.

    The smallest values of a hash over the ASCII letters and digits are kept (bottom-k sketch, Broder 1997):
    of two articles that share most sentences, most of the numbers are the same.
    """
    found = {
        crc32(sentence.encode("ascii", "ignore").translate(None, _SIGNS).lower())
        for sentence in sentences
        if len(sentence) >= _SHORTEST
    }
    return tuple(sorted(found)[:MOST])
