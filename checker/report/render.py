"""A run in the format that was asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Literal, get_args

from checker.errors import CheckerError
from checker.report.run import Run
from checker.report.terminal import ColorChoice, Paint, wants_color

Format = Literal["full", "concise", "json", "sarif", "github", "gitlab", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)

COLUMNS = 100  # where nobody tells how wide the reader's window is


def reports(values: Iterable[str]) -> list[tuple[Format, str]]:
    """The formats and files of options FORMAT=FILE. Raises CheckerError."""
    found: list[tuple[Format, str]] = []
    for value in values:
        name, _, target = value.partition("=")
        kind = next((known for known in FORMATS if known == name), None)
        if kind is None or not target:
            raise CheckerError(f"--report {value}: must be FORMAT=FILE, FORMAT one of {', '.join(FORMATS)}")
        found.append((kind, target))
    return found


def render(run: Run, format: Format, *, color: ColorChoice, to_file: bool, quiet: bool) -> str:
    """The whole report. Only on a terminal does it depend on where it is shown."""
    if format not in ("full", "concise"):
        rendered: str = import_module(f"checker.report.{format}").render(run)
        return rendered
    shown = not to_file
    paint = Paint(color=color == "always" or (shown and wants_color(color, sys.stdout, os.environ)))
    if format == "concise":
        from checker.report import concise

        return concise.render(run, paint, quiet=quiet)
    from checker.report import text

    return text.render(run, paint, _columns() if shown and sys.stdout.isatty() else COLUMNS, quiet=quiet)


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size((COLUMNS, 24)).columns
