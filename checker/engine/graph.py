"""Which things hang together: the connected components of a graph, in a fixed order."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


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
