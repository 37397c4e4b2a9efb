"""What git knows of a working tree: which files belong to it, and what they said before."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"}
_REGULAR = ("100644", "100755")
_NOTHING = "0" * 40
_ENTRY = re.compile(rf"(?:\A|(?<=\0))(?:{'|'.join(_REGULAR)}) [0-9a-f]+ \d\t([^\0]+)\0")

Answer = Callable[[], bytes]  # raises Failed


class Failed(Exception):
    """There is no git, or it could not answer."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs from a commit: where it is now, where it was, and which blob it was then."""

    path: str | None
    was: str | None
    blob: str | None


class Tree:
    """A working tree, and git's answers about it: for files it is asked at once, and works while we go on.

    With ``committed`` its files are those that git knows, and changes those since HEAD, or since the present
    branch and ``ref`` parted; else files are also those that git is not told to ignore. Files are asked for
    once. Any method may raise Failed.
    """

    def __init__(self, root: str, *, committed: bool, ref: str | None = None) -> None:
        self.root = root
        self._ref = None if not ref or ref.startswith("-") else ref
        self._known = _ask(root, "ls-files", "-z", "-s")
        self._others = None if committed else _ask(root, "ls-files", "-z", "--others", "--exclude-standard")

    def files(self) -> list[str]:
        """Paths of the regular files, relative to the root, each once."""
        listed = dict.fromkeys(_ENTRY.findall(os.fsdecode(self._known())))
        if self._others is not None:
            listed.update(dict.fromkeys(_parts(self._others())))
        return list(listed)

    def changes(self) -> list[Change]:
        """How the files differ from the commit; renamed ones are one change."""
        commit = "HEAD"
        if self._ref:
            (commit,) = _parts(_ask(self.root, "merge-base", self._ref, commit)(), end="\n")[:1]
        said = _ask(self.root, "diff-index", "-z", "-M", "--raw", "--no-abbrev", commit, "--")()
        return list(_changes(_parts(said)))


def _changes(fields: Iterable[str]) -> Iterator[Change]:
    fields = iter(fields)
    for field in fields:
        mode, _, blob, _, status = field.removeprefix(":").split(" ")
        was: str | None = next(fields)
        path: str | None = next(fields) if status[0] in "RC" else was
        if status[0] in "AC":
            was = None
        if status[0] == "D":
            path = None
        known = was is not None and mode in _REGULAR and blob != _NOTHING
        yield Change(path, was, blob if known else None)


def blobs(root: str, names: Sequence[str]) -> list[bytes]:
    """The contents of blobs, in the order of their names. Raises Failed."""
    if len(names) < 2:  # the usual case: no module for processes is needed
        return [_ask(root, "cat-file", "blob", name)() for name in names]
    output = _run(root, "cat-file", "--batch", stdin="".join(f"{name}\n" for name in names).encode())
    found: list[bytes] = []
    at = 0
    for _ in names:
        end = output.find(b"\n", at)
        header = output[at:end].split()
        if end < 0 or len(header) != 3:
            raise Failed("git cat-file: a blob is missing")
        at = end + 1 + int(header[2])
        found.append(output[end + 1 : at])
        at += 1
    return found


def _parts(said: bytes, end: str = "\0") -> list[str]:
    return os.fsdecode(said).split(end)[:-1]


def _ask(root: str, *arguments: str) -> Answer:
    """Has git begin to answer; the answer itself waits for it."""
    return _spawned(root, arguments) if hasattr(os, "posix_spawn") else partial(_run, root, *arguments)


def _run(root: str, *arguments: str, stdin: bytes = b"") -> bytes:
    import subprocess

    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=root,
            input=stdin,
            capture_output=True,
            env={**os.environ, **_ENVIRONMENT},
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failed(f"git {arguments[0]}: {error}") from None
    return done.stdout


def _spawned(root: str, arguments: Sequence[str]) -> Answer:
    """The same by the system's own means: to import the module for processes takes as long as git does."""
    ours, theirs = os.pipe()
    try:
        child = os.posix_spawnp(
            "git",
            ["git", "-C", root, *arguments],
            {**os.environ, **_ENVIRONMENT},
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_DUP2, theirs, 1),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ],
        )
    except OSError as error:
        os.close(ours)
        return partial(_failed, f"git {arguments[0]}: {error}")
    finally:
        os.close(theirs)
    return partial(_said, child, ours, arguments[0])


def _failed(why: str) -> bytes:
    raise Failed(why)


def _said(child: int, output: int, command: str) -> bytes:
    with os.fdopen(output, "rb") as file:
        said = file.read()
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise Failed(f"git {command}: exit status {os.waitstatus_to_exitcode(status)}")
    return said
