"""Rules for people: the list of them, and what one is about."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from checker.engine.rules import Example, Rule
from checker.settings import DEFAULT, Level, Settings


def listing(rules: Iterable[Rule], settings: Settings = DEFAULT) -> str:
    """One line a rule: id, the most it reports (off: it is not run), title."""
    rules = list(rules)
    wide = max((len(rule.id) for rule in rules), default=0)
    return "".join(f"{rule.id:<{wide}}  {level(rule, settings):<7}  {rule.title}\n" for rule in rules)


def level(rule: Rule, settings: Settings) -> Level:
    """The most that the rule reports under these settings."""
    if settings.rules is not None and rule.id not in settings.rules:
        return "off"
    return settings.severity.get(rule.id, rule.severity)


def explanation(rule: Rule, settings: Settings = DEFAULT) -> str:
    """All that the rule file says, and how to silence the rule."""
    return "\n".join(_explanation(rule, settings)) + "\n"


def _explanation(rule: Rule, settings: Settings) -> Iterator[str]:
    yield f"{rule.id}: {rule.title}"
    yield f"Reports at most: {rule.severity}"
    if (now := level(rule, settings)) != rule.severity:
        yield f"Under this configuration: {now}"
    if rule.aliases:
        yield f"Also known as: {', '.join(rule.aliases)}"
    yield ""
    yield textwrap.fill(" ".join(rule.why.split()), 100)
    if rule.parameters:
        yield "\nParameters:"
        own = settings.parameters.get(rule.id, {})
        for name, value in rule.parameters.items():
            yield f"  {name} = {own.get(name, value)}" + (f" (set; by itself {value})" if name in own else "")
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
