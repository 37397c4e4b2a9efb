"""The names of an article by which another one that bears them may be taken to speak of the same."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from checker.extract.reading import Reading
from checker.resolve import places
from checker.resolve.compare import fold
from checker.vocab import load

_MOST = 24
_RUN = re.compile(r"(?<=[a-z,;:)\d] )[A-Z][\w'-]+(?: (?:of |the |de )?[A-Z][\w'-]+){0,3}")


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


def names(reading: Reading) -> tuple[tuple[str, ...], frozenset[str]]:
    """The names inside its sentences, the most frequent ones, sorted; and those that are of places."""
    told: Counter[str] = Counter()
    for match in _RUN.finditer(reading.article.text):
        words = fold(match[0].removesuffix("'s")).split()
        if not all(word in _common() for word in words):
            told[" ".join(words)] += 1
            if len(words) > 1 and words[0] not in _common():
                told[words[0]] += 1
    kept = sorted(told, key=lambda name: (-told[name], name))[:_MOST]
    return tuple(sorted(kept)), frozenset(name for name in kept if _is_place(name))


def _is_place(name: str) -> bool:
    shown = " ".join(word.capitalize() for word in name.split())
    return bool(places.candidates(shown)) or places.is_adjective(shown)
