"""The methods that dataclasses write for their classes, compiled."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

from checker.kept import named, once


def keep() -> None:
    """Has ``dataclasses``, which writes the methods of classes as text, ask here for the compiled text."""
    sys.modules.setdefault("inspect", _Inspect("inspect"))

    def execute(text: Any, *names: Any) -> None:
        if isinstance(text, str):
            source = text
            text = once(("methods", named(source)), lambda: compile(source, "<string>", "exec"))
        exec(text, *names)

    import_module("dataclasses").__dict__["exec"] = execute


class Later(ModuleType):
    """A module that is imported when something of it is used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        real = import_module(self.__name__)
        self.__dict__.update(real.__dict__)
        return getattr(real, name)


class _Inspect(Later):
    """Dataclasses need the rest of it for undocumented classes alone."""

    def get_annotations(self, obj: Any, **how: Any) -> dict[str, Any]:
        if how or not isinstance(obj, type):
            return dict(Later.__getattr__(self, "get_annotations")(obj, **how))
        return dict(obj.__annotations__)
