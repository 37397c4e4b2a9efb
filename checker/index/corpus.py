"""Which corpus do files belong to? That of the settings, else the git repository they lie in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from checker.index import git
from checker.index.home import repository
from checker.load.ignored import Ignored, excluded
from checker.load.walk import is_article, shown, walk
from checker.settings import Settings

_OWN = ".checkerignore"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files to compare with, by the path to show, and where each is; the working trees they are from.

    ``known`` are all paths that git knows, those that the settings leave out included.
    """

    files: dict[str, str] = field(default_factory=dict)
    trees: tuple[git.Tree, ...] = ()
    known: frozenset[str] = frozenset()


def corpus(
    locations: Iterable[str], settings: Settings, *, committed: bool, ref: str | None = None
) -> Corpus | None:
    """The corpus of the files that lie there; None if nothing tells: no settings, no repository, no git.

    With ``committed``, only of files that git knows, which are compared with HEAD, or with the commit at
    which the present branch and ``ref`` parted.
    """
    folders = dict.fromkeys(os.path.dirname(os.path.abspath(location)) for location in locations)
    places = settings.corpus or tuple(dict.fromkeys(filter(None, map(repository, folders))))
    trees = [_tree(place, committed, ref) for place in places]
    import_module("checker.index.focus")  # is needed next, and git at work
    found = Corpus()
    for place, tree in zip(places, trees, strict=True):
        part = _at(place, tree, settings)
        if part is not None:
            found = Corpus(
                {**found.files, **part.files}, (*found.trees, *part.trees), found.known | part.known
            )
    return found if found.files or found.trees else None


def before(tree: git.Tree, settings: Settings) -> dict[str, bytes | None]:
    """What the articles that differ from the commit said in it, by their present path; None: not there yet.

    Raises git.Failed, but for contents that git cannot give: they were not there.
    """
    show = _shower(tree.root)
    places = {change.path or change.was or "": change.blob for change in tree.changes()}
    wanted = {path: places[path] for path in _admitted(tree.root, places, settings)}
    try:
        contents = iter(git.blobs(tree.root, [blob for blob in wanted.values() if blob]))
    except git.Failed:
        return {show(path): None for path in wanted}
    return {show(path): next(contents) if blob else None for path, blob in wanted.items()}


def _tree(place: str, committed: bool, ref: str | None) -> git.Tree | None:
    root = repository(place if os.path.isdir(place) else os.path.dirname(place))
    return git.Tree(root, committed=committed, ref=ref) if root else None


def _at(place: str, tree: git.Tree | None, settings: Settings) -> Corpus | None:
    try:
        listed = tree.files() if tree else None
    except git.Failed:
        listed = None
    if tree is None or listed is None:
        files, _ = walk([place], settings) if settings.corpus else ((), ())
        return Corpus({file.path: file.location for file in files}) if files else None
    root = tree.root
    if place != root:
        inside = os.path.relpath(place, root).replace(os.sep, "/")
        listed = [path for path in listed if path == inside or path.startswith(f"{inside}/")]
    names = dict(zip(listed, map(_shower(root), listed), strict=True))
    below = os.path.join(root, "")
    files_of_git = {names[path]: below + path for path in _admitted(root, listed, settings)}
    return Corpus(files_of_git, (tree,), frozenset(names.values()))


def _admitted(root: str, paths: Iterable[str], settings: Settings) -> Iterator[str]:
    """Those that can be read as articles and that neither settings nor .checkerignore leave out."""
    folders = _Folders(root, settings)
    globs = bool(settings.exclude or settings.extend_exclude)
    for path in paths:
        folder, _, name = path.rpartition("/")
        if not is_article(name):
            continue
        ignored = folders.at(folder)
        if ignored is None or (globs and excluded(os.path.join(root, path), settings)):
            continue
        if not ignored.own or not ignored.leaves_out(os.path.join(root, path)):
            yield path


class _Folders:
    """What is in force in each folder of a repository; None in those that are left out."""

    def __init__(self, root: str, settings: Settings) -> None:
        self._root = root
        self._settings = settings
        self._known: dict[str, Ignored | None] = {"": self._inside(Ignored(respect_gitignore=False), root)}

    def at(self, folder: str) -> Ignored | None:
        if folder not in self._known:
            above = self.at(folder.rpartition("/")[0])
            self._known[folder] = above and self._entered(above, os.path.join(self._root, folder))
        return self._known[folder]

    def _entered(self, above: Ignored, path: str) -> Ignored | None:
        if excluded(path, self._settings, folder=True) or (above.own and above.leaves_out(path, folder=True)):
            return None
        return self._inside(above, path)

    def _inside(self, above: Ignored, path: str) -> Ignored:
        return above.inside(path, {_OWN}) if os.path.exists(os.path.join(path, _OWN)) else above


class _shower:
    """Turns a path relative to the root of a repository into the one to show, fast for many."""

    def __init__(self, root: str) -> None:
        below = shown(root)
        self._prefix = "" if below == "." else f"{below}/"
        within = os.path.relpath(os.getcwd(), root).replace(os.sep, "/") if _is_above(below) else ""
        self._within: Sequence[str] = () if within in ("", ".") else within.split("/")

    def __call__(self, path: str) -> str:
        if self._within:
            parts = path.split("/")
            depth = 0
            while depth < len(self._within) and parts[depth : depth + 1] == [self._within[depth]]:
                depth += 1
            path = "../" * (len(self._within) - depth) + "/".join(parts[depth:])
        else:
            path = self._prefix + path
        return path if path.isascii() else path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_above(path: str) -> bool:
    """Is a shown path that of a folder in which the working folder lies?"""
    return bool(path) and set(path.split("/")) == {".."}
