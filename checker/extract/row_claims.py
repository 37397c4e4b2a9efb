"""What the row of a box or table says of its thing, by its label: a date, a place, people, an amount."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.extract import amounts, firms, happening, shared_names, values
from checker.extract.amounts import Amount
from checker.extract.boxes import Row, Table, labels
from checker.extract.facilities import Site, facilities
from checker.extract.happening import Happening, called
from checker.extract.reading import Reading
from checker.extract.things import keyed
from checker.extract.topic import Topics
from checker.model import Event, Relation
from checker.resolve.compare import fold
from checker.resolve.organisations import spelled

_NOTE = re.compile(r"\s?\((?P<note>[^()]{1,60})\)\s?\Z|\s?\[\d{1,3}\]\Z")
_PLACE = re.compile(
    r"[A-Z][\w'-]*(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w'-]*){0,3}(?:,\s[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,2}){0,2}"
)
_AS_OF = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?=\s?\Z|\s[a-z(])")
# A name of two words, or with a number: others are borne by many.
_OWN = re.compile(r"(?:The\s)?[A-Z][\w'.-]*(?:\s(?:of\s|the\s)?[\w'.-]+){1,5}|[A-Z][A-Za-z]*-\d[\w-]*")


@dataclass(frozen=True, slots=True)
class Named:
    """What a row of a table is about."""

    name: str
    context: tuple[str, ...]
    person: bool = False
    firm: firms.Firm | None = None
    site: Site | None = None


def of_boxes(reading: Reading, boxes: list[list[Row]]) -> Iterator[Event | Relation]:
    """What the rows of boxes say of what the article is about."""
    about = About(reading)
    for box in boxes if about.name else ():
        told = Counter(row.label for row in box)
        for row in box:
            if told[row.label] == 1:
                yield from claims(reading, row, about)


def of_table(reading: Reading, table: Table) -> Iterator[Event | Relation]:
    """What the rows below the head say of the thing in their first cell."""
    text = reading.article.text
    head = [text[start:end].strip().lower() for start, end in table[0]]
    named = [text[row[0][0] : row[0][1]].strip() for row in table[1:]]
    often = Counter(named)
    for name, row in zip(named, table[1:], strict=True):
        if not _OWN.fullmatch(name) or often[name] > 1:
            continue
        about = Named(name, shared_names.context(reading, fold(name).split()))
        for label, (start, end) in zip(head[1:], row[1:], strict=True):
            if label in labels() and labels()[label][0] in ("dates", "measures", "sums"):
                yield from claims(reading, Row(label, row[0][0], start, end), about)


class About:
    """What the article is about, by name, and as a company or a site where it is one."""

    def __init__(self, reading: Reading) -> None:
        topic = reading.once(Topics).topic
        title = (reading.article.source.title or "").strip()
        self.name = topic.name if topic and fold(topic.name).split()[0] in fold(title).split() else ""
        self.person = bool(topic and topic.person)
        mentions = reading.once(facilities)
        if not self.name:
            told = set(fold(title).replace(":", " ").split())
            proper = (it.site for it in mentions if not it.site.placed and it.site.name[0].isupper())
            self.name = next((site.name for site in proper if set(fold(site.name).split()) <= told), "")
        words = set(fold(self.name).split())
        known = reading.once(firms.Firms).firms if self.name else ()
        self.firm = next((it for it in known if set(it.key.split()) <= words), None)
        found = (mention.site for mention in mentions if set(mention.site.own) <= words)
        self.site: Site | None = next((site for site in found if site.noun in self.name.lower()), None)
        self.context = shared_names.context(reading, words, with_places=not (self.site and self.site.placed))


def claims(reading: Reading, row: Row, about: About | Named) -> Iterator[Event | Relation]:
    """One claim for the row, if its value is of the kind that its label promises."""
    text = reading.article.text
    kind, what = labels()[row.label]
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


def _dated(reading: Reading, row: Row, what: str, about: About | Named) -> Iterator[Event]:
    dated = [
        m
        for m in reading.dates_in(row.value, row.end)
        if m.dated and m.when and m.when.known and not m.problem
    ]
    if len(dated) != 1 or dated[0].start - row.value > 2 or (what in ("born", "died")) != about.person:
        return
    name = about.name
    key = fold(name) if about.person else keyed(fold(name).split())
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
    yield happening.claim(reading, found)


def _named(reading: Reading, row: Row, kind: str, what: str, about: About | Named) -> Iterator[Relation]:
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


def _measured(
    reading: Reading, row: Row, what: str, found: Amount, about: About | Named
) -> Iterator[Relation]:
    value = reading.article.text[found.start : found.end]
    unit = "" if found.unit == "count" else found.unit
    if isinstance(about, Named):
        yield _relation(
            reading,
            row,
            row.end,
            fold(about.name),
            what,
            value,
            about,
            least=found.least,
            most=found.most,
            unit=unit,
        )
        return
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
    row: Row,
    end: int,
    key: str,
    relation: str,
    value: str,
    about: About | Named,
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
        context=about.context if about.site or about.firm or isinstance(about, Named) else (),
    )  # fmt: skip
