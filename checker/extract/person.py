"""Claims that a passage names a person."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.reading import Reading
from checker.model import Person
from checker.resolve.compare import is_variant


def extract(reading: Reading) -> Iterator[Person]:
    """One claim for each mention whose person is known; an ambiguous surname names nobody."""
    context: dict[str, set[str]] = {}
    for held in reading.held:
        keys = context.setdefault(held.holder, set())
        if held.body:
            keys.add(f"{held.office} of {held.body}")
        if (
            held.portfolio or held.phrase.title.served or not held.body
        ):  # another article may leave it open whose minister it is
            keys.add(held.office)
    written = _written(reading)
    for mention in reading.people.mentions:
        name = reading.people.name_of(mention)
        if name:
            keys = context.get(name, set())
            own = (f"{reading.article.source.key} {name}",) if name in written.values() else ()
            yield Person(
                **reading.place(mention.start, mention.end),
                name=mention.text if mention.text in written else name,
                mention=mention.text,
                titled=mention.titled,
                context=(*sorted(keys), *own),
            )


def _written(reading: Reading) -> dict[str, str]:
    """The names that are spelled otherwise than the name by which the article knows who bears them."""
    people = reading.people
    known = {mention.text: people.name_of(mention) for mention in people.mentions if " " in mention.text}
    return {text: name for text, name in known.items() if name and name != text and _misspells(text, name)}


def _misspells(text: str, name: str) -> bool:
    """Is it the name in another spelling, word for word? What is but an "s" longer may be a plural."""
    same_length = len(text.split()) == len(name.split())
    plural = text.rstrip("s") == name.rstrip("s")
    return same_length and not plural and is_variant("person", "name", text, name)
