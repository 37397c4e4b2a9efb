"""Which claims agree on one thing and clash on another? Distinct values are compared, not passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations, groupby

from checker.engine import certainty, lands, words
from checker.engine.choice import taking_part
from checker.engine.clashes import Clash, Side
from checker.engine.corpus import Corpus, recency, witness
from checker.engine.graph import components
from checker.engine.rules import Pair
from checker.model import Claim
from checker.resolve.compare import is_name, names_itself
from checker.resolve.identity import Identity

CROWD = 200  # a word that more names of one block bear does not nominate pairs


@dataclass(frozen=True, slots=True)
class Node:
    """All claims of one block that say the same."""

    block: tuple[object, ...]
    value: tuple[object, ...]


Nodes = dict[Node, list[Claim]]
Couple = tuple[Node, Node]


def pair(shape: Pair, corpus: Corpus) -> Iterator[Clash]:
    """One clash for every set of values that hang together."""
    nodes = _nodes(shape, taking_part(shape, corpus))
    told: Nodes = {}
    edges: dict[Couple, None] = {}
    for a, b in _clashing(shape, nodes, corpus):
        edges[_unshared(shape, a), _unshared(shape, b)] = None
        for node in (a, b):
            told.setdefault(_unshared(shape, node), []).extend(nodes[node])
    for members, own in components(edges):
        yield _clash(shape, {node: _once(told[node]) for node in members}, own)


def _nodes(shape: Pair, claims: list[Claim]) -> Nodes:
    """What is said in each block: by claims that agree on ``same`` (and on one member of ``share``)."""
    fields = (*shape.differ, *shape.variant, *shape.overlap, *shape.apart)
    nodes: Nodes = {}
    for claim in claims:
        key = tuple(getattr(claim, field) for field in shape.same)
        if None in key or "" in key:
            continue
        if shape.within == "article":
            key = (*key, claim.source.path, claim.source.record)
        value = tuple(getattr(claim, field) for field in fields)
        shared = getattr(claim, shape.share[0]) if shape.share else ("",)
        for member in dict.fromkeys(shared):
            nodes.setdefault(Node((*key, member), value), []).append(claim)
    return nodes


def _clashing(shape: Pair, nodes: Nodes, corpus: Corpus) -> Iterator[Couple]:
    """The pairs that clash, in a fixed order: all, or those that hang together with what is asked for."""
    blocks = groupby(sorted(nodes, key=_said), lambda node: node.block)
    couples = chain.from_iterable(_candidates(shape, list(block), corpus.identity) for _, block in blocks)
    if corpus.whole:
        yield from (it for it in couples if _clash_in(shape, it, nodes, corpus.identity))
        return
    asked = {_unshared(shape, node) for node, claims in nodes.items() if corpus.matters(claims)}
    looked_at: dict[Couple, bool | None] = dict.fromkeys(couples)
    while near := [it for it, clash in looked_at.items() if clash is None and _meets(shape, it, asked)]:
        for couple in near:
            looked_at[couple] = clash = _clash_in(shape, couple, nodes, corpus.identity)
            asked.update(_unshared(shape, node) for node in couple if clash)
    yield from (couple for couple, clash in looked_at.items() if clash)


def _said(node: Node) -> tuple[str, str]:
    return repr(node.block), repr(node.value)


def _candidates(shape: Pair, nodes: list[Node], identity: Identity) -> Iterable[Couple]:
    """All pairs; of many names only those that share a word."""
    fields = (*shape.differ, *shape.variant)
    if not shape.variant or not is_name(shape.of, fields[0]) or len(nodes) < 30:
        return combinations(nodes, 2)
    words_of: dict[str, list[Node]] = {}
    for node in nodes:
        for word in identity.sounds(str(node.value[0])):
            words_of.setdefault(word, []).append(node)
    return dict.fromkeys(
        couple
        for bearers in words_of.values()
        if len(bearers) <= CROWD
        for couple in combinations(bearers, 2)
    )


def _meets(shape: Pair, couple: Couple, asked: set[Node]) -> bool:
    return any(_unshared(shape, node) in asked for node in couple)


def _clash_in(shape: Pair, couple: Couple, nodes: Nodes, identity: Identity) -> bool:
    some, others = (nodes[node] for node in couple)
    return (
        _clashes(shape, some[0], others[0], identity)
        and _may_meet(shape, some, others)
        and not _of_two_bodies(shape, str(couple[0].block[-1]), some, others)
        and not lands.apart(some, others)
    )


def _clashes(shape: Pair, a: Claim, b: Claim, identity: Identity) -> bool:
    return (
        all(
            identity.compare(shape.of, field, getattr(a, field), getattr(b, field)) == "different"
            and not _are_two(shape.of, field, getattr(a, field), getattr(b, field), identity)
            for field in shape.differ
        )
        and all(
            identity.is_variant(shape.of, field, getattr(a, field), getattr(b, field))
            for field in shape.variant
        )
        and all(getattr(a, field).surely_overlaps(getattr(b, field)) for field in shape.overlap)
        and all(getattr(a, field).surely_apart(getattr(b, field)) for field in shape.apart)
    )


def _are_two(kind: str, field: str, a: object, b: object, identity: Identity) -> bool:
    """Is what bears the two names declared to be two things, so that they do not differ on one?"""
    named = names_itself(kind, field) and isinstance(a, str) and isinstance(b, str)
    return named and identity.apart(str(a), str(b))


def _may_meet(shape: Pair, some: list[Claim], others: list[Claim]) -> bool:
    """Do the articles allow it: one article, two, and none that tells the two apart?"""
    here = {witness(claim.source) for claim in some if not claim.quoted}
    there = {witness(claim.source) for claim in others if not claim.quoted}
    if shape.unless == "one article" and here & there:
        return False
    return shape.within != "across" or len({witness(claim.source) for claim in (*some, *others)}) > 1


def _of_two_bodies(shape: Pair, office: str, some: list[Claim], others: list[Claim]) -> bool:
    """Do both tell of which body the office is that they share, and of two?"""
    if not shape.share:
        return False
    mine, theirs = (
        {key for it in claims for key in getattr(it, shape.share[0]) if key.startswith(f"{office} of ")}
        for claims in (some, others)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _unshared(shape: Pair, node: Node) -> Node:
    """What two values share nominates them; it is no part of what they are."""
    return Node(node.block[:-1], node.value) if shape.share else node


def _once(claims: list[Claim]) -> list[Claim]:
    return list({id(claim): claim for claim in claims}.values())


def _clash(shape: Pair, told: dict[Node, list[Claim]], edges: list[tuple[Node, Node]]) -> Clash:
    a, b, assumptions = min(
        (_surest(shape, told[one], told[other]) for one, other in edges),
        key=lambda found: (found[0].quoted + found[1].quoted, len(found[2])),
    )
    a, b = sorted((a, b), key=recency)
    sides = [Side(_normalised(node), tuple(claims)) for node, claims in told.items()]
    sides.sort(key=lambda side: side.value)
    bearers = Counter({side.value: len({witness(claim.source) for claim in side.claims}) for side in sides})
    return Clash(
        subject=words.subject(a) if _is_about_a_thing(shape) else sides[0].value,
        sides=tuple(sides),
        a=a,
        b=b,
        scope=a.source.key if shape.within == "article" else "",
        values=", ".join(side.value for side in sides),
        explanation=tuple(
            f"{value}: {words.quantity(count, 'article')}" for value, count in bearers.most_common()
        ),
        assumptions=assumptions,
    )


def _surest(shape: Pair, some: list[Claim], others: list[Claim]) -> tuple[Claim, Claim, tuple[str, ...]]:
    """The two claims of two values that need the fewest assumptions; those of one article before others."""
    a = min(some, key=lambda claim: (claim.quoted, len(claim.assumptions)))
    b = min(
        others,
        key=lambda claim: (claim.quoted, len(claim.assumptions), witness(claim.source) != witness(a.source)),
    )
    told = [*certainty.of_reading([a, b]), *certainty.of_identity(a, b)]
    if "when" in (*shape.differ, *shape.overlap, *shape.apart):
        told += certainty.of_time([a, b])
    if "place" in shape.differ:
        told += certainty.of_place(a, b)
    return a, b, certainty.distinct(told)


def _normalised(node: Node) -> str:
    return " | ".join(words.spoken(value) for value in node.value)


def _is_about_a_thing(shape: Pair) -> bool:
    """Is there something whose value is disputed, or is the dispute about what it is called?"""
    return bool(shape.same) and not is_name(shape.of, (*shape.differ, *shape.variant, "")[0])
