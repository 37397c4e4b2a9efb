"""Which blocks of an HTML page are the article, as against menus, teasers, comments and the like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from checker.load.elements import Beside
from checker.load.parts import Page, Part

_PROSE = ("paragraph", "quote", "item")
_LEAST_PROSE = 40  # characters; shorter blocks do not tell where the article is
_MOST_LINKED = 0.6
_FEW_WORDS = 60  # characters outside of links
_MOST_BESIDE = 0.6  # of all prose; more than that is the article after all
_MOST_COMMENTS = 0.95
_LEAST_KEPT = 0.5
_LEAST_IN_SCOPE = 0.4
_MOST_ABOVE = 0.2  # of the prose
_MOST_BETWEEN = 12  # blocks between the title and the article


def body(page: Page, title: Part | None) -> list[Part]:
    """The blocks of the article in order, its title among them.

    Each step leaves something out only if enough prose stays: better too much than a paragraph lost.
    """
    parts = page.parts
    linked = _mostly_links(parts)
    prose = [
        part.size if part.kind in _PROSE and part.size >= _LEAST_PROSE and number not in linked else 0
        for number, part in enumerate(parts)
    ]
    beside = _beside(page, prose)
    kept = {n for n, part in enumerate(parts) if n not in linked and part.place.beside not in beside}
    scope = _scope(parts, prose, kept)
    kept_there = (kept & scope | _between(parts, title, kept, scope)) - _above(parts, title, prose)
    dropped = set(range(len(parts))) - kept_there
    chosen = kept_there - _headings_of_dropped(parts, dropped)
    return [part for number, part in enumerate(parts) if number in chosen or part is title]


def _mostly_links(parts: Sequence[Part]) -> set[int]:
    """The blocks, and the items of the lists, that consist of little but links."""
    size: Counter[int] = Counter()
    linked: Counter[int] = Counter()
    for part in parts:
        if part.kind == "item":
            size[part.place.listing] += part.size
            linked[part.place.listing] += part.linked
    lists = {number for number in size if linked[number] > _MOST_LINKED * size[number]}
    return {
        number
        for number, part in enumerate(parts)
        if (part.kind == "item" and part.place.listing in lists and part.size - part.linked < _FEW_WORDS)
        or (part.kind in ("paragraph", "heading", "caption") and _is_links(part))
    }


def _is_links(part: Part) -> bool:
    return part.linked > _MOST_LINKED * part.size and part.size - part.linked < _FEW_WORDS


def _beside(page: Page, prose: Sequence[int]) -> Collection[int]:
    """The elements whose words are not the article's, by number."""
    inside = Counter(dict.fromkeys(page.beside, 0))
    for part, size in zip(page.parts, prose, strict=True):
        inside[part.place.beside] += size
    for number in sorted(page.beside, reverse=True):  # what is inside stands after what is around it
        inside[page.beside[number][1]] += inside[number]
    by_element = _dropped(page, inside, ("element", "comments"))
    by_class = _dropped(page, inside, ("element", "comments", "class"))
    sizes = [
        sum(size for part, size in zip(page.parts, prose, strict=True) if part.place.beside not in dropped)
        for dropped in (by_element, by_class)
    ]
    return by_class if sizes[1] >= _LEAST_KEPT * sizes[0] else by_element


def _dropped(page: Page, inside: Counter[int], reasons: Collection[Beside]) -> set[int]:
    total = inside[0]
    dropped: set[int] = set()
    for number in sorted(page.beside):
        reason, around = page.beside[number]
        most = _MOST_COMMENTS if reason == "comments" else _MOST_BESIDE
        if around in dropped or (reason in reasons and inside[number] <= most * total):
            dropped.add(number)
    return dropped


def _scope(parts: Sequence[Part], prose: Sequence[int], kept: Collection[int]) -> set[int]:
    """The blocks inside the element that is marked as the article, if most of the prose is there."""
    total = sum(prose[number] for number in kept)
    for kind in ("article", "body", "main"):
        sizes: Counter[int] = Counter()
        for number in kept:
            if found := getattr(parts[number].place, kind):
                sizes[found] += prose[number]
        if not sizes or sum(sizes.values()) < _LEAST_IN_SCOPE * total:
            continue
        largest, size = min(sizes.items(), key=lambda it: (-it[1], it[0]))
        alone = kind != "body" and size >= _LEAST_KEPT * sum(sizes.values())
        chosen = {largest} if alone else set(sizes)
        return {number for number, part in enumerate(parts) if getattr(part.place, kind) in chosen}
    return set(range(len(parts)))


def _between(
    parts: Sequence[Part], title: Part | None, kept: Collection[int], scope: Collection[int]
) -> set[int]:
    """What stands between the title and the article, such as a standfirst and the day of publication."""
    if title is None or not scope:
        return set()
    at = next(number for number, part in enumerate(parts) if part is title)
    between = [number for number in range(at + 1, min(scope)) if number in kept]
    return set(between) if len(between) <= _MOST_BETWEEN else set()


def _above(parts: Sequence[Part], title: Part | None, prose: Sequence[int]) -> set[int]:
    """What stands above the title, but for that which is marked as the article: the head of the page."""
    if title is None:
        return set()
    at = next(number for number, part in enumerate(parts) if part is title)
    if sum(prose[:at]) > _MOST_ABOVE * sum(prose):
        return set()
    return {number for number in range(at) if not (parts[number].place.article or parts[number].place.body)}


def _headings_of_dropped(parts: Sequence[Part], dropped: Collection[int]) -> set[int]:
    """Headings such as "Related articles" with nothing left under them."""
    found: set[int] = set()
    below_dropped = False
    for number in range(len(parts) - 1, -1, -1):
        if parts[number].kind != "heading":
            below_dropped = number in dropped
        elif below_dropped:
            found.add(number)
    return found
