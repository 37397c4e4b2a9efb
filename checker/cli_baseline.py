"""The commands about findings that are known and left for later. Imports nothing but typer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from checker.errors import CheckerError
from checker.options import CacheDir, ConfigSource, Isolated, Paths

if TYPE_CHECKING:
    from checker.command import Request

app = typer.Typer(help="Write down the findings there are, so that only new ones fail a run.")

File = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Where they stand: the configured file, else checker-baseline.json.",
    ),
]


@app.command()
def create(
    paths: Paths = None,
    file: File = None,
    config: ConfigSource = None,
    isolated: Isolated = False,
    cache_dir: CacheDir = None,
) -> None:
    """Write down all findings there are, in place of those written down before."""
    from checker import baseline
    from checker.command import everything
    from checker.engine.words import quantity
    from checker.report.output import complain, emit

    settings, _, run = everything(_request(paths, config, isolated, cache_dir))
    target = file or settings.baseline or baseline.DEFAULT
    found = baseline.of(run.findings)
    emit(baseline.written(found), target)
    complain(f"wrote {quantity(len(found), 'finding')} to {os.path.relpath(target)}")
    if not (file or settings.baseline):
        complain(f'to use it: baseline = "{target}" in the configuration, or --baseline {target}')


@app.command()
def prune(
    paths: Paths = None,
    file: File = None,
    config: ConfigSource = None,
    isolated: Isolated = False,
    cache_dir: CacheDir = None,
) -> None:
    """Strike out the findings that are there no more. Adds none."""
    from checker import baseline
    from checker.command import everything
    from checker.engine.words import quantity
    from checker.report.output import complain, emit

    settings, inputs, run = everything(_request(paths, config, isolated, cache_dir))
    if not run.complete:
        raise CheckerError("not everything could be read; nothing is struck out")
    target = file or settings.baseline or baseline.DEFAULT
    known = baseline.read(target)
    gone = baseline.gone(known, run, inputs.files)
    if gone:
        emit(baseline.written({name: entry for name, entry in known.items() if name not in gone}), target)
    complain(f"struck out {len(gone)} of {quantity(len(known), 'finding')} in {os.path.relpath(target)}")


def _request(
    paths: list[str] | None, config: list[str] | None, isolated: bool, cache_dir: str | None
) -> Request:
    from checker.command import Request

    return Request(paths=paths or (), config=config or (), isolated=isolated, cache_dir=cache_dir)
