"""Which configuration file governs a run? One, found from the common root of the paths upward."""

from __future__ import annotations

import os
from collections.abc import Sequence

from checker.config.layer import Layer, from_file

OWN = "checker.toml"
SHARED = "pyproject.toml"


def find(paths: Sequence[str]) -> Layer | None:
    """The nearest checker.toml, or pyproject.toml with a table [tool.checker]; the former goes first.

    The search ends at the root of the repository, or of the file system. Raises ConfigError.
    """
    folder = common_root(paths)
    while True:
        for name in (OWN, SHARED):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name == OWN or has_table(path)):
                return from_file(path, folder)
        above = os.path.dirname(folder)
        if os.path.exists(os.path.join(folder, ".git")) or above == folder:
            return None
        folder = above


def common_root(paths: Sequence[str]) -> str:
    """The innermost folder in which all paths lie."""
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in map(os.path.abspath, paths)]
    try:
        return os.path.commonpath(folders)
    except ValueError:  # no paths, or several drives
        return os.getcwd()


def has_table(path: str) -> bool:
    """Does a pyproject.toml have a table [tool.checker], or is it so broken that nobody knows?"""
    import tomllib

    try:
        with open(path, "rb") as file:
            data = file.read()
        if b"checker" not in data:
            return False
        return "checker" in tomllib.loads(data.decode("utf-8")).get("tool", {})
    except (OSError, ValueError, AttributeError):
        return True  # what is wrong with it is said when it is read
