"""Who held which office when: a table for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from checker.dates.calendar import iso
from checker.engine.corpus import place
from checker.engine.stints import Career, Stint
from checker.engine.words import quantity
from checker.model import Claim, Office
from checker.report import times
from checker.report.passages import Passage
from checker.report.terminal import safe, width

Passages = Mapping[int, Passage]  # by the identity of a claim
MOST = 10  # passages of a stint in JSON; the rest are counted


def quoted(careers: Iterable[Career], most: int = MOST) -> list[Claim]:
    """The claims whose passages are shown: of each stint the first."""
    return [claim for career in careers for stint in career.stints for claim in _first(stint, most)]


def table(careers: Iterable[Career], passages: Passages) -> str:
    """A block an office: the days, the holder, how often and where first."""
    blocks = []
    for career in careers:
        rows = [_row(stint, passages) for stint in career.stints]
        widths = [max(width(row[column]) for row in rows) for column in range(3)]
        lines = [
            "  "
            + "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=False))
            + f"  {row[3]}"
            for row in rows
        ]
        blocks.append("\n".join((safe(career.name), *lines)) + "\n")
    return "\n".join(blocks)


def objects(careers: Iterable[Career], passages: Passages) -> str:
    """One JSON array: an object an office, its holders in order of time."""
    found = [
        {
            "office": career.office,
            "body": career.body,
            "holders": [_holder(stint, passages) for stint in career.stints],
        }
        for career in careers
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _row(stint: Stint, passages: Passages) -> tuple[str, str, str, str]:
    status = "" if stint.status == "current" else f" ({stint.status})"
    count = quantity(len(stint.claims), "passage")
    first = passages[id(_first(stint, 1)[0])]
    return _days(stint), safe(stint.holder) + status, count, safe(first.address)


def _days(stint: Stint) -> str:
    if stint.first is None and stint.last is None:
        return "reference" if stint.reference else "undated"
    begins = "" if stint.first is None else iso(stint.first)
    ends = "" if stint.last is None else iso(stint.last)
    if begins == ends:
        return begins
    said = " reference" if stint.reference else " stated" if stint.stated else ""
    return f"{begins or '…':<10} – {ends or '…':<10}{said}"


def _holder(stint: Stint, passages: Passages) -> dict[str, Any]:
    return {
        "holder": stint.holder,
        "status": stint.status,
        "from": None if stint.first is None else iso(stint.first),
        "to": None if stint.last is None else iso(stint.last),
        "stated": stint.stated,
        "reference": stint.reference,
        "passages": [_passage(claim, passages[id(claim)]) for claim in _first(stint, MOST)],
        "more": max(0, len(stint.claims) - MOST),
    }


def _passage(claim: Office, passage: Passage) -> dict[str, Any]:
    return {
        "path": passage.path,
        "record": passage.record,
        "line": passage.line,
        "column": passage.column,
        "quote": passage.quote,
        "when": times.stretch(claim.when),
    }


def _first(stint: Stint, most: int) -> list[Office]:
    return sorted(stint.claims, key=place)[:most]
