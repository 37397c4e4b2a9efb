"""Which claims take part in a rule."""

from __future__ import annotations

from checker.engine.corpus import Corpus
from checker.engine.rules import Shape, Where
from checker.model import Claim


def taking_part(shape: Shape, corpus: Corpus) -> list[Claim]:
    """The claims that a rule looks at."""
    claims = corpus.taking_part(shape.of)
    if not shape.where and not shape.present:
        return claims
    return [claim for claim in claims if fits(claim, shape.where) and _present(claim, shape.present)]


def fits(claim: Claim, where: Where) -> bool:
    """Has every field the value asked for, or one of the values?"""
    return all(
        getattr(claim, field) in wanted if isinstance(wanted, tuple) else getattr(claim, field) == wanted
        for field, wanted in where.items()
    )


def _present(claim: Claim, fields: tuple[str, ...]) -> bool:
    return all(getattr(claim, field) not in (None, "", ()) for field in fields)
