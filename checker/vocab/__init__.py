"""The words the checker knows, as TOML tables beside this module."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from checker import kept


@cache
def load(name: str) -> dict[str, Any]:
    """The table ``name``.toml. Callers must not change what they get: it is shared."""
    with open(os.path.join(os.path.dirname(__file__), f"{name}.toml"), "rb") as file:
        return kept.table(file.read(), _parsed)


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(text)
