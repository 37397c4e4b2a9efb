"""All that decides what becomes of layers of configuration: the same bytes make the same settings."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.config.layer import Layer
from checker.engine.ruleset import built_in

if TYPE_CHECKING:
    from checker.config import Flags


def remembered(layers: Iterable[Layer], flags: Flags) -> bytes:
    """What the layers and the flags say, which of the paths exist that they name, what the rule files say."""
    found: list[object] = [os.getcwd(), repr(flags)]
    folders = [str(built_in())]
    for layer in layers:
        found += [layer.name, str(layer.root), layer.text, layer.is_file]
        rules = layer.table.get("rules")
        own = _paths(layer, rules.get("folders") if isinstance(rules, dict) else rules)
        for path in (*own, *_paths(layer, layer.table.get("corpus"))):
            found.append((path, os.path.isdir(path), os.path.exists(path)))
        folders += own
    return repr([*found, *(_rules(folder) for folder in folders)]).encode("utf-8", "surrogatepass")


def _paths(layer: Layer, listed: Any) -> list[str]:
    parts = listed if isinstance(listed, list) else []
    return [str(layer.root / path) for path in parts if isinstance(path, str)]


def _rules(folder: str) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted(Path(folder).glob("*.toml"))]
