"""The words the checker knows, as TOML tables beside this module."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from checker import kept


@cache
def load(name: str) -> dict[str, Any]:
    """The table ``name``.toml. Callers must not change what they get: it is shared."""
    return kept.once(("table", name), lambda: _parsed(name))


def _parsed(name: str) -> dict[str, Any]:
    import tomllib

    with open(os.path.join(os.path.dirname(__file__), f"{name}.toml"), "rb") as file:
        return tomllib.load(file)
