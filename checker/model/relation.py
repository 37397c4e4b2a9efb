"""Claims that a thing has one value of a kind: its director, its capital, its length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Claim):
    """A thing stands in a relation that it can have to one value only, or to one set of them.

    ``subject`` is the key of the thing, ``name`` how it is called; ``sort`` ("film") and ``year`` set it
    apart from others of the name where the text gives them. ``values`` are the names in ``value``; a
    quantity is between ``least`` and ``most``, in ``unit``. Where the name alone does not make two things
    one, ``context`` are the article and names of which another passage on it shares at least one. ``around``
    are, of a name that many things bear ("City Museum"), the codes of the lands that the
    article names, or its towns ("PE/Lima").
    """

    kind: ClassVar[str] = "relation"

    subject: str
    name: str
    relation: str
    value: str
    values: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    unit: str = ""
    sort: str = ""
    year: int | None = None
    context: tuple[str, ...] = ()
    around: tuple[str, ...] = ()

    @property
    def concerns(self) -> str:
        """ "count" of how many there are of something, else "value"."""
        return "count" if self.unit == "count" else "value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Claim):
    """A list that is announced with a number: ``promised`` are announced, ``listed`` follow."""

    kind: ClassVar[str] = "listing"

    noun: str
    promised: int
    listed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline(Claim):
    """What the headline or a summary gives, or the text below it: how many were or there are ``what``
    ("killed", "jobs"), or the ``name`` of the one who is ``what`` ("mayor").

    ``part`` is "headline", "summary" or "text", ``scope`` the article. Where the text agrees with what stands
    above it anywhere, no claim is made.
    """

    kind: ClassVar[str] = "headline"

    what: str
    part: str
    scope: str
    number: float | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll(Claim):
    """How many a disaster without a name killed or injured. ``when`` is the time of the disaster.

    ``what`` it was called ("fire at Priory Mill") and the ``kinds`` of its words (none: any), ``site`` is one
    of the ``sites`` by which it is known; of those that are ``close`` there is hardly another. ``toll`` are
    those who are counted ("people killed"), between ``least`` and ``most``.
    """

    kind: ClassVar[str] = "toll"

    site: str
    what: str
    toll: str
    value: str
    least: float
    most: float
    kinds: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
