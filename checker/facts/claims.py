"""A row of a file of facts -> claims, its words read as those of articles are: both get the same keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker import dates
from checker.dates import calendar, values
from checker.extract.event_names import names
from checker.extract.happening import called, nominals, scattered
from checker.extract.life import OF_PEOPLE
from checker.extract.named_events import PARTS
from checker.facts.offices import held
from checker.facts.rows import Row, WrongFact
from checker.model import BEGINNING, END, UNKNOWN, Claim, Event, Office, Source, When
from checker.resolve.compare import fold
from checker.resolve.organisations import spelled
from checker.text.tokens import tokens

_DONE = {"born": "born", "died": "died", "founded": "founded"}  # columns, to what happens there
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")


def claims(source: Source, row: Row) -> Iterator[Claim]:
    """What the row says. Raises WrongFact."""
    match row.kind:
        case "office":
            yield _office(source, row)
        case "event":
            yield _event(source, row)
        case _:
            name = row.needed("name")
            told = [column for column in _DONE if column in row.values]
            if not told:
                raise WrongFact(f"nothing is said of {name}")
            for column in told:
                yield _once(source, row, name, _DONE[column], _date(row, column))


def _office(source: Source, row: Row) -> Office:
    post = held(row.needed("office"), row.values.get("body", ""))
    return Office(
        source=source,
        start=row.start,
        end=row.end,
        office=post.office,
        body=post.body,
        holder=row.needed("holder"),
        status=post.status,
        single=post.single,
        when=_tenure(row),
    )


def _tenure(row: Row) -> When:
    """From the first to the last day; surely held between the ends as precisely as they are given."""
    begins, ends = _date(row, "from"), _date(row, "to")
    first, sure_first = begins.first, begins.last if begins.known else BEGINNING
    last, sure_last = ends.last, ends.first if ends.known else END
    if first > last:
        raise WrongFact(f'from = "{row.values["from"]}" is after to = "{row.values["to"]}"')
    return When(first, last, (sure_first, sure_last) if sure_first <= sure_last else None, "stated")


def _once(source: Source, row: Row, name: str, what: str, when: When) -> Event:
    """What happens to somebody or something once, under the key that articles give it."""
    key = fold(name) if what in OF_PEOPLE else " ".join(spelled(word) for word in fold(name).split())
    return Event(
        source=source,
        start=row.start,
        end=row.end,
        event=f"{key}: {what}",
        name=called(what, name),
        place=row.values.get("place"),
        when=when,
        named=False,
        scattered=scattered(f"{key}: {what}"),
    )


def _event(source: Source, row: Row) -> Event:
    """A named event, its opening, end or signing; or what happened to a thing once ("opening of X")."""
    words = row.needed("event")
    if not row.values.keys() & {"date", "place"}:
        raise WrongFact(f"neither date nor place of {words}")
    when = _date(row, "date")
    noun, of, thing = words.removeprefix("the ").removeprefix("The ").partition(" of ")
    what = nominals().get(noun.lower(), "") if of else ""
    named = _named(thing if what in PARTS else words)
    if named is not None and (not what or what in PARTS):
        key, edition, signed = named
        what = "signed" if signed else what or "held"
        if not edition:
            key = f"{key} {_year(words, when)}"
        key = f"{key}: {PARTS[what]}" if PARTS[what] else key
        return Event(
            source=source,
            start=row.start,
            end=row.end,
            event=key,
            name=words,
            place=row.values.get("place"),
            when=when,
            scattered=scattered(key),
        )
    if not what:
        raise WrongFact(
            f'event = "{words}": no event that can be known by its name; write one with its edition or year '
            f'("Aero India 2019"), or what happened to what ("opening of the Harbour Bridge")'
        )
    return _once(source, row, thing.removeprefix("the "), what, when)


def _named(words: str) -> tuple[str, bool, bool] | None:
    """Key of a named event, whether that tells one time from the next, whether it is signed."""
    bare = re.sub(r"^[Tt]he ", "", words)
    text = f"{bare} was held"
    row = tokens(text, 0, len(text))
    found = next(names(text, row), None)
    if found is None or found.start > 0 or found.end != len(row) - 2:
        return None
    return found.key, found.edition, found.signed


def _year(words: str, when: When) -> str:
    years = {calendar.civil(day)[0] for day in (when.first, when.last)} if when.known else set()
    if len(years) != 1:
        raise WrongFact(f'event = "{words}": say of which year, in the name or by the date')
    (year,) = years
    return str(year) if year > 0 else f"{1 - year} bc"


def _date(row: Row, column: str) -> When:
    """The days that a column gives, unknown where it is empty."""
    written = row.values.get(column)
    if not written:
        return UNKNOWN
    if _ISO.fullmatch(written):
        days = values.interval(written)
        if days is None:
            raise WrongFact(f'{column} = "{written}": there is no such date')
        return When(*days, basis="stated")
    when = dates.absolute(written)
    if when is None or not when.known:
        raise WrongFact(f'{column} = "{written}": not a date; write 1969, 1969-07 or 1969-07-20')
    return replace(when, basis="stated")
