"""The command about who held which office when. Imports nothing but typer."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from checker.options import ConfigSource, Isolated


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
) -> None:
    """Print who held which office when, according to the corpus, with the passages."""
    from checker.check import read
    from checker.config import Flags, configure
    from checker.engine.stints import careers
    from checker.inputs import inputs
    from checker.model import Claim, Office
    from checker.report import timeline as shown
    from checker.report.output import complain, emit, unpolluted
    from checker.report.passages import Passage, Places
    from checker.resolve.identity import Identity

    settings, _ = configure(corpus or ["."], Flags(config or (), isolated))
    with unpolluted():
        found = inputs(corpus or list(settings.corpus) or ["."], None, settings)
        passages: dict[int, Passage] = {}
        held: list[Claim] = []
        for reading in read(found, settings):
            for problem in reading.problems:
                complain(f"{problem.path}: {problem.message}")
            for article, claims in reading.articles:
                places = Places(article)
                offices = [claim for claim in claims if isinstance(claim, Office)]
                passages.update((id(claim), places.passage(claim)) for claim in offices)
                held += offices
    known = careers(held, office, Identity(settings.aliases, settings.distinct))
    render = shown.objects if format is TimelineFormat.json else shown.table
    emit(render(known, passages))
