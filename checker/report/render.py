"""A run in the format that was asked for."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Literal

from checker.report.run import Run
from checker.report.terminal import ColorChoice, Paint, wants_color

Format = Literal["full", "concise", "json"]

COLUMNS = 100  # where nobody tells how wide the reader's window is


def render(run: Run, format: Format, *, color: ColorChoice, to_file: bool, quiet: bool) -> str:
    """The whole report. Only on a terminal does it depend on where it is shown."""
    if format == "json":
        from checker.report import json

        return json.render(run)
    shown = not to_file
    paint = Paint(color=color == "always" or (shown and wants_color(color, sys.stdout, os.environ)))
    if format == "concise":
        from checker.report import concise

        return concise.render(run, paint, quiet=quiet)
    from checker.report import text

    columns = shutil.get_terminal_size((COLUMNS, 24)).columns if shown and sys.stdout.isatty() else COLUMNS
    return text.render(run, paint, columns, quiet=quiet)
