"""Claims that a name is put together of those of two other people of the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checker.extract.guise import Figure, figures
from checker.extract.reading import Reading
from checker.model import Blend
from checker.resolve.blends import blend, crossed
from checker.resolve.people import Mention

# Two surnames before such a word name a thing the two have in common ("the Macron Scholz talks").
_THING = re.compile(
    r"'s? | (?:administration|agreement|alliance|axis|bill|camp|campaign|coalition|debate|deal|duo|era|feud|"
    r"final|government|letter|meeting|pact|pair|partnership|plan|proposal|race|relationship|report|rivalry|"
    r"show|summit|talks|team|theorem|ticket|treaty|trial|war|years)\b"
)
_FEW = 8  # people of an article; among more, two may well share a given name


def extract(reading: Reading) -> Iterator[Blend]:
    """One claim for each mention of two surnames, or of one's given name with another's surname.

    Nothing is told of its bearer then, who is met but once.
    """
    yield from _joined(reading)
    yield from _crossed(reading)


def _joined(reading: Reading) -> Iterator[Blend]:
    people = reading.people
    titled = {mention.text for mention in people.mentions if mention.titled}
    known = [figure.name for figure in people.roster.figures]
    for mention in people.mentions:
        if mention.text in titled or len(mention.text.split()) != 2 or people.roster.knows(mention.text):
            continue
        if not _THING.match(reading.article.text, mention.end) and (found := blend(mention.text, known)):
            yield _claim(reading, mention, found)


def _crossed(reading: Reading) -> Iterator[Blend]:
    told = reading.once(figures)
    if len(told) > _FEW or len(told) < 3:
        return
    met = Counter(reading.people.name_of(mention) for mention in reading.people.mentions)
    for name, figure in told.items():
        if _is_bare(figure) and met[name] == 1:
            others = [it for it, other in told.items() if _comes_before(other, figure)]
            if found := crossed(name, others):
                yield _claim(reading, figure.first, found)


def _is_bare(figure: Figure) -> bool:
    """Is nothing told of who it is?"""
    return not (figure.posts or figure.roles or figure.related or figure.followed or figure.first.titled)


def _comes_before(figure: Figure, other: Figure) -> bool:
    """Is the first introduced, before the other is named?"""
    introduced = figure.posts or figure.roles or figure.first.titled
    return bool(introduced) and not figure.related and figure.first.start < other.first.start


def _claim(reading: Reading, mention: Mention, parents: tuple[str, str]) -> Blend:
    return Blend(
        **reading.place(mention.start, mention.end),
        name=mention.text,
        first=parents[0],
        second=parents[1],
        assumptions=(f"nobody bears both names, {' and '.join(mention.text.split())}",),
    )
