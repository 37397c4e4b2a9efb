"""What a rule file may say: the pydantic models of a rule, its shapes and its examples.

Each model makes the class of the same name in ``rules``. The vocabulary is closed on purpose: no conditions,
no arithmetic, no expressions. What cannot be said becomes a property of a claim, a derived claim or a better
comparison.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from checker.engine import rules
from checker.engine.fields import KINDS, fields
from checker.engine.rules import Judge, Names, Parameter, Where
from checker.errors import suggest
from checker.model import Severity

SHAPES = ("each", "pair", "group", "order", "known")

Text: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def plain(model: Rule) -> rules.Rule:
    """The rule without the means to check it."""
    made = _plain(model)
    assert isinstance(made, rules.Rule)
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return getattr(rules, type(value).__name__)(**{key: _plain(part) for key, part in value})
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


class Misused(ValueError):
    """A key of a rule file names what does not exist, or clashes with another."""

    def __init__(self, key: str, said: str) -> None:
        super().__init__(said)
        self.key = key


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Unless(Strict):
    """Silent if an article that is not itself in question makes such a claim."""

    of: str
    same: Names
    elsewhere: Literal[True] = True


class Shape(Strict):
    """What all shapes share: which claims take part."""

    of: str
    where: Where = {}
    present: Names = ()

    def named(self) -> Iterator[tuple[str, str, str]]:
        """(key, kind, field) of every field that the shape names."""
        for key in ("where", "present", "same", "share", "differ", "variant", "overlap", "apart", "by"):
            for field in getattr(self, key, ()):
                yield key, self.of, field


class Each(Shape):
    """One claim that is wrong by itself.

    ``present`` are not empty, the two fields of ``differ`` are both given and not equal.
    """

    differ: Annotated[Names, Field(max_length=2)] = ()
    unless: Unless | None = None

    def named(self) -> Iterator[tuple[str, str, str]]:
        yield from super().named()
        if self.unless and self.unless.of in KINDS:
            for field in self.unless.same:
                yield "unless.same", self.of, field
                yield "unless.same", self.unless.of, field


class Pair(Shape):
    """Two claims of one kind that agree on some fields and clash on another.

    ``same``: equal and not empty; ``share``: lists with a member in common; ``differ``: surely different;
    ``variant``: the same, written in two ways; ``overlap`` and ``apart``: stretches of time.
    """

    same: Names = ()
    share: Annotated[Names, Field(max_length=1)] = ()
    differ: Names = ()
    variant: Names = ()
    overlap: Names = ()
    apart: Names = ()
    within: Literal["article", "across", "any"] = "any"
    unless: Literal["", "one article"] = ""


class Group(Shape):
    """All claims of one key (the fields of ``by``), judged together by a named comparison."""

    by: Annotated[Names, Field(min_length=1)]
    differ: Annotated[Names, Field(min_length=1, max_length=1)]
    judge: Judge


class Order(Shape):
    """Two claims of one thing, the first of which cannot come after the second."""

    first: Where
    then: Where
    by: Annotated[Names, Field(min_length=1)]

    def named(self) -> Iterator[tuple[str, str, str]]:
        yield from super().named()
        for key in ("first", "then"):
            for field in getattr(self, key):
                yield key, self.of, field


class Known(Strict):
    """Claims of these kinds that contradict a reference fact."""

    of: Annotated[tuple[Literal["office", "event"], ...], Field(min_length=1)]


class Example(Strict):
    """One or more articles, with ``[[ ]]`` around the passages that must be reported.

    ``facts`` is a file of reference facts: CSV, or TOML if it begins with a table.
    """

    articles: Annotated[tuple[str, ...], Field(min_length=1)]
    facts: str = ""
    format: Literal["txt", "md"] = "txt"


def _example(value: object) -> object:
    """An example is a string, a list of strings, or a table with ``text`` or ``articles``."""
    if isinstance(value, str):
        return {"articles": [value]}
    if isinstance(value, list):
        return {"articles": value}
    if isinstance(value, dict) and "text" in value and "articles" not in value:
        return {**{key: found for key, found in value.items() if key != "text"}, "articles": [value["text"]]}
    return value


ExampleLike: TypeAlias = Annotated[Example, BeforeValidator(_example)]


class Examples(Strict):
    bad: Annotated[tuple[ExampleLike, ...], Field(min_length=1)]
    good: Annotated[tuple[ExampleLike, ...], Field(min_length=1)]
    missed: tuple[ExampleLike, ...] = ()


class Rule(Strict):
    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
    title: Text
    severity: Severity
    message: Text
    why: Text
    aliases: Names = ()
    parameters: dict[str, Parameter] = {}
    each: Each | None = None
    pair: Pair | None = None
    group: Group | None = None
    order: Order | None = None
    known: Known | None = None
    examples: Examples

    @property
    def shape(self) -> Each | Pair | Group | Order | Known:
        shape = self.each or self.pair or self.group or self.order or self.known
        assert shape is not None  # checked when the rule was made
        return shape

    def placeholders(self) -> list[str]:
        """What stands between braces in the message."""
        try:
            return [field for _, field, _, _ in string.Formatter().parse(self.message) if field is not None]
        except ValueError as error:
            raise Misused("message", f"message: {error}") from None

    @model_validator(mode="after")
    def _makes_sense(self) -> Rule:
        self._one_shape()
        self._known_kinds()
        self._known_fields()
        self._known_placeholders()
        return self

    def _one_shape(self) -> None:
        shapes = [name for name in SHAPES if getattr(self, name)]
        if len(shapes) != 1:
            found = " and ".join(f"[{name}]" for name in shapes) or "none"
            raise Misused(
                "", f"a rule has exactly one of [each], [pair], [group], [order] and [known]; found {found}"
            )

    def _known_kinds(self) -> None:
        if isinstance(self.shape, Known):
            return
        unless = self.each.unless if self.each else None
        for kind in (self.shape.of, *([unless.of] if unless else ())):
            if kind not in KINDS:
                raise Misused("of", f'of = "{kind}": no such kind of claim; {suggest(kind, KINDS)}')

    def _known_fields(self) -> None:
        if isinstance(self.shape, Known):
            return
        for key, kind, field in self.shape.named():
            if field not in fields(kind):
                said = f'a claim of kind "{kind}" has no field "{field}"; {suggest(field, fields(kind))}'
                raise Misused(key, f"{key}: {said}")

    def _known_placeholders(self) -> None:
        known: list[str] = []
        if not isinstance(self.shape, Known):  # claims of several kinds have no fields in common
            sides = ("a",) if self.each else ("a", "b")
            known = [f"{side}.{field}" for side in sides for field in fields(self.shape.of)]
        known += ["subject", "values", *self.parameters]
        for placeholder in self.placeholders():
            if placeholder not in known:
                said = f"message: nothing fills {{{placeholder}}}; {suggest(placeholder, known)}"
                raise Misused("message", said)
