"""The options of the commands: their names, values and help. Imports nothing but typer."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer


class Format(Enum):
    full = "full"
    concise = "concise"
    json = "json"
    sarif = "sarif"
    github = "github"
    gitlab = "gitlab"
    markdown = "markdown"


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


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files and folders, or - for standard input; by default the configured corpus, else this folder."
    ),
]
StdinName = Annotated[
    str | None,
    typer.Option(help="The name of what stands at standard input: its suffix says how to read it."),
]
Rules = Annotated[
    list[str] | None, typer.Option(metavar="RULE[,RULE]", help="By id; may be given several times.")
]
ConfigSource = Annotated[
    list[str] | None,
    typer.Option(
        "--config",
        metavar="FILE|KEY=VALUE",
        help="A configuration file, or a setting in TOML; may be given several times. [env: CHECKER_CONFIG]",
    ),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")]
Gitignore = Annotated[
    bool | None,
    typer.Option("--respect-gitignore/--no-respect-gitignore", help="Leave out what git ignores, or not."),
]
ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Leave out files that are excluded even if they are named.")
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        metavar="N",
        help="How many processes read articles; 0, the default: as many as there are processors to use.",
    ),
]
NoProgress = Annotated[
    bool,
    typer.Option(
        "--no-progress", help="Show no progress; it is shown on terminals alone, when it takes long."
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write a cache.")]
CacheDir = Annotated[
    str | None,
    typer.Option(
        "--cache-dir",
        metavar="FOLDER",
        help="Where to keep claims between runs: .checker_cache in the project. [env: CHECKER_CACHE_DIR]",
    ),
]


def split(values: list[str] | None) -> list[str]:
    """The names in options that take several, separated by commas or blanks."""
    return [name for value in values or () for name in value.replace(",", " ").split()]
