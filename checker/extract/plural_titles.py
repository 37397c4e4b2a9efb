"""One title for several people: "Presidents A and B", "the foreign ministers of India and Nepal, A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.extract import bodies
from checker.extract.names import Name, name_at
from checker.extract.title_phrases import Title, phrase, skip_the
from checker.resolve import offices
from checker.text.tokens import Token

_MOST = 6


def plural_titles(text: str, row: list[Token], i: int, behind: int) -> tuple[list[Title], int] | None:
    """The titles of the people listed behind a plural head at token ``i``, and the index behind the last."""
    found = offices.plurals().at(row, i)
    if not found:
        return None
    title = phrase(text, row, found[0], i, found[1], behind)
    if title.head.leads:
        return None
    if title.body is None and (each := list(_each(text, row, found[1], title))):
        held = [replace(title, name=name, link="after", body=body) for name, body, _ in each]
        return held, each[-1][2]
    places, end = _places(text, row, found[1], title) if title.body is None else ([], title.end)
    if not places and title.body:
        places, end = _places(text, row, title.end, title, first=title.body)
    comma = end < len(row) and row[end].text in (",", ":", "–", "—")
    people = list(_people(text, row, end + comma))
    if len(people) < 2 or (places and len(places) != len(people)):
        return None
    if title.head.bodied and title.body is None and not places:
        return None
    if end > i + 1 and not any(name.words > 1 or name.titled for name in people):
        return None  # "Web Managers, Multilingual, Plain Language"
    shared = [title.body] * len(people)
    held = [
        replace(title, end=end, name=name, link="after", body=body)
        for name, body in zip(people, places or shared, strict=True)
    ]
    return held, people[-1].end


def _places(
    text: str, row: list[Token], i: int, title: Title, first: str | None = None
) -> tuple[list[str | None], int]:
    """The bodies of "of India, Nepal and Bhutan" from ``i`` on (behind ``first``), and the index behind."""
    places: list[str | None] = [first] if first else []
    if not first:
        if i >= len(row) or row[i].low != "of":
            return [], title.end
        i += 1
    end = i
    while i < len(row) and len(places) < _MOST:
        if places:
            if row[i].low not in ("and", ","):
                break
            i += 1 + (row[i].text == "," and i + 1 < len(row) and row[i + 1].low == "and")
        found = bodies.at(text, row, skip_the(row, i), title.head, firm=False)
        if not found:
            break
        places.append(found[0])
        i = end = found[1]
    return (places, end) if len(places) > 1 else ([], title.end)


def _each(text: str, row: list[Token], i: int, title: Title) -> Iterator[tuple[Name, str, int]]:
    """Names with a body each, "A of India and B of Nepal", and the index behind; nothing if one has none."""
    found: list[tuple[Name, str, int]] = []
    i += i < len(row) and row[i].text in (",", ":", "–", "—")
    while len(found) < _MOST:
        name = name_at(text, row, i)
        if not name or name.end + 1 >= len(row) or row[name.end].text not in ("of", "("):
            break
        body = bodies.at(text, row, skip_the(row, name.end + 1), title.head)
        if not body or not body[0]:
            break
        i = body[1]
        if row[name.end].text == "(":
            if i >= len(row) or row[i].text != ")":
                break
            i += 1
        found.append((name, body[0], i))
        if i >= len(row) or row[i].low not in ("and", ","):
            break
        i += 1 + (row[i].text == "," and i + 1 < len(row) and row[i + 1].low == "and")
    if len(found) > 1:
        yield from found


def _people(text: str, row: list[Token], i: int) -> Iterator[Name]:
    """The names of a list "A, B and C" that begins at ``i``; nothing where it is no list."""
    for _ in range(_MOST):
        name = name_at(text, row, i)
        if not name:
            return
        yield name
        i = name.end
        if i < len(row) and row[i].low == "of":
            return
        if i >= len(row) or row[i].low not in ("and", ",", "&"):
            return
        i += 1 + (row[i].text == "," and i + 1 < len(row) and row[i + 1].low == "and")
