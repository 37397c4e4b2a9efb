"""The methods that dataclasses and named tuples write for their classes, compiled."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

from checker.kept import named, once


def keep() -> None:
    """Has the modules that write the methods of classes as text ask here for the compiled text."""
    sys.modules.setdefault("inspect", _Inspect("inspect"))
    import_module("dataclasses").__dict__["exec"] = lambda text, *names: exec(_compiled(text, "exec"), *names)
    import_module("collections").__dict__["eval"] = lambda text, *names: eval(_compiled(text, "eval"), *names)


def _compiled(text: Any, mode: str) -> Any:
    if not isinstance(text, str):
        return text
    return once((mode, named(text)), lambda: compile(text, "<string>", mode))


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
