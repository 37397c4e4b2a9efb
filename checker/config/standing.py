"""All that decides what becomes of layers of configuration: the same bytes make the same settings."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from checker.config.layer import Layer
from checker.engine.ruleset import built_in, rule_files, stamps

if TYPE_CHECKING:
    from checker.config import Flags


def remembered(layers: Iterable[Layer], flags: Flags) -> bytes:
    """What the layers and the flags say, which of the paths exist that they name, what the rule files say."""
    found: list[object] = [os.getcwd(), repr(flags)]
    found += stamps(built_in())
    folders: list[str] = []
    for layer in layers:
        found += [layer.name, layer.root, layer.text, layer.is_file]
        rules = layer.table.get("rules")
        own = _paths(layer, rules.get("folders") if isinstance(rules, dict) else rules)
        for path in (*own, *_paths(layer, layer.table.get("corpus"))):
            found.append((path, os.path.isdir(path), os.path.exists(path)))
        folders += filter(os.path.isdir, own)
        listed = layer.table.get("facts")
        found += [
            matching(layer.root, it)
            for it in (listed if isinstance(listed, list) else ())
            if isinstance(it, str)
        ]
    return repr([*found, *(_rules(folder) for folder in folders)]).encode("utf-8", "surrogatepass")


def matching(root: str, pattern: str) -> tuple[str, ...]:
    """The files that a pattern names, seen from a folder, in order of their names."""
    import glob

    named = os.path.isfile(os.path.join(root, pattern))
    found = [pattern] if named else glob.glob(pattern, root_dir=root, recursive=True)
    places = sorted(os.path.normpath(os.path.join(root, path)) for path in found)
    return tuple(path for path in places if os.path.isfile(path))


def _paths(layer: Layer, listed: Any) -> list[str]:
    parts = listed if isinstance(listed, list) else []
    return [os.path.join(layer.root, path) for path in parts if isinstance(path, str)]


def _rules(folder: str) -> list[tuple[str, bytes]]:
    return [(path, _read(path)) for path in rule_files(folder)]


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
