"""Where do rule files lie, and what do they say? A folder of TOML files -> rules, or what is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pydantic
from pydantic_core import ErrorDetails

from checker.engine.fields import suggest
from checker.engine.rules import Each, Example, Examples, Group, Misused, Order, Pair, Rule, Unless
from checker.engine.wording import what
from checker.errors import RuleError
from checker.settings import Settings

_MODELS: dict[str, type[pydantic.BaseModel]] = {
    "each": Each,
    "pair": Pair,
    "group": Group,
    "order": Order,
    "examples": Examples,
    "unless": Unless,
}


def built_in() -> Path:
    """The folder of the rules that come with the checker: inside the wheel, or beside the package."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "_rules"
    return shipped if shipped.is_dir() else package.parent / "rules"


def load_rules(folders: Iterable[Path] = ()) -> tuple[Rule, ...]:
    """The built-in rules and those of the given folders, sorted by id. Raises RuleError."""
    rules: dict[str, Rule] = {}
    for folder in (built_in(), *folders):
        for rule in load_folder(folder):
            if rule.id in rules:
                raise RuleError(f"{folder}: there are two rules called {rule.id}")
            rules[rule.id] = rule
    return tuple(rules[name] for name in sorted(rules))


def load_folder(folder: Path) -> tuple[Rule, ...]:
    """The rules of one folder, sorted by id. Raises RuleError."""
    if not folder.is_dir():
        raise RuleError(f"{folder}: there is no such folder of rules")
    return tuple(load_rule(path) for path in sorted(folder.glob("*.toml")))


def load_rule(path: Path) -> Rule:
    """One rule file. Raises RuleError, worded for the person who writes the file."""
    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path}: not TOML: {error}") from None
    try:
        rule = Rule.model_validate(table)
    except pydantic.ValidationError as error:
        raise RuleError("\n".join(_reworded(path, text, error.errors()))) from None
    if rule.id != path.stem:
        raise RuleError(f'{_at(path, text, ("id",))}: id = "{rule.id}", but the file is called {path.name}')
    return rule


def pick(rules: Sequence[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The selected rules (all, if none is selected) without the ignored ones. Aliases are accepted."""
    known = names(rules)
    chosen = {named(name, known) for name in select} or set(known.values())
    chosen -= {named(name, known) for name in ignore}
    return tuple(rule for rule in rules if rule.id in chosen)


def configured(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """The rules that are to run, with their parameters as set."""
    return tuple(
        rule.model_copy(update={"parameters": {**rule.parameters, **settings.parameters.get(rule.id, {})}})
        for rule in rules
        if settings.rules is None or rule.id in settings.rules
    )


def names(rules: Iterable[Rule]) -> dict[str, str]:
    """The id for every name by which a rule is known: ids and aliases."""
    return {name: rule.id for rule in rules for name in (rule.id, *rule.aliases)}


def find(rules: Sequence[Rule], name: str) -> Rule:
    """The rule of that id or alias. Raises RuleError that suggests the nearest name."""
    return pick(rules, [name])[0]


def named(name: str, known: Mapping[str, str]) -> str:
    """The id of the rule of that name. Raises RuleError that suggests the nearest name."""
    if name not in known:
        raise RuleError(f'there is no rule "{name}"; {suggest(name, known)}')
    return known[name]


def _reworded(path: Path, text: str, errors: list[ErrorDetails]) -> Iterable[str]:
    """Errors of pydantic in our words: file and line, the key, what was found, what would be right."""
    # An unknown key comes before the missing one that it was meant for.
    for error in sorted(errors, key=lambda error: error["type"] != "extra_forbidden"):
        place = tuple(str(part) for part in error["loc"])
        misused = error.get("ctx", {}).get("error")
        key = tuple(misused.key.split(".")) if isinstance(misused, Misused) and misused.key else place
        yield f"{_at(path, text, key)}: {what(place, error, _known(place))}"


def _known(place: tuple[str, ...]) -> Iterable[str]:
    parents = [part for part in place[:-1] if part in _MODELS]
    if parents[-1:] == ["examples"] and len(place) > 2:
        return (*Example.model_fields, "text")
    return (_MODELS[parents[-1]] if parents else Rule).model_fields


def _at(path: Path, text: str, place: tuple[str, ...]) -> str:
    """The file, and the line on which the innermost named key of the place stands."""
    for part in reversed(place):
        if part.isdigit():
            continue
        if found := re.search(
            rf"^[ \t]*(?:\[{re.escape(part)}\]|{re.escape(part)}[ \t]*=)", text, re.MULTILINE
        ):
            return f"{path}:{text.count(chr(10), 0, found.start()) + 1}"
    return str(path)
