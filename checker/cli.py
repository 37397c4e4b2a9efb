"""The commands. Imports nothing but typer: what a command needs, it imports itself."""

from __future__ import annotations

import sys
import traceback
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from checker.errors import CheckerError

app = typer.Typer(
    name="checker",
    help="A linter for facts: reports the passages of a corpus of articles that cannot both be right.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # nothing that articles or rules say is to be read as mark-up
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
schema_app = typer.Typer(help="Print a JSON Schema.", rich_markup_mode=None, no_args_is_help=True)
app.add_typer(schema_app, name="schema")


class Format(Enum):
    full = "full"
    concise = "concise"
    json = "json"


class FailOn(Enum):
    error = "error"
    warning = "warning"
    notice = "notice"
    never = "never"


class Color(Enum):
    auto = "auto"
    always = "always"
    never = "never"


class ClaimFormat(Enum):
    jsonl = "jsonl"
    table = "table"


Paths = Annotated[list[str] | None, typer.Argument(help="Files and folders, or - for standard input.")]
StdinName = Annotated[
    str | None,
    typer.Option(help="The name of what stands at standard input: its suffix says how to read it."),
]
Rules = Annotated[
    list[str] | None, typer.Option(metavar="RULE[,RULE]", help="By id; may be given several times.")
]


def run(argv: list[str] | None = None) -> int:
    """Runs the command line and returns the exit status: 2 if the checker could not do its job."""
    try:
        app(argv, prog_name="checker")
    except SystemExit as exit:
        return exit.code if isinstance(exit.code, int) else 0 if exit.code is None else 2
    except CheckerError as error:
        from checker.report.output import complain

        complain(str(error))
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception:
        traceback.print_exc()
        return 2
    return 0


def _version(wanted: bool) -> None:
    if wanted:
        from checker import __version__

        print(f"checker {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", "-V", is_eager=True, callback=_version, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command()
def check(
    paths: Paths = None,
    format: Annotated[Format, typer.Option("--format", "--output-format", "-f")] = Format.full,
    output: Annotated[
        Path | None, typer.Option("--output", "--output-file", "-o", help="Write the report to a file.")
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="The least severity that makes the exit status 1.")
    ] = FailOn.warning,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="The same as --fail-on never.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit status 2 if anything could not be read.")
    ] = False,
    select: Rules = None,
    ignore: Rules = None,
    allow_empty: Annotated[
        bool, typer.Option("--allow-empty", help="Finding no article is no failure.")
    ] = False,
    stdin_filename: StdinName = None,
    color: Annotated[Color, typer.Option()] = Color.auto,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print findings only.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Tell what was read.")] = False,
) -> None:
    """Report the passages that cannot both be right."""
    from checker.check import check as check_inputs
    from checker.check import is_failure
    from checker.engine.ruleset import load_rules, pick
    from checker.inputs import inputs
    from checker.report.output import complain, emit
    from checker.report.render import render

    rules = pick(load_rules(), _split(select), _split(ignore))
    found = inputs(paths or ["."], stdin_filename)
    result = check_inputs(found, rules)
    for problem in result.problems:
        complain(f"{problem.path}: {problem.message}")
    if verbose:
        complain(f"{len(found.files)} files, {len(rules)} rules: {', '.join(rule.id for rule in rules)}")
    if (result.is_empty or not found.files) and not allow_empty:
        raise CheckerError(f"no articles found in {', '.join(paths or ['.'])} (--allow-empty to accept that)")
    emit(render(result, format.value, color=color.value, to_file=output is not None, quiet=quiet), output)
    if strict and not result.complete:
        raise typer.Exit(2)
    threshold = None if exit_zero or fail_on is FailOn.never else fail_on.value
    raise typer.Exit(int(is_failure(result, threshold)))


@app.command()
def claims(
    paths: Paths = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind; may be given several times.")
    ] = None,
    format: Annotated[ClaimFormat, typer.Option("--format", "-f")] = ClaimFormat.jsonl,
    stdin_filename: StdinName = None,
) -> None:
    """Print every claim that was extracted: why something was, or was not, seen."""
    from checker.check import read
    from checker.engine.fields import KINDS, suggest
    from checker.inputs import inputs
    from checker.report.claims import jsonl, line, rows
    from checker.report.output import complain, emit

    for name in kind or ():
        if name not in KINDS:
            raise CheckerError(f'there is no kind of claim "{name}"; {suggest(name, KINDS)}')
    shown = jsonl if format is ClaimFormat.jsonl else line
    found = inputs(paths or ["."], stdin_filename)
    for problem in found.problems:
        complain(f"{problem.path}: {problem.message}")
    for reading in read(found):
        for problem in reading.problems:
            complain(f"{problem.path}: {problem.message}")
        for article, read_claims in reading.articles:
            wanted = (claim for claim in read_claims if not kind or claim.kind in kind)
            emit("".join(map(shown, rows(article, wanted))))


@app.command()
def compare(
    a: Annotated[str, typer.Argument(help="A name, or - to read lines A<TAB>B from standard input.")],
    b: Annotated[str | None, typer.Argument(help="Another name.")] = None,
) -> None:
    """Say how two names compare, and why."""
    from checker.report.names import verdict, verdicts
    from checker.report.output import emit

    if b is not None:
        emit(verdict(a, b))
    elif a == "-":
        for chunk in verdicts(sys.stdin.buffer):
            emit(chunk)
    else:
        raise CheckerError("compare needs two names, or - to read them from standard input")


@app.command("rules")
def list_rules() -> None:
    """List the rules."""
    from checker.engine.ruleset import load_rules
    from checker.report.output import emit
    from checker.report.rules import listing

    emit(listing(load_rules()))


@app.command()
def explain(rule: Annotated[str, typer.Argument(help="The id of a rule.")]) -> None:
    """Explain a rule: what it reports, why, and how to silence it."""
    from checker.engine.ruleset import find, load_rules
    from checker.report.output import emit
    from checker.report.rules import explanation

    emit(explanation(find(load_rules(), rule)))


@app.command("test-rules")
def run_examples(
    folder: Annotated[
        Path | None, typer.Argument(help="A folder of rule files; the built-in ones if none.")
    ] = None,
) -> None:
    """Run the examples of rule files."""
    from checker.engine.examples import cases, failure
    from checker.engine.ruleset import load_folder, load_rules
    from checker.report.output import emit

    everything = load_rules([folder] if folder else [])
    tested = list(cases(load_folder(folder) if folder else everything))
    failures = [(case, why) for case in tested if (why := failure(case, everything))]
    emit("".join(f"{case.rule.id}: {case.kind} example {case.number}: {why}\n" for case, why in failures))
    emit(f"{len(tested)} examples, {len(failures)} failed\n")
    raise typer.Exit(int(bool(failures)))


@schema_app.command("report")
def schema_report() -> None:
    """The JSON report of checker check."""
    import json

    from checker.report.output import emit
    from checker.report.schema import json_schema

    emit(json.dumps(json_schema(), indent=2) + "\n")


@schema_app.callback()
def schema() -> None:
    pass


def _split(values: list[str] | None) -> list[str]:
    return [name for value in values or () for name in value.replace(",", " ").split()]
