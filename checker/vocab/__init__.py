"""The words the checker knows, as TOML tables beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The table ``name``.toml. Callers must not change what they get: it is shared."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
