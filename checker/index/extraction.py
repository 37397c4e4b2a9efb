"""The bytes of one file -> what it gives. Whatever goes wrong with one article costs no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.index.packed import Extracted, Told

if TYPE_CHECKING:
    from checker.model import DayOrder


def extracted(path: str, data: bytes, date_order: DayOrder | None) -> tuple[Extracted, bool]:
    """What the file gives, and whether that is all it gives: after a fault of ours it is not to be kept."""
    from checker.extract import extract
    from checker.load import load

    try:
        loaded = load(path, data, date_order)
    except Exception as error:  # one odd file must not cost the others
        return Extracted(problems=(f"internal error while reading it: {error!r}",)), False
    sound = True
    articles = []
    problems = [problem.message for problem in loaded.problems]
    for article in loaded.articles:
        try:
            claims = extract(article, date_order)
        except Exception as error:  # as above
            record = "" if article.source.record is None else f"record {article.source.record}: "
            problems.append(f"{record}internal error while extracting claims: {error!r}")
            sound = False
        else:
            articles.append(Told(article.source, tuple(claims), article.ignores))
    return Extracted(tuple(articles), tuple(problems), loaded.skipped), sound
