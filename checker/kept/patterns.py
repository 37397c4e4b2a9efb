"""Compiled patterns: the codes of the engine instead of the text they are compiled from."""

from __future__ import annotations

import re
from array import array
from importlib import import_module
from typing import Any

from checker.kept import named, once


def keep() -> None:
    """Has the compiler of patterns ask here first. The names are those of CPython 3.11 and later."""
    engine: Any = import_module("_sre")
    compiler: Any = import_module("re._compiler")
    debug = int(re.DEBUG)  # to ask a set of flags takes ten times as long
    compile, parse, code = compiler.compile, import_module("re._parser").parse, compiler._code

    def parts(pattern: str, flags: int) -> tuple[Any, ...]:
        parsed = parse(pattern, flags)
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        codes = array("I", code(parsed, flags)).tobytes()
        return int(flags | state.flags), codes, state.groups - 1, dict(state.groupdict), tuple(names)

    def compiled(pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, str) or flags & debug:
            return compile(pattern, flags)
        key = ("pattern", named(pattern), str(int(flags)))
        all_flags, codes, groups, groupindex, indexgroup = once(key, lambda: parts(pattern, flags))
        return engine.compile(pattern, all_flags, array("I", codes).tolist(), groups, groupindex, indexgroup)

    compiler.compile = compiled
