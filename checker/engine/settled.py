"""What the settings of a run say about rules: who takes part in them, and how severe their findings are."""

from __future__ import annotations

from collections.abc import Iterable

from checker.engine.certainty import rank
from checker.engine.corpus import WHOLE, Corpus, Part
from checker.engine.rules import Rule
from checker.model import Alias, Claim, Severity
from checker.resolve.identity import Identity
from checker.settings import Override, Settings


class Choice:
    """The claims that each rule looks at: all but those of files that the settings keep out of it."""

    def __init__(self, claims: Iterable[Claim], settings: Settings, part: Part = WHOLE) -> None:
        self._claims = list(claims)
        self._part = part
        self._overrides = settings.overrides
        told = [claim.keys for claim in self._claims if isinstance(claim, Alias) and not claim.quoted]
        self._identity = Identity(settings.aliases, settings.distinct, tuple(dict.fromkeys(sorted(told))))
        self._matching: dict[str, tuple[Override, ...]] = {}
        self._corpora: dict[tuple[bool | None, ...], Corpus] = {}

    def corpus(self, rule: Rule) -> Corpus:
        """What the rule looks at. Rules that the settings treat alike share it."""
        says = tuple(_says(override, rule.id) for override in self._overrides)
        if says not in self._corpora:
            claims = self._claims
            if False in says:
                claims = [
                    claim
                    for claim in claims
                    if claim.source.reference or self._takes_part(claim.source.path, rule.id)
                ]
            self._corpora[says] = Corpus(claims, self._identity, self._part)
        return self._corpora[says]

    def severity(self, rule: Rule, found: Severity, claims: Iterable[Claim], settings: Settings) -> Severity:
        """What becomes of the severity of a finding that rests on these claims.

        Where their files ask for different severities, the mildest counts. It is a new ceiling; above the
        rule's own one it raises the findings that are as sure as the rule's findings can be.
        """
        asked = min((self._asked(rule, claim.source.path, settings) for claim in claims), key=rank)
        if rank(asked) <= rank(rule.severity):
            return min(found, asked, key=rank)
        return asked if found == rule.severity else found

    def _takes_part(self, path: str, rule: str) -> bool:
        """The last override that speaks of the rule decides."""
        said = [says for override in self._of(path) if (says := _says(override, rule)) is not None]
        return said[-1] if said else True

    def _asked(self, rule: Rule, path: str, settings: Settings) -> Severity:
        for override in reversed(self._of(path)):
            if rule.id in override.severity:
                return override.severity[rule.id]
        return settings.severity.get(rule.id, rule.severity)

    def _of(self, path: str) -> tuple[Override, ...]:
        if path not in self._matching:
            self._matching[path] = tuple(it for it in self._overrides if it.files.match(path))
        return self._matching[path]


def _says(override: Override, rule: str) -> bool | None:
    """Does an override let its files take part in a rule, or not? None: it does not speak of it."""
    if rule in override.ignore:
        return False
    return rule in override.select if override.select else None
