"""Dataclasses as plain values, and back."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Any


def plain(value: Any) -> Any:
    """Dataclasses as lists of name and fields; all else they hold is plain, lists excepted."""
    if is_dataclass(value):
        return [type(value).__name__, {it.name: plain(getattr(value, it.name)) for it in fields(value)}]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return tuple(map(plain, value)) if isinstance(value, tuple) else value


def made(value: Any, nouns: ModuleType) -> Any:
    """What ``plain`` was given, whose classes are those of a module."""
    if isinstance(value, list):
        name, values = value
        return getattr(nouns, name)(**made(values, nouns))
    if isinstance(value, dict):
        return {key: made(part, nouns) for key, part in value.items()}
    return tuple(made(part, nouns) for part in value) if isinstance(value, tuple) else value
