"""One fact, several dates: which of the values that articles give cannot stand together."""

from __future__ import annotations

from collections.abc import Iterator

from checker.dates import calendar
from checker.engine import certainty, lands, words
from checker.engine.clashes import Clash, Side
from checker.engine.corpus import Corpus, recency, witness
from checker.engine.graph import components, couples
from checker.engine.rules import Parameter
from checker.model import BEGINNING, END, Claim, Event, When

Span = tuple[int, int]


def disputed(
    claims: list[Claim], _corpus: Corpus, parameters: dict[str, Parameter], field: str
) -> Iterator[Clash]:
    """One clash for every set of dates of one thing that share no day.

    ``near-days``, if given, bounds how far apart two dates of a thing without an edition may be: told
    further apart, or both in one article, it took place twice.
    """
    told: dict[Span, list[Claim]] = {}
    for claim in claims:
        when: When = getattr(claim, field)
        if when.known and when.basis in ("stated", "relative"):
            told.setdefault((when.first, when.last), []).append(claim)
    near = parameters.get("near-days")
    edges = [
        (a, b)
        for a, b in couples(sorted(told))
        if a[1] + _slack(told[a], told[b]) < b[0]
        and not (_shortened(told[a]) and _shortened(told[b]))
        and not _of_two_editions(told[a], told[b])
        and not lands.apart(told[a], told[b])
        and not _of_others(told[a], told[b])
        and (near is None or _has_edition(told[a][0]) or _near(told, a, b, int(near)))
    ]
    for members, own in components(edges):
        yield _clash({span: told[span] for span in sorted(members)}, own)


def _shortened(claims: list[Claim]) -> bool:
    """Are all told of what is known by its full name as well?"""
    return all(
        isinstance(it, Event)
        and certainty.shortened(it.event.rpartition(": ")[0], it.name.rpartition(" of ")[2])
        for it in claims
    )


def _slack(some: list[Claim], others: list[Claim]) -> int:
    """How many days accounts of it may differ, and both be right."""
    return max((it.slack for it in (*some, *others) if isinstance(it, Event)), default=0)


def _of_two_editions(some: list[Claim], others: list[Claim]) -> bool:
    """Do all that are known by one year bear numbers, and not the same?"""
    numbers, further = ({it.number for it in side if isinstance(it, Event)} for side in (some, others))
    return 0 not in numbers | further and numbers.isdisjoint(further)


def _of_others(some: list[Claim], others: list[Claim]) -> bool:
    """Do both sides tell who took part, and nobody took part in both: independence from one and another?"""
    here, there = ([it.participants for it in side if isinstance(it, Event)] for side in (some, others))
    named = {name for each in here for name in each}, {name for each in there for name in each}
    deeds = all(it.concerns == "event" for it in (*some, *others) if isinstance(it, Event))
    return deeds and all(here) and all(there) and named[0].isdisjoint(named[1])


def _near(told: dict[Span, list[Claim]], a: Span, b: Span, days: int) -> bool:
    articles, others = ({witness(claim.source) for claim in told[span]} for span in (a, b))
    return b[0] - a[1] <= days and not articles & others


def _has_edition(claim: Claim) -> bool:
    return isinstance(claim, Event) and certainty.has_edition(claim)


def _clash(told: dict[Span, list[Claim]], edges: list[tuple[Span, Span]]) -> Clash:
    found = [_surest(told[a], told[b]) for a, b in edges]
    a, b, assumptions = min(found, key=lambda found: (found[0].quoted + found[1].quoted, len(found[2])))
    a, b = sorted((a, b), key=recency)
    return Clash(
        subject=words.subject(a),
        sides=tuple(Side(f"{_iso(span[0])}/{_iso(span[1])}", tuple(claims)) for span, claims in told.items()),
        a=a,
        b=b,
        values=", ".join(words.spoken(claims[0].when) for claims in told.values()),
        explanation=(
            _apart(a.when, b.when),
            *(f"{words.spoken(claims[0].when)}: {_articles(claims)}" for claims in told.values()),
        ),
        assumptions=assumptions,
    )


def _apart(a: When, b: When) -> str:
    """How far it is from the one to the other, in words; years are counted in years."""
    years = [calendar.civil(when.first)[0] for when in (a, b) if _is_year(when)]
    if len(years) == 2:
        return f"the two dates are {words.quantity(abs(years[0] - years[1]), 'year')} apart"
    return f"the two dates are {words.quantity(a.days_between(b), 'day')} apart"


def _is_year(when: When) -> bool:
    year, _, _ = calendar.civil(when.first)
    return (when.first, when.last) == calendar.year_span(year)


def _surest(some: list[Claim], others: list[Claim]) -> tuple[Claim, Claim, tuple[str, ...]]:
    a = min(some, key=_doubts)
    b = min(others, key=lambda claim: (*_doubts(claim), witness(claim.source) != witness(a.source)))
    return a, b, _assumptions(a, b)


def _doubts(claim: Claim) -> tuple[bool, int]:
    return claim.quoted, len(certainty.of_reading([claim])) + len(certainty.of_time([claim]))


def _assumptions(a: Claim, b: Claim) -> tuple[str, ...]:
    told = [*certainty.of_reading([a, b]), *certainty.of_time([a, b]), *certainty.of_identity(a, b)]
    if a.when.days_between(b.when) == 1 and not (_is_year(a.when) or _is_year(b.when)):
        told.append("both passages count the days in one time zone")
    return certainty.distinct(told)


def _articles(claims: list[Claim]) -> str:
    return words.quantity(len({witness(claim.source) for claim in claims}), "article")


def _iso(day: int) -> str:
    return "" if day in (BEGINNING, END) else calendar.iso(day)
