"""Does one passage deny what another one says?"""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine import certainty
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus, witness
from checker.engine.couples import Couple, disputes
from checker.engine.rules import Parameter
from checker.model import Claim, Statement
from checker.resolve.compare import fold
from checker.resolve.identity import Identity

MANY = 60  # denials of one thing and verb


def denials(
    claims: list[Claim], corpus: Corpus, _parameters: dict[str, Parameter], _field: str
) -> Iterator[Clash]:
    """One clash for each denial and all passages that say what it denies.

    "Never won a medal" denies "won a medal in Rome": all its words must stand there, in their order. What it
    says of fewer things ("never won a gold medal") denies less.
    """
    told = [claim for claim in claims if isinstance(claim, Statement)]
    denied = [claim for claim in told if claim.denied]
    asserted = [claim for claim in told if not claim.denied]
    if 0 < len(denied) <= MANY:
        couples = (c for a in denied for b in asserted for c in _couple(a, b, corpus.identity))
        yield from disputes(couples, _value, _shown)


def _couple(denied: Statement, asserted: Statement, identity: Identity) -> Iterator[Couple]:
    if denied.head != asserted.head and denied.head:
        return
    if not _within(denied.words, asserted.words) or not _one_time(denied, asserted):
        return
    if fold(denied.name) != fold(asserted.name) and identity.persons(denied.name, asserted.name) != "same":
        return
    here = witness(denied.source) == witness(asserted.source)
    same = (
        f"{denied.name} is the same in both passages"
        if here
        else f"both articles mean the same {denied.name}"
    )
    yield Couple(
        denied,
        asserted,
        f"one passage denies what the other says: {denied.name} {denied.said}",
        certainty.distinct(
            (*certainty.of_reading([denied, asserted]), same, "both passages speak of one time")
        ),
    )


def _within(some: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Do the words stand among the others, in their order?"""
    rest = iter(words)
    return all(word in rest for word in some)


def _one_time(denied: Statement, asserted: Statement) -> bool:
    """Can what is said not have come about since it was denied?"""
    if denied.source.published is None or asserted.source.published is None:
        return True
    if asserted.source.published.last <= denied.source.published.last:
        return True
    return asserted.when.known and asserted.when.last < denied.source.published.first


def _value(claim: Claim) -> str:
    assert isinstance(claim, Statement)
    return fold(claim.said)


def _shown(claim: Claim) -> str:
    assert isinstance(claim, Statement)
    return claim.said
