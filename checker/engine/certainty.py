"""How sure is a clash, and which assumptions does it rest on? Severity is certainty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.engine.words import spoken_time
from checker.model import Age, Claim, Event, Milestone, Organisation, Person, Rank, Severity, Source, Visit
from checker.resolve.compare import fold
from checker.resolve.organisations import without_firm

_ORDER: tuple[Severity, ...] = ("notice", "warning", "error")
_EDITION = re.compile(r"\d|\b(?:first|second|third|\w+th|[IVXL]{2,})\b", re.IGNORECASE)


def severity(
    ceiling: Severity, claims: Iterable[Claim], assumptions: tuple[str, ...], *, explainable: bool
) -> Severity:
    """The lesser of what the rule allows and what we know.

    Without an assumption a clash is an error, with one a warning; where somebody is only quoted, or the
    clash has a natural explanation, a notice.
    """
    if explainable or any(claim.quoted for claim in claims):
        return "notice"
    return min(ceiling, "warning" if assumptions else "error", key=_ORDER.index)


def rank(severity: Severity) -> int:
    """0 for a notice, 2 for an error."""
    return _ORDER.index(severity)


def of_reading(claims: Iterable[Claim]) -> tuple[str, ...]:
    """What had to be assumed to read the claims as they were read."""
    return distinct(assumption for claim in claims for assumption in claim.assumptions)


def of_time(claims: Iterable[Claim]) -> tuple[str, ...]:
    """What had to be assumed to say when the claims hold."""
    return distinct(assumption for claim in claims for assumption in _of_time(claim))


def of_identity(*claims: Claim) -> tuple[str, ...]:
    """Across articles, the name alone makes two people, organisations or nameless events one."""
    if len({(claim.source.path, claim.source.record) for claim in claims}) < 2:
        return ()
    first = claims[0]
    match first:
        case Person() | Organisation():
            return (f"both articles mean the same {first.name}",)
        case Rank() | Age():
            return (f"both articles mean the same {first.person}",)
        case Visit():
            return (f"both articles mean the same {first.visitor}",)
        case Milestone():
            return (f"both articles mean the same {first.subject}",)
        case Event() if not first.named or not has_edition(first):
            return (f"both articles mean the same event ({first.name})",)
    return ()


def of_place(*claims: Claim) -> tuple[str, ...]:
    """Where something without a name of its own takes place, one passage may name a part, or another time."""
    told = [claim for claim in claims if isinstance(claim, Event) and not claim.named and claim.place]
    if not told:
        return ()
    places = " and ".join(sorted({claim.place for claim in told if claim.place}))
    return (f"{places} are not two words for one place",)


def has_edition(event: Event) -> bool:
    """Does the name tell one edition of the event from the next ("Aero India 2019", "the Third Congress")?"""
    return event.named and _EDITION.search(event.event) is not None


def shortened(key: str, name: str) -> bool:
    """Is a thing filed under the first words of its name, which others may bear as well?"""
    return fold(without_firm(name)).startswith(f"{key} ") and "(" not in name[len(key) :]


def dating(source: Source) -> str:
    """Where the date of an article comes from, in words."""
    if source.published is None:
        return f"{source.article} is undated"
    said = spoken_time(source.published)
    if source.published.basis == "estimated":
        said = said.removeprefix("some time ")
        return f"{source.article} is undated; by its own text ({source.dated_by}) it was written {said}"
    return f"{source.article} is dated {said}" + (f" ({source.dated_by})" if source.dated_by else "")


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _of_time(claim: Claim) -> Iterator[str]:
    if claim.assumptions:
        return  # the reading of the claim has told where its time comes from
    match claim.when.basis:
        case "published":
            yield f"{claim.source.article} speaks of the time of its publication, {spoken_time(claim.when)}"
        case "estimated":
            yield f"{claim.source.article} speaks of the time of its writing, {spoken_time(claim.when)}"
        case "relative":
            yield f"{claim.source.article} reckons from the day of its publication"
