"""The settings in force, as TOML: where they come from, and what every rule may report."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator

from checker.engine.rules import Rule
from checker.report.rules import level
from checker.settings import Globs, Settings


def toml(settings: Settings, rules: Iterable[Rule]) -> str:
    """All settings, defaults too. Paths are relative to the working folder."""
    return "\n".join(_lines(settings, rules)) + "\n"


def _lines(settings: Settings, rules: Iterable[Rule]) -> Iterator[str]:
    yield f"# configuration: {settings.source or 'none'}"
    yield _key("corpus", [_shown(path) for path in settings.corpus])
    if settings.exclude is None:
        yield "# exclude: what is built in"
    else:
        yield from _globs("exclude", settings.exclude)
    yield from _globs("extend-exclude", settings.extend_exclude)
    yield _key("force-exclude", settings.force_exclude)
    yield _key("respect-gitignore", settings.respect_gitignore)
    yield _key("fail-on", settings.fail_on)
    if settings.baseline:
        yield _key("baseline", _shown(settings.baseline))
    if settings.date_order is not None:
        yield _key("date-order", settings.date_order)
    yield _key("aliases", settings.aliases)
    yield _key("distinct", settings.distinct)
    yield _key("facts", [_shown(path) for path in settings.facts])
    yield "\n[rules]"
    yield _key("folders", [_shown(path) for path in settings.rule_folders])
    for rule in rules:
        yield f"\n[rules.{rule.id}]"
        yield _key("severity", level(rule, settings))
        for name, value in {**rule.parameters, **settings.parameters.get(rule.id, {})}.items():
            yield _key(name, value)
    for override in settings.overrides:
        yield "\n[[overrides]]"
        yield from _globs("files", [override.files])
        yield _key("select", override.select)
        yield _key("ignore", override.ignore)
        levels = ", ".join(_key(rule, severity) for rule, severity in override.severity.items())
        yield f"severity = {{ {levels} }}" if levels else "severity = {}"
    for fingerprint, reason in settings.suppress.items():
        yield "\n[[suppress]]"
        yield _key("fingerprint", fingerprint)
        yield _key("reason", reason)


def _key(name: str, value: object) -> str:
    return f"{name} = {json.dumps(value, ensure_ascii=False)}"


def _globs(name: str, globs: Iterable[Globs]) -> Iterator[str]:
    for found in globs:
        yield f"{_key(name, found.patterns)}  # in {_shown(found.root)}"


def _shown(path: str) -> str:
    return os.path.relpath(path).replace(os.sep, "/")
