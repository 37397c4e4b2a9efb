"""The shapes of rules: which claims of a corpus clash under an [each], a [group] or an [order]."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine import certainty, words
from checker.engine.choice import contradicts_itself, fits, taking_part
from checker.engine.clashes import Clash, Side, distinct, merged
from checker.engine.corpus import Corpus, by_key, grouped, witness
from checker.engine.judges import judge
from checker.engine.rules import Each, Group, Order, Parameter
from checker.model import Claim

_LISTS = ("keys",)  # of these a claim has several, and belongs to the group of each


def each(shape: Each, corpus: Corpus) -> Iterator[Clash]:
    """Claims that are wrong by themselves."""
    suspects = [claim for claim in taking_part(shape, corpus) if contradicts_itself(claim, shape.differ)]
    excused = _attested(shape, corpus, suspects)
    for claim in suspects:
        if shape.unless and _key(claim, shape.unless.same) in excused:
            continue
        yield Clash(
            subject=words.subject(claim),
            sides=(Side(_normalised(claim, shape), (claim,)),),
            a=claim,
            scope=claim.source.path
            if claim.source.record is None
            else f"{claim.source.path}#{claim.source.record}",
            values=words.says(claim),
            assumptions=certainty.of_reading([claim]),
        )


def group(shape: Group, corpus: Corpus, parameters: dict[str, Parameter]) -> Iterator[Clash]:
    """What the judge of a group makes of all claims of one key."""
    found = (
        clash
        for key, claims in sorted_groups(taking_part(shape, corpus), shape.by)
        if None not in key and len(claims) > 1 and corpus.matters(claims)
        for clash in judge(shape.judge)(claims, corpus, parameters, shape.differ[0])
    )
    if shape.judge == "values":
        return distinct(found)
    return merged(found) if shape.by[0] in _LISTS else found


def order(shape: Order, corpus: Corpus) -> Iterator[Clash]:
    """What must come first is surely later than what must come after it."""
    for _, claims in sorted_groups(taking_part(shape, corpus), shape.by):
        firsts = [claim for claim in claims if fits(claim, shape.first) and claim.when.known]
        thens = [claim for claim in claims if fits(claim, shape.then) and claim.when.known]
        if not firsts or not thens:
            continue
        first = min(firsts, key=lambda claim: claim.when.first)  # what comes again may come again later
        then = max(thens, key=lambda claim: claim.when.last)
        if then.when.last < first.when.first:
            yield Clash(
                subject=words.subject(first),
                sides=(Side(f"first {iso(first)}", (first,)), Side(f"then {iso(then)}", (then,))),
                a=first,
                b=then,
                values=f"{words.says(first)}; {words.says(then)}",
                assumptions=certainty.distinct(
                    (
                        *certainty.of_reading([first, then]),
                        *certainty.of_time([first, then]),
                        *certainty.of_identity(first, then),
                    )
                ),
            )


def sorted_groups(claims: list[Claim], by: tuple[str, ...]) -> list[tuple[tuple[object, ...], list[Claim]]]:
    groups: dict[tuple[object, ...], list[Claim]] = {}
    if by[0] in _LISTS:
        for claim in claims:
            for member in getattr(claim, by[0]):
                groups.setdefault((member,), []).append(claim)
    else:
        groups = grouped(claims, by)
    return by_key(groups)


def iso(claim: Claim) -> str:
    return f"{claim.when.first}..{claim.when.last}"


def _key(claim: Claim, fields: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(claim, field) for field in fields)


def _attested(shape: Each, corpus: Corpus, suspects: list[Claim]) -> set[tuple[object, ...]]:
    """Keys that an article attests which is not itself in question."""
    if not shape.unless:
        return set()
    fields = shape.unless.same
    questioned = {(witness(claim.source), _key(claim, fields)) for claim in suspects}
    wanted = {key for _, key in questioned}
    return {
        key
        for claim in corpus.of(shape.unless.of)
        if (key := _key(claim, fields)) in wanted and (witness(claim.source), key) not in questioned
    }


def _normalised(claim: Claim, shape: Each) -> str:
    """The claim as its words go into a fingerprint: what it is about and the fields that are in question."""
    named = dict.fromkeys((*shape.present, *shape.differ))
    return " | ".join([words.subject(claim), *(str(getattr(claim, field)) for field in named)])
