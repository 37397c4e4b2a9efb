"""What `checker check` does, once its options are known: read, compare, report, and say how it went."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from checker.errors import CheckerError

if TYPE_CHECKING:
    from checker.engine.rules import Rule
    from checker.inputs import Inputs
    from checker.report.render import Format
    from checker.report.run import Run
    from checker.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of `checker check`. ``given`` are the settings that options give."""

    paths: Sequence[str] = ()
    hook: bool = False
    stdin_filename: str | None = None
    config: Sequence[str] = ()
    isolated: bool = False
    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    given: dict[str, object] = field(default_factory=dict)
    format: Format = "full"
    output: str | None = None
    report: Sequence[str] = ()
    strict: bool = False
    allow_empty: bool = False
    show_settings: bool = False
    show_files: bool = False
    color: Literal["auto", "always", "never"] = "auto"
    quiet: bool = False
    verbose: bool = False
    cache: bool = True
    cache_dir: str | None = None
    jobs: int = 0
    progress: bool = True


def check(asked: Request) -> int:
    """The exit status. Raises CheckerError."""
    from checker.check import is_failure
    from checker.report.output import complain, emit
    from checker.report.render import reports

    if asked.hook and not asked.paths:
        raise CheckerError("--hook needs the names of the files to check")
    besides = reports(asked.report)
    settings, all_rules = _configured(asked)
    if asked.show_settings:
        from checker.report.settings import toml

        emit(toml(settings, all_rules))
        return 0
    found = _inputs(asked, settings)
    if asked.show_files:
        emit("".join(f"{name}\n" for name in sorted(found.files if found.focus is None else found.focus)))
        return 0
    result = _compared(asked, found, settings, all_rules)
    if settings.suppress and not asked.paths and result.complete and len(result.rules) == len(all_rules):
        from checker.engine.suppressed import idle

        for name in idle(result.findings, settings):
            complain(f"{settings.source}: there is no finding {name} to suppress any more")
    if settings.baseline:
        from checker import baseline

        known = baseline.read(settings.baseline)
        result = replace(result, findings=baseline.marked(result.findings, known))
        if gone := baseline.gone(known, result, found.files):
            told = f"{len(gone)} of the findings in {os.path.relpath(settings.baseline)} are there no more"
            complain(f"{told}; checker baseline prune strikes them out")
    _report(asked, result, besides)
    if asked.strict and not result.complete:
        return 2
    return int(is_failure(result, None if settings.fail_on == "never" else settings.fail_on))


def everything(asked: Request) -> tuple[Settings, Inputs, Run]:
    """The settings, the files of the whole corpus, and what is found in them. Raises CheckerError."""
    settings, rules = _configured(asked)
    found = _inputs(asked, settings)
    if found.focus is not None:
        raise CheckerError("this needs the whole corpus: name folders instead of files")
    return settings, found, _compared(asked, found, settings, rules)


def _inputs(asked: Request, settings: Settings) -> Inputs:
    from checker.inputs import inputs
    from checker.report.output import unpolluted

    with unpolluted():
        return inputs(_targets(asked, settings), asked.stdin_filename, settings, hook=asked.hook)


def _targets(asked: Request, settings: Settings) -> Sequence[str]:
    return asked.paths or settings.corpus or ["."]


def _compared(asked: Request, found: Inputs, settings: Settings, all_rules: Sequence[Rule]) -> Run:
    from checker.check import check
    from checker.engine.ruleset import configured
    from checker.report import progress
    from checker.report.output import complain, unpolluted
    from checker.report.problems import Complaints

    rules = configured(all_rules, settings)
    seen = asked.progress and not (asked.hook or asked.quiet) and progress.wanted()
    with unpolluted(), progress.Bar(shown=seen) as bar:
        cache = _cache(asked, found)
        result = check(
            found,
            rules,
            settings,
            cache=cache,
            filed_for=all_rules,
            warn=complain,
            jobs=asked.jobs,
            watch=bar,
        )
    with Complaints() as complaints:
        complaints(result.problems)
    if asked.verbose:
        complain(f"configuration: {settings.source or 'none'}")
        complain(f"cache: {cache or 'none'}")
        complain(f"{len(found.files)} files, {len(rules)} rules: {', '.join(rule.id for rule in rules)}")
    if (result.is_empty or not found.files) and not (asked.allow_empty or asked.hook):
        places = ", ".join(_targets(asked, settings))
        raise CheckerError(f"no articles found in {places} (--allow-empty to accept that)")
    return result


def _configured(asked: Request) -> tuple[Settings, tuple[Rule, ...]]:
    from checker.config import Flags, configure

    given = {**asked.given, "force_exclude": True} if asked.hook else asked.given
    flags = Flags(asked.config, asked.isolated, asked.select, asked.extend_select, asked.ignore, given)
    # A hook is run in the root of a repository, with names that may be any part of those of a commit.
    places = ["."] if asked.hook else asked.paths or ["."]
    return configure(
        [(asked.stdin_filename or ".") if path == "-" else path for path in places], flags, examples=False
    )


def _cache(asked: Request, found: Inputs) -> str | None:
    """Where claims are kept; nowhere if nothing lies in a file."""
    from checker.index.home import home

    if not asked.cache or all(isinstance(source, bytes) for source in found.files.values()):
        return None
    return home(found.root, asked.cache_dir)


def _report(asked: Request, result: Run, besides: Sequence[tuple[Format, str]]) -> None:
    from checker.report.output import emit
    from checker.report.render import render

    to_file = asked.output is not None
    shown = render(result, asked.format, color=asked.color, to_file=to_file, quiet=asked.quiet)
    for kind, target in besides:
        emit(render(result, kind, color="never", to_file=True, quiet=asked.quiet), target)
    emit(shown, asked.output)
