"""One rule file -> a rule, or what is wrong with the file, in words for the person who writes it."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable

import pydantic
from pydantic_core import ErrorDetails

from checker.engine import rule_file
from checker.engine.rules import Rule
from checker.engine.wording import what
from checker.errors import RuleError

_MODELS: dict[str, type[pydantic.BaseModel]] = {
    "each": rule_file.Each,
    "pair": rule_file.Pair,
    "group": rule_file.Group,
    "order": rule_file.Order,
    "known": rule_file.Known,
    "examples": rule_file.Examples,
    "unless": rule_file.Unless,
}


def read_rule(path: str, data: bytes) -> Rule:
    """The rule that a file says. Raises RuleError."""
    try:
        text = data.decode("utf-8")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path}: not TOML: {error}") from None
    try:
        rule = rule_file.plain(rule_file.Rule.model_validate(table))
    except pydantic.ValidationError as error:
        raise RuleError("\n".join(_reworded(path, text, error.errors()))) from None
    if rule.id != (name := os.path.basename(path)).removesuffix(".toml"):
        raise RuleError(f'{_at(path, text, ("id",))}: id = "{rule.id}", but the file is called {name}')
    return rule


def _reworded(path: str, text: str, errors: list[ErrorDetails]) -> Iterable[str]:
    """Errors of pydantic in our words: file and line, the key, what was found, what would be right."""
    # An unknown key comes before the missing one that it was meant for.
    for error in sorted(errors, key=lambda error: error["type"] != "extra_forbidden"):
        place = tuple(str(part) for part in error["loc"])
        misused = error.get("ctx", {}).get("error")
        key = (
            tuple(misused.key.split(".")) if isinstance(misused, rule_file.Misused) and misused.key else place
        )
        yield f"{_at(path, text, key)}: {what(place, error, _known(place))}"


def _known(place: tuple[str, ...]) -> Iterable[str]:
    parents = [part for part in place[:-1] if part in _MODELS]
    if parents[-1:] == ["examples"] and len(place) > 2:
        return (*rule_file.Example.model_fields, "text")
    return (_MODELS[parents[-1]] if parents else rule_file.Rule).model_fields


def _at(path: str, text: str, place: tuple[str, ...]) -> str:
    """The file, and the line on which the innermost named key of the place stands."""
    for part in reversed(place):
        if part.isdigit():
            continue
        if found := re.search(
            rf"^[ \t]*(?:\[{re.escape(part)}\]|{re.escape(part)}[ \t]*=)", text, re.MULTILINE
        ):
            return f"{path}:{text.count(chr(10), 0, found.start()) + 1}"
    return path
