"""The command about who held which office when. Imports nothing but typer."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from checker.options import ConfigSource, Isolated, Jobs, NoProgress


class TimelineFormat(Enum):
    table = "table"
    json = "json"


def timeline(
    office: Annotated[
        str, typer.Argument(help='Words of the office: "defence minister", "president of France", "FR".')
    ] = "",
    corpus: Annotated[
        list[str] | None,
        typer.Option("--in", metavar="PATH", help="Files and folders to read instead of the corpus."),
    ] = None,
    format: Annotated[TimelineFormat, typer.Option("--format", "-f")] = TimelineFormat.table,
    config: ConfigSource = None,
    isolated: Isolated = False,
    jobs: Jobs = 0,
    no_progress: NoProgress = False,
) -> None:
    """Print who held which office when, according to the corpus, with the passages."""
    from itertools import chain

    from checker.config import Flags, configure
    from checker.engine.stints import careers
    from checker.inputs import inputs
    from checker.model import Office
    from checker.reading import read
    from checker.report import progress
    from checker.report import timeline as shown
    from checker.report.output import complain, emit, unpolluted
    from checker.report.passages import Passage, offices
    from checker.resolve.identity import Identity

    settings, _ = configure(corpus or ["."], Flags(config or (), isolated))
    seen = not no_progress and progress.wanted()
    with unpolluted(), progress.Bar(shown=seen) as bar:
        found = inputs(corpus or list(settings.corpus) or ["."], None, settings)
        held: list[tuple[Office, Passage]] = []
        for reading in read(found, offices, settings, jobs, bar):
            for problem in reading.problems:
                complain(f"{problem.path}: {problem.message}")
            held += chain.from_iterable(reading.told)
    passages = {id(claim): passage for claim, passage in held}
    known = careers((claim for claim, _ in held), office, Identity(settings.aliases, settings.distinct))
    render = shown.objects if format is TimelineFormat.json else shown.table
    emit(render(known, passages))
