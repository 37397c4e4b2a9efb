"""Is a layer of configuration what it may be? Its keys and types, and the rules that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import pydantic

from checker.config.layer import Keys, Layer, together
from checker.config.model import Config, OverrideTable, SuppressTable, Table
from checker.engine.rules import Rule
from checker.engine.ruleset import named, names
from checker.engine.wording import shown, what
from checker.errors import ConfigError, RuleError, suggest
from checker.settings import Value

_TYPES: Mapping[type, tuple[str, tuple[type, ...]]] = {
    bool: ("true or false", (bool,)),
    int: ("a whole number", (int,)),
    float: ("a number", (int, float)),
    str: ("a text", (str,)),
}


_TABLES: Mapping[int | str, type[Table]] = {"overrides": OverrideTable, "suppress": SuppressTable}


@dataclass(frozen=True, slots=True)
class Checked:
    """A layer and what it says; ``given`` are the keys that it has."""

    layer: Layer
    says: Config

    @property
    def given(self) -> set[str]:
        return self.says.model_fields_set


def checked(layer: Layer) -> Checked:
    """The layer with its keys and types checked. Raises ConfigError that names all that is wrong."""
    try:
        return Checked(layer, Config.model_validate(layer.table))
    except pydantic.ValidationError as error:
        together(_reworded(layer, error))
        raise


def check_rules(found: Checked, rules: Sequence[Rule]) -> None:
    """Does it name rules and parameters that exist? Raises ConfigError that names all that is wrong."""
    together([*_unknown_rules(found, names(rules)), *_bad_parameters(found, rules), *_contradictions(found)])


def _reworded(layer: Layer, error: pydantic.ValidationError) -> Iterator[ConfigError]:
    errors = error.errors(include_url=False)
    # An unknown key comes before the missing one that it was meant for.
    for one in sorted(errors, key=lambda one: one["type"] != "extra_forbidden"):
        keys = tuple(key for key in one["loc"] if key != "[key]")
        known = _TABLES.get(keys[0], Config).model_fields.values()
        named_keys = tuple(key for key in keys if isinstance(key, str))
        said = what(named_keys, one, [field.alias or "" for field in known])
        if one["type"] == "missing":
            keys = keys[:-1]
        yield layer.error(keys, said)


def _unknown_rules(found: Checked, known: Mapping[str, str]) -> Iterator[ConfigError]:
    for keys, name in _named_rules(found.says):
        try:
            named(name, known)
        except RuleError as error:
            yield found.layer.error(keys, f"{keys[0]}: {error}")


def _named_rules(says: Config) -> Iterator[tuple[Keys, str]]:
    """Every name of a rule, with the keys under which it stands."""
    for key, listed in (
        ("select", says.select),
        ("extend-select", says.extend_select),
        ("ignore", says.ignore),
    ):
        for number, name in enumerate(listed):
            yield (key, number), name
    for name in says.rules.model_extra or {}:
        yield ("rules", name), name
    for pattern, listed in says.per_file_ignores.items():
        for number, name in enumerate(listed):
            yield ("per-file-ignores", pattern, number), name
    for place, override in enumerate(says.overrides):
        for key, listed in (("select", override.select), ("ignore", override.ignore)):
            for number, name in enumerate(listed):
                yield ("overrides", place, key, number), name
        for name in override.severity:
            yield ("overrides", place, "severity", name), name


def _bad_parameters(found: Checked, rules: Sequence[Rule]) -> Iterator[ConfigError]:
    known, by_id = names(rules), {rule.id: rule for rule in rules}
    for name, table in (found.says.rules.model_extra or {}).items():
        if name not in known:
            continue
        parameters = by_id[known[name]].parameters
        for key, value in (table.model_extra or {}).items():
            keys = ("rules", name, key)
            if key not in parameters:
                has = suggest(key, ["severity", *parameters])
                yield found.layer.error(keys, f'the rule {name} has no parameter "{key}"; {has}')
            elif wrong := _mistyped(key, value, parameters[key]):
                yield found.layer.error(keys, f"{'.'.join(keys)} = {shown(value)}: {wrong}")


def _mistyped(key: str, value: object, default: Value) -> str:
    """What is wrong with the value of a parameter, "" if nothing."""
    expected, types = _TYPES[type(default)]
    if not isinstance(value, types) or (isinstance(value, bool) and not isinstance(default, bool)):
        return f"must be {expected}, as {shown(default)} is"
    if key.endswith("-days") and isinstance(value, int | float) and value < 0:
        return "days cannot be negative"
    return ""


def _contradictions(found: Checked) -> Iterator[ConfigError]:
    """Pairs of names that are declared to belong together and apart."""
    together_ = {frozenset(pair) for names_ in found.says.aliases for pair in combinations(names_, 2)}
    for number, apart in enumerate(found.says.distinct):
        for a, b in combinations(apart, 2):
            if frozenset((a, b)) in together_:
                yield found.layer.error(
                    ("distinct", number), f'distinct: "{a}" and "{b}" are also in one list of aliases'
                )
