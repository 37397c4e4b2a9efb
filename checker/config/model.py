"""What a configuration file may say: the pydantic models of its tables."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from checker.model import DayOrder
from checker.settings import FailOn, Level

Name: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Several: TypeAlias = Annotated[list[Name], Field(min_length=2)]
# Which type a parameter has, its rule says.
Parameter: TypeAlias = Annotated[Any, WithJsonSchema({"type": ["boolean", "number", "string"]})]
Days: TypeAlias = Annotated[int, Field(ge=0)]

_ABSENT: Any = None  # not given; TOML cannot say so


def _is_pattern(text: str) -> str:
    from pathspec import GitIgnoreSpec

    GitIgnoreSpec.from_lines([text])  # raises ValueError
    return text


Pattern: TypeAlias = Annotated[Name, AfterValidator(_is_pattern)]


class Table(BaseModel):
    model_config = ConfigDict(
        extra="forbid", strict=True, alias_generator=lambda name: name.replace("_", "-"), frozen=True
    )


class RuleTable(Table):
    """Settings of one rule: its severity, and the parameters that ``checker explain RULE`` lists."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Parameter] = Field(init=False)

    severity: Annotated[
        Level, Field(description="the most the rule reports; above its own, it raises its surest findings")
    ] = _ABSENT


class Rules(Table):
    """Settings by rule, and folders with rule files of one's own."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, RuleTable] = Field(init=False)

    folders: Annotated[
        list[Name], Field(description="folders of rule files, relative to the configuration")
    ] = []


class OverrideTable(Table):
    """Settings for some files. Of several that speak of a rule, the last one decides."""

    files: Annotated[list[Pattern], Field(min_length=1, description="patterns as in .gitignore")]
    select: Annotated[list[Name], Field(description="the only rules in which these files take part")] = []
    ignore: Annotated[list[Name], Field(description="rules in which these files take no part")] = []
    severity: Annotated[
        dict[str, Level], Field(description="by rule; the mildest of all files of a finding counts")
    ] = {}


class SuppressTable(Table):
    """A finding that is right to stand as it is, known by its fingerprint in the JSON."""

    fingerprint: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    reason: Annotated[Name, Field(description="why; told wherever the finding is")]


def _folders(value: Any) -> Any:
    return {"folders": value} if isinstance(value, list) else value


class Config(Table):
    """The configuration of checker: checker.toml, or the table [tool.checker] of pyproject.toml."""

    corpus: Annotated[
        list[Name],
        Field(description="what is checked if no path is named, and what named files are compared with"),
    ] = []
    exclude: Annotated[
        list[Pattern], Field(description="patterns as in .gitignore; take the place of the built-in excludes")
    ] = []
    extend_exclude: Annotated[list[Pattern], Field(description="patterns added to the excludes")] = []
    force_exclude: Annotated[bool, Field(description="exclude files that are named, too")] = False
    respect_gitignore: bool = True
    select: Annotated[list[Name], Field(description="the only rules to run")] = []
    extend_select: Annotated[list[Name], Field(description="rules to run besides")] = []
    ignore: Annotated[list[Name], Field(description="rules not to run")] = []
    fail_on: Annotated[FailOn, Field(description="the least severity that makes the exit status 1")] = (
        "warning"
    )
    baseline: Annotated[
        str, Field(description="a file of known findings, as checker baseline create writes it")
    ] = ""
    rules: Annotated[
        Rules,
        BeforeValidator(_folders, json_schema_input_type=list[str] | Rules),
        Field(description="settings by rule; or a list of folders, short for { folders = [...] }"),
    ] = Rules()
    per_file_ignores: Annotated[
        dict[Pattern, list[Name]], Field(description="pattern to rules; short for overrides that ignore")
    ] = {}
    overrides: list[OverrideTable] = []
    suppress: Annotated[
        list[SuppressTable], Field(description="findings to silence one by one; articles are better places")
    ] = []
    aliases: Annotated[
        list[Several], Field(description="lists of names that belong to one person or organisation")
    ] = []
    distinct: Annotated[
        list[Several], Field(description="lists of names that belong to different people or organisations")
    ] = []
    facts: Annotated[
        list[Name],
        Field(
            description="files of reference facts, .csv or .toml, relative to the configuration; * and ** too"
        ),
    ] = []
    date_order: Annotated[
        DayOrder, Field(description="how to read 04/05/2021 where the article does not tell")
    ] = _ABSENT
    handover_days: Annotated[Days, Field(description="parameter of the rules that have it")] = _ABSENT
    interleave_days: Annotated[Days, Field(description="parameter of the rules that have it")] = _ABSENT


def json_schema() -> dict[str, Any]:
    """The schema of a configuration file, JSON Schema draft 2020-12."""
    schema = Config.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
