"""Rules: which claims they look at, how these must clash, and what is said then. Plain values, checked.

What a rule file may say, and why not more, stands in ``rule_file``. A rule has exactly one shape.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from checker.model import Severity

Scalar: TypeAlias = str | bool | int
Parameter: TypeAlias = bool | int | float | str
Where: TypeAlias = dict[str, Scalar | tuple[Scalar, ...]]
Judge: TypeAlias = Literal[
    "timeline", "succession", "values", "expansions", "titles", "ranks", "ages", "relations", "lives",
    "counts", "denials", "encounters", "tolls", "terms", "anniversaries", "editions", "visits", "crossings",
    "namesakes", "deputies",
]  # fmt: skip
Names: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unless:
    """Silent if an article that is not itself in question makes such a claim."""

    of: str
    same: Names
    elsewhere: Literal[True] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What all shapes share: which claims take part."""

    of: str
    where: Where = field(default_factory=dict)
    present: Names = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Each(Shape):
    """One claim that is wrong by itself."""

    differ: Names = ()
    unless: Unless | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Shape):
    """Two claims of one kind that agree on some fields and clash on another."""

    same: Names = ()
    share: Names = ()
    differ: Names = ()
    variant: Names = ()
    overlap: Names = ()
    apart: Names = ()
    within: Literal["article", "across", "any"] = "any"
    unless: Literal["", "one article"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Shape):
    """All claims of one key (the fields of ``by``), judged together by a named comparison."""

    by: Names
    differ: Names
    judge: Judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Shape):
    """Two claims of one thing, the first of which cannot come after the second."""

    first: Where
    then: Where
    by: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Claims of these kinds that contradict a reference fact."""

    of: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One or more articles, with ``[[ ]]`` around the passages that must be reported, and reference facts."""

    articles: Names
    facts: str = ""
    format: Literal["txt", "md"] = "txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Articles that must be reported, those that must not, and those that are not found so far."""

    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    missed: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: what it looks at, what it says, why, and its examples."""

    id: str
    title: str
    severity: Severity
    message: str
    why: str
    aliases: Names = ()
    parameters: dict[str, Parameter] = field(default_factory=dict)
    each: Each | None = None
    pair: Pair | None = None
    group: Group | None = None
    order: Order | None = None
    known: Known | None = None
    examples: Examples = Examples()

    @property
    def shape(self) -> Each | Pair | Group | Order | Known:
        shape = self.each or self.pair or self.group or self.order or self.known
        assert shape is not None  # checked when the rule was made
        return shape
