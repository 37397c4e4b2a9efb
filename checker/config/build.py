"""Layers of configuration and flags -> the settings of a run, with the rules there are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checker.config.layer import Layer
from checker.config.standing import matching
from checker.config.validate import Checked, check_rules, checked
from checker.engine.rules import Rule
from checker.engine.ruleset import load_rules, named, names
from checker.errors import ConfigError, RuleError
from checker.facts import FORMATS
from checker.settings import Globs, Override, Settings, Value

if TYPE_CHECKING:
    from checker.config import Flags

_SHORTHANDS = ("handover-days", "interleave-days")


def build(layers: Sequence[Layer], flags: Flags) -> tuple[Settings, tuple[Rule, ...]]:
    """Checks all layers and puts them together, later ones before earlier ones."""
    found = [checked(layer) for layer in layers]
    folders = tuple(dict.fromkeys(folder for one in found for folder in _rule_folders(one)))
    rules = load_rules(os.path.relpath(folder) for folder in folders)
    for one in found:
        check_rules(one, rules)
    known = names(rules)
    severity = _severities(found, known)
    given: dict[str, Any] = {
        "source": next((one.layer.name for one in found if one.layer.is_file), ""),
        "corpus": tuple(_last(found, "corpus", _corpus, ())),
        "facts": tuple(_last(found, "facts", _facts, ())),
        "exclude": _last(found, "exclude", lambda one: (_globs(one, one.says.exclude),), None),
        "extend_exclude": _last(
            found, "extend_exclude", lambda one: (_globs(one, one.says.extend_exclude),), ()
        ),
        "rule_folders": folders,
        "baseline": _last(found, "baseline", lambda one: _absolute(one, one.says.baseline), ""),
        "names": known,
        "rules": _active(found, flags, known, {rule for rule, level in severity.items() if level == "off"}),
        "severity": {rule: level for rule, level in severity.items() if level != "off"},
        "parameters": _parameters(found, rules, known),
        "overrides": tuple(_overrides(found, known)),
        "suppress": _last(found, "suppress", _suppressed, {}),
        **{
            key: tuple(
                tuple(names_) for names_ in _last(found, key, lambda one, key=key: getattr(one.says, key), ())
            )
            for key in ("aliases", "distinct")
        },
        **{
            key: getattr(one.says, key)
            for one in found
            for key in ("force_exclude", "respect_gitignore", "date_order", "fail_on")
            if key in one.given
        },
        **flags.given,
    }
    return Settings(**given), rules


def _last(found: Sequence[Checked], key: str, read: Any, default: Any) -> Any:
    """What the last layer that has the key says."""
    for one in reversed(found):
        if key in one.given:
            return read(one)
    return default


def _absolute(one: Checked, path: str) -> str:
    return os.path.normpath(os.path.join(one.layer.root, path))


def _globs(one: Checked, patterns: Iterable[str]) -> Globs:
    return Globs(os.path.abspath(one.layer.root), tuple(patterns))


def _corpus(one: Checked) -> Iterator[str]:
    for number, path in enumerate(one.says.corpus):
        if not os.path.exists(_absolute(one, path)):
            raise one.layer.error(("corpus", number), f'corpus: there is no file or folder "{path}"')
        yield _absolute(one, path)


def _facts(one: Checked) -> Iterator[str]:
    for number, pattern in enumerate(one.says.facts):
        files = matching(one.layer.root, pattern)
        if not files:
            raise one.layer.error(("facts", number), f'facts: there is no file "{pattern}"')
        for path in files:
            if not path.lower().endswith(FORMATS):
                known = " and ".join(FORMATS)
                raise one.layer.error(
                    ("facts", number), f"facts: {path} is of no kind we read; known are {known}"
                )
        yield from files


def _suppressed(one: Checked) -> dict[str, str]:
    return {table.fingerprint: table.reason for table in one.says.suppress}


def _rule_folders(one: Checked) -> Iterator[str]:
    for number, path in enumerate(one.says.rules.folders):
        if not os.path.isdir(_absolute(one, path)):
            raise one.layer.error(("rules", "folders", number), f'rules: there is no folder "{path}"')
        yield _absolute(one, path)


def _severities(found: Sequence[Checked], known: Mapping[str, str]) -> dict[str, Any]:
    return {
        known[name]: table.severity
        for one in found
        for name, table in (one.says.rules.model_extra or {}).items()
        if table.severity is not None
    }


def _parameters(
    found: Sequence[Checked], rules: Iterable[Rule], known: Mapping[str, str]
) -> dict[str, dict[str, Value]]:
    """By rule; in one layer, what is said of a rule goes before a shorthand for all."""
    parameters: dict[str, dict[str, Value]] = {}
    for one in found:
        for name in _SHORTHANDS:
            value = getattr(one.says, name.replace("-", "_"))
            for rule in rules:
                if value is not None and name in rule.parameters:
                    parameters.setdefault(rule.id, {})[name] = value
        for name, table in (one.says.rules.model_extra or {}).items():
            if table.model_extra:
                parameters.setdefault(known[name], {}).update(table.model_extra)
    return parameters


def _overrides(found: Sequence[Checked], known: Mapping[str, str]) -> Iterator[Override]:
    ignores: Checked | None = next((one for one in reversed(found) if "per_file_ignores" in one.given), None)
    if ignores is not None:
        for pattern, listed in ignores.says.per_file_ignores.items():
            yield Override(_globs(ignores, [pattern]), ignore=tuple(known[name] for name in listed))
    tables: Checked | None = next((one for one in reversed(found) if "overrides" in one.given), None)
    for table in tables.says.overrides if tables is not None else ():
        assert tables is not None
        off = [name for name, level in table.severity.items() if level == "off"]
        yield Override(
            files=_globs(tables, table.files),
            select=tuple(known[name] for name in table.select),
            ignore=tuple(known[name] for name in (*table.ignore, *off)),
            severity={known[name]: level for name, level in table.severity.items() if level != "off"},
        )


def _active(
    found: Sequence[Checked], flags: Flags, known: Mapping[str, str], off: set[str]
) -> frozenset[str]:
    """The rules to run. What a flag selects is run although the file ignores it or turns it off."""

    def ids(listed: Iterable[str]) -> set[str]:
        return {known[name] for name in listed}

    asked = {
        key: {_flagged(key, name, known) for name in getattr(flags, key)}
        for key in ("select", "extend_select", "ignore")
    }
    selected = (
        asked["select"] or ids(_last(found, "select", lambda one: one.says.select, ())) or set(known.values())
    )
    extended = ids(_last(found, "extend_select", lambda one: one.says.extend_select, ()))
    ignored = (ids(_last(found, "ignore", lambda one: one.says.ignore, ())) | off) - asked["select"]
    return frozenset((((selected | extended) - ignored) | asked["extend_select"]) - asked["ignore"])


def _flagged(key: str, name: str, known: Mapping[str, str]) -> str:
    try:
        return named(name, known)
    except RuleError as error:
        raise ConfigError(f"--{key.replace('_', '-')}: {error}") from None
