"""Claims and rules -> findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from checker.engine.clashes import Clash
from checker.engine.corpus import WHOLE, Corpus, Part
from checker.engine.findings import finding, in_order
from checker.engine.focus import touches
from checker.engine.pairs import pair
from checker.engine.rules import Each, Group, Known, Order, Pair, Parameter, Rule
from checker.engine.ruleset import names
from checker.engine.settled import Choice
from checker.engine.shapes import each, group, order
from checker.engine.silence import Ignores, Silence, identity, is_part, passages
from checker.model import Claim, Finding, Suppression
from checker.model.article import Ignore
from checker.settings import DEFAULT, Settings

Silenced = tuple[Claim, Ignore]


def check(
    claims: Iterable[Claim], rules: Iterable[Rule], settings: Settings = DEFAULT, ignores: Ignores = ()
) -> list[Finding]:
    """What the rules find among the claims. The order of neither claims nor rules matters.

    ``ignores`` is what articles silence: such findings are suppressed, and what silences nothing is told.
    """
    return in_order([found for found, _ in judged(claims, rules, settings, ignores=ignores)])


def judged(
    claims: Iterable[Claim],
    rules: Iterable[Rule],
    settings: Settings = DEFAULT,
    part: Part = WHOLE,
    ignores: Ignores = (),
) -> Iterator[tuple[Finding, Clash]]:
    """The findings and what they rest on. With a focus, those that touch its files, from their side."""
    rules = list(rules)
    return judged_apart([(rules, claims)], rules, settings, part, ignores)


def judged_apart(
    groups: Iterable[tuple[Sequence[Rule], Iterable[Claim]]],
    rules: Sequence[Rule],
    settings: Settings = DEFAULT,
    part: Part = WHOLE,
    ignores: Ignores = (),
) -> Iterator[tuple[Finding, Clash]]:
    """The same of claims that come in groups, each with those of the rules that look at no others."""
    focus = part.focus
    silence = Silence(ignores, settings.names or names(rules))
    about_comments = [rule for rule in rules if rule.shape.of == Suppression.kind]
    for some, claims in groups:
        choice = Choice(claims, settings, part)
        for rule in (rule for rule in some if rule not in about_comments):
            yield from _judged(rule, choice.corpus(rule), choice, silence, settings, focus)
        del claims, choice  # not to be there with the next ones
    ran = {rule.id for rule in rules} if focus is None else None
    useless = Choice(silence.useless(ran) if about_comments else (), settings)
    for rule in about_comments:
        yield from _judged(rule, useless.corpus(rule), useless, silence, settings, focus)


def _judged(
    rule: Rule,
    corpus: Corpus,
    choice: Choice,
    silence: Silence,
    settings: Settings,
    focus: Collection[str] | None,
) -> Iterator[tuple[Finding, Clash]]:
    for clash, ignored in _heard(rule, corpus, silence):
        if focus is not None and not touches(clash, focus):
            continue
        found = finding(rule, clash, focus)
        sides = [clash.a] if clash.b is None else [clash.a, clash.b]
        found = replace(found, severity=choice.severity(rule, found.severity, sides, settings))
        if ignored:
            told = tuple(dict.fromkeys(map(_silencing, ignored)))
            found = replace(found, status="suppressed", explanation=(*found.explanation, *told))
        yield found, clash


def _heard(rule: Rule, corpus: Corpus, silence: Silence) -> Iterator[tuple[Clash, list[Silenced]]]:
    """What the rule finds, each with the passages that are silenced if that leaves nothing to report.

    Of a dispute between many passages, what is left without the silenced ones is still reported.
    """
    found = list(clashes(rule, corpus))
    silent = silence.of(rule.id, found)
    hit = {id(clash): [it for it in passages(clash) if id(it) in silent] for clash in found if silent}
    quiet = [clash for clash in found if hit.get(id(clash))]
    rest = clashes(rule, corpus.without(silent)) if quiet else ()
    left = [clash for clash in rest if is_part(clash, quiet)]
    known = set(map(identity, left))
    yield from ((clash, []) for clash in found if clash not in quiet)
    yield from ((clash, []) for clash in left)
    for clash in quiet:
        if identity(clash) not in known:
            yield clash, [(claim, silent[id(claim)]) for claim in hit[id(clash)]]


def _silencing(silenced: Silenced) -> str:
    claim, ignore = silenced
    return f"silenced in {claim.source.article}" + (f": {ignore.reason}" if ignore.reason else "")


def clashes(rule: Rule, corpus: Corpus) -> Iterator[Clash]:
    """What a rule finds in a corpus."""
    match rule.shape:
        case Each() as shape:
            return each(shape, corpus)
        case Pair() as shape:
            return pair(shape, corpus)
        case Group() as shape:
            return group(shape, corpus, rule.parameters)
        case Order() as shape:
            return order(shape, corpus)
        case Known() as shape:
            return _known(shape, corpus, rule.parameters)


def _known(shape: Known, corpus: Corpus, parameters: dict[str, Parameter]) -> Iterator[Clash]:
    if not any(corpus.facts(kind) for kind in shape.of):
        return iter(())
    from checker.engine.known import known

    return known(shape, corpus, parameters)
