"""What the articles of a file say in its own characters, for whoever quotes them: nothing else is read."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator

from checker.load.decode import Unreadable, declared, decode
from checker.load.walk import FORMATS
from checker.model import Original


def originals(
    path: str, data: bytes, records: Collection[str | None]
) -> Iterator[tuple[str | None, Original]]:
    """Those that are asked for, by the names of records; None is the one article of any other file."""
    reader = FORMATS.get(os.path.splitext(path)[1].lower())
    try:
        text = decode(data, declared(data) if reader == "html" else "")
    except Unreadable:
        return
    if reader != "jsonl":
        yield None, Original(text)
        return
    from checker.load.jsonl import texts

    for record, said, line in texts(path, text):
        if record in records:
            yield record, Original(said, line)
