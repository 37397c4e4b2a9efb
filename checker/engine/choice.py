"""Which claims take part in a rule."""

from __future__ import annotations

from checker.engine.corpus import Corpus
from checker.engine.rules import Shape, Where
from checker.model import Claim
from checker.resolve.compare import same_value


def taking_part(shape: Shape, corpus: Corpus) -> list[Claim]:
    """The claims that a rule looks at."""
    claims = corpus.taking_part(shape.of)
    if not shape.where and not shape.present:
        return claims
    return [claim for claim in claims if takes_part(shape, claim)]


def takes_part(shape: Shape, claim: Claim) -> bool:
    """Is the claim, of the kind of the shape, one that the rule looks at?"""
    return fits(claim, shape.where) and _present(claim, shape.present)


def contradicts_itself(claim: Claim, differ: tuple[str, ...]) -> bool:
    """Do two fields of it differ that must not? Without such fields, it is wrong as it is."""
    if not differ:
        return True
    a, b = (getattr(claim, field) for field in differ)
    return a not in (None, "", ()) and b not in (None, "", ()) and not same_value(a, b)


def fits(claim: Claim, where: Where) -> bool:
    """Has every field the value asked for, or one of the values?"""
    return all(
        getattr(claim, field) in wanted if isinstance(wanted, tuple) else getattr(claim, field) == wanted
        for field, wanted in where.items()
    )


def _present(claim: Claim, fields: tuple[str, ...]) -> bool:
    return all(getattr(claim, field) not in (None, "", ()) for field in fields)
