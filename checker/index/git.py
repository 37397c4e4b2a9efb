"""What git knows of a working tree: which files belong to it, and what they said before."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"}
_REGULAR = ("100644", "100755")
_NOTHING = "0" * 40


class Failed(Exception):
    """There is no git, or it could not answer."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs from a commit: where it is now, where it was, and which blob it was then."""

    path: str | None
    was: str | None
    blob: str | None


def files(root: str, *, untracked: bool) -> list[str]:
    """Paths of the regular files of a working tree, relative to its root, each once. Raises Failed.

    With ``untracked`` also those that git does not know and is not told to ignore.
    """
    listed = dict.fromkeys(
        path
        for entry, path in (line.split("\t", 1) for line in _lines(root, "ls-files", "-z", "-s"))
        if entry.startswith(_REGULAR)
    )
    if untracked:
        listed.update(dict.fromkeys(_lines(root, "ls-files", "-z", "--others", "--exclude-standard")))
    return list(listed)


def base(root: str, ref: str | None) -> str:
    """The commit to compare with: HEAD, or where the present branch and ``ref`` parted. Raises Failed."""
    if not ref or ref.startswith("-"):
        return "HEAD"
    return _lines(root, "merge-base", ref, "HEAD", end="\n")[0]


def changes(root: str, commit: str) -> list[Change]:
    """How the files of a working tree differ from a commit; renamed ones are one change. Raises Failed."""
    found = []
    fields = iter(_lines(root, "diff-index", "-z", "-M", "--raw", "--no-abbrev", commit, "--"))
    for field in fields:
        mode, _, blob, _, status = field.removeprefix(":").split(" ")
        was: str | None = next(fields)
        path: str | None = next(fields) if status[0] in "RC" else was
        if status[0] in "AC":
            was = None
        if status[0] == "D":
            path = None
        known = was is not None and mode in _REGULAR and blob != _NOTHING
        found.append(Change(path, was, blob if known else None))
    return found


def blobs(root: str, names: Iterable[str]) -> Iterator[bytes]:
    """The contents of blobs, in the order of their names. Raises Failed."""
    names = list(names)
    if not names:
        return
    if len(names) == 1:
        yield _run(root, "cat-file", "blob", names[0])
        return
    output = _run(root, "cat-file", "--batch", stdin="".join(f"{name}\n" for name in names).encode())
    at = 0
    for _ in names:
        end = output.find(b"\n", at)
        header = output[at:end].split()
        if end < 0 or len(header) != 3:
            raise Failed("git cat-file: a blob is missing")
        at = end + 1 + int(header[2])
        yield output[end + 1 : at]
        at += 1


def _lines(root: str, *arguments: str, end: str = "\0") -> list[str]:
    text = os.fsdecode(_run(root, *arguments))
    return text.split(end)[:-1]


def _run(root: str, *arguments: str, stdin: bytes = b"") -> bytes:
    if not stdin and hasattr(os, "posix_spawn"):
        return _spawned(root, arguments)
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


def _spawned(root: str, arguments: Sequence[str]) -> bytes:
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
        raise Failed(f"git {arguments[0]}: {error}") from None
    finally:
        os.close(theirs)
    with os.fdopen(ours, "rb") as output:
        said = output.read()
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise Failed(f"git {arguments[0]}: exit status {os.waitstatus_to_exitcode(status)}")
    return said
