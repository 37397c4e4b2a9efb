"""The package's own modules: found and read in one file, which takes half as long as one by one."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

from checker.kept.store import Key, Store

_OWN = f"{__name__.partition('.')[0]}."
_ENDS = {"module": ".py", "package": f"{os.sep}__init__.py"}


def keep(store: Store, package: str) -> None:
    """From now on, imports from the store what it knows of the package that lies there."""
    sys.meta_path.insert(0, _Finder(store, os.path.dirname(package)))


class _Finder:
    """Asked before all others, as to look into folders is what it saves."""

    def __init__(self, store: Store, folder: str) -> None:
        self._store = store
        self._folder = os.path.join(folder, "")

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not name.startswith(_OWN):
            return None
        for kind, end in _ENDS.items():
            if (kind, name) in self._store:
                return self._known(name, kind, self._folder + name.replace(".", os.sep) + end)
        found = PathFinder.find_spec(name, path, target)
        if found is not None and type(found.loader) is SourceFileLoader and found.origin is not None:
            kind = "module" if found.submodule_search_locations is None else "package"
            found.loader = _Loader(name, found.origin, self._store, (kind, name))
        return found

    def _known(self, name: str, kind: str, path: str) -> ModuleSpec:
        """As ``spec_from_file_location`` makes it, which takes longer than all the rest."""
        spec = ModuleSpec(name, _Loader(name, path, self._store, (kind, name)), origin=path)
        spec.has_location = True
        spec.cached = self._store.path
        if kind == "package":
            spec.submodule_search_locations = [os.path.dirname(path)]
        return spec


class _Loader(SourceFileLoader):
    """Loads a module as ever, but for its code, which is kept."""

    def __init__(self, name: str, path: str, store: Store, key: Key) -> None:
        super().__init__(name, path)
        self._store = store
        self._key = key

    def get_code(self, fullname: str) -> CodeType | None:
        read = super().get_code
        code: CodeType | None = self._store.value(self._key, lambda: read(fullname))
        return code
