"""The nouns of the checker: articles, claims about the world, findings. Imports nothing of ours.

Days are integers: 1 is 1 January of the year 1 (as ``datetime.date.toordinal``), the calendar is the
proleptic Gregorian one, years before 1 are reached by numbers below 1. Text offsets count code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import ClassVar, Literal

Basis = Literal["stated", "relative", "published", "estimated", "unknown"]
Severity = Literal["error", "warning", "notice"]
BlockKind = Literal["title", "heading", "paragraph", "item", "row", "quote", "caption"]

# Open ends of a stretch; far outside every calendar date that prose can name.
BEGINNING = -(10**9)
END = 10**9


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days in which something holds.

    ``first`` to ``last`` (inclusive) is the hull: nothing is claimed outside it. ``sure`` is the part on
    every day of which it holds, or None when all we know is *some day* of the hull. A single day is its
    own sure part. "From 2005 to 2021" has the hull 2005-01-01 to 2021-12-31 and is sure from 2005-12-31
    to 2021-01-01.
    """

    first: int = BEGINNING
    last: int = END
    sure: tuple[int, int] | None = None
    basis: Basis = "unknown"

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a stretch of days cannot end ({self.last}) before it begins ({self.first})")
        if self.first == self.last and self.sure is None:
            object.__setattr__(self, "sure", (self.first, self.last))

    @property
    def known(self) -> bool:
        """Does it say anything at all about the time?"""
        return self.first > BEGINNING or self.last < END

    def surely_apart(self, other: When) -> bool:
        """No day can belong to both."""
        return self.last < other.first or other.last < self.first

    def surely_overlaps(self, other: When) -> bool:
        """Some day certainly belongs to both."""
        if self.sure and other.sure and self.sure[0] <= other.sure[1] and other.sure[0] <= self.sure[1]:
            return True
        return _contains(self.sure, other) or _contains(other.sure, self)

    def days_between(self, other: When) -> int:
        """The least number of days from one hull to the other; 0 when they touch or share a day."""
        return max(0, other.first - self.last, self.first - other.last)


def _contains(sure: tuple[int, int] | None, other: When) -> bool:
    return sure is not None and sure[0] <= other.first and other.last <= sure[1]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim stands: one article (a file, or a record of a JSONL file) and when it was published.

    ``published`` is None when nothing is known; its basis tells a stated date from an estimate, and
    ``dated_by`` says in words where it comes from ("front matter", "KAZIND-2018 … last month").
    """

    path: str
    record: str | None = None
    title: str | None = None
    published: When | None = None
    dated_by: str = ""

    @property
    def article(self) -> str:
        return self.path if self.record is None else self.record


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of article text that stands by itself. ``start`` and ``end`` are offsets into Article.text."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Positions:
    """Maps offsets of the cleaned article text to offsets of the original.

    Run ``i`` begins at ``text[i]`` in the cleaned text and at ``original[i]`` in the original; within a
    run both advance together. Always holds at least the run (0, …). Two runs at one offset of the text: the
    first says where the character before them ends in the original, if it is written there with several
    (an entity such as "&eacute;").
    """

    text: tuple[int, ...] = (0,)
    original: tuple[int, ...] = (0,)

    def at(self, offset: int) -> int:
        run = bisect_right(self.text, offset) - 1
        return self.original[run] + offset - self.text[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original from the first to the last character of a cleaned stretch."""
        if end <= start:
            return self.at(start), self.at(start)
        run = bisect_left(self.text, end)
        ends_there = self.text[run : run + 2] == (end, end)
        return self.at(start), self.original[run] if ends_there else self.at(end - 1) + 1


@dataclass(frozen=True, slots=True)
class Article:
    """One article, read: its original characters and the text that is left when mark-up is taken away.

    ``text`` holds words only: typographic apostrophes and blanks are the plain ones, soft line breaks are
    blanks, blocks stand apart by newlines. ``speech`` are the stretches of ``text`` inside quotation marks
    that quote somebody. ``line`` is the line of the file on which ``original`` begins (JSONL records).
    """

    source: Source
    original: str
    text: str
    blocks: tuple[Block, ...]
    positions: Positions = Positions()
    speech: tuple[tuple[int, int], ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something an article says. ``start`` and ``end`` are offsets into the *original* text.

    ``assumptions`` are the things, in words, that must hold for us to have read the claim rightly.
    """

    kind: ClassVar[str]

    source: Source
    start: int
    end: int
    when: When = When()
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage of a finding: the claim it rests on and, in a few words, what it says."""

    claim: Claim
    says: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Passages that cannot all be right. The first evidence is the primary one.

    ``values`` are the distinct disputed values, on which the fingerprint rests; ``more`` counts the
    passages left out of ``evidence``. ``scope`` is the article to which a fact is bound that means nothing
    outside it, else empty.
    """

    rule: str
    severity: Severity
    message: str
    subject: str
    evidence: tuple[Evidence, ...]
    values: tuple[str, ...]
    explanation: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    more: int = 0
    scope: str = ""
