"""What articles say, as claims: one class a kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model.article import Source
from checker.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something an article says. ``start`` and ``end`` are offsets into the *original* text.

    ``assumptions`` are the things, in words, that must hold for us to have read the claim rightly.
    """

    kind: ClassVar[str]

    source: Source
    start: int
    end: int
    when: When = UNKNOWN
    quoted: bool = False
    assumptions: tuple[str, ...] = ()

    @property
    def attribution(self) -> str:
        return "quoted" if self.quoted else "asserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Claim):
    """A date expression. ``value`` is TIMEX3 style; ``problem`` says why there is no such day, if so.

    ``weekday`` is the weekday the text states and ``falls_on`` the one the calendar gives (English names);
    both are empty where the text states none or the day is not known.
    """

    kind: ClassVar[str] = "date"

    value: str
    type: str = "DATE"
    alternatives: tuple[str, ...] = ()
    weekday: str = ""
    falls_on: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Claim):
    """A mention of a person. ``name`` is the fullest form the article gives, ``mention`` the words here."""

    kind: ClassVar[str] = "person"

    name: str
    mention: str
    titled: bool = False  # introduced here with a title, rank or honorific
    context: tuple[str, ...] = ()  # keys of the offices, bodies and events the article ties to the person


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Claim):
    """A person holds an office. ``office`` is canonical ("defence minister"), ``body`` a code or a name.

    ``single`` is true of offices with one seat. ``present`` passages speak of the article's own time
    ("Defence Minister X says"), whatever that is.
    """

    kind: ClassVar[str] = "office"

    office: str
    holder: str
    body: str | None = None
    status: str = "current"
    single: bool = False
    present: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover(Claim):
    """The text tells that one holder of an office followed another. Either name may be missing ("")."""

    kind: ClassVar[str] = "handover"

    office: str
    body: str | None = None
    predecessor: str = ""
    successor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank(Claim):
    """A person bears a military, police, academic or noble rank."""

    kind: ClassVar[str] = "rank"

    person: str
    rank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """Something that happened or is planned. ``event`` is its canonical key, edition included.

    ``named`` events carry a proper name; the others are known by type, participants and time.
    """

    kind: ClassVar[str] = "event"

    event: str
    name: str
    participants: tuple[str, ...] = ()
    place: str | None = None
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Claim):
    """A named body. ``parent``, ``head`` and ``place`` are what makes two names candidates for one body.

    ``portfolio`` are the modifiers that set sister bodies apart; ``modifiers`` are the others, which may vary
    between two names of one body.
    """

    kind: ClassVar[str] = "organisation"

    name: str
    acronym: str = ""
    parent: str = ""
    head: str = ""
    place: str = ""
    portfolio: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """What two names of one body share; empty where too little is said to know one body by it."""
        if not (self.parent and self.place):
            return ""
        return " ".join((self.parent, *self.portfolio, self.head, "in", self.place))


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym(Claim):
    """The text explains an acronym. ``expansion`` is as written."""

    kind: ClassVar[str] = "acronym"

    acronym: str
    expansion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blend(Claim):
    """A name whose two words are the surnames of two other people of the article."""

    kind: ClassVar[str] = "blend"

    name: str
    first: str
    second: str
