"""Reads JSON lines: one record an article, {"id", "text", "date"?, "title"?, "checker"?}."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from checker.load.comments import Misread, check_names, openings
from checker.load.ignores import with_ignores
from checker.load.outcome import Loaded, Problem
from checker.load.plain import plain_article
from checker.model import Article, DayOrder, Ignore

_SURROGATE = re.compile(r"[\ud800-\udfff]")


class _BadRecord(ValueError):
    pass


class _Record(NamedTuple):
    """One line: all its values, and those that every record has or may have."""

    values: dict[str, Any]
    name: str
    text: str
    title: str


def read(
    path: str,
    original: str,
    order: DayOrder | None = None,
    *,
    first: int = 1,
) -> Loaded:
    """The articles of a file of records. A bad record is a problem that names its line; the rest is read.

    Offsets are those of the record's text. A record without an id is known by "path:line". ``first`` is the
    number of the first line.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    skipped = 0
    for number, line in _lines(original.split("\n"), first):
        try:
            record = _record(path, number, line)
            if record.name in seen:
                raise _BadRecord(_repeated(record.name))
        except _BadRecord as error:
            problems.append(Problem(path, f"line {number}: {error}"))
            continue
        seen.add(record.name)
        found = plain_article(
            path,
            record.text,
            record=record.name,
            title=record.title,
            stated={key: said for key, value in record.values.items() if (said := _value(value))},
            line=number,
            order=order,
        )
        if found:
            try:
                found = replace(found, ignores=_ignores(record.values, found.original))
            except Misread as error:
                problems.append(Problem(path, f"line {number}: {error}"))
            found, misread = with_ignores(found, openings(found.original))
            problems += misread
            articles.append(found)
        else:
            skipped += 1
    return Loaded(tuple(articles), tuple(problems), skipped)


def texts(path: str, original: str) -> Iterator[tuple[str, str, int]]:
    """The name of each record, its text, and the number of its line; bad ones are left out."""
    for number, line in _lines(original.split("\n"), 1):
        try:
            record = _record(path, number, line)
        except _BadRecord:
            continue
        yield record.name, record.text, number


def repeated(path: str, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The numbers of the lines whose record has the id of one before, and what is to be said of it."""
    seen: set[str] = set()
    for number, line in _lines(lines, 1):
        try:
            name = _record(path, number, line).name
        except _BadRecord:
            continue
        if name in seen:
            yield number, _repeated(name)
        seen.add(name)


def _lines(lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, and their numbers."""
    for number, line in enumerate(lines, first):
        if line.strip():
            yield number, line.removeprefix("\ufeff") if number == 1 else line


def _repeated(name: str) -> str:
    return f'the id "{name}" stands in an earlier line too'


def _ignores(record: dict[str, Any], text: str) -> tuple[Ignore, ...]:
    """What the record silences in all of its text. Raises Misread."""
    said = record.get("checker")
    if not isinstance(said, dict | list):
        return ()  # nothing, or a person
    known = isinstance(said, dict) and not said.keys() - {"ignore", "reason"}
    rules = said.get("ignore") if isinstance(said, dict) else None
    if not known or not isinstance(rules, list) or not rules:
        raise Misread('"checker" must be {"ignore": [rules]}, with a "reason" or without')
    check_names(rules)
    reason = said.get("reason") if isinstance(said, dict) else None
    return (Ignore(0, len(text), tuple(dict.fromkeys(rules)), str(reason or "")),)


def _record(path: str, number: int, line: str) -> _Record:
    """The record of a line. Raises _BadRecord."""
    try:
        values = json.loads(line)
    except json.JSONDecodeError as error:
        raise _BadRecord(f"not JSON: {error.msg} (column {error.colno})") from None
    except (ValueError, RecursionError):
        raise _BadRecord("not JSON that can be read: too deep or too long a number") from None
    if not isinstance(values, dict):
        raise _BadRecord("not an object with an id and a text")
    name = _name(values) or f"{path}:{number}"
    return _Record(values, name, _text(values), _title(values))


def _name(record: dict[str, Any]) -> str:
    name = record.get("id")
    if name is None:
        return ""
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise _BadRecord('"id" must be a string')
    return _SURROGATE.sub("\ufffd", str(name))


def _text(record: dict[str, Any]) -> str:
    text = record.get("text")
    if text is None:
        raise _BadRecord('no "text"')
    if not isinstance(text, str):
        raise _BadRecord('"text" must be a string')
    return _SURROGATE.sub("\ufffd", text)


def _title(record: dict[str, Any]) -> str:
    title = record.get("title")
    if title is not None and not isinstance(title, str):
        raise _BadRecord('"title" must be a string')
    return _SURROGATE.sub("\ufffd", title or "")


def _value(value: object) -> str:
    """A value that may tell a date, as text."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
