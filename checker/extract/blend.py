"""Claims that a name is made of the surnames of two other people of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract.reading import Reading
from checker.model import Blend
from checker.resolve.blends import blend

# Two surnames before such a word name a thing the two have in common ("the Macron Scholz talks").
_THING = re.compile(
    r"'s? | (?:administration|agreement|alliance|axis|bill|camp|campaign|coalition|debate|deal|duo|era|feud|"
    r"final|government|letter|meeting|pact|pair|partnership|plan|proposal|race|relationship|report|rivalry|"
    r"show|summit|talks|team|theorem|ticket|treaty|trial|war|years)\b"
)


def extract(reading: Reading) -> Iterator[Blend]:
    """One claim for each untitled mention of two words that are other people's surnames."""
    people = reading.people
    titled = {mention.text for mention in people.mentions if mention.titled}
    known = [figure.name for figure in people.roster.figures]
    for mention in people.mentions:
        if mention.text in titled or len(mention.text.split()) != 2 or people.roster.knows(mention.text):
            continue
        if _THING.match(reading.article.text, mention.end):
            continue
        found = blend(mention.text, known)
        if found:
            yield Blend(
                **reading.place(mention.start, mention.end),
                name=mention.text,
                first=found[0],
                second=found[1],
                assumptions=(f"nobody bears both names, {' and '.join(mention.text.split())}",),
            )
