"""Where do rule files lie, and which of their rules are to run? A folder of TOML files -> rules."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from checker import kept
from checker.engine import rules as nouns
from checker.engine.rules import Rule
from checker.errors import RuleError, suggest
from checker.settings import Settings


def built_in() -> str:
    """The folder of the rules that come with the checker: inside the wheel, or beside the package."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    shipped = os.path.join(package, "_rules")
    return shipped if os.path.isdir(shipped) else os.path.join(os.path.dirname(package), "rules")


def rule_files(folder: str) -> list[str]:
    """The rule files of a folder, in order of their names."""
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".toml")]


def stamps(folder: str) -> list[tuple[str, int, int]]:
    """Name, time and size of each rule file of a folder: files of ours are known by these, as modules are."""
    with os.scandir(folder) as entries:
        files = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(".toml")]
    return sorted((name, state.st_mtime_ns, state.st_size) for name, state in files)


def load_rules(folders: Iterable[str] = (), *, examples: bool = True) -> tuple[Rule, ...]:
    """The built-in rules and those of the given folders, sorted by id. Raises RuleError.

    Without their examples, which are checked all the same, they are there sooner.
    """
    rules = {rule.id: rule for rule in _built_in(examples)}
    for folder in folders:
        for rule in load_folder(folder, examples=examples):
            if rule.id in rules:
                raise RuleError(f"{folder}: there are two rules called {rule.id}")
            rules[rule.id] = rule
    return tuple(rules[name] for name in sorted(rules))


def _built_in(examples: bool) -> tuple[Rule, ...]:
    folder = built_in()
    known = repr((folder, stamps(folder))).encode("utf-8", "surrogateescape")
    return kept.noun(("rules", str(examples)), known, lambda: load_folder(folder, examples=examples), nouns)


def load_folder(folder: str, *, examples: bool = True) -> tuple[Rule, ...]:
    """The rules of one folder, sorted by id. Raises RuleError."""
    if not os.path.isdir(folder):
        raise RuleError(f"{folder}: there is no such folder of rules")
    return tuple(load_rule(path, examples=examples) for path in rule_files(folder))


def load_rule(path: str, *, examples: bool = True) -> Rule:
    """One rule file. Raises RuleError, worded for the person who writes the file."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error}") from None

    def read() -> Rule:
        from checker.engine.rule_reader import read_rule

        rule = read_rule(path, data)
        return rule if examples else replace(rule, examples=nouns.Examples())

    return kept.noun(("rule", os.path.basename(path), str(examples)), data, read, nouns)


def pick(rules: Sequence[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The selected rules (all, if none is selected) without the ignored ones. Aliases are accepted."""
    known = names(rules)
    chosen = {named(name, known) for name in select} or set(known.values())
    chosen -= {named(name, known) for name in ignore}
    return tuple(rule for rule in rules if rule.id in chosen)


def configured(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """The rules that are to run, with their parameters as set."""
    return tuple(
        replace(rule, parameters={**rule.parameters, **settings.parameters.get(rule.id, {})})
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
