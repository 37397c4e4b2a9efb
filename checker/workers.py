"""Processes that work on files, and what becomes of the files of one that dies.

A worker that dies takes with it whatever the others are at. What they had not given back is done again, in
the same portions in a worker of its own, and if that one dies too, file by file: so it shows of which.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain
from multiprocessing.process import BaseProcess
from typing import Any, Self

from checker.pool import Task, Work

Portion = list[Task]

_AHEAD = 3  # portions for each worker that are read in advance


class Workers:
    """So many processes, begun anew when one has died. In the end none is left."""

    def __init__(self, work: Work[Any], count: int) -> None:
        self.count = count
        self._work = work
        self._executor: ProcessPoolExecutor | None = None
        self._processes: set[BaseProcess] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: object, *_: object) -> None:
        if error is not None:
            for process in self._processes:
                process.kill()
        self.end()

    def can_be(self) -> bool:
        """Do processes begin here? Some systems forbid it, and not every program is made for it."""
        try:
            self.begin([]).result()
        except (BrokenProcessPool, OSError, ImportError, NotImplementedError):
            self.end()
            return False
        return True

    def begin(self, portion: Portion) -> Future[list[Any]]:
        others = set(multiprocessing.active_children())
        with _uninterrupted():
            try:
                return self._submit(portion)
            except BrokenProcessPool:
                self.end()
                return self._submit(portion)
            finally:
                self._processes |= {*multiprocessing.active_children()} - others

    def end(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
        self._executor = None
        self._processes.clear()

    def alone(self) -> Workers:
        """One process for the same work."""
        return Workers(self._work, 1)

    def _submit(self, portion: Portion) -> Future[list[Any]]:
        if self._executor is not None:
            return self._executor.submit(_done, portion)
        gc.collect()
        gc.freeze()  # what two processes have in common stays so as long as neither looks for rubbish in it
        context = multiprocessing.get_context(method())
        self._executor = ProcessPoolExecutor(self.count, context, _begin, (self._work,))
        try:
            return self._executor.submit(_done, portion)
        finally:
            gc.unfreeze()


def results(workers: Workers, portions: Iterator[Portion]) -> Iterator[tuple[str, Any]]:
    """The path of every file and what was made of it, None where a worker died of it; in their order."""
    begun: deque[tuple[Portion, Future[list[Any]]]] = deque()
    while True:
        while len(begun) < workers.count * _AHEAD and (portion := next(portions, None)):
            begun.append((portion, workers.begin(portion)))
        if not begun:
            return
        portion, future = begun[0]
        if (found := _of(future)) is not None:
            begun.popleft()
            yield from _named(portion, found)
            continue
        workers.end()  # before others begin: a process with threads is no sound one to copy
        with workers.alone() as alone:
            for portion, future in begun:
                yield from _named(portion, _of(future) or _of(alone.begin(portion)) or _each(portion, alone))
        begun.clear()


def method() -> str:
    """How processes begin: as copies of this one where that is safe, else from nothing.

    It is not where system libraries have threads of their own (macOS), nor where this process has.
    """
    can_fork = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return "fork" if can_fork and threading.active_count() == 1 else "spawn"


def _each(portion: Portion, alone: Workers) -> list[Any]:
    return [*chain.from_iterable(_of(alone.begin([task])) or [None] for task in portion)]


def _named(portion: Portion, found: list[Any]) -> Iterator[tuple[str, Any]]:
    return zip((path for path, _ in portion), found, strict=True)


def _of(future: Future[list[Any]]) -> list[Any] | None:
    """What it gave; None if the worker died, or had no memory left."""
    try:
        return future.result()
    except (BrokenProcessPool, CancelledError, MemoryError):
        return None


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes that begin meanwhile hear nothing of an interrupt from the keyboard: it is for this one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_work: Work[Any]  # of a worker


def _begin(work: Work[Any]) -> None:
    """How a worker begins: it says nothing, hears no interrupt, and ends with the process that began it."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdout = sys.stderr = nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (1, 2):  # for what is not written in Python
        os.dup2(nowhere.fileno(), stream)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _done(portion: list[Task]) -> list[Any]:
    return [_work(path, data) for path, data in portion]
