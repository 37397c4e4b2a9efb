"""Claims and files made by hand, for tests of what is done with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from checker.engine.rules import Rule
from checker.engine.ruleset import load_rule
from checker.model import Basis, Office, Source, When

RULES = Path(__file__).parent.parent / "rules"


def write(files: Mapping[str, str | bytes]) -> None:
    """Files below the working folder, with their folders; texts in UTF-8, their ends of lines as they are."""
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


def rule(name: str) -> Rule:
    return load_rule(RULES / f"{name}.toml")


def on(day: str, basis: Basis = "stated") -> When:
    number = date.fromisoformat(day).toordinal()
    return When(number, number, basis=basis)


def span(first: str, last: str, *, sure: bool = False, basis: Basis = "stated") -> When:
    a, b = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    return When(a, b, sure=(a, b) if sure else None, basis=basis)


def source(path: str, published: str | None = None) -> Source:
    return Source(
        path, published=on(published) if published else None, dated_by="header line" if published else ""
    )


def holds(
    holder: str, path: str, when: When | None = None, published: str | None = None, **more: Any
) -> Office:
    """An article says that somebody is India's defence minister."""
    if when is None:
        when = on(published, "published") if published else When()
    fields = {"office": "defence minister", "body": "IN", "single": True, "start": 0, "end": 5, **more}
    return Office(source=source(path, published), holder=holder, when=when, **fields)
