"""Claims that boxes of facts make of what their article is about: "Founded | 1962", "Length: 4.2 km"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.extract import amounts, event, firms, shared_names, values
from checker.extract.amounts import Amount
from checker.extract.facilities import Site, facilities
from checker.extract.happening import Happening, called
from checker.extract.reading import Reading
from checker.extract.topic import Topics
from checker.model import Block, Event, Relation
from checker.resolve.compare import fold
from checker.resolve.organisations import spelled
from checker.vocab import load

_ITEM = re.compile(r"(?P<label>[A-Z][A-Za-z ]{2,28}):\s(?P<value>[^\n]{1,120})\Z")
_NOTE = re.compile(r"\s?\((?P<note>[^()]{1,60})\)\s?\Z|\s?\[\d{1,3}\]\Z")
_PLACE = re.compile(
    r"[A-Z][\w'-]*(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w'-]*){0,3}(?:,\s[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,2}){0,2}"
)
_LEAST = 2  # rows of which a box consists
_AS_OF = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?=\s?\Z|\s[a-z(])")


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    start: int
    value: int
    end: int


def extract(reading: Reading) -> Iterator[Event | Relation]:
    """One claim for each row whose label we know, of a box in an article that says what it is about."""
    boxes = [box for box in _boxes(reading) if len(box) >= _LEAST]
    if not boxes:
        return
    about = _About(reading)
    if not about.name:
        return
    for box in boxes:
        labels = Counter(row.label for row in box)
        for row in box:
            if labels[row.label] == 1:
                yield from _claims(reading, row, about)


def _boxes(reading: Reading) -> Iterator[list[_Row]]:
    """Runs of rows of two cells, and of items that are a label and a value, among which labels are known."""
    text = reading.article.text
    box: list[_Row] = []
    for block in reading.article.blocks:
        row = _row(text, block)
        if row is None:
            if box:
                yield _known(box)
            box = []
        else:
            box.append(row)
    if box:
        yield _known(box)


def _known(box: list[_Row]) -> list[_Row]:
    return [row for row in box if row.label in _labels()]


def _row(text: str, block: Block) -> _Row | None:
    if block.kind == "row":
        label, tab, value = text[block.start : block.end].partition("\n")
        if not tab or "\n" in value or not value.strip():
            return None
        return _Row(label.strip(" :").lower(), block.start, block.start + len(label) + 1, block.end)
    if block.kind not in ("item", "paragraph"):
        return None
    match = _ITEM.match(text, block.start, block.end)
    return _Row(match["label"].lower(), block.start, match.start("value"), block.end) if match else None


@cache
def _labels() -> dict[str, tuple[str, str]]:
    return {
        form: (kind, what)
        for kind, table in load("rows").items()
        for what, forms in table.items()
        for form in forms
    }


class _About:
    """What the article is about, by name, and as a company or a site where it is one."""

    def __init__(self, reading: Reading) -> None:
        topic = Topics(reading).topic
        title = (reading.article.source.title or "").strip()
        self.name = topic.name if topic and fold(topic.name).split()[0] in fold(title).split() else ""
        self.person = bool(topic and topic.person)
        words = set(fold(self.name).split())
        self.firm = (
            next((it for it in firms.Firms(reading).firms if set(it.key.split()) <= words), None)
            if self.name
            else None
        )
        found = (mention.site for mention in facilities(reading) if set(mention.site.own) <= words)
        self.site: Site | None = next((site for site in found if site.noun in self.name.lower()), None)
        names, places = shared_names.names(reading) if self.name else ((), frozenset())
        source = reading.article.source
        kept = (
            name
            for name in names
            if not words & set(name.split()) and not (self.site and self.site.placed and name in places)
        )
        self.context = (f"{source.path}#{source.record or ''}", *kept)


def _claims(reading: Reading, row: _Row, about: _About) -> Iterator[Event | Relation]:
    text = reading.article.text
    kind, what = _labels()[row.label]
    note = _NOTE.search(text, row.value, row.end)
    end = note.start() if note else row.end
    if kind == "dates":
        yield from _dated(reading, row, what, about)
    elif kind in ("places", "persons"):
        yield from _named(reading, row, kind, what, about)
    else:
        found = _amount(text, row.value, end, kind)
        if found and not (kind == "numbers" and note and _AS_OF.search(note[0])):
            yield from _measured(reading, row, what, found, about)


def _dated(reading: Reading, row: _Row, what: str, about: _About) -> Iterator[Event]:
    dated = [
        m
        for m in reading.dates_in(row.value, row.end)
        if m.dated and m.when and m.when.known and not m.problem
    ]
    if len(dated) != 1 or dated[0].start - row.value > 2 or (what in ("born", "died")) != about.person:
        return
    name = about.name
    key = fold(name) if about.person else " ".join(spelled(word) for word in fold(name).split())
    if about.firm and what == "founded":
        name = about.firm.name
        key = " ".join(spelled(word) for word in about.firm.key.split())
    if about.site and what == "opened":
        key = " ".join(spelled(word) for word in (*about.site.own, about.site.sort))
    assert dated[0].when
    found = Happening(
        row.start,
        dated[0].end,
        f"{key}: {what}",
        called(what, name),
        dated[0].when,
        None,
        named=False,
        assumptions=dated[0].assumptions,
    )
    yield event.claim(reading, found)


def _named(reading: Reading, row: _Row, kind: str, what: str, about: _About) -> Iterator[Relation]:
    text = reading.article.text
    if kind == "places":
        match = _PLACE.match(text, row.value, row.end)
        if match and match.end() == row.end:
            key = about.firm.key if about.firm else fold(about.name)
            yield _relation(
                reading, row, row.end, key, what, match[0], about, values=tuple(match[0].split(", "))
            )
        return
    found, end = values.names(text, row.value, row.end)
    if found and end == row.end:
        yield _relation(reading, row, end, fold(about.name), what, text[row.value : end], about, values=found)


def _amount(text: str, start: int, end: int, kind: str) -> Amount | None:
    if kind == "sums":
        return amounts.money(text, start, end)
    if kind == "measures":
        return amounts.dimension(text, start, end)
    if match := _NUMBER.match(text, start, end):
        number = float(match["number"].replace(",", ""))
        return Amount(match.start(), match.end(), number, number, "count")
    return amounts.quantity(text, start, end)


def _measured(reading: Reading, row: _Row, what: str, found: Amount, about: _About) -> Iterator[Relation]:
    value = reading.article.text[found.start : found.end]
    unit = "" if found.unit == "count" else found.unit
    keys = [about.site.key if about.site else about.firm.key if about.firm else ""]
    if what in ("length", "height", "width", "depth", "area", "capacity", "number of storeys"):
        keys.append(fold(about.name))
    for key in filter(None, keys):
        relation = "storeys" if what == "number of storeys" and key == keys[-1] and len(keys) > 1 else what
        yield _relation(
            reading, row, row.end, key, relation, value, about, least=found.least, most=found.most, unit=unit
        )


def _relation(
    reading: Reading,
    row: _Row,
    end: int,
    key: str,
    relation: str,
    value: str,
    about: _About,
    *,
    values: tuple[str, ...] = (),
    least: float | None = None,
    most: float | None = None,
    unit: str = "",
) -> Relation:
    return Relation(
        **reading.place(row.start, end),
        subject=key,
        name=about.name,
        relation=relation,
        value=value,
        values=values,
        least=least,
        most=most,
        unit=unit,
        context=about.context if about.site or about.firm else (),
    )  # fmt: skip
