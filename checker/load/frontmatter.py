"""What the front matter of a Markdown file says, and where in the file it says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_FENCE = re.compile(r"\ufeff?(?:[ \t]*+(?:\r\n|\n|\r)){0,20}+(---|\+\+\+)[ \t]*+(?:\r\n|\n|\r)")
_TEXT_VALUE = re.compile(r"^([\w-]++)[ \t]*+=[ \t]*+[\"']", re.MULTILINE)  # of TOML
_LONGEST = 200_000  # characters; longer ones are no front matter
_DEEPEST = 50  # levels of nesting, so that hostile input cannot exhaust the parser


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The plain values by key, where each stands (quotation marks left out), and where the article begins."""

    values: dict[str, str] = field(default_factory=dict)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    body: int = 0
    problem: str = ""


def front_matter(original: str) -> FrontMatter:
    """The front matter (YAML between ---, TOML between +++) at the very beginning of a file, if there is any.

    Only the plain values of the outermost level are read, all as they are written: nothing is evaluated.
    """
    opening = _FENCE.match(original)
    if not opening:
        return FrontMatter()
    start = opening.end()
    marks = r"---|\.\.\." if opening[1] == "---" else r"\+\+\+"
    closing = re.compile(rf"(?<=[\r\n])(?:{marks})[ \t]*+(?=[\r\n]|\Z)").search(
        original, start, start + _LONGEST
    )
    if not closing:
        return FrontMatter()
    inside, body = original[start : closing.start()], closing.end()
    return _yaml(inside, start, body) if opening[1] == "---" else _toml(inside, start, body)


def _yaml(inside: str, start: int, body: int) -> FrontMatter:
    import yaml

    values: dict[str, str] = {}
    spans: dict[str, tuple[int, int]] = {}
    try:
        for key, value, first, last in _pairs(inside):
            values[key] = value
            spans[key] = (start + first, start + last)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        doubted = next(reversed(spans), "")
        if mark and doubted and "\n" not in inside[spans[doubted][1] - start : mark.index]:
            del values[doubted], spans[doubted]  # the line goes wrong: "title: one: two"
        return FrontMatter(values, spans, body, f"front matter cannot be read: {_reason(error)}")
    if not values and inside.strip() and ":" not in inside:
        return FrontMatter()  # a line across the page, text, another line
    return FrontMatter(values, spans, body)


def _pairs(inside: str) -> Iterator[tuple[str, str, int, int]]:
    """Keys and plain values of the outermost mapping, with the offsets of each value.

    Works on events: objects are not built, so aliases cannot multiply, and depth is checked in passing.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    depth, key = 0, None
    for event in yaml.parse(inside, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth, key = depth + 1, None
            if depth > _DEEPEST:
                raise ValueError("nested too deeply")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth, key = depth - 1, None
        elif depth != 1 or not isinstance(event, yaml.ScalarEvent):
            key = None if depth == 1 else key
        elif key is None:
            key = event.value
        elif event.start_mark and event.end_mark:
            quotes = 1 if event.style in ("'", '"') else 0
            yield key, event.value, event.start_mark.index + quotes, event.end_mark.index - quotes
            key = None


def _toml(inside: str, start: int, body: int) -> FrontMatter:
    written = inside.replace("\r\n", "\n").replace("\r", "\n")
    table, problem = _table(written), ""
    if isinstance(table, _Misread):
        problem = f"front matter cannot be read: {table.reason}"
        above = _table("".join(written.splitlines(keepends=True)[: table.line - 1]))
        table = {} if isinstance(above, _Misread) else above
    values = {key: str(value) for key, value in table.items() if not isinstance(value, dict | list)}
    spans: dict[str, tuple[int, int]] = {}
    for line in _TEXT_VALUE.finditer(inside):
        key, at = line[1], line.end()
        if key in values and key not in spans and inside.startswith(values[key], at):
            spans[key] = (start + at, start + at + len(values[key]))
    return FrontMatter(values, spans, body, problem)


@dataclass(frozen=True, slots=True)
class _Misread:
    """Why front matter cannot be read."""

    reason: str
    line: int  # of the front matter; what stands above it can be read


def _table(written: str) -> dict[str, object] | _Misread:
    import tomllib

    try:
        return tomllib.loads(written)
    except RecursionError:
        return _Misread("nested too deeply", 1)
    except ValueError as error:
        complaint, _, place = str(error).partition(" (at line ")
        line = int(place.partition(",")[0]) if place[:1].isdigit() else written.count("\n") + 1
        return _Misread(f"{complaint} (line {line + 1})", line)


def _reason(error: Exception) -> str:
    """The parser's complaint in one line, with the line of the file if the parser names one."""
    mark = getattr(error, "problem_mark", None)
    complaint = getattr(error, "problem", None) or str(error)
    return f"{complaint} (line {mark.line + 2})" if mark else str(complaint)
