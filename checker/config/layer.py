"""One source of configuration, a file or a flag: what it says, and where in it a key stands."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from checker.errors import ConfigError

Keys = tuple[str | int, ...]

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Layer:
    """``name`` is how messages call it, ``root`` the folder its paths are relative to.

    ``text`` is the TOML as written, ``table`` what it says; ``inside`` are the keys above the table.
    """

    name: str
    root: str
    text: str
    table: dict[str, Any]
    inside: Keys = ()
    is_file: bool = True

    def error(self, keys: Keys, said: str) -> ConfigError:
        """What is wrong with the value of a key, with file and line."""
        return ConfigError(f"{self.at(keys)}: {said}")

    def at(self, keys: Keys) -> str:
        """Where a key stands."""
        from checker.config.lines import line

        number = line(self.text, (*self.inside, *keys)) if self.is_file else None
        return self.name if number is None else f"{self.name}:{number}"


def from_file(path: str, root: str) -> Layer:
    """A configuration file; of a pyproject.toml, its table [tool.checker]. Raises ConfigError."""
    name = os.path.relpath(path).replace(os.sep, "/")
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except OSError as error:
        raise ConfigError(f"{name}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{name}: cannot be read: it is not in UTF-8") from None
    table = _parsed(name, text)
    if os.path.basename(path) != "pyproject.toml":
        return Layer(name, root, text, table)
    inside = ("tool", "checker")
    for key in inside:
        table = table.get(key, {}) if isinstance(table, dict) else {}
    if not isinstance(table, dict):
        from checker.config.lines import line

        raise ConfigError(f"{name}:{line(text, inside)}: tool.checker must be a table")
    return Layer(name, root, text, table, inside)


def from_flag(text: str) -> Layer:
    """A setting given as ``key = value``, its paths relative to the working folder. Raises ConfigError."""
    name = f"--config '{text}'"
    return Layer(name, os.getcwd(), text, _parsed(name, text), is_file=False)


def together(errors: Iterable[ConfigError]) -> None:
    """Raises one error with the messages of all, if there are any."""
    messages = list(dict.fromkeys(map(str, errors)))
    if messages:
        raise ConfigError("\n".join(messages))


def _parsed(name: str, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        place = _PLACE.search(said)
        number = "" if place is None or name.startswith("--") else f":{place[1] or text.count(chr(10)) + 1}"
        why = said[: place.start()] if place else said
        hint = ""
        if re.search(r"^rules\s*=\s*\[", text, re.MULTILINE) and re.search(r"^\[rules\.", text, re.MULTILINE):
            hint = "; beside tables [rules.NAME], write folders of rules as [rules] folders = [...]"
        raise ConfigError(f"{name}{number}: not TOML: {why}{hint}") from None
