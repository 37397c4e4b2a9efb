"""Which person holds which office of which body, resolved over the whole article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.extract.homeland import homeland
from checker.extract.houses import house, is_house
from checker.extract.meant import Meant
from checker.extract.people import People, Phrase
from checker.extract.possessors import possessor
from checker.extract.title_phrases import COUNTERPART
from checker.resolve import offices
from checker.resolve.places import is_code
from checker.resolve.shared_bodies import is_shared, of_state
from checker.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Held:
    """A title phrase with its holder and office. ``holder`` is the fullest name the article gives."""

    phrase: Phrase
    holder: str
    head: offices.Head
    portfolio: tuple[str, ...]
    body: str | None
    status: str
    assumed: tuple[str, ...] = ()  # what must hold for the body to be this one
    housed: bool = False  # the body is a house that has one of that post

    @property
    def office(self) -> str:
        return offices.canonical(self.head, self.portfolio, self.body, self.phrase.title.served)

    @property
    def single(self) -> bool:
        several = self.body and (self.body == self.head.many or is_shared(self.body) or self._of_a_part)
        one = self.housed or offices.single(self.head, self.portfolio, self.phrase.title.served)
        return one and not several

    @property
    def _of_a_part(self) -> bool:
        """Is it the post of one country in a body that has it in others too?"""
        corporate = self.head.corporate or self.head.company
        return self.phrase.title.local and corporate and not is_code(self.body or "")


def holders(people: People, text: str, sentences: Sequence[Sentence]) -> tuple[Held, ...]:
    """Every title phrase whose holder is known. A body not stated is the one the article states elsewhere.

    A body that every state has is that of the only state the article speaks of.
    """
    meant = Meant(text)
    held = [_housed(_owned(item, text, sentences), text, meant) for item in _held(people)]
    stated: dict[tuple[object, ...], set[str]] = {}
    for item in held:
        if item.body and not is_shared(item.body):
            stated.setdefault(_key(item), set()).add(item.body)
    return tuple(_bodied(item, _only(stated.get(_key(item))), text) for item in held)


def _owned(item: Held, text: str, sentences: Sequence[Sentence]) -> Held:
    """The office with the body that "its" means, told of right before."""
    found = possessor(text, sentences, item.phrase, item.head)
    return item if found is None else replace(item, body=found[0], assumed=(found[1],))


def _housed(item: Held, text: str, meant: Meant) -> Held:
    """The post with the house to which it belongs, if it is one of such."""
    phrase = item.phrase
    if not item.head.house or phrase.name is None:
        return item
    if item.body:
        return replace(item, housed=is_house(item.head, item.body))
    found = house(text, phrase.start, phrase.end, item.head, meant)
    return replace(item, body=found, housed=True) if found else item


def _bodied(item: Held, elsewhere: str | None, text: str) -> Held:
    """The office with its body, where the passage leaves it open."""
    if not item.body or (is_shared(item.body) and (elsewhere or "").startswith(f"{item.body} of ")):
        return replace(item, body=elsewhere)
    one_seat = offices.single(item.head, item.portfolio)
    state = homeland(text) if one_seat and is_shared(item.body) else None
    if state is None:
        return item
    one = f"the {item.body} is that of {state.name}, the only state the article speaks of"
    return replace(item, body=of_state(item.body, state), assumed=(one,))


def _key(item: Held) -> tuple[object, ...]:
    return item.holder, item.head, item.portfolio


def _only(bodies: set[str] | None) -> str | None:
    return next(iter(bodies)) if bodies and len(bodies) == 1 else None


def _held(people: People) -> Iterator[Held]:
    other: Phrase | None = None  # the last office before: whose counterpart?
    for phrase in people.phrases:
        title = phrase.title
        holder = people.name_of(phrase.name) if phrase.name and title.status != "none" else None
        if title.head is not COUNTERPART:
            other = phrase
            if holder:
                yield Held(phrase, holder, title.head, title.portfolio, title.body, title.status)
        elif holder and title.body and other and other.sentence == phrase.sentence:
            yield Held(phrase, holder, other.title.head, other.title.portfolio, title.body, title.status)
