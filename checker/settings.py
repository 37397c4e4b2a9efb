"""How a run is set up: what flags, environment and configuration say, checked and put together."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.model import DayOrder, Severity

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

Level: TypeAlias = Literal["error", "warning", "notice", "off"]
FailOn: TypeAlias = Literal["error", "warning", "notice", "never"]
Value: TypeAlias = bool | int | float | str
Names: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Globs:
    """Patterns in the syntax of .gitignore, relative to the absolute path ``root``."""

    root: str
    patterns: tuple[str, ...]

    def match(self, path: str, *, folder: bool = False) -> bool:
        """Do they match the path (relative to the working folder, or absolute), or a folder it lies in?"""
        relative = os.path.relpath(os.path.abspath(path), self.root).replace(os.sep, "/")
        if relative == ".." or relative.startswith("../"):
            return False
        return bool(_spec(self.patterns).check_file(f"{relative}/" if folder else relative).include)


@dataclass(frozen=True, slots=True)
class Override:
    """What holds for some files: the only rules they take part in (if any are named), those they do not."""

    files: Globs
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a run. Rules are named by their ids, paths are absolute.

    ``source`` is the configuration file, as shown. ``names`` gives the id of a rule for every name that
    it goes by, ``rules`` are the ids of those that are to run, or None for all.
    ``parameters`` are set by rule and name. ``exclude`` takes the place of the built-in excludes
    unless it is None; ``extend_exclude`` adds to either. Names that belong to one person or body stand
    together in ``aliases``, names that belong to different ones in ``distinct``. ``facts`` are the files of
    reference facts. ``suppress`` gives the reasons to silence findings, by their fingerprints. ``ignores``:
    do these, and comments in articles, silence anything? ``baseline`` is the file of known findings, if there
    is one.
    """

    source: str = ""
    corpus: tuple[str, ...] = ()
    exclude: tuple[Globs, ...] | None = None
    extend_exclude: tuple[Globs, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    rule_folders: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    rules: frozenset[str] | None = None
    severity: Mapping[str, Severity] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    suppress: Mapping[str, str] = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    aliases: Names = ()
    distinct: Names = ()
    date_order: DayOrder | None = None
    fail_on: FailOn = "warning"
    baseline: str = ""
    ignores: bool = True

    @property
    def extraction(self) -> tuple[str, ...]:
        """What of the settings decides which claims an article gives: a part of the key of a cache."""
        return (f"date-order={self.date_order}",)

    @property
    def judging(self) -> str:
        """What of the settings decides what is found among claims; which rules run is left out."""
        rest = replace(self, rules=None, source="", corpus=(), fail_on=DEFAULT.fail_on, baseline="")
        return repr(rest)


DEFAULT = Settings()


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
