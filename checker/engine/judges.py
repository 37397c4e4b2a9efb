"""The comparisons that a [group] may name, each in a module of its own, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import TypeAlias

from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus
from checker.engine.rules import Judge, Parameter
from checker.model import Claim

Comparison: TypeAlias = Callable[[list[Claim], Corpus, dict[str, Parameter], str], Iterator[Clash]]

_ELSEWHERE: dict[Judge, str] = {"values": "disputed"}  # the others have the names of their modules


@cache
def judge(name: Judge) -> Comparison:
    """The comparison of that name."""
    module = _ELSEWHERE.get(name, name)
    found: Comparison = getattr(import_module(f"checker.engine.{module}"), module)
    return found
