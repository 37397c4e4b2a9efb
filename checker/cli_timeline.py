"""The command about who held which office when. Imports nothing but typer."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import Annotated

import typer

from checker.options import CacheDir, ConfigSource, Isolated, Jobs, NoCache, NoProgress


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
    no_cache: NoCache = False,
    cache_dir: CacheDir = None,
    jobs: Jobs = 0,
    no_progress: NoProgress = False,
) -> None:
    """Print who held which office when, according to the corpus and the known facts, with the passages."""
    from checker.config import Flags, configure
    from checker.engine.corpus import Corpus
    from checker.engine.stints import careers
    from checker.history import history
    from checker.index.home import home
    from checker.inputs import inputs
    from checker.quoted import quoted
    from checker.report import progress
    from checker.report import timeline as shown
    from checker.report.output import complain, emit, unpolluted
    from checker.report.passages import Places
    from checker.report.problems import Complaints
    from checker.resolve.identity import Identity

    settings, rules = configure(corpus or ["."], Flags(config or (), isolated), examples=False)
    seen = not no_progress and progress.wanted()
    with unpolluted(), progress.Bar(shown=seen) as bar, Complaints() as complaints:
        found = inputs(corpus or list(settings.corpus) or ["."], None, settings)
        if found.focus is not None:  # files that are named are all there is
            found = replace(found, files={name: found.files[name] for name in found.focus}, focus=None)
        cache = None if no_cache else home(found.root, cache_dir)
        told = history(found, rules, settings, cache=cache, jobs=jobs, warn=complain, watch=bar)
        complaints(told.problems)
        known = careers(Corpus(told.claims, Identity(settings.aliases, settings.distinct)), office)
        claims = shown.quoted(known, 1 if format is TimelineFormat.table else shown.MOST)
        places = {key: Places(article) for key, article in quoted(found, claims).items()}
    passages = {id(claim): places[claim.source.path, claim.source.record].passage(claim) for claim in claims}
    render = shown.objects if format is TimelineFormat.json else shown.table
    emit(render(known, passages))
