"""Where claims are kept: a private folder that tells backup programs and git to leave it alone."""

from __future__ import annotations

import os
from collections.abc import Iterable

NAME = ".checker_cache"
TAG = "CACHEDIR.TAG"
VARIABLE = "CHECKER_CACHE_DIR"

_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55"  # of https://bford.info/cachedir/
_TAG = f"{_SIGNATURE}\n# Claims of the articles that checker has read. It may be deleted at any time.\n"


def home(root: str, chosen: str | None = None) -> str:
    """The folder: the chosen one, else the one the environment names, else that of the project."""
    named = chosen or os.environ.get(VARIABLE)
    return named or os.path.join(root, NAME)


def project(paths: Iterable[str]) -> str:
    """The root of the repository in which the first path lies, else the folder common to all."""
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in map(os.path.abspath, paths)]
    if not folders:
        folders = [os.getcwd()]
    common = (
        os.path.commonpath(folders) if len({os.path.splitdrive(f)[0] for f in folders}) == 1 else folders[0]
    )
    return repository(common) or repository(folders[0]) or common


def repository(folder: str) -> str | None:
    """The innermost folder above that holds a git repository, or is the root of a working tree of one."""
    while True:
        if os.path.exists(os.path.join(folder, ".git")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def make(folder: str) -> None:
    """Makes the folder, readable for its owner alone: it holds words of unpublished drafts."""
    if not os.path.isdir(folder):
        os.makedirs(os.path.dirname(folder) or ".", exist_ok=True)
        os.makedirs(folder, mode=0o700, exist_ok=True)
    for name, content in ((TAG, _TAG), (".gitignore", "*\n")):
        path = os.path.join(folder, name)
        if not os.path.exists(path):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(content)


def clean(folder: str) -> bool:
    """Removes the folder, if it is one of ours: nothing else is ever deleted. Was there one?"""
    try:
        with open(os.path.join(folder, TAG), encoding="utf-8") as file:
            ours = file.read().startswith(_SIGNATURE)
    except (OSError, UnicodeDecodeError):
        return False
    if ours:
        import shutil

        shutil.rmtree(folder)
    return ours
