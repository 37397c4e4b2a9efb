"""Who held which office when: a table for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from checker.dates.calendar import iso
from checker.engine.stints import Career, Stint
from checker.engine.words import quantity
from checker.model import Office
from checker.report import times
from checker.report.passages import Passage
from checker.report.terminal import safe, width

Passages = Mapping[int, Passage]  # by the identity of a claim
MOST = 10  # passages of a stint in JSON; the rest are counted


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
    first = min((passages[id(claim)] for claim in stint.claims), key=_order)
    return _days(stint), safe(stint.holder) + status, count, safe(first.address)


def _days(stint: Stint) -> str:
    if stint.first is None and stint.last is None:
        return "undated"
    begins = "" if stint.first is None else iso(stint.first)
    ends = "" if stint.last is None else iso(stint.last)
    if begins == ends:
        return begins
    return f"{begins or '…':<10} – {ends or '…':<10}" + (" stated" if stint.stated else "")


def _holder(stint: Stint, passages: Passages) -> dict[str, Any]:
    claims = sorted(stint.claims, key=lambda claim: _order(passages[id(claim)]))
    return {
        "holder": stint.holder,
        "status": stint.status,
        "from": None if stint.first is None else iso(stint.first),
        "to": None if stint.last is None else iso(stint.last),
        "stated": stint.stated,
        "passages": [_passage(claim, passages[id(claim)]) for claim in claims[:MOST]],
        "more": max(0, len(claims) - MOST),
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


def _order(passage: Passage) -> tuple[str, str, int, int]:
    return passage.path, passage.record or "", passage.line, passage.column
