"""Which files the given paths name: those themselves, and the articles in folders that nobody ignores."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.errors import CheckerError
from checker.load.ignored import Ignored, excluded, forced_out
from checker.load.outcome import Problem
from checker.settings import DEFAULT, Settings

# The reader of each kind of file: a module of this package, imported when such a file is met.
FORMATS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".jsonl": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


class MissingPath(CheckerError):
    """Paths that were named do not exist; ``paths`` are all of them."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = tuple(paths)
        super().__init__(f"no such file or folder: {', '.join(self.paths)}")


@dataclass(frozen=True, slots=True, order=True)
class File:
    """A file to be read: the path to show (relative to the working folder, with /) and the one to open."""

    path: str
    location: str


def walk(paths: Iterable[str], settings: Settings = DEFAULT) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The files of the paths, each once, ordered by the path to show; and what could not be listed.

    A file that is named is taken whether ignored or not, unless the settings force the excludes. Folders
    are searched for known suffixes, hidden ones too, past the excludes and what .checkerignore and
    .gitignore leave out; links to folders inside them are not followed. Raises MissingPath.
    """
    paths = list(paths)
    missing = [path for path in paths if not os.path.exists(path)]
    if missing:
        raise MissingPath(missing)
    problems: list[Problem] = []
    found: dict[str, File] = {}
    for path in paths:
        if os.path.isdir(path):
            files = _in_folder(path, settings, problems)
        elif settings.force_exclude and forced_out(path, settings):
            continue
        else:
            files = _named(path, problems)
        for file, real in files:
            known = found.setdefault(real, file)
            if file < known:
                found[real] = file
    return tuple(sorted(found.values())), tuple(sorted(set(problems)))


def shown(path: str) -> str:
    """A path as it is shown: relative to the working folder wherever it lies, always with /."""
    text = (os.path.relpath(path) if _same_drive(path) else path).replace(os.sep, "/")
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _same_drive(path: str) -> bool:
    return os.path.splitdrive(os.path.abspath(path))[0] == os.path.splitdrive(os.getcwd())[0]


def is_article(name: str) -> bool:
    """Does the name of a file end as that of an article?"""
    dot = name.rfind(".")
    return dot > 0 and name[dot:].lower() in FORMATS


def _named(path: str, problems: list[Problem]) -> Iterator[tuple[File, str]]:
    if is_article(os.path.basename(path)):
        yield File(shown(path), path), os.path.realpath(path)
        return
    suffix = os.path.splitext(path)[1]
    kind = f"files ending in {suffix}" if suffix else "files without a suffix"
    problems.append(Problem(shown(path), f"no reader for {kind}; known are {', '.join(FORMATS)}"))


def _in_folder(path: str, settings: Settings, problems: list[Problem]) -> Iterator[tuple[File, str]]:
    """The files, and where each really is: one that is found by way of a link may be found twice."""
    pending = [(path, Ignored.above(path, settings.respect_gitignore))]
    while pending:
        folder, ignored = pending.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            problems.append(Problem(shown(folder), f"cannot be listed: {error.strerror}"))
            continue
        ignored = ignored.inside(folder, {entry.name for entry in entries})
        here = shown(folder)
        below, really = (os.path.join(at(folder), "") for at in (os.path.abspath, os.path.realpath))
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not excluded(entry.path, settings, folder=True) and not ignored.leaves_out(
                    below + entry.name, folder=True
                ):
                    pending.append((entry.path, ignored))
            elif (
                is_article(entry.name)
                and entry.is_file()
                and not excluded(entry.path, settings)
                and not ignored.leaves_out(below + entry.name)
            ):
                real = os.path.realpath(entry.path) if entry.is_symlink() else really + entry.name
                yield File(_below(here, entry), entry.path), real


def _below(folder: str, entry: os.DirEntry[str]) -> str:
    """As ``shown`` has it, of an entry of a folder that is shown already."""
    if not entry.name.isascii():
        return shown(entry.path)
    return entry.name if folder == "." else f"{folder}/{entry.name}"
