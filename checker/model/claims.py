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
    ("Defence Minister X says"), whatever that is. Of a ``sole`` office there is one in the world.
    ``context`` are keys of what tells whose office it is: the state, or others who serve the same one.
    ``lands`` are, where an office of a state leaves open of which, the codes of the states and parts of
    states that the article names ("" of such as may be several), or the name of one that has no code.
    ``began`` are the days on one of which it was taken up, as far as the passage tells. ``around`` are, of a
    body whose name many bear ("the FA"), the codes of the lands that the article names.
    """

    kind: ClassVar[str] = "office"

    office: str
    holder: str
    body: str | None = None
    status: str = "current"
    single: bool = False
    present: bool = False
    sole: bool = False
    context: tuple[str, ...] = ()
    lands: tuple[str, ...] | None = None
    began: When = UNKNOWN
    around: tuple[str, ...] = ()

    @property
    def seat(self) -> str | None:
        """Which of the offices of this name it is: its body, or the only one; None if nothing tells."""
        return "the only one" if self.sole else self.body

    @property
    def likely(self) -> str | None:
        """The body, or the only state that the article names."""
        lands = self.lands or ()
        whole = len(lands) == 1 and lands[0].replace(" ", "").isalpha()  # no part, and not one of several
        return lands[0] if self.body is None and whole else self.body


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
    context: tuple[str, ...] = ()  # keys of the offices and people that the article ties to the person


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
    """The text explains an acronym. ``expansion`` is as written.

    ``context`` are, where it is the name of a body, names by which another article may be known to mean it.
    """

    kind: ClassVar[str] = "acronym"

    acronym: str
    expansion: str
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversal(Claim):
    """A range of dates that ends before it begins, as it is written. Both ends are values of dates."""

    kind: ClassVar[str] = "reversal"

    begins: str
    ends: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Claim):
    """Something is said to last so long, and to last from one date to another.

    ``stated`` is the length in words ("3 days"), ``lasts`` that of the range of dates. They fit when the
    range, counted with its last day or without, may be the stated length.
    """

    kind: ClassVar[str] = "duration"

    what: str
    stated: str
    lasts: str
    fits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tense(Claim):
    """Something is told as past or as planned, though the publication date says the other.

    ``told`` is "past" or "planned", ``value`` the date it is given; ``when`` are its days.
    """

    kind: ClassVar[str] = "tense"

    told: str
    value: str


_GENERATIONS = frozenset(("jr", "sr", "ii", "iii"))  # behind a surname


@dataclass(frozen=True, slots=True, kw_only=True)
class Age(Claim):
    """A person has an age at a time, or is born then (``age`` is None).

    ``born`` are the days on which the person may have been born, as a value of dates; "" when not known.
    ``now`` ages are those at the time of writing.
    """

    kind: ClassVar[str] = "age"

    person: str
    age: int | None = None
    born: str = ""
    now: bool = False
    context: tuple[str, ...] = ()  # keys of the offices and people that the article ties to the person

    @property
    def surname(self) -> str:
        """The last word of the name in small letters: what its fuller and shorter forms share."""
        words = self.person.lower().replace(",", " ").split()
        return next((word for word in reversed(words) if word.rstrip(".") not in _GENERATIONS), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Claim):
    """A beginning or an end of something that has one of each: a life, a person's time in an office.

    ``marks`` is "beginning" or "end", ``what`` the verb ("born", "resigned"). ``scope`` is the article to
    which the subject is bound (an office may be held twice), else empty.
    """

    kind: ClassVar[str] = "milestone"

    subject: str
    what: str
    marks: str
    scope: str = ""
