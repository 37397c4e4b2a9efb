"""Dataclasses as plain values, and back."""

from __future__ import annotations

from types import ModuleType
from typing import Any


def plain(value: Any) -> Any:
    """Dataclasses as lists of name and fields; all else they hold is plain, lists excepted."""
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is not None:
        return [type(value).__name__, {name: plain(getattr(value, name)) for name in fields}]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return tuple(map(plain, value)) if isinstance(value, tuple) else value


def made(value: Any, nouns: ModuleType) -> Any:
    """What ``plain`` was given, whose classes are those of a module."""
    if isinstance(value, list):
        name, fields = value
        return getattr(nouns, name)(**made(fields, nouns))
    if isinstance(value, dict):
        return {key: made(part, nouns) for key, part in value.items()}
    return tuple(made(part, nouns) for part in value) if isinstance(value, tuple) else value
