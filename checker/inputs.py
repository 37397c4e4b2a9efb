"""What the arguments of a command name: the files in question, and those they are compared with."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from checker.load.outcome import Problem
from checker.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from checker.index.git import Tree

STDIN = "-"
Before = Mapping[str, bytes | None]
Watch = Callable[[Sequence[str]], Iterable[str]]  # gives the names it is given, and sees when they are taken

FROM_REF = "PRE_COMMIT_FROM_REF"  # set by pre-commit where it checks a range of commits


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where each file of the corpus is, or its bytes, by the path to show; and what could not be listed.

    ``focus`` are the paths in question, or None where that is all of them. ``before`` gives what the files
    that this commit changes said before it (None: nothing), where there is a commit; only then is git asked.
    ``root`` is the folder of the project. ``facts`` are the files of reference facts.
    """

    files: Mapping[str, str | bytes]
    problems: tuple[Problem, ...] = ()
    focus: frozenset[str] | None = None
    before: Callable[[], Before] | None = None
    root: str = "."
    facts: Mapping[str, str] = field(default_factory=dict)


def inputs(
    paths: Sequence[str],
    stdin_name: str | None = None,
    settings: Settings = DEFAULT,
    *,
    hook: bool = False,
) -> Inputs:
    """The files of the given paths; "-" is standard input, under the name given for it.

    With folders among the paths, they are all there is: the folders, walked, and the files. Files alone are
    in question, and compared with their corpus. ``hook`` puts in question whatever is named, as far as git
    knows it. What stands at standard input takes the place of a file of that name. Raises MissingPath.
    """
    from checker.load.walk import shown

    found = _inputs(paths, stdin_name, settings, hook=hook)
    return replace(found, facts={shown(path): path for path in settings.facts})


def _inputs(paths: Sequence[str], stdin_name: str | None, settings: Settings, *, hook: bool) -> Inputs:
    from checker.index.home import project
    from checker.load import walk
    from checker.load.walk import shown

    named = [path for path in paths if path != STDIN]
    listed, problems = walk(named, replace(settings, force_exclude=False) if hook else settings)
    files: dict[str, str | bytes] = {file.path: file.location for file in listed}
    stdin = {shown(stdin_name or "stdin.txt"): sys.stdin.buffer.read()} if STDIN in paths else {}
    folders = any(map(os.path.isdir, named))
    root = project([settings.source] if settings.source else [*named, *stdin])
    if folders and not hook:
        return Inputs({**files, **stdin}, problems, root=root)
    return _focused(files, stdin, problems, settings, root, hook=hook)


def _focused(
    files: dict[str, str | bytes],
    stdin: dict[str, bytes],
    problems: tuple[Problem, ...],
    settings: Settings,
    root: str,
    *,
    hook: bool,
) -> Inputs:
    from checker.index.corpus import corpus

    locations = [*map(str, files.values()), *stdin]
    around = corpus(locations, settings, committed=hook, ref=os.environ.get(FROM_REF))
    if around is None:
        return Inputs({**files, **stdin}, problems, root=root)
    files = {_same(name, location, around.files): location for name, location in files.items()}
    if hook:
        files = {
            name: location
            for name, location in files.items()
            if name in around.files or not (name in around.known or _left_out(location, settings))
        }
        problems = ()  # names of all kinds come from there
    focus = frozenset((*files, *stdin))
    before = cache(partial(_before, around.trees, settings, {**around.files, **files}, focus - around.known))
    return Inputs({**around.files, **files, **stdin}, problems, focus, before if hook else None, root)


def _same(name: str, location: str | bytes, known: Mapping[str, str]) -> str:
    """The path under which the corpus knows a file that may be named by way of a link."""
    from checker.load.walk import shown

    if name in known:
        return name
    real = shown(os.path.realpath(str(location)))
    return real if real in known else name


def _left_out(location: str | bytes, settings: Settings) -> bool:
    from checker.load.ignored import forced_out

    return forced_out(str(location), settings)


def _before(
    trees: Sequence[Tree], settings: Settings, files: Mapping[str, str | bytes], unknown: Iterable[str]
) -> Before:
    from checker.index import git
    from checker.index.corpus import before

    found: dict[str, bytes | None] = dict.fromkeys(unknown)
    for tree in trees:
        try:
            found.update(before(tree, settings))
        except git.Failed:  # the first commit, or no such one: nothing was there before
            return dict.fromkeys(files)
    return found
