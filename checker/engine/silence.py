"""Which passages do comments silence, for which rules, and which comments are of no use?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from checker.engine.clashes import Clash
from checker.errors import suggest
from checker.load.ignores import silenced
from checker.model import Claim, Source, Suppression
from checker.model.article import Ignore

Ignores = Iterable[tuple[Source, tuple[Ignore, ...]]]
Place = tuple[str, str | None]

UNUSED = "unused-suppression"


class Silence:
    """The comments of a run. ``names`` gives the id of a rule for every name that it goes by."""

    def __init__(self, ignores: Ignores, names: Mapping[str, str]) -> None:
        self._names = names
        self._sources: dict[Place, Source] = {}
        self._ignores: dict[Place, tuple[Ignore, ...]] = {}
        for source, found in ignores:
            place = (source.path, source.record)
            self._sources[place] = source
            self._ignores[place] = found
        self._used: set[tuple[Place, int, str]] = set()

    def of(self, rule: str, clashes: Iterable[Clash]) -> dict[int, Ignore]:
        """What silences the passages of clashes, by the identity of their claims."""
        if not self._ignores:
            return {}
        found: dict[int, Ignore] = {}
        for clash in clashes:
            for claim in passages(clash):
                ignore = self._ignore(rule, claim)
                if ignore is not None:
                    found[id(claim)] = ignore
                    self._used.add(((claim.source.path, claim.source.record), ignore.at, rule))
        return found

    def useless(self, ran: Collection[str] | None) -> Iterator[Suppression]:
        """Comments that name no rule there is or, of the rules that ``ran``, silence nothing.

        Of what is silenced for all rules, that can be said only when all of them ran. None: only some of
        the articles were compared, so nothing can be said of use.
        """
        for place in sorted(self._ignores, key=lambda place: (place[0], place[1] or "")):
            for at in sorted({ignore.at for ignore in self._ignores[place]}):
                yield from self._of_comment(place, at, ran)

    def _of_comment(self, place: Place, at: int, ran: Collection[str] | None) -> Iterator[Suppression]:
        here = [ignore for ignore in self._ignores[place] if ignore.at == at]
        named = dict.fromkeys(name for ignore in here for name in ignore.rules)
        for name in named:
            if name not in self._names:
                said = f'there is no rule "{name}"; {suggest(name, self._names)}'
                yield self._useless(place, here[0], (name,), said)
        if ran is None:
            return
        used = {rule for known, where, rule in self._used if (known, where) == (place, at)}
        judged = {name: self._names[name] for name in named if self._names.get(name) in {*ran} - {UNUSED}}
        idle = tuple(name for name, rule in judged.items() if rule not in used)
        if idle:
            yield self._useless(place, here[0], idle, f"there is nothing to silence for {', '.join(idle)}")
        elif not named and not used and {*self._names.values()} <= {*ran, UNUSED}:
            yield self._useless(place, here[0], (), "there is nothing to silence")

    def _useless(self, place: Place, ignore: Ignore, rules: tuple[str, ...], problem: str) -> Suppression:
        source, end = self._sources[place], max(ignore.at, ignore.at_end)
        return Suppression(source=source, start=ignore.at, end=end, rules=rules, problem=problem)

    def _ignore(self, rule: str, claim: Claim) -> Ignore | None:
        ignores = self._ignores.get((claim.source.path, claim.source.record))
        if ignores is None:
            return None
        named = {name for name, id in self._names.items() if id == rule} | {rule}
        found = (silenced(ignores, name, claim.start, claim.end) for name in sorted(named))
        return min(filter(None, found), key=lambda it: (it.end - it.start, it.at), default=None)


def passages(clash: Clash) -> Iterator[Claim]:
    """All claims of a clash, each once."""
    claims = [clash.a, *([clash.b] if clash.b else []), *(it for side in clash.sides for it in side.claims)]
    return iter({id(claim): claim for claim in claims}.values())


def is_part(clash: Clash, whole: Iterable[Clash]) -> bool:
    """Is it what is left of one of the others?"""
    ends = {id(clash.a), id(clash.b or clash.a)}
    return any(ends <= {id(claim) for claim in passages(other)} for other in whole)


def identity(clash: Clash) -> tuple[str, str, tuple[str, ...]]:
    """What makes it one disputed fact: the same with fewer witnesses is the same."""
    return clash.scope, clash.subject, tuple(sorted(side.value for side in clash.sides))
