"""What one file gave, as plain bytes and back: claims are unpacked one by one, only those that are wanted."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from checker import model
from checker.model import Claim, Source
from checker.model.article import Ignore

# None, bool, int, float, str and tuples of these; [i] is the i-th shared noun, [" text"] the path and a text.
Plain = Any
Copies = Mapping[tuple[str, str | None], tuple[str, str | None]]  # articles, and those that stand for them


@dataclass(frozen=True, slots=True)
class Told:
    """What one article says: its claims, and the stretches in which its author silences rules."""

    source: Source
    claims: tuple[Claim, ...]
    ignores: tuple[Ignore, ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one file gave: its articles, what could not be read, what was left out."""

    articles: tuple[Told, ...] = ()
    problems: tuple[str, ...] = ()
    skipped: int = 0

    @property
    def claims(self) -> Iterator[Claim]:
        return (claim for article in self.articles for claim in article.claims)

    def marks(self) -> Iterator[tuple[Source, int]]:
        """Of each article with claims: where it comes from as they tell, and its number."""
        return ((it.claims[0].source, number) for number, it in enumerate(self.articles) if it.claims)


def pack(path: str, found: Extracted) -> bytes:
    """The articles of the file at ``path``, which is written down nowhere: the file may move."""
    heap = _Heap(path)
    articles = [(heap.plain(it.source), len(it.claims), heap.plain(it.ignores)) for it in found.articles]
    claims = [heap.noun(claim) for claim in found.claims]
    return marshal.dumps((heap.nouns, articles, claims))


class Packed:
    """The claims of one file by number, unpacked on demand. Raises ValueError on bytes that are not ours.

    With ``copies``, their sources tell whose copies they are, instead of the marks by which that is found.
    """

    def __init__(self, path: str, data: bytes, copies: Copies | None = None) -> None:
        self._copies = copies
        try:
            self._nouns, self._articles, self._claims = marshal.loads(data)
            self._path = path
            self._heap: dict[int, Any] = {}
            self._made_before: dict[int, Claim] = {}
        except (EOFError, TypeError, AttributeError, LookupError) as error:
            raise ValueError(f"not what was packed: {error}") from None

    def __len__(self) -> int:
        return len(self._claims)

    def claim(self, number: int) -> Claim:
        known = self._made_before.get(number)
        if known is not None:
            return known
        made = self._made(self._claims[number])
        if not isinstance(made, Claim):
            raise ValueError("not a claim")
        self._made_before[number] = made
        return made

    def claims(self, numbers: Iterable[int] | None = None) -> list[Claim]:
        return [self.claim(number) for number in (range(len(self)) if numbers is None else numbers)]

    def of(self, kind: type[Claim]) -> Iterator[int]:
        """The numbers of the claims of a class."""
        return (number for number, noun in enumerate(self._claims) if noun[0] == kind.__name__)

    def marks(self) -> Iterator[tuple[Source, int]]:
        """As ``Extracted.marks``."""
        for number, (_, claims, _) in enumerate(self.articles()):
            if claims:
                yield self.claim(claims[0]).source, number

    def articles(self) -> Iterator[tuple[Source, range, tuple[Ignore, ...]]]:
        """Each article: the numbers of its claims, and what it silences."""
        first = 0
        for source, count, ignores in self._articles:
            yield self._value(source), range(first, first + count), self._value(ignores)
            first += count

    def _made(self, noun: Plain) -> Any:
        name, *values = noun
        kind, names, keyword = _noun(name)
        values = [self._value(value) if type(value) in _HOLDING else value for value in values]
        if kind is Source and self._copies is not None:
            source = Source(*values)
            return replace(source, marks=(), copy_of=self._copies.get((source.path, source.record)))
        if not keyword:
            return kind(*values)
        return kind(**dict(zip(names, values, strict=True)))

    def _value(self, value: Plain) -> Any:
        if type(value) is list:
            held = value[0]
            if isinstance(held, str):
                return self._path + held
            if held not in self._heap:
                self._heap[held] = self._made(self._nouns[held])
            return self._heap[held]
        if type(value) is tuple:
            return value if _HOLDING.isdisjoint(map(type, value)) else tuple(map(self._value, value))
        return value


_HOLDING = frozenset((list, tuple))  # kinds that may have to be unpacked
_PLAIN = frozenset((type(None), bool, int, float))


class _Heap:
    """Nouns that several claims share, each written once, before those that hold it."""

    def __init__(self, path: str) -> None:
        self.nouns: list[tuple[Plain, ...]] = []
        self._path = path
        self._known: dict[object, int] = {}

    def plain(self, value: object) -> Plain:
        if type(value) in _PLAIN:
            return value
        if isinstance(value, str):
            if not value.startswith(self._path):
                return value
            rest = value.removeprefix(self._path)
            moves = len(rest) < len(value) and rest[:1] in ("", ":", "#")
            return [rest] if moves else value
        if isinstance(value, tuple):
            return tuple(self.plain(part) for part in value)
        if value not in self._known:
            noun = self.noun(value)
            self._known[value] = len(self.nouns)
            self.nouns.append(noun)
        return [self._known[value]]

    def noun(self, value: object) -> tuple[Plain, ...]:
        name = type(value).__name__
        kind, names, _ = _noun(name)
        if kind is not type(value):
            raise TypeError(f"{type(value)!r} is no noun of the model")
        return (name, *(self.plain(getattr(value, field)) for field in names))


@cache
def _noun(name: str) -> tuple[type[Any], tuple[str, ...], bool]:
    """A class of the model, its fields in order, and whether it must be made by keyword."""
    kind = Ignore if name == Ignore.__name__ else getattr(model, name)
    return kind, tuple(field.name for field in fields(kind)), issubclass(kind, Claim)
