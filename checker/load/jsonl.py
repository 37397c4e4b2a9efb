"""Reads JSON lines: one record an article, {"id", "text", "date"?, "title"?, "checker"?}."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from checker.load.comments import Misread, check_names, openings
from checker.load.ignores import with_ignores
from checker.load.outcome import Loaded, Problem
from checker.load.plain import plain_article
from checker.model import Article, DayOrder, Ignore

_SURROGATE = re.compile(r"[\ud800-\udfff]")


class _BadRecord(ValueError):
    pass


def read(path: str, original: str, order: DayOrder | None = None) -> Loaded:
    """The articles of a file of records. A bad record is a problem that names its line; the rest is read.

    Offsets are those of the record's text. A record without an id is known by "path:line".
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    skipped = 0
    for number, line in enumerate(original.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = _record(line)
            name = _name(record, seen) or f"{path}:{number}"
            found = plain_article(
                path,
                _SURROGATE.sub("\ufffd", _text(record)),
                record=name,
                title=_plain(record, "title"),
                stated={key: value for key in record if (value := _value(record[key]))},
                line=number,
                order=order,
            )
        except _BadRecord as error:
            problems.append(Problem(path, f"line {number}: {error}"))
            continue
        seen.add(name)
        if found:
            try:
                found = replace(found, ignores=_ignores(record, found.original))
            except Misread as error:
                problems.append(Problem(path, f"line {number}: {error}"))
            found, misread = with_ignores(found, openings(found.original))
            problems += misread
            articles.append(found)
        else:
            skipped += 1
    return Loaded(tuple(articles), tuple(problems), skipped)


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


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise _BadRecord(f"not JSON: {error.msg} (column {error.colno})") from None
    except (ValueError, RecursionError):
        raise _BadRecord("not JSON that can be read: too deep or too long a number") from None
    if not isinstance(record, dict):
        raise _BadRecord("not an object with an id and a text")
    return record


def _name(record: dict[str, Any], seen: set[str]) -> str:
    name = record.get("id")
    if name is None:
        return ""
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise _BadRecord('"id" must be a string')
    name = _SURROGATE.sub("\ufffd", str(name))
    if name in seen:
        raise _BadRecord(f'the id "{name}" stands in an earlier line too')
    return name


def _text(record: dict[str, Any]) -> str:
    text = record.get("text")
    if text is None:
        raise _BadRecord('no "text"')
    if not isinstance(text, str):
        raise _BadRecord('"text" must be a string')
    return text


def _plain(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise _BadRecord(f'"{key}" must be a string')
    return _SURROGATE.sub("\ufffd", value or "")


def _value(value: object) -> str:
    """A value that may tell a date, as text."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
