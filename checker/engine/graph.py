"""Which things hang together: the connected components of a graph, in a fixed order."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
V = TypeVar("V")

MANY = 60  # things of which each is compared with every other


def couples(things: Sequence[V]) -> Iterator[tuple[V, V]]:
    """All pairs of a few things; of many, each with those that follow it next.

    What clashes with nearly everything hangs together by these all the same, and the work stays linear.
    """
    for at, thing in enumerate(things):
        for other in things[at + 1 : at + 1 + MANY]:
            yield thing, other


def components(edges: Iterable[tuple[T, T]]) -> Iterator[tuple[list[T], list[tuple[T, T]]]]:
    """Sets of nodes that hang together, each with its edges, all in the order in which they came up."""
    edges = list(edges)
    root: dict[T, T] = {}
    for a, b in edges:
        root[_top(root, b)] = _top(root, a)
    found: dict[T, list[tuple[T, T]]] = {}
    for edge in edges:
        found.setdefault(_top(root, edge[0]), []).append(edge)
    for own in found.values():
        yield list(dict.fromkeys(node for edge in own for node in edge)), own


def _top(root: dict[T, T], node: T) -> T:
    while (above := root.setdefault(node, node)) != node:
        root[node] = root[above]
        node = above
    return node
