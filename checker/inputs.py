"""What the arguments of a command name: files, by the path they are reported under, and standard input."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.load.outcome import Problem
from checker.settings import DEFAULT, Settings

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where the bytes of each file are, or the bytes themselves; and what could not be listed."""

    files: Mapping[str, Path | bytes]
    problems: tuple[Problem, ...] = ()


def inputs(paths: Sequence[str], stdin_name: str | None = None, settings: Settings = DEFAULT) -> Inputs:
    """The files of the given paths, folders walked; "-" is standard input, under the name given for it.

    What stands at standard input takes the place of a file of that name. Raises MissingPath.
    """
    from checker.load import walk
    from checker.load.walk import shown

    listed, problems = walk([path for path in paths if path != STDIN], settings)
    files: dict[str, Path | bytes] = {file.path: Path(file.location) for file in listed}
    if STDIN in paths:
        files[shown(stdin_name or "stdin.txt")] = sys.stdin.buffer.read()
    return Inputs(files, problems)
