"""What a store keeps, as values: what a content gave, its row, and what is known of a file by its stamp."""

from __future__ import annotations

import marshal
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from checker.index.database import troubles

Stamp = tuple[int, int, int]  # as ``contents.stamp`` gives it
Plain = tuple[Any, ...]


class Shared(NamedTuple):
    """The numbers of the claims of a file under one key, and the least and the greatest of what they say.

    ``family`` is that of the claims; marks have none.
    """

    numbers: list[int]
    family: int | None = None
    low: int | None = None
    high: int | None = None


class Pieces(NamedTuple):
    """What a file of many records consists of: first line and key of each piece; what is wrong with it."""

    keys: tuple[tuple[int, bytes], ...]
    problems: tuple[str, ...]


class Row(NamedTuple):
    """What is known of one content, without unpacking it.

    ``joins`` names the list its claims are filed by. ``silent`` counts the articles that silence something.
    ``wrong`` holds the problems as they are kept, since few have any.
    """

    id: int
    joins: int
    articles: int
    claims: int
    skipped: int
    silent: int
    wrong: bytes | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """What could not be read. May raise Broken."""
        if self.wrong is None:
            return ()
        with troubles():
            told: tuple[str, ...] = marshal.loads(self.wrong)
            return told

    def with_problems(self, more: tuple[str, ...]) -> Row:
        """The same with more problems ahead of its own."""
        return self._replace(wrong=marshal.dumps((*more, *self.problems)))


class Seen(NamedTuple):
    """What is known of a file that bears a stamp: the key of what it says, and its row if it has one."""

    stamp: Stamp
    key: bytes
    row: Row | None

    @property
    def plain(self) -> Plain:
        return self.stamp, self.key, self.row and tuple(self.row)

    @classmethod
    def of(cls, plain: Plain) -> Self:
        stamp, key, row = plain
        return cls(stamp, key, row and Row(*row))


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be kept of a content: what it gave, and what of it stands under each key.

    What a fault of ours has cut short is not ``sound``.
    """

    packed: bytes
    joins: int
    shared: dict[int, Shared]
    articles: int
    claims: int
    skipped: int
    silent: int
    problems: tuple[str, ...] = ()
    sound: bool = True
