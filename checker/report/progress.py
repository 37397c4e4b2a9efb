"""How far a long run has got: a bar on the terminal of a person who waits, gone when there is more to read.

It is drawn when a file is begun, and by no thread: processes are begun as copies of this one.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds before a run counts as long
_PAUSE = 0.1  # seconds between two pictures


def wanted() -> bool:
    """Is there somebody to see it? A terminal alone tells nothing: hooks and build servers lend theirs."""
    lent = any(os.environ.get(name) for name in ("PRE_COMMIT", "CI"))
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not lent


class Bar:
    """Counts the names it is called with as they are taken. Shows nothing unless ``shown``, nor at first."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown
        self._next = time.monotonic() + PATIENCE
        self._progress: Progress | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def __call__(self, names: Sequence[str]) -> Iterable[str]:
        return self._counted(names) if self._shown else names

    def _counted(self, names: Sequence[str]) -> Iterator[str]:
        for done, name in enumerate(names):
            if time.monotonic() >= self._next:
                self._draw("reading", done, len(names))
            yield name
        if self._progress is not None or time.monotonic() >= self._next:
            self._draw("comparing", len(names), len(names))

    def _draw(self, doing: str, done: int, total: int) -> None:
        if self._progress is None:
            self._progress = _begun()
        (task,) = self._progress.task_ids
        self._progress.update(task, description=doing, completed=done, total=total, refresh=True)
        self._next = time.monotonic() + _PAUSE


def _begun() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    shown = Progress(
        *columns, console=Console(stderr=True), transient=True, auto_refresh=False, redirect_stdout=False
    )
    shown.add_task("")
    shown.start()
    return shown
