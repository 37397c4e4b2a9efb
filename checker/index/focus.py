"""What the rules find where files in focus take part: only claims are looked at that can matter there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from checker.engine.check import judged, judged_apart
from checker.engine.clashes import Clash
from checker.engine.corpus import Part
from checker.engine.findings import in_order
from checker.engine.joins import ALIASES, Joins
from checker.engine.rules import Rule
from checker.index.archive import Archive, Files
from checker.index.packed import Copies
from checker.load.pieces import place
from checker.model import Claim, Finding
from checker.settings import Settings

Found = list[tuple[Finding, Clash]]
Group = tuple[Sequence[Rule], list[Claim]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where claims come from, and what they are held against."""

    archive: Archive
    rules: Sequence[Rule]
    settings: Settings
    joins: Joins

    def claims(self, own: list[Claim], focus: Files, files: Files, keys: Collection[int]) -> list[Claim]:
        """``own``, all that the files in focus say, and what the others say under the keys.

        Where names are declared to be one, all that is said: then claims meet that have no value in common.
        """
        if self.settings.aliases:
            return self.archive.claims(files)
        others = {path: row for path, row in files.items() if path not in focus}
        found = own + self.archive.sharing(others, keys)
        return found + self.archive.sharing(others, self.joins.equating(found))

    def judged(
        self,
        claims: list[Claim],
        files: Files,
        focus: Collection[str] | None = None,
        rules: Sequence[Rule] | None = None,
    ) -> Found:
        """What the rules find, or some of them."""
        part = Part(focus, self.archive.kin(files, claims))
        paths = {claim.source.path for claim in claims} if self.settings.ignores else ()
        ignores = self.archive.ignores(
            {name: row for name, row in files.items() if row.silent and place(name)[0] in paths}
        )
        return list(judged(claims, self.rules if rules is None else rules, self.settings, part, ignores))


def everything(facts: Files, files: Files, held: Comparison) -> list[Finding]:
    """The findings of a comparison of all files, and of the files of reference facts with them."""
    from checker.index.answers import question

    asked = question((facts, files), held.rules, held.settings)
    return held.archive.answered(asked, lambda: _everything(facts, files, held))


def _everything(facts: Files, files: Files, held: Comparison) -> list[Finding]:
    known = held.archive.claims(facts)
    ignores = held.archive.ignores(files) if held.settings.ignores else ()
    if held.archive.is_mostly_of_others(files):
        claims = known + held.archive.claims(files)
        found = judged(claims, held.rules, held.settings, ignores=ignores)
    else:
        groups = _groups(files, known, held)
        found = judged_apart(groups, held.rules, held.settings, Part(kin=None), ignores)
    return in_order([finding for finding, _ in found])


def _groups(files: Files, known: list[Claim], held: Comparison) -> Iterable[Group]:
    """The claims, with the rules that look at them."""
    copies = held.archive.copies(files)
    if held.settings.aliases:
        return [(held.rules, known + held.archive.claims(files, copies=copies))]
    return _families(files, copies, known, held)


def _families(files: Files, copies: Copies, known: list[Claim], held: Comparison) -> Iterator[Group]:
    """The claims that may take part in a clash, with the rules that look at them together."""
    besides = {key for claim in known for key in held.joins.asked(claim)}
    aliases: list[Claim] = []
    for family, claims in held.archive.disputed(files, copies, besides):
        facts = [claim for claim in known if held.joins.families.get(claim.kind) == family]
        yield held.joins.looking({family}, held.rules), facts + aliases + claims
        if family == ALIASES:
            aliases = claims
        del claims  # not to be there with the next ones


def touching(
    focus: Files, files: Files, before: Callable[[], Files] | None, held: Comparison
) -> list[Finding]:
    """The findings that a comparison of all files gives, those without a passage of the focus left out.

    Those that a comparison of the files that ``before`` gives has too are existing ones.
    """
    found, keys = _complete(focus, files, held)
    findings = in_order([finding for finding, _ in found])
    if before is None or not findings:
        return findings
    from checker.engine.fingerprint import fingerprints

    past = before()
    was = {path: row for path, row in past.items() if path in focus}
    disputing = {finding.rule for finding in findings}
    asked = [rule for rule in held.rules if rule.id in disputing]
    earlier = held.judged(held.claims(held.archive.claims(was), was, past, keys), past, rules=asked)
    told = in_order([finding for finding, _ in earlier])
    known = {name for it, name in zip(told, fingerprints(told), strict=True) if it.status == "new"}
    return [
        replace(finding, status="existing") if name in known and finding.status == "new" else finding
        for finding, name in zip(findings, fingerprints(findings), strict=True)
    ]


def _complete(focus: Files, files: Files, held: Comparison) -> tuple[Found, set[int]]:
    """What is found, once nothing more can belong to it, and the keys of all that was looked at for it."""
    own = held.archive.claims(focus)
    keys = {key for claim in own for key in held.joins.asked(claim)}
    claims = held.claims(own, focus, files, keys)
    found = held.judged(claims, files, focus)
    chained = held.joins.chained(held.rules)
    ids = {rule.id for rule in chained}
    while True:
        told = chain.from_iterable(side.claims for _, clash in found for side in clash.sides)
        following = {key for claim in told for key in held.joins.following(claim)} - keys
        if not following:
            return found, keys
        keys = keys | following
        known, claims = len(claims), held.claims(own, focus, files, keys)
        if len(claims) == known:
            return found, keys
        others = [it for it in found if it[0].rule not in ids]
        found = others + held.judged(claims, files, focus, chained)
