"""Claims as the checker saw them: JSON Lines for programs, a table for people."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Container, Iterable, Iterator
from math import isinf
from typing import Any, Literal

from checker.model import Article, Claim, When
from checker.report import times
from checker.report.passages import Places
from checker.report.terminal import safe

_COMMON = {field.name for field in dataclasses.fields(Claim)}
# Left out where they say nothing: most claims have none of them.
_OPTIONAL = ("alternatives", "weekday", "falls_on", "problem", "context", "began", "assumptions")


def text(
    kinds: Container[str] | None, form: Literal["jsonl", "table"], article: Article, claims: Iterable[Claim]
) -> str:
    """The claims of an article of some kinds (None: of all), a line each."""
    wanted = (claim for claim in claims if kinds is None or claim.kind in kinds)
    return "".join(map(jsonl if form == "jsonl" else line, rows(article, wanted)))


def rows(article: Article, claims: Iterable[Claim]) -> Iterator[dict[str, Any]]:
    """One object for each claim, in the order of the text."""
    places = Places(article.written)
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end, claim.kind)):
        passage = places.passage(claim)
        row: dict[str, Any] = {
            "kind": claim.kind,
            "path": claim.source.path,
            "article": claim.source.article,
            "line": passage.line,
            "column": passage.column,
            "start": claim.start,
            "end": claim.end,
            "quote": passage.quote,
        }
        for field in dataclasses.fields(claim):
            if field.name not in _COMMON:
                row[field.name] = _written(getattr(claim, field.name))
        row["when"] = times.stretch(claim.when)
        row["attribution"] = claim.attribution
        row["assumptions"] = claim.assumptions
        yield {key: value for key, value in row.items() if value or key not in _OPTIONAL}


def _written(value: object) -> object:
    """As JSON has it: of a number without bound ("at least 12"), and of a time that is not known, nothing."""
    if isinstance(value, When):
        return times.stretch(value) if value.known else None
    return None if isinstance(value, float) and isinf(value) else value


def jsonl(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n"


def line(row: dict[str, Any]) -> str:
    """One line of the table: where, which kind, what was read, and the words it was read from."""
    fields = [
        f"{key}={_plain(value)}"
        for key, value in row.items()
        if key not in ("kind", "path", "article", "line", "column", "start", "end", "quote", "when")
        and value not in (None, False, "", ())
    ]
    when = row["when"]
    if when["basis"] != "unknown":
        fields.append(f"when={when['from'] or ''}..{when['to'] or ''} ({when['basis']})")
    address = f"{row['path']}:{row['line']}:{row['column']}"
    return safe(f"{address:<32} {row['kind']:<12} {'; '.join(fields)}  | {row['quote']}") + "\n"


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return f"{value['from'] or ''}..{value['to'] or ''}"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
