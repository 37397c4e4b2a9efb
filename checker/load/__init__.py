"""Reads articles: from paths to files, from bytes to text with exact source positions."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from importlib import import_module

from checker.load.decode import Unreadable, declared, decode
from checker.load.outcome import Loaded, Problem
from checker.load.walk import FORMATS, File, MissingPath, walk
from checker.model import DayOrder

__all__ = ["FORMATS", "File", "Loaded", "MissingPath", "Problem", "load", "walk"]


def load(
    path: str,
    data: bytes,
    order: DayOrder | None = None,
    *,
    first: int = 1,
) -> Loaded:
    """The articles in the bytes of one file, read as its suffix says; ``path`` is the one to be shown.

    ``order`` is the one in which day and month of a publication date are read that may be either. Of a file
    of records, the bytes may be a piece, whose ``first`` line has that number.

    Never raises on what a file holds: what cannot be read is a problem, and the rest is read.
    """
    reader = FORMATS.get(os.path.splitext(path)[1].lower())
    if reader is None:
        return Loaded(
            problems=(Problem(path, f"no reader for this kind of file; known are {', '.join(FORMATS)}"),)
        )
    read: Callable[..., Loaded] = import_module(f"checker.load.{reader}").read
    if reader == "jsonl":
        read = partial(read, first=first)
    try:
        return read(path, decode(data, declared(data) if reader == "html" else ""), order)
    except Unreadable as error:
        return Loaded(problems=(Problem(path, str(error)),))
