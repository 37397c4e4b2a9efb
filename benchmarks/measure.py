"""How long does something take, by processor time, and how to show it: what the benchmarks share."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from checker.load import FORMATS, load
from checker.model import Article

BARE = (sys.executable, "-c", "pass")
CHECKER = (sys.executable, "-m", "checker")


# A process begins with the memory of the one that starts it, which counts for its peak: so a small one does.
_LAUNCHER = """
import os, sys, time
null = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
start = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=null)
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - start
print(used.ru_utime + used.ru_stime, wall, used.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


class Spent(NamedTuple):
    """What a process took: seconds of the processor, seconds of the clock, megabytes at its peak."""

    cpu: float
    wall: float
    peak: float
    status: int


def seconds(run: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def interleaved(runs: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Processor seconds of each of several calls: medians of rounds in which each runs once."""
    taken = [[seconds(run) for run in runs] for _ in range(rounds)]
    return [median(column) for column in zip(*taken, strict=True)]


def process(command: Sequence[str], folder: Path | None = None) -> Spent:
    """Runs a command to its end, output thrown away. ``command[0]`` is a path."""
    launch = [sys.executable, "-I", "-S", "-c", _LAUNCHER, *command]
    told = subprocess.run(launch, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    cpu, wall, peak, status = map(float, told.stdout.split())
    return Spent(cpu, wall, peak / (1e6 if sys.platform == "darwin" else 1e3), int(status))


def files(paths: Iterable[str]) -> list[Path]:
    """The articles' files below the paths."""
    return [file for path in map(Path, paths) for file in _below(path) if file.suffix.lower() in FORMATS]


def _below(path: Path) -> list[Path]:
    return sorted(it for it in path.rglob("*") if it.is_file()) if path.is_dir() else [path]


def articles(these: Iterable[Path]) -> Iterator[Article]:
    for file in these:
        yield from load(str(file), file.read_bytes()).articles


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; numbers stand to the right."""
    cells = [[f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    marks = [
        "-" * (width - 1) + (":" if at and cells and cells[0][at][:1].isdigit() else "-")
        for at, width in enumerate(widths)
    ]
    lines = [list(heads), marks, *cells]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    )
