"""The rows of a file of facts, CSV or TOML: what stands in which column, and where the row stands."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checker.errors import suggest

# What a row may say. The first column of a kind must be filled; TOML names its tables by the kinds.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "office": ("office", "body", "holder", "from", "to"),
    "person": ("name", "born", "died"),
    "organisation": ("name", "founded"),
    "event": ("event", "date", "place"),
}
_BESIDES = ("note", "source")  # for the reader; they stand in the quoted row
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*([\w-]+)[ \t]*\]\]", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class WrongFact(ValueError):
    """What is wrong with a row, in words; ``line`` is where, if not where the row begins."""

    def __init__(self, said: str, line: int = 0) -> None:
        super().__init__(said)
        self.line = line


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its columns that are filled, and ``start`` to ``end`` in the text. ``line`` counts from 1."""

    kind: str
    values: Mapping[str, str]
    start: int
    end: int
    line: int

    def needed(self, column: str) -> str:
        """What stands in a column that must be filled. Raises WrongFact."""
        if column not in self.values:
            raise WrongFact(f'"{column}" is missing')
        return self.values[column]


def rows(path: str, text: str) -> Iterator[Row]:
    """The rows of a file. Raises WrongFact where nothing more can be read."""
    return _toml(text) if path.lower().endswith(".toml") else _csv(text)


def _csv(text: str) -> Iterator[Row]:
    """A header and rows, separated as the header is. Empty lines and those that begin with # say nothing."""
    lines = [found for found in _LINE.findall(text) if found]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    head = next((line for line in lines if _says(line)), "")
    written = (
        "\n" if line.startswith("#") else line for line in lines
    )  # a comment may hold a quotation mark
    reader = csv.reader(written, delimiter=max(",;\t", key=head.count), skipinitialspace=True, strict=True)
    header: list[str] | None = None
    kind = ""
    while True:
        first = reader.line_num
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            raise WrongFact(f"not readable as CSV: {error}", first + 1) from None
        if not _says("".join(cells)):
            continue
        if header is None:
            header = [cell.lstrip("\ufeff").lower() for cell in cells]
            kind = _headed(header, first + 1)
            continue
        start, end = (
            starts[first],
            starts[first] + len(text[starts[first] : starts[reader.line_num]].rstrip()),
        )
        if len(cells) > len(header):
            raise WrongFact(f"{len(cells)} values for {len(header)} columns", first + 1)
        values = {name: cell for name, cell in zip(header, cells, strict=False) if cell}
        yield Row(_told(kind, values), values, start, end, first + 1)


def _says(line: str) -> bool:
    bare = line.lstrip("\ufeff").strip()
    return bool(bare) and not bare.startswith("#")


def _headed(header: Sequence[str], line: int) -> str:
    """The kind of fact that the columns tell, "" for people and organisations, who share a column."""
    first = next((name for name in ("office", "holder", "event", "name") if name in header), None)
    kind = {"office": "office", "holder": "office", "event": "event", "name": ""}.get(first or "")
    if kind is None:
        known = sorted({columns[0] for columns in COLUMNS.values()})
        raise WrongFact(f"the first line must name the columns, one of them {' or '.join(known)}", line)
    allowed = COLUMNS[kind] if kind else (*COLUMNS["person"], *COLUMNS["organisation"])
    for name in header:
        if name not in (*allowed, *_BESIDES):
            raise WrongFact(f'unknown column "{name}"; {suggest(name, {*allowed, *_BESIDES})}', line)
    return kind


def _told(kind: str, values: Mapping[str, str]) -> str:
    """The kind of one row: an organisation is founded, a person born."""
    return kind or ("organisation" if "founded" in values else "person")


def _toml(text: str) -> Iterator[Row]:
    """Tables [[office]], [[person]], [[organisation]], [[event]]."""
    try:
        tables = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1] or 0) if place else 0
        raise WrongFact(
            f"not readable as TOML: {str(error)[: place.start()] if place else error}",
            line or text.count("\n") + 1,
        ) from None
    headers = list(_TABLE.finditer(text))
    told: dict[str, Iterator[Mapping[str, object]]] = {}
    for kind, found in tables.items():
        begins = [header for header in headers if header[1] == kind]
        line = _line(text, begins[0].start()) if begins else 1
        if kind not in COLUMNS:
            raise WrongFact(f'unknown table "{kind}"; {suggest(kind, COLUMNS)}', line)
        if not isinstance(found, list) or len(found) != len(begins):
            raise WrongFact(f"write each {kind} as a table of its own, [[{kind}]]", line)
        told[kind] = iter(found)
    for header, end in zip(headers, [*(it.start() for it in headers[1:]), len(text)], strict=True):
        line = _line(text, header.start())
        values = {key: value for key, given in next(told[header[1]]).items() if (value := _written(given))}
        for name in values:
            if name not in (*COLUMNS[header[1]], *_BESIDES):
                known = {*COLUMNS[header[1]], *_BESIDES}
                raise WrongFact(f'unknown key "{name}"; {suggest(name, known)}', _line_of(text, header, name))
        start = header.start() + len(header[0]) - len(header[0].lstrip())
        yield Row(header[1], values, start, start + len(_without_comments(text[start:end])), line)


def _written(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | date):
        return str(value)  # no date, and no name either: that is said when it is read
    return (value.isoformat() if isinstance(value, date) else str(value)).strip()


def _without_comments(table: str) -> str:
    """A table without the empty lines and comments behind it, which belong to the next one."""
    lines = table.splitlines(keepends=True)
    while lines and not _says(lines[-1]):
        lines.pop()
    return "".join(lines).rstrip()


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _line_of(text: str, header: re.Match[str], key: str) -> int:
    found = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", re.MULTILINE).search(
        text, header.end()
    )
    return _line(text, (found or header).start())
