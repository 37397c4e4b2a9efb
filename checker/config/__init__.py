"""From configuration files and flags to the settings and rules of a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import checker.settings
from checker import kept
from checker.config.find import find
from checker.config.layer import Layer, from_file, from_flag
from checker.config.standing import remembered
from checker.errors import ConfigError
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.engine.rules import Rule

ENVIRONMENT = "CHECKER_CONFIG"


@dataclass(frozen=True, slots=True)
class Flags:
    """What the command line says about the configuration itself, and what goes before it."""

    config: Sequence[str] = ()
    isolated: bool = False
    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    given: Mapping[str, object] = field(default_factory=dict)  # fields of the settings


def configure(
    paths: Sequence[str], flags: Flags = Flags(), *, examples: bool = True
) -> tuple[Settings, tuple[Rule, ...]]:
    """The settings of a run over these paths, and all rules there are, those not to be run too.

    A flag goes before the environment, that before the file, that before the default. Raises ConfigError
    and RuleError.
    """
    from checker.engine.ruleset import load_rules

    found = list(layers(paths, flags))

    def build() -> Settings:
        from checker.config.build import build

        return build(found, flags)[0]

    known = kept.noun(("settings",), remembered(found, flags), build, checker.settings)
    folders = [os.path.relpath(folder) for folder in known.rule_folders]
    return known, load_rules(folders, examples=examples)


def settled(paths: Sequence[str], flags: Flags = Flags()) -> Settings:
    """The settings alone; without any configuration, no rule file is read. Raises as ``configure``."""
    found = list(layers(paths, flags))
    if not found:
        return Settings()
    from checker.config.build import build

    return build(found, flags)[0]


def layers(paths: Sequence[str], flags: Flags) -> Iterable[Layer]:
    """The sources of configuration, what comes later going before what came earlier. Raises ConfigError."""
    files = [text for text in flags.config if "=" not in text or os.path.isfile(text)]
    if len(files) > 1:
        raise ConfigError(f"only one configuration governs a run, not {' and '.join(files)}")
    if flags.isolated and files:
        raise ConfigError(f"--isolated takes no configuration file, not even {files[0]}")
    if not flags.isolated:
        files = files or [name for name in [os.environ.get(ENVIRONMENT)] if name]
        governing = _named(files[0]) if files else find(paths)
        if governing is not None:
            yield governing
    for text in flags.config:
        if text not in files:
            yield from_flag(text)


def _named(name: str) -> Layer:
    if not os.path.isfile(name):
        raise ConfigError(f"{name}: no such configuration file")
    return from_file(name, os.getcwd())
