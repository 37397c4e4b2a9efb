"""Opens what is kept between runs, and does without it where that cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from checker.engine.joins import Joins
from checker.index.archive import Archive
from checker.index.database import Broken, discard
from checker.index.store import Store
from checker.settings import Settings

T = TypeVar("T")


def with_archive(
    cache: str | None,
    settings: Settings,
    filed: Joins,
    jobs: int,
    warn: Callable[[str], None],
    work: Callable[[Archive], T],
) -> T:
    """What the work gives with what is kept in the folder; without it, if it is damaged, after a warning."""
    try:
        with Store(cache) as store:
            return work(Archive(store, settings, filed, jobs))
    except Broken as error:
        if error.damaged and cache is not None:
            discard(cache)
        warn(f"going on without a cache: {cache}: {error}")
    with Store() as store:
        return work(Archive(store, settings, filed, jobs))
