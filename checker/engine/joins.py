"""By which of their values do rules bring claims together? Claims that share none of them cannot clash.

Nor can those that share one and say the same: so claims are filed with what they say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from checker.engine.choice import contradicts_itself, takes_part
from checker.engine.graph import components
from checker.engine.rules import Each, Group, Judge, Known, Names, Order, Pair, Rule
from checker.hashing import blake2b
from checker.model import Claim
from checker.resolve.compare import fold, people

Join: TypeAlias = tuple[str, str]  # a kind of claim and a field of it; "" where all claims of the kind meet

# What the judges look at beside the claims of their group.
_BESIDE: dict[Judge, Join] = {
    "timeline": ("handover", "office"),
    "succession": ("handover", "office"),
    "titles": ("handover", "body"),
}


# The fields in which claims differ that a judge lets clash, where these are more than the rule names.
_TOLD: dict[Judge, tuple[str, ...]] = {
    "ages": ("age", "born", "now"),
    "encounters": ("when", "place"),
    "visits": ("fact", "days", "when", "place"),
}

_ALIAS: Join = ("alias", "keys")  # which names are one counts for all rules
ALIASES = 0  # the family of these

# By which of their values claims are held against reference facts; of several, any.
_KNOWN_BY = {"office": ("office",), "event": ("event", "bearer")}


@dataclass(frozen=True, slots=True)
class Joins:
    """The joins of some rules. Those of one name have their values in common: claims are filed under these.

    A claim can be part of a clash only with what it is ``asking`` for; what ``follows`` from a clash are the
    values by which more claims may become part of it. ``telling`` are the fields by which claims of a kind
    differ if they clash, ``alone`` the rules that look at one claim, and ``always`` the kinds of which any
    claim may matter by itself. ``families`` numbers the kinds: those that a rule looks at together have one
    number, and ``ALIASES``, which matter to all, the least. ``name`` names the way in which claims are filed.
    """

    names: dict[Join, str]
    families: dict[str, int]
    asking: frozenset[Join]
    follows: frozenset[Join]
    telling: dict[str, tuple[str, ...]]
    alone: tuple[Each, ...]
    always: frozenset[str]
    name: int

    def filed(self, claim: Claim) -> tuple[list[int], bool]:
        """Under what a claim is filed, and whether it may matter whatever others say."""
        keys = self._keys(claim, self.names)
        if claim.kind in self.always or any(is_suspect(each, claim) for each in self.alone):
            return [*keys, SUSPECT + self.families[claim.kind]], True
        return keys, False

    def told(self, claim: Claim) -> int | None:
        """What it says, as a number: of claims that share a key, only different ones clash. None: nothing."""
        fields = self.telling.get(claim.kind)
        return _hash(repr([getattr(claim, field) for field in fields])) if fields else None

    def looking(self, families: Collection[int], rules: Iterable[Rule]) -> list[Rule]:
        """Those of the rules that look at claims of one of the families."""
        return [rule for rule in rules if any(self.families[kind] in families for kind in _kinds(rule))]

    def chained(self, rules: Iterable[Rule]) -> list[Rule]:
        """Those of the rules that look at claims of which more may follow from a clash."""
        return self.looking({self.families[kind] for kind, _ in self.follows}, rules)

    def asked(self, claim: Claim) -> list[int]:
        """Under what the claims stand with which it may clash."""
        return self._keys(claim, self.asking)

    def following(self, claim: Claim) -> list[int]:
        """Under what the claims stand that may belong to a clash in which this one takes part."""
        return self._keys(claim, self.follows)

    def equating(self, claims: Iterable[Claim]) -> list[int]:
        """Under what the claims stand that equate a name of one of these with another."""
        names = dict.fromkeys(fold(name) for claim in claims for name in people(claim))
        return [_hash(f"{_ALIAS[0]}\0{name}") for name in names]

    def _keys(self, claim: Claim, joins: Collection[Join]) -> list[int]:
        return [
            _hash(f"{name}\0{value}")
            for (kind, field), name in self.names.items()
            if kind == claim.kind and (kind, field) in joins
            for value in _values(claim, field)
        ]


def joins(rules: Iterable[Rule]) -> Joins:
    """What the rules join."""
    rules = list(rules)
    names: dict[Join, str] = {_ALIAS: _ALIAS[0]}
    for met in sorted({met for rule in rules for met in _met(rule)}):
        known = {names[join] for join in met if join in names}
        name = min(known, default=".".join(met[0]))
        names.update({join: name for join, old in names.items() if old in known})
        names.update(dict.fromkeys(met, name))
    names = dict(sorted(names.items()))
    telling = _telling(rules)
    alone = tuple(rule.shape for rule in rules if isinstance(rule.shape, Each))
    within = {it.of for rule in rules if isinstance(it := rule.shape, Pair) and it.within == "article"}
    families = _families(rules)
    return Joins(
        names,
        families,
        asking=frozenset(met[0] for rule in rules for met in _met(rule) if not _only_follows(rule, met)),
        follows=frozenset(met[0] for rule in rules if _shares(rule) for met in _met(rule)),
        telling=telling,
        alone=alone,
        always=frozenset((_ALIAS[0], *within)),
        name=_hash(repr((names, families, telling, alone, sorted(within)))),
    )


def _families(rules: list[Rule]) -> dict[str, int]:
    """The kinds of claims by the numbers of what hangs together."""
    met = [sorted({*_kinds(rule), *(kind for it in _met(rule) for kind, _ in it)}) for rule in rules]
    together = [members for members, _ in components((kinds[0], kind) for kinds in met for kind in kinds)]
    numbers = {
        kind: number
        for number, kinds in enumerate(sorted(map(sorted, together)), ALIASES + 1)
        for kind in kinds
    }
    return {**numbers, _ALIAS[0]: ALIASES}


def _kinds(rule: Rule) -> Names:
    """The kinds of claims that a rule finds at odds."""
    return rule.shape.of if isinstance(rule.shape, Known) else (rule.shape.of,)


def is_suspect(shape: Each, claim: Claim) -> bool:
    """Is the claim wrong by itself, as far as it alone can tell?"""
    return claim.kind == shape.of and takes_part(shape, claim) and contradicts_itself(claim, shape.differ)


def _telling(rules: Iterable[Rule]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for rule in rules:
        match rule.shape:
            case Pair(of=kind, differ=differ, variant=variant):
                found.setdefault(kind, set()).update((*differ, *variant))
            case Group(of=kind, differ=differ, judge=judge):
                found.setdefault(kind, set()).update(_TOLD.get(judge, differ))
            case Order(of=kind, first=first, then=then):
                found.setdefault(kind, set()).update((*first, *then))
    return {kind: tuple(sorted(found[kind])) for kind in sorted(found)}


def _met(rule: Rule) -> Iterator[tuple[Join, ...]]:
    """Joins whose claims a rule brings together when they have a value in common; the first one asks."""
    match rule.shape:
        case Each(of=kind, unless=unless) if unless is not None:
            yield (kind, unless.same[0]), (unless.of, unless.same[0])
        case Pair(within="article") | Each():
            return
        case Pair(of=kind, same=same, share=share, differ=differ, variant=variant):
            yield ((kind, (*share, *same, "")[0]),)
            if share:
                yield ((kind, (*variant, *differ)[0]),)
        case Group(of=kind, by=by, judge=judge):
            yield ((kind, by[0]), *([_BESIDE[judge]] if judge in _BESIDE else []))
        case Order(of=kind, by=by):
            yield ((kind, by[0]),)
        case Known(of=kinds):
            for kind in kinds:
                yield from (((kind, field),) for field in _KNOWN_BY[kind])


def _shares(rule: Rule) -> bool:
    """May its clashes reach from one group of claims to the next?"""
    return isinstance(rule.shape, Pair) and bool(rule.shape.share)


def _only_follows(rule: Rule, met: tuple[Join, ...]) -> bool:
    return _shares(rule) and isinstance(rule.shape, Pair) and met[0][1] not in rule.shape.share


def _values(claim: Claim, field: str) -> Iterator[str]:
    """The values under which a claim is found. Those that say nothing join nothing."""
    value = getattr(claim, field) if field else "all"
    for part in value if isinstance(value, tuple) else (value,):
        if part is not None and part != "":
            yield part if isinstance(part, str) else repr(part)


def _hash(text: str) -> int:
    """A number by which a text is known, the same in every process."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


# The key of claims that may be wrong whatever others say; their family is added to it.
SUSPECT = _hash("suspect")
