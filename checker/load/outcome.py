"""What reading gives: articles, the troubles met on the way, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Article


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A file, record or front matter that could not be read, in words. The run goes on without it."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """The articles of one file. ``skipped`` counts those left out: not English, or without words."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: int = 0
