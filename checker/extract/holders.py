"""Which person holds which office of which body, resolved over the whole article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.extract.people import People, Phrase
from checker.extract.title_phrases import COUNTERPART
from checker.resolve import offices


@dataclass(frozen=True, slots=True)
class Held:
    """A title phrase with its holder and office. ``holder`` is the fullest name the article gives."""

    phrase: Phrase
    holder: str
    head: offices.Head
    portfolio: tuple[str, ...]
    body: str | None
    status: str

    @property
    def office(self) -> str:
        return offices.canonical(self.head, self.portfolio, self.body, self.phrase.title.served)

    @property
    def single(self) -> bool:
        return offices.single(self.head, self.portfolio)


def holders(people: People) -> tuple[Held, ...]:
    """Every title phrase whose holder is known. A body not stated is the one the article states elsewhere."""
    held = [item for phrase in people.phrases for item in _held(people, phrase)]
    return tuple(item if item.body else replace(item, body=_inherited(held, item)) for item in held)


def _held(people: People, phrase: Phrase) -> Iterator[Held]:
    title = phrase.title
    holder = people.name_of(phrase.name) if phrase.name else None
    if not holder:
        return
    if title.head is not COUNTERPART:
        yield Held(phrase, holder, title.head, title.portfolio, title.body, title.status)
        return
    other = _other_side(people, phrase)
    if other and title.body:
        yield Held(phrase, holder, other.title.head, other.title.portfolio, title.body, title.status)


def _other_side(people: People, phrase: Phrase) -> Phrase | None:
    """Whose counterpart? The last office named before, in the same sentence."""
    before = [
        other
        for other in people.phrases
        if other.sentence == phrase.sentence
        and other.end <= phrase.start
        and other.title.head is not COUNTERPART
    ]
    return before[-1] if before else None


def _inherited(held: list[Held], item: Held) -> str | None:
    """The body stated for the same person and office elsewhere in the article, if it is one only."""
    stated = {
        other.body
        for other in held
        if other.body
        and (other.holder, other.head, other.portfolio) == (item.holder, item.head, item.portfolio)
    }
    return stated.pop() if len(stated) == 1 else None
