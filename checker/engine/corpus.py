"""All claims of a run, in an order that does not depend on that of files, and by the keys of rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from checker.engine.copies import ALONE, Kin, copies
from checker.model import BEGINNING, Claim, Handover, Office, Source
from checker.resolve.identity import PLAIN, Identity
from checker.resolve.places import is_code

Key = tuple[Hashable, ...]
T = TypeVar("T")


def place(claim: Claim) -> tuple[str, str, int, int]:
    """Where a claim stands: the total order of claims of one kind."""
    return (claim.source.path, claim.source.record or "", claim.start, claim.end)


def recency(claim: Claim) -> tuple[Any, ...]:
    """Sorts the later document first: by its date, if known, else by the greater path; then by place.

    Reference facts come last.
    """
    published = claim.source.published
    path, record, start, end = place(claim)
    return (
        claim.source.reference,
        -(published.last if published else BEGINNING),
        _Descending(path),
        _Descending(record),
        start,
        end,
    )


class _Descending(str):
    """A text that sorts the other way round."""

    __slots__ = ()

    def __lt__(self, other: str) -> bool:
        return str.__gt__(self, other)


def witness(source: Source) -> Hashable:
    """Who speaks: articles that are copies of one another are one witness."""
    return source.copy_of or (source.path, source.record)


@dataclass(frozen=True, slots=True)
class Part:
    """Of a corpus, what is looked at: only what touches the files in ``focus``, or all (None).

    ``kin`` are articles that are not looked at, but may be copies of those that are; None: the claims tell
    already whose copies their articles are.
    """

    focus: Collection[str] | None = None
    kin: Kin | None = ALONE


WHOLE = Part()


class Corpus:
    """Claims by kind and by key. Built once a run; the lists it gives are not to be changed.

    ``identity`` says who is who as far as the names of these claims go, ``part`` what is beyond these claims.
    """

    def __init__(self, claims: Iterable[Claim], identity: Identity = PLAIN, part: Part = WHOLE) -> None:
        self.identity = identity
        self._focus = part.focus
        self._kinds: dict[str, list[Claim]] = {}
        self._facts: dict[str, list[Claim]] = {}
        self._keyed: dict[tuple[str, tuple[str, ...]], dict[Key, list[Claim]]] = {}
        self._made: dict[Hashable, object] = {}
        self._left_out: frozenset[int] = frozenset()
        for claim in claims if part.kin is None else _with_copies(list(claims), part.kin):
            kinds = self._facts if claim.source.reference else self._kinds
            kinds.setdefault(claim.kind, []).append(_known(claim, identity))
        self._kinds["office"] = _of_one_body(self._kinds.get("office", []))
        for found in (*self._kinds.values(), *self._facts.values()):
            found.sort(key=place)  # claims at one place stay as their article gave them

    def without(self, claims: Iterable[int]) -> Corpus:
        """The same claims, some of which (given by their identity) take part in no clash."""
        rest = copy(self)
        rest._left_out = frozenset(claims)
        rest._focus = None  # those left out may be the ones it is about
        rest._made = {}
        return rest

    def taking_part(self, kind: str) -> list[Claim]:
        """The claims of a kind, without those left out."""
        claims = self.of(kind)
        return [it for it in claims if id(it) not in self._left_out] if self._left_out else claims

    @property
    def whole(self) -> bool:
        """Is all asked for that can be found?"""
        return self._focus is None

    def matters(self, claims: Iterable[Claim]) -> bool:
        """Can anything be found among these claims that is asked for?"""
        return self._focus is None or any(claim.source.path in self._focus for claim in claims)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is worked out from these claims once a run."""
        if key not in self._made:
            self._made[key] = make()
        return cast(T, self._made[key])

    def of(self, kind: str) -> list[Claim]:
        return self._kinds.get(kind, [])

    def facts(self, kind: str) -> list[Claim]:
        """The reference facts of a kind: no article's claims, and never among those of ``of``."""
        return self._facts.get(kind, [])

    def by(self, kind: str, fields: tuple[str, ...]) -> dict[Key, list[Claim]]:
        """The claims of a kind by the values of some fields, groups in order of their first claim."""
        if (kind, fields) not in self._keyed:
            self._keyed[kind, fields] = grouped(self.of(kind), fields)
        return self._keyed[kind, fields]


def _with_copies(claims: list[Claim], kin: Kin) -> list[Claim]:
    """The claims, those of a copy with the article that stands for it."""
    sources = {(claim.source.path, claim.source.record): claim.source for claim in claims}
    stands_for = copies(sources.values(), kin)
    if not stands_for:
        return claims
    marked = {key: replace(source, copy_of=stands_for.get(key)) for key, source in sources.items()}
    return [
        replace(claim, source=marked[key])
        if (key := (claim.source.path, claim.source.record)) in stands_for
        else claim
        for claim in claims
    ]


def _known(claim: Claim, identity: Identity) -> Claim:
    """The claim with the body it speaks of under its first name."""
    if isinstance(claim, Office | Handover) and identity.canonical(claim.body) != claim.body:
        return replace(claim, body=identity.canonical(claim.body))
    return claim


def _of_one_body(offices: list[Claim]) -> list[Claim]:
    """The claims with the bodies of one person's office under one name, where one goes on from the other.

    Who is chief executive of Acme here and of Acme Motors there makes the two one body.
    """
    held: dict[tuple[str, str], dict[str, None]] = {}
    for claim in offices:
        if isinstance(claim, Office) and claim.single and claim.body and claim.status == "current":
            held.setdefault((claim.office, claim.holder), {})[claim.body] = None
    longer: dict[tuple[str, str], str] = {}
    for (office, _), bodies in held.items():
        for short in bodies:
            full = [body for body in bodies if body.startswith(f"{short} ")]
            if len(full) == 1 and not is_code(short):
                longer.setdefault((office, short), full[0])
    if not longer:
        return offices
    return [
        replace(claim, body=longer[claim.office, claim.body])
        if isinstance(claim, Office) and claim.body and (claim.office, claim.body) in longer
        else claim
        for claim in offices
    ]


def grouped(claims: Iterable[Claim], fields: tuple[str, ...]) -> dict[Key, list[Claim]]:
    """Claims by the values of some fields, in the order in which the values first come up."""
    groups: dict[Key, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(tuple(getattr(claim, field) for field in fields), []).append(claim)
    return groups


def by_key(groups: Mapping[Key, list[Claim]]) -> list[tuple[Key, list[Claim]]]:
    """The groups, ordered by what their claims share."""
    return [(key, groups[key]) for key in sorted(groups, key=repr)]
