"""Claims that a passage names a person."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.reading import Reading
from checker.model import Person


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
    for mention in reading.people.mentions:
        name = reading.people.name_of(mention)
        if name:
            yield Person(
                **reading.place(mention.start, mention.end),
                name=name,
                mention=mention.text,
                titled=mention.titled,
                context=tuple(sorted(context.get(name, ()))),
            )
