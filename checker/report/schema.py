"""The JSON report as a published schema. Additions raise its minor version, removals its major."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from checker.model import Basis, Severity
from checker.model.finding import Status

VERSION: Literal["1.0"] = "1.0"

Count: TypeAlias = Annotated[int, Field(ge=0)]
Line: TypeAlias = Annotated[int, Field(ge=1)]


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class When(Closed):
    """A stretch of days, both ends included; null is open."""

    from_: Annotated[str | None, Field(alias="from", description="ISO 8601 day, or null if open")]
    to: Annotated[str | None, Field(description="ISO 8601 day, or null if open")]
    throughout: Annotated[bool, Field(description="true: holds on each of these days; false: on some day")]
    basis: Basis


class Evidence(Closed):
    """A passage. Lines and columns count from 1, the end is exclusive, columns are code points."""

    role: Literal["primary", "related"]
    path: str
    record: Annotated[str | None, Field(description="id of the JSONL record")]
    line: Annotated[Line, Field(description="for JSONL the line of the record")]
    column: Annotated[Line, Field(description="for JSONL counted in the text of the record")]
    end_line: Line
    end_column: Line
    start: Annotated[Count, Field(description="code points from the beginning of the file, or record's text")]
    end: Count
    quote: Annotated[str, Field(description="the source text from start to end, unchanged")]
    says: Annotated[str, Field(description="what the passage says, normalised")]
    when: Annotated[When | None, Field(description="when it holds, if anything is known of that")]
    published: Annotated[
        str | None,
        Field(description="day of publication of the article, or FROM/TO where it is estimated"),
    ]


class Finding(Closed):
    fingerprint: Annotated[str, Field(description="names the disputed fact through edits of the articles")]
    rule: str
    severity: Severity
    message: str
    subject: str
    explanation: list[str]
    assumptions: list[str]
    status: Status
    evidence: Annotated[list[Evidence], Field(min_length=1, description="the first is the primary passage")]
    more: Annotated[Count, Field(description="further passages that are left out of evidence")]


class Tool(Closed):
    name: Literal["checker"]
    version: str


class Run(Closed):
    complete: Annotated[bool, Field(description="false if something could not be read: see errors")]
    mode: Literal["full", "focus"]
    articles: Annotated[Count, Field(description="checked articles: the focus")]
    corpus: Annotated[Count, Field(description="articles compared with, the focus included")]
    claims: Count
    skipped: Annotated[Count, Field(description="articles not checked: not English, or empty")]


class Summary(Closed):
    """New and existing findings by severity; suppressed and baselined ones are counted apart."""

    error: Count
    warning: Count
    notice: Count
    suppressed: Count
    baselined: Count


class Error(Closed):
    path: str
    message: str


class Report(Closed):
    """Passages of a corpus of articles that cannot both be right."""

    schema_version: Literal["1.0"]
    tool: Tool
    run: Run
    summary: Summary
    findings: list[Finding]
    errors: list[Error]


def json_schema() -> dict[str, Any]:
    """The schema of the report, JSON Schema draft 2020-12."""
    schema = Report.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
