"""The commands. Imports nothing but typer: what a command needs, it imports itself."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from checker import cli_baseline, cli_rules, cli_timeline
from checker.ending import ended
from checker.errors import CheckerError, suggest
from checker.options import (
    CacheDir,
    ClaimFormat,
    Color,
    ConfigSource,
    FailOn,
    ForceExclude,
    Format,
    Gitignore,
    Isolated,
    Jobs,
    NoCache,
    NoProgress,
    Paths,
    Rules,
    StdinName,
    split,
)

app = typer.Typer(
    name="checker",
    help="A linter for facts: reports the passages of a corpus of articles that cannot both be right.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # nothing that articles or rules say is to be read as mark-up
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("rules")(cli_rules.list_rules)
app.command()(cli_rules.explain)
app.command("test-rules")(cli_rules.run_examples)
app.command()(cli_rules.init)
app.command()(cli_timeline.timeline)
app.add_typer(cli_rules.schema_app, name="schema")
app.add_typer(cli_baseline.app, name="baseline")


def run(argv: list[str] | None = None) -> int:
    """Runs the command line and returns the exit status: 2 if the checker could not do its job."""
    return ended(lambda: _parsed(argv))


def _parsed(argv: list[str] | None) -> int:
    try:
        app(argv, prog_name="checker")
    except SystemExit as exit:
        return exit.code if isinstance(exit.code, int) else 0 if exit.code is None else 2
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
    format: Annotated[
        Format, typer.Option("--format", "--output-format", "-f", envvar="CHECKER_FORMAT")
    ] = Format.full,
    output: Annotated[
        str | None, typer.Option("--output", "--output-file", "-o", help="Write the report to a file.")
    ] = None,
    report: Annotated[
        list[str] | None,
        typer.Option(metavar="FORMAT=FILE", help="Write a report besides; may be given several times."),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            envvar="CHECKER_FAIL_ON", help="The least severity that makes the exit status 1 (warning)."
        ),
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="The same as --fail-on never.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit status 2 if anything could not be read.")
    ] = False,
    select: Rules = None,
    extend_select: Rules = None,
    ignore: Rules = None,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Findings that are known: those that this file names fail no run."),
    ] = None,
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Report what the configured baseline names, too.")
    ] = False,
    no_ignores: Annotated[
        bool, typer.Option("--no-ignores", help="Report what comments in articles silence, too.")
    ] = False,
    config: ConfigSource = None,
    isolated: Isolated = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Print the settings in force and stop.")
    ] = False,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="Print the files that would be read and stop.")
    ] = False,
    gitignore: Gitignore = None,
    force_exclude: ForceExclude = False,
    hook: Annotated[
        bool,
        typer.Option(
            "--hook", help="For git hooks: check the named files, fail for what this commit would bring in."
        ),
    ] = False,
    no_cache: NoCache = False,
    cache_dir: CacheDir = None,
    jobs: Jobs = 0,
    no_progress: NoProgress = False,
    allow_empty: Annotated[
        bool, typer.Option("--allow-empty", help="Finding no article is no failure.")
    ] = False,
    stdin_filename: StdinName = None,
    color: Annotated[Color, typer.Option()] = Color.auto,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print findings only.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Tell what was read.")] = False,
) -> None:
    """Report the passages that cannot both be right."""
    from checker.command import Request
    from checker.command import check as check_articles

    given: dict[str, object] = {"ignores": False} if no_ignores else {}
    if baseline or no_baseline:
        given["baseline"] = "" if no_baseline else baseline
    if exit_zero or fail_on is not None:
        given["fail_on"] = "never" if exit_zero or fail_on is None else fail_on.value
    request = Request(
        paths=paths or (),
        hook=hook,
        stdin_filename=stdin_filename,
        config=config or (),
        isolated=isolated,
        select=split(select),
        extend_select=split(extend_select),
        ignore=split(ignore),
        given=given | _walking(gitignore, force_exclude),
        format=format.value,
        output=output,
        report=report or (),
        strict=strict,
        allow_empty=allow_empty,
        show_settings=show_settings,
        show_files=show_files,
        color=color.value,
        quiet=quiet,
        verbose=verbose,
        cache=not no_cache,
        cache_dir=cache_dir,
        jobs=jobs,
        progress=not no_progress,
    )
    raise typer.Exit(check_articles(request))


@app.command()
def clean(cache_dir: CacheDir = None) -> None:
    """Remove the cache of the project."""
    from checker.config import Flags, settled
    from checker.index.home import clean, home, project
    from checker.report.output import emit

    source = settled(["."], Flags()).source
    folder = home(project([source or "."]), cache_dir)
    emit(f"removed {folder}\n" if clean(folder) else f"there is no cache in {folder}\n")


@app.command()
def claims(
    paths: Paths = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind; may be given several times.")
    ] = None,
    format: Annotated[ClaimFormat, typer.Option("--format", "-f")] = ClaimFormat.jsonl,
    stdin_filename: StdinName = None,
    config: ConfigSource = None,
    isolated: Isolated = False,
    gitignore: Gitignore = None,
    force_exclude: ForceExclude = False,
    jobs: Jobs = 0,
    no_progress: NoProgress = False,
) -> None:
    """Print every claim that was extracted: why something was, or was not, seen."""
    from functools import partial

    from checker.config import Flags, configure
    from checker.engine.fields import KINDS
    from checker.inputs import inputs
    from checker.reading import read
    from checker.report import progress
    from checker.report.claims import text
    from checker.report.output import emit, unpolluted
    from checker.report.problems import Complaints

    for name in kind or ():
        if name not in KINDS:
            raise CheckerError(f'there is no kind of claim "{name}"; {suggest(name, KINDS)}')
    flags = Flags(config or (), isolated, given=_walking(gitignore, force_exclude))
    settings, _ = configure(_places(paths, stdin_filename), flags)
    with unpolluted():
        found = inputs(paths or list(settings.corpus) or ["."], stdin_filename, settings)
    tell = partial(text, frozenset(kind) if kind else None, format.value)
    seen = not (no_progress or sys.stdout.isatty()) and progress.wanted()
    with progress.Bar(shown=seen) as bar, Complaints() as complaints:
        for reading in read(found, tell, settings, jobs, bar):
            complaints(reading.problems)
            for told in reading.told:
                emit(told)


@app.command()
def compare(
    a: Annotated[str, typer.Argument(help="A name, or - to read lines A<TAB>B from standard input.")],
    b: Annotated[str | None, typer.Argument(help="Another name.")] = None,
    config: ConfigSource = None,
    isolated: Isolated = False,
) -> None:
    """Say how two names compare, and why."""
    from checker.config import Flags, settled
    from checker.report.names import verdict, verdicts
    from checker.report.output import emit

    settings = settled(["."], Flags(config or (), isolated))
    if b is not None:
        emit(verdict(a, b, settings))
    elif a == "-":
        for chunk in verdicts(sys.stdin.buffer, settings):
            emit(chunk)
    else:
        raise CheckerError("compare needs two names, or - to read them from standard input")


def _places(paths: list[str] | None, stdin_name: str | None) -> list[str]:
    """The paths from whose common root the configuration is looked for."""
    return [(stdin_name or ".") if path == "-" else path for path in paths or ["."]]


def _walking(gitignore: bool | None, force_exclude: bool) -> dict[str, object]:
    """The settings that options give on which files are read."""
    given: dict[str, object] = {} if gitignore is None else {"respect_gitignore": gitignore}
    return given | ({"force_exclude": True} if force_exclude else {})
