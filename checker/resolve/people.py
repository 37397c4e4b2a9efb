"""Who is who inside one article: full names are people, a lone surname is the one person who bears it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.resolve import names
from checker.resolve.name_parts import parse

_CROWD = 24  # a word borne by more people of one article tells nothing but itself apart


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
    """One person of an article. ``name`` is the fullest form that the article gives."""

    name: str
    offices: set[str] = field(default_factory=set)
    titled: bool = False


class Roster:
    """The people whom an article names in full, in the order in which it does."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        self.figures: list[Figure] = []
        self._named: dict[str, Figure] = {}
        self._sounding: dict[str, list[Figure]] = {}  # the sound of any word of a name -> who bears it
        self._surnamed: dict[str, list[Figure]] = {}  # the sound of a surname -> who bears it
        for mention in mentions:
            self._add(mention)

    def _add(self, mention: Mention) -> None:
        words = len(names.words(mention.text))
        if words < 2:
            return
        figure = self._same(mention.text)
        if figure is None:
            self.figures.append(figure := Figure(mention.text))
            self._index(figure)
        elif words > len(names.words(figure.name)):
            figure.name = mention.text
            self._index(figure)
        figure.titled = figure.titled or mention.titled
        if mention.office:
            figure.offices.add(mention.office)

    def _index(self, figure: Figure) -> None:
        self._named[figure.name] = figure
        entries = [(self._sounding, sound) for sound in _sounds(figure.name)]
        for index, sound in [*entries, (self._surnamed, names.key(names.surname(figure.name)))]:
            bearers = index.setdefault(sound, [])
            if figure not in bearers[-1:] and not any(figure is bearer for bearer in bearers[:_CROWD]):
                bearers.append(figure)

    def call(self, word: str, name: str) -> None:
        """Of the figure of that name the article speaks by this word of it alone."""
        if name in self._named:
            self._surnamed.setdefault(names.key(word), []).append(self._named[name])

    def _same(self, name: str) -> Figure | None:
        """The one person that a full name names; the same spelling wins over other forms of the name."""
        if name in self._named:
            return self._named[name]
        near = {id(f): f for sound in _sounds(name) for f in self._sounding.get(sound, ())[:_CROWD]}
        alike = [figure for figure in near.values() if names.compare(figure.name, name).verdict == "same"]
        return alike[0] if len(alike) == 1 else None

    def knows(self, name: str) -> bool:
        """Is it the full name, or the surname, of one of them?"""
        return name in self._named or bool(len(names.words(name)) == 1 and self._bearers(name))

    def _bearers(self, word: str) -> list[Figure]:
        return self._surnamed.get(names.key(word), [])

    def resolve(self, mention: Mention) -> str | None:
        """The full name behind a mention, the mention itself if nobody fits, None if several people do."""
        if len(names.words(mention.text)) > 1:
            figure = self._same(mention.text)
            return figure.name if figure else mention.text
        bearers = self._bearers(mention.text)
        if mention.office and len(bearers) > 1:
            bearers = [figure for figure in bearers if mention.office in figure.offices] or bearers
        if len(bearers) > 1:
            return None
        return bearers[0].name if bearers else mention.text


def _sounds(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.sound for word in parse(name).words if not word.initial))
