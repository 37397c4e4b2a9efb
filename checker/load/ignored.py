"""Which files of a folder its ignore files leave out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.settings import Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# Folders that never hold articles, at any depth: those that ruff leaves out, and our own cache.
BUILT_IN = frozenset(
    {
        ".bzr", ".cache", ".checker_cache", ".direnv", ".eggs", ".git", ".git-rewrite", ".hg", ".hypothesis",
        ".ipynb_checkpoints", ".mypy_cache", ".nox", ".pants.d", ".pyenv", ".pytest_cache", ".pytype",
        ".ruff_cache", ".svn", ".tox", ".venv", ".vscode", "__pycache__", "__pypackages__", "_build",
        "buck-out", "build", "dist", "node_modules", "site-packages", "venv",
    }
)  # fmt: skip

_NEVER = frozenset({".git", ".checker_cache"})  # whatever the configuration excludes instead
_OWN = ".checkerignore"
_GIT = ".gitignore"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What one ignore file says."""

    folder: str  # absolute; the patterns are relative to it
    spec: GitIgnoreSpec

    def verdict(self, path: str, folder: bool) -> bool | None:
        """Left out (True), taken back in (False) or not spoken of (None)?"""
        below = os.path.join(self.folder, "")
        inside = path[len(below) :] if path.startswith(below) else os.path.relpath(path, self.folder)
        relative = inside.replace(os.sep, "/")
        return self.spec.check_file(f"{relative}/" if folder else relative).include


@dataclass(frozen=True, slots=True)
class Ignored:
    """The patterns in force in one folder. The innermost file that speaks of a path decides, as in git.

    .checkerignore goes before .gitignore, .gitignore before .git/info/exclude.
    """

    own: tuple[_Patterns, ...] = ()
    git: tuple[_Patterns, ...] = ()
    respect_gitignore: bool = True

    @classmethod
    def above(cls, folder: str, respect_gitignore: bool, *, forced: bool = False) -> Ignored:
        """What the folders above ``folder`` say, up to the root of its repository; outside of one, nothing.

        A folder that they leave out has been named all the same: then they have no say in it, unless forced.
        """
        ignored = cls(respect_gitignore=respect_gitignore)
        parents = _up_to_repository(os.path.abspath(folder))
        if parents and respect_gitignore:
            exclude = os.path.join(parents[0], ".git", "info", "exclude")
            ignored = cls(git=_read(exclude, parents[0]))
        for parent in parents[:-1]:
            ignored = ignored.inside(parent)
        if ignored._within(parents) and not forced:
            return cls(respect_gitignore=respect_gitignore)
        return ignored

    def inside(self, folder: str, names: set[str] | None = None) -> Ignored:
        """With what the ignore files of ``folder`` say; ``names`` are those of its entries, if known."""
        own = names is None or _OWN in names
        git = self.respect_gitignore and (names is None or _GIT in names)
        if not own and not git:
            return self
        folder = os.path.abspath(folder)
        return Ignored(
            self.own + (_read(os.path.join(folder, _OWN), folder) if own else ()),
            self.git + (_read(os.path.join(folder, _GIT), folder) if git else ()),
            self.respect_gitignore,
        )

    def leaves_out(self, path: str, *, folder: bool = False) -> bool:
        """Is the file, or the folder, left out? Its path is absolute, and has neither . nor .. in it."""
        for patterns in (*reversed(self.own), *reversed(self.git)):
            verdict = patterns.verdict(path, folder)
            if verdict is not None:
                return verdict
        return False

    def _within(self, parents: Sequence[str]) -> bool:
        return any(self.leaves_out(parent, folder=True) for parent in parents[1:])


def excluded(path: str, settings: Settings, *, folder: bool = False) -> bool:
    """Do the settings exclude the file, or the folder, whatever ignore files say?"""
    if folder and os.path.basename(path) in (BUILT_IN if settings.exclude is None else _NEVER):
        return True
    if not settings.exclude and not settings.extend_exclude:
        return False
    return any(
        globs.match(path, folder=folder) for globs in (*(settings.exclude or ()), *settings.extend_exclude)
    )


def forced_out(path: str, settings: Settings) -> bool:
    """Would a walk from the root of the repository, or from the working folder, leave out this file?"""
    path = os.path.abspath(path)
    parents = _up_to_repository(os.path.dirname(path))
    base = parents[0] if parents else os.getcwd()
    inside = os.path.relpath(path, base).split(os.sep)[:-1]
    ignored = Ignored.above(os.path.dirname(path), settings.respect_gitignore, forced=True)
    ignored = ignored.inside(os.path.dirname(path))
    folders = [os.path.join(base, *inside[: depth + 1]) for depth in range(len(inside))]
    return (
        any(
            excluded(folder, settings, folder=True) or ignored.leaves_out(folder, folder=True)
            for folder in folders
        )
        or excluded(path, settings)
        or ignored.leaves_out(path)
    )


def _up_to_repository(folder: str) -> list[str]:
    """The folders from the root of the repository down to ``folder``; none outside a repository."""
    folders = [folder]
    while not os.path.exists(os.path.join(folders[-1], ".git")):
        parent = os.path.dirname(folders[-1])
        if parent == folders[-1]:
            return []
        folders.append(parent)
    return folders[::-1]


def _read(path: str, folder: str) -> tuple[_Patterns, ...]:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return ()
    if all(line.startswith("#") or not line.strip() for line in lines):
        return ()  # as git itself writes it
    from pathspec import GitIgnoreSpec

    try:
        return (_Patterns(folder, GitIgnoreSpec.from_lines(lines)),)
    except ValueError:  # one bad pattern; git passes over it
        return tuple(it for line in lines for it in _single(folder, line))


def _single(folder: str, line: str) -> tuple[_Patterns, ...]:
    from pathspec import GitIgnoreSpec

    try:
        return (_Patterns(folder, GitIgnoreSpec.from_lines([line])),)
    except ValueError:
        return ()
