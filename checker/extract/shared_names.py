"""The names of an article by which another one that bears them may be taken to speak of the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from checker.extract.reading import Reading
from checker.resolve import places
from checker.resolve.compare import fold
from checker.resolve.nicknames import is_given
from checker.vocab import load

_MOST = 24
_REST = r"[\w'-]+"
_MORE = rf"(?: (?:of |the |de )?[A-Z]{_REST})"
# At the head of a sentence one capital makes no name.
_RUN = re.compile(rf"[A-Z](?:(?<=[a-z,;:)\d] .){_REST}{_MORE}{{0,3}}|(?<![\w'-].){_REST}{_MORE}{{1,3}})")


@cache
def _common() -> frozenset[str]:
    """Words that no name consists of alone."""
    heads = load("organisations")["heads"]
    words = {word.lower() for name in ("strong", "weak", "parented") for word in heads[name]}
    words.update(form.lower() for form in load("names")["never"])
    words.update(load("relations")["words"]["openers"])
    words.update(
        "president minister chancellor governor mayor director professor doctor chairman chair chief".split()
    )
    words.update(("i", "internet", "covid-19", "ceo", "mr", "mrs", "ms", "dr"))
    return frozenset(words)


def context(reading: Reading, own: Iterable[str], *more: str, with_places: bool = True) -> tuple[str, ...]:
    """Keys that tie a thing of the article to the same in others: the article itself, ``more``, and names.

    These have none of the thing's ``own`` words, and without ``with_places`` are none of places.
    """
    words = frozenset(own)
    names, of_places = reading.once(_names)
    kept = (
        name for name in names if words.isdisjoint(name.split()) and (with_places or name not in of_places)
    )
    return (reading.article.source.key, *more, *kept)


def _names(reading: Reading) -> tuple[tuple[str, ...], frozenset[str]]:
    """The names inside its sentences, the most frequent ones, sorted; and those that are of places."""
    told: Counter[str] = Counter()
    for match in _RUN.finditer(reading.article.text):
        words = fold(match[0].removesuffix("'s")).split()
        while words and words[0] in _common():
            words = words[1:]
        if not words:
            continue
        told[" ".join(words)] += 1
        if len(words) > 1 and not is_given(words[0]):
            told[words[0]] += 1
        if len(words) > 2:
            told[" ".join(words[-2:])] += 1
    kept = sorted(told, key=lambda name: (-told[name], name))[:_MOST]
    return tuple(sorted(kept)), frozenset(name for name in kept if _is_place(name))


def _is_place(name: str) -> bool:
    shown = " ".join(word.capitalize() for word in name.split())
    return bool(places.candidates(shown)) or places.is_adjective(shown)
