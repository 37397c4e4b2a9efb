"""The methods that dataclasses and named tuples write for their classes: compiled, and only when called."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

from checker.kept import named, once

_OWN = f"{__name__.partition('.')[0]}."


def keep() -> None:
    """Has the modules that write the methods of classes as text ask here for the compiled text."""
    sys.modules.setdefault("inspect", _Inspect("inspect"))
    dataclasses = import_module("dataclasses").__dict__
    dataclasses["exec"] = lambda text, *names: exec(_compiled(text, "exec"), *names)
    if "_create_fn" in dataclasses:  # up to Python 3.12; later ones write all methods of a class at once
        dataclasses["_create_fn"] = _when_called(dataclasses["_create_fn"])
    is_type = dataclasses["_is_type"]  # is a field a ClassVar or an InitVar? Asked twice for each
    dataclasses["_is_type"] = lambda text, *more: "Var" in text and is_type(text, *more)
    import_module("collections").__dict__["eval"] = lambda text, *names: eval(_compiled(text, "eval"), *names)


def _when_called(write: Callable[..., Any]) -> Callable[..., Any]:
    """Has the methods of our dataclasses written when they are first called, as most never are."""

    def written(name: str, *text: Any, **where: Any) -> Any:
        if not where["globals"].get("__name__", "").startswith(_OWN):
            return write(name, *text, **where)

        real: Any = None

        def method(self: Any, /, *values: Any, **named: Any) -> Any:
            nonlocal real
            if real is None:  # what is wrapped, as __repr__ is, goes on being called
                real = write(name, *text, **where)
            for cls in type(self).__mro__:
                if cls.__dict__.get(name) is method:
                    setattr(cls, name, real)
            return real(self, *values, **named)

        method.__name__ = name
        return method

    return written


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
