"""Rules for people: the list of them, and what one is about."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from checker.engine.rules import Example, Rule


def listing(rules: Iterable[Rule]) -> str:
    """One line a rule: id, the most it reports, title."""
    rules = list(rules)
    wide = max((len(rule.id) for rule in rules), default=0)
    return "".join(f"{rule.id:<{wide}}  {rule.severity:<7}  {rule.title}\n" for rule in rules)


def explanation(rule: Rule) -> str:
    """All that the rule file says, and how to silence the rule."""
    return "\n".join(_explanation(rule)) + "\n"


def _explanation(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}: {rule.title}"
    yield f"Reports at most: {rule.severity}"
    if rule.aliases:
        yield f"Also known as: {', '.join(rule.aliases)}"
    yield ""
    yield textwrap.fill(" ".join(rule.why.split()), 100)
    if rule.parameters:
        yield "\nParameters:"
        yield from (f"  {name} = {value}" for name, value in rule.parameters.items())
    yield "\nReported (the passages between [[ and ]]):"
    for example in rule.examples.bad:
        yield from _example(example)
    yield "\nNot reported:"
    for example in rule.examples.good:
        yield from _example(example)
    if rule.examples.missed:
        yield "\nNot found so far:"
        for example in rule.examples.missed:
            yield from _example(example)
    silence = f"`<!-- checker: ignore[{rule.id}] reason -->` before a passage"
    yield f"\nTo silence it: {silence}, or --ignore {rule.id}"


def _example(example: Example) -> Iterator[str]:
    for number, article in enumerate(example.articles):
        lead = "  + " if number else "  - "  # a further article of the same example
        yield textwrap.indent(textwrap.dedent(article).strip("\n"), "    ").replace("    ", lead, 1)
