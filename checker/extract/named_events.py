"""When and where named events take place: "Aero India 2019 will be held in Bengaluru in February 2019"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from checker.dates import calendar
from checker.extract.clauses import DAY, PERIOD, Clauses, Told, hedged
from checker.extract.event_names import Name, introducing
from checker.extract.happening import Happening, nominals
from checker.model import When
from checker.text.tokens import Phrases, Token
from checker.vocab import load

_QUOTES = frozenset("'\"‘’“”")
_BEING = frozenset(("was", "were", "is", "are", "be", "been", "being"))
_AUXILIARY = _BEING | frozenset(
    ("will", "has", "have", "had", "to", "due", "set", "scheduled", "slated", "on", "also", "then")
)
_PLANNED = frozenset(("will", "to", "due", "set", "scheduled", "slated", "is", "are"))
# What has dates of its own, besides the event as a whole.
PARTS = {"held": "", "opened": "opening", "ended": "end", "signed": "signing"}
_OWN = frozenset(("her", "his", "its", "my", "our", "their", "your"))
_WON = frozenset("appearance crown gold medal success title titles triumph trophy victory win".split())
_LEADING = frozenset(
    "a an annual bilateral biennial its joint maiden military naval the their trilateral".split()
)
_APPOSITION = 14  # tokens between the commas behind a name


@cache
def _verbs(form: str) -> Phrases[str]:
    """The verbs of that form, to what they tell of the event."""
    return Phrases(
        (verb, told) for told, forms in load("events")["verbs"].items() for verb in forms.get(form, ())
    )


def read(text: str, row: list[Token], names: Iterable[Name], clauses: Clauses) -> Iterator[Happening]:
    """What the sentence tells of the events it names."""
    end = row[-1].end if row else 0
    for name in names:
        if is_part(row, name):
            continue
        found = _told(text, row, name, clauses, end)
        if found and (found[1].when.basis == "stated" or _of_year(name, found[1])):
            yield from _happening(row, name, *found)
        elif name.edition and not name.signed:
            behind = row[_behind_quotes(row, name.end) - 1].end
            place = clauses.place_behind(behind, end)
            yield Happening(row[name.start].start, behind, name.key, name.text, When(), place)


def _told(
    text: str, row: list[Token], name: Name, clauses: Clauses, end: int
) -> tuple[str, Told, bool] | None:
    """What is told of the event, when and where, and whether it is only planned."""
    begin = row[_clause(row, name.start)].start
    if apposed := _apposed(row, name.end):
        said, last = apposed
        told = clauses.after(row[last - 1].end, end)
        if told and not hedged(text, begin, told.end):
            return said, told, False
    verb = _verb_behind(row, name.end)
    if verb:
        said, first, last = verb
        told = clauses.after(row[last - 1].end, end) or _fronted(clauses, row, name)
        if told:
            told = replace(told, end=max(told.end, row[last - 1].end))
        apart = row[first].start  # what an apposition between name and verb says is left aside
        if told and not hedged(text, begin, row[name.start].end) and not hedged(text, apart, told.end):
            return said, told, any(token.low in _PLANNED for token in row[first:last])
        return None
    if said := _noun_before(row, name.start):
        told = clauses.after(row[name.end - 1].end, end, DAY)
        return (said, told, False) if told and not hedged(text, begin, told.end) else None
    hosted = _host_before(row, name.start)
    behind = row[_behind_quotes(row, name.end) - 1].end
    told = clauses.after(behind, end) if hosted else None
    if not told and not name.signed:
        told = clauses.after(behind, end, PERIOD)
        if told and text.startswith(",", behind) and not _of_year(name, told):
            return None  # "at the 2012 Games, in 2013 they": the date of another clause
    if told and not hedged(text, begin, told.end):
        return "held", told, hosted == "planned"
    return None


def is_part(row: list[Token], name: Name) -> bool:
    """Is the name only the tail of a body's, or what somebody won: "her second Kittan Cup title"?"""
    i = name.start - (name.start > 0 and row[name.start - 1].low == "the")
    if i > 1 and row[i - 1].low == "of" and row[i - 2].capital and row[i - 2].low not in nominals():
        return True
    won = name.end < len(row) and row[name.end].low in _WON
    return won and row[name.start].text.islower() and row[name.start - 1].low in _OWN


def _of_year(name: Name, told: Told) -> bool:
    """May the date be one of the event by the year in its name?"""
    year = name.key.split()[-1]
    days = calendar.year_span(int(year)) if year.isdigit() else None
    return days is None or (told.when.first <= days[1] and days[0] <= told.when.last)


def _noun_before(row: list[Token], i: int) -> str:
    """ "the signing of", "the opening of" right before the name, as what they say of the event."""
    i -= i > 0 and row[i - 1].low == "the"
    said = nominals().get(row[i - 2].low, "") if i > 1 and row[i - 1].low == "of" else ""
    return said if said in PARTS else ""


