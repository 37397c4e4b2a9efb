"""What every article of the inputs says, for commands that compare nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from checker.index.contents import read as read_file
from checker.index.extraction import read as read_articles
from checker.index.extraction import warm
from checker.inputs import Inputs, Watch
from checker.load.outcome import Problem
from checker.load.pieces import cut, named, place
from checker.model import Article, Claim, DayOrder
from checker.pool import Task, mapped
from checker.settings import DEFAULT, Settings

T = TypeVar("T")
Tell = Callable[[Article, tuple[Claim, ...]], T]


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What is told of each article of one file, or of a piece of it, and what could not be read."""

    told: tuple[T, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(
    inputs: Inputs, tell: Tell[T], settings: Settings = DEFAULT, jobs: int = 1, watch: Watch = iter
) -> Iterator[Reading[T]]:
    """What ``tell`` makes of each article, by file, in order of their names. One that fails costs no other.

    ``tell`` may be called in other processes: it and what it gives must be such as can be pickled. ``watch``
    sees the names of files go by.
    """
    if inputs.problems:
        yield Reading(problems=inputs.problems)
    failed: list[Problem] = []
    work = partial(_read, tell, settings.date_order)
    for name, reading in mapped(work, _contents(inputs, failed, watch), jobs, warm):
        died = Problem(place(name)[0], "internal error: the process that read it died")
        yield reading or Reading(problems=(died,))
    for problem in failed:
        yield Reading(problems=(problem,))


def _contents(inputs: Inputs, failed: list[Problem], watch: Watch) -> Iterator[Task]:
    for path in watch(sorted(inputs.files if inputs.focus is None else inputs.focus)):
        try:
            pieces, problems = cut(path, read_file(inputs.files[path]))
        except OSError as error:
            failed.append(Problem(path, f"cannot be read: {error.strerror or error}"))
            continue
        failed += [Problem(path, said) for said in problems]
        yield from ((named(path, piece.first), piece.data) for piece in pieces)


def _read(tell: Tell[T], date_order: DayOrder | None, name: str, data: bytes) -> Reading[T]:
    found = read_articles(name, data, date_order)
    told = tuple(tell(article, claims) for article, claims in found.articles)
    return Reading(told, tuple(Problem(place(name)[0], message) for message in found.problems))
