"""On which line of a TOML text does a key stand?"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from typing import Any

Keys = Sequence[str | int]


def line(text: str, keys: Keys) -> int | None:
    """The line (from 1) of the innermost of the nested keys that the text has; None if it has not even one.

    Asks the parser: a key stands in the first statement with which the text so far has it.
    """
    for length in range(len(keys), 0, -1):
        found = _line(text, keys[:length])
        if found is not None:
            return found
    return None


def _line(text: str, keys: Keys) -> int | None:
    lines = text.splitlines(keepends=True)
    parsed = 0  # lines before the statement that is being read
    for end in range(1, len(lines) + 1):
        try:
            table = tomllib.loads("".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue
        try:
            value = _value(table, keys)
        except (KeyError, IndexError, TypeError):
            parsed = end
            continue
        return parsed + 1 + _within([written.strip() for written in lines[parsed:end]], value)
    return None


def _value(table: Any, keys: Keys) -> Any:
    for key in keys:
        table = table[key]
    return table


def _within(statement: list[str], value: Any) -> int:
    """Which line of a statement: that of a text in a list of several lines, else the first with something."""
    if isinstance(value, str) and len(statement) > 1:
        for number, written in enumerate(statement):
            if f'"{value}"' in written or f"'{value}'" in written:
                return number
    return next((n for n, written in enumerate(statement) if written and not written.startswith("#")), 0)
