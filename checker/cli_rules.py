"""The commands about rules, schemas and the configuration file. Imports nothing but typer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from checker.errors import CheckerError
from checker.options import ConfigSource, Isolated

schema_app = typer.Typer(help="Print a JSON Schema.", rich_markup_mode=None, no_args_is_help=True)


def list_rules(config: ConfigSource = None, isolated: Isolated = False) -> None:
    """List the rules."""
    from checker.config import Flags, configure
    from checker.report.output import emit
    from checker.report.rules import listing

    settings, rules = configure(["."], Flags(config or (), isolated))
    emit(listing(rules, settings))


def explain(
    rule: Annotated[str, typer.Argument(help="The id of a rule.")],
    config: ConfigSource = None,
    isolated: Isolated = False,
) -> None:
    """Explain a rule: what it reports, why, and how to silence it."""
    from checker.config import Flags, configure
    from checker.engine.ruleset import find
    from checker.report.output import emit
    from checker.report.rules import explanation

    settings, rules = configure(["."], Flags(config or (), isolated))
    emit(explanation(find(rules, rule), settings))


def run_examples(
    folder: Annotated[
        str | None, typer.Argument(help="A folder of rule files; by default all rules there are.")
    ] = None,
    config: ConfigSource = None,
    isolated: Isolated = False,
) -> None:
    """Run the examples of rule files."""
    from checker.config import Flags, configure
    from checker.engine.examples import cases, failure
    from checker.engine.ruleset import load_folder, load_rules
    from checker.report.output import emit

    settings, everything = configure(["."], Flags(config or (), isolated))
    folders = list(settings.rule_folders)
    if folder is not None and os.path.realpath(folder) not in map(os.path.realpath, folders):
        everything = load_rules([*folders, folder])
    tested = list(cases(load_folder(folder) if folder else everything))
    failures = [(case, why) for case in tested if (why := failure(case, everything))]
    emit("".join(f"{case.rule.id}: {case.kind} example {case.number}: {why}\n" for case, why in failures))
    emit(f"{len(tested)} examples, {len(failures)} failed\n")
    raise typer.Exit(int(bool(failures)))


def init() -> None:
    """Write a checker.toml with every setting, commented out. Never overwrites one."""
    from checker.config.find import OWN, SHARED, has_table
    from checker.report.output import emit

    if os.path.isfile(SHARED) and has_table(SHARED):
        raise CheckerError(f"{SHARED} has a table [tool.checker], which a {OWN} would put out of force")
    template = Path(__file__).parent / "config" / "template.toml"
    try:
        with open(OWN, "x", encoding="utf-8") as file:
            file.write(template.read_text("utf-8"))
    except FileExistsError:
        raise CheckerError(f"there is a {OWN} already; it is left as it is") from None
    except OSError as error:
        raise CheckerError(f"{OWN}: cannot be written: {error.strerror or error}") from None
    emit(f"wrote {OWN}\n")


@schema_app.command("report")
def schema_report() -> None:
    """The JSON report of checker check."""
    from checker.report.schema import json_schema

    _print(json_schema())


@schema_app.command("config")
def schema_config() -> None:
    """The configuration: checker.toml, or [tool.checker] in pyproject.toml."""
    from checker.config.model import json_schema

    _print(json_schema())


@schema_app.command("rule")
def schema_rule() -> None:
    """A rule file."""
    from checker.engine.rule_schema import json_schema

    _print(json_schema())


@schema_app.callback()
def schema() -> None:
    pass


def _print(schema: dict[str, Any]) -> None:
    import json

    from checker.report.output import emit

    emit(json.dumps(schema, indent=2) + "\n")
