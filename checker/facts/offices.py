"""Which office of which body do two columns of a row name? Read by the grammar that reads articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.extract import bodies, organisations
from checker.extract.title_phrases import COUNTERPART, Title
from checker.extract.titles import titles
from checker.facts.rows import WrongFact
from checker.resolve import gazetteer, offices, places
from checker.text.tokens import tokens
from checker.vocab import load

_STATUSES = ("current", "acting", "deputy")


@dataclass(frozen=True, slots=True)
class Post:
    """An office as claims have it."""

    office: str
    body: str | None
    status: str
    single: bool


def held(office: str, body: str) -> Post:
    """The post; the body may stand in the words of the office ("Mayor of London"). Raises WrongFact."""
    title = _title(office)
    if title is None:
        raise WrongFact(f'office = "{office}": no office we know{_nearest(office, _offices())}')
    if title.status not in _STATUSES:
        raise WrongFact(f'office = "{office}": say from when to when it was held, not "{title.status}"')
    of = _body(body, title.head) if body else title.body
    if body and title.body and of != title.body:
        raise WrongFact(f'body = "{body}", but office = "{office}" says another')
    if of is None and not (title.head.alone or title.served):
        raise WrongFact(f'"body" is missing: {office} of what?')
    return Post(
        offices.canonical(title.head, title.portfolio, of, title.served),
        of,
        title.status,
        offices.single(title.head, title.portfolio),
    )


def _title(words: str) -> Title | None:
    """The title that the words are from first to last."""
    for text in (words, words.title()):
        row = tokens(text, 0, len(text))
        found = next(titles(text, row), None)
        if found and found.head is not COUNTERPART and (found.start, found.end) == (0, len(row)):
            return found
        if (head := offices.heads().at(row, 0)) and head[1] == len(row):
            return Title(0, len(row), head[0])  # one that running text takes for an office only with its body
    return None


def _body(words: str, head: offices.Head) -> str:
    if words in gazetteer.places() and not head.company:
        return words
    row = tokens(words, 0, len(words))
    found = bodies.at(words, row, 0, head) or organisations.at(words, row, 0)
    if found and found[1] == len(row) and found[0]:
        return found[0]
    place = places.find(words, kind=head.realm)
    if place:
        return place.code
    if several := places.candidates(words):
        codes = ", ".join(f"{it.code} ({it.name})" for it in several)
        raise WrongFact(f'body = "{words}": which of {codes}?')
    near = _nearest(words, places.nouns())
    if (head.company or head.corporate) and not (
        near and len(row) == 1 and head.governs == "country" and not head.company
    ):
        return words
    raise WrongFact(f'body = "{words}": no place or organisation we know{near}')


def _nearest(words: str, known: Iterable[str]) -> str:
    import difflib

    by_low = {form.lower(): form for form in known}
    near = difflib.get_close_matches(words.lower(), by_low, n=1, cutoff=0.7)
    return f'; did you mean "{by_low[near[0]]}"?' if near else ""


def _offices() -> list[str]:
    """Titles in full, a portfolio with every head that takes one."""
    table = load("offices")
    plain = [form for entry in table.values() for form in entry["forms"]]
    ministers = [form for entry in table.values() if entry.get("portfolio") for form in entry["forms"]]
    concepts = [form for forms in load("portfolios")["concepts"].values() for form in forms]
    return [
        *plain,
        *(f"{concept} {head}" for head in ministers for concept in concepts),
        *(f"{head} of {concept}" for head in ministers for concept in concepts),
    ]