def _clause(row: list[Token], i: int) -> int:
    """The token at which the clause around ``i`` begins."""
    while i > 0 and row[i - 1].text not in ";:—(":
        i -= 1
    return i


def _fronted(clauses: Clauses, row: list[Token], name: Name) -> Told | None:
    """ "On 5 May 1955, the Treaty of X was signed"."""
    subject = name.start - (name.start > 0 and row[name.start - 1].low == "the")
    return clauses.before(row[0].start, row[subject].start)


def _verb_behind(row: list[Token], i: int) -> tuple[str, int, int] | None:
    """What the verb says whose subject ends at ``i``, and the tokens of the verb group."""
    i = _behind_apposition(row, i)
    first = i
    while i < len(row) and i - first < 6 and (row[i].low in _AUXILIARY or row[i].low.endswith("ly")):
        if row[i].low == "scheduled" and i + 1 < len(row) and row[i + 1].low == "for":
            return "held", first, i + 2
        i += 1
    being = any(token.low in _BEING for token in row[first:i])
    found = _verbs("active").at(row, i)
    if found:
        return (found[0], first, found[1]) if not being else None
    found = _verbs("passive").at(row, i)
    apposed = i == first and row[i - 1].text == "," and found is not None and found[0] == "held"
    if found and (being or apposed):
        return found[0], first, found[1]
    return None


def _apposed(row: list[Token], i: int) -> tuple[str, int] | None:
    """ "The Treaty of X, signed in ..., ended the war": what is said first, and the index behind."""
    i = _behind_quotes(row, i)
    if i + 2 >= len(row) or row[i].text != ",":
        return None
    i += 1
    if row[i].low == "which":
        i += 2 if row[i + 1].low in ("was", "were") else 1
    i += row[i].low.endswith("ly") and i + 1 < len(row)
    return _verbs("passive").at(row, i)


def _behind_quotes(row: list[Token], i: int) -> int:
    while i < len(row) and row[i].text in _QUOTES:
        i += 1
    return i


def _behind_apposition(row: list[Token], i: int) -> int:
    """Skips quotation marks, an acronym in brackets, a place, and what stands between commas."""
    i = _behind_quotes(row, i)
    if i + 2 < len(row) and row[i].text == "(" and row[i + 2].text == ")":
        i += 3
    if i + 1 < len(row) and row[i].low in ("in", "at") and row[i + 1].capital:
        i += 2
        while i < len(row) and row[i].capital:
            i += 1
    if i < len(row) and row[i].text == ",":
        for j in range(i + 1, min(i + _APPOSITION, len(row))):
            if row[j].text == ",":
                return j + 1
            if row[j].text.islower() and row[j].low in _AUXILIARY - {"on"}:
                break
        return i + 1
    return i


def _lead(row: list[Token], i: int) -> int:
    """Where begins what leads up to a name: "the joint military exercise"."""
    while i > 0 and row[i - 1].text in _QUOTES:
        i -= 1
    if found := introducing().before(row, i):
        i = found[1]
    while i > 0 and row[i - 1].low in _LEADING:
        i -= 1
    return i


def _host_before(row: list[Token], i: int) -> str:
    """ "India hosted the …": "told", or "planned" for what is to come; empty where there is no host."""
    i = _lead(row, i)
    found = _verbs("transitive").before(row, i)
    if not found:
        return ""
    before = [token.low for token in row[max(0, found[1] - 3) : found[1]]]
    if (
        "to" in before
        or "will" in before
        or row[found[1]].low in ("hosts", "holds", "host", "hold", "stages")
    ):
        return "planned"
    return "" if {"was", "were", "be", "been"} & set(before) else "told"


def _happening(row: list[Token], name: Name, said: str, told: Told, planned: bool) -> Iterator[Happening]:
    if (said == "signed") != name.signed and said != "held":
        return
    key, assumptions = name.key, list(told.assumptions)
    if not name.edition:
        years = {calendar.civil(day)[0] for day in (told.when.first, told.when.last)}
        if len(years) > 1 or told.when.basis != "stated":
            return
        year = years.pop()
        key = f"{key} {year}" if year > 0 else f"{key} {1 - year} bc"
        assumptions.append(f"“{name.text}” of one year is one event: recognised by its name and year")
    if planned:
        assumptions.append(f"the plans for “{name.text}” were not changed")
    start, end = min(told.start, row[name.start].start), max(told.end, row[name.end - 1].end)
    what = PARTS[said]
    yield Happening(
        start,
        end,
        f"{key}: {what}" if what else key,
        f"{what} of {name.text}" if what else name.text,
        told.when,
        told.place,
        assumptions=tuple(dict.fromkeys(assumptions)),
    )
