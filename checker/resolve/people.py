"""Who is who inside one article: full names are people, a lone surname is the one person who bears it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker.resolve import names


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: offsets into Article.text, the words, and the office it is given there, if any."""

    start: int
    end: int
    text: str
    titled: bool = False
    office: str = ""


@dataclass(slots=True)
class Figure:
    """One person of the article while its mentions are gathered."""

    name: str
    first: int  # offset of the first full mention
    offices: set[str] = field(default_factory=set)
    titled: bool = False

    def bears(self, word: str) -> bool:
        return names.key(names.surname(self.name)) == names.key(word)


def figures(mentions: Iterable[Mention]) -> list[Figure]:
    """The people an article names in full, in the order of their first full mention."""
    known: list[Figure] = []
    for mention in mentions:
        if len(names.words(mention.text)) < 2:
            continue
        figure = _same(known, mention)
        if figure is None:
            known.append(figure := Figure(mention.text, mention.start))
        elif len(names.words(mention.text)) > len(names.words(figure.name)):
            figure.name = mention.text
        figure.titled = figure.titled or mention.titled
        if mention.office:
            figure.offices.add(mention.office)
    return known


def _same(known: Sequence[Figure], mention: Mention) -> Figure | None:
    """The one figure that the mention names; the same spelling wins over other forms of the name."""
    exact = [figure for figure in known if figure.name == mention.text]
    if exact:
        return exact[0]
    alike = [figure for figure in known if names.compare(figure.name, mention.text).verdict == "same"]
    return alike[0] if len(alike) == 1 else None


def resolve(mention: Mention, known: Sequence[Figure]) -> str | None:
    """The full name behind a mention, the mention itself if nobody fits, None if several people do."""
    if len(names.words(mention.text)) > 1:
        figure = _same(known, mention)
        return figure.name if figure else mention.text
    bearers = [figure for figure in known if figure.bears(mention.text)]
    if mention.office and len(bearers) > 1:
        bearers = [figure for figure in bearers if mention.office in figure.offices] or bearers
    if len(bearers) > 1:
        return None
    return bearers[0].name if bearers else mention.text
