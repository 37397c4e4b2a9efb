"""By which names does an article call companies, and bodies that are spoken of like them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.reading import Reading
from checker.extract.things import is_general
from checker.resolve import places
from checker.text.trie import pattern
from checker.text.trigger import Trigger
from checker.vocab import load

_WORD = r"[A-Z][\w&'+-]*(?<!'s)(?<!')"
_RUN = rf"{_WORD}(?: (?:(?:and|&|de|for) )?{_WORD}){{0,4}}+"
ABOUT = re.compile(rf"About\s(?:the\s)?(?P<name>{_RUN})(?=[.:]\s|\Z)")


def firm_names(reading: Reading) -> Iterator[str]:
    """Those that its words tell to be such, each once, people's names left out."""
    return (name for name in dict.fromkeys(_found(reading)) if not _is_person(reading, name))


def _found(reading: Reading) -> Iterator[str]:
    text = reading.article.text
    for sentence in reading.firing(_suffixes()):
        for match in _suffixed().finditer(text, sentence.start, sentence.end):
            yield match["name"].removeprefix("About ")
    for trigger, form in _FORMS:
        for sentence in reading.firing(trigger()):
            for match in form().finditer(text, sentence.start, sentence.end):
                if _is_name(match["name"]):
                    yield match["name"]
    for block in reading.article.blocks:
        if about := ABOUT.match(text, block.start, block.end):
            yield about["name"]
    for held in reading.held:
        if (
            held.body
            and (held.head.company or held.head.corporate)
            and held.body in text
            and _is_name(held.body)
        ):
            yield held.body


def _is_person(reading: Reading, name: str) -> bool:
    """Is it that of people whom the article names?"""
    return any(mention.text in name for mention in reading.people.mentions if len(mention.text.split()) > 1)


def _is_name(name: str) -> bool:
    """Is it a name, and not one that any may bear ("Central Bank")?"""
    if is_general(name.lower()):
        return False
    return (
        _never().isdisjoint(name.split())
        and not places.candidates(name)
        and not all(places.is_adjective(word) for word in name.split())
    )


@cache
def bodies() -> frozenset[str]:
    """Nouns by which such bodies go on to be called: "the museum"."""
    return frozenset(load("firms")["nouns"]["bodies"])


@cache
def _endings() -> Trigger:
    return Trigger(load("firms")["nouns"]["endings"])


@cache
def _ending() -> re.Pattern[str]:
    endings = pattern(load("firms")["nouns"]["endings"], boundary=False)
    return re.compile(
        rf"(?<![\w'-])(?P<name>(?!The |About )(?:{_WORD} (?:& |and )?){{1,3}}?{endings})(?![\w-]| [A-Z])"
    )


@cache
def _capital() -> Trigger:
    named = "Academy Bank Institute Museum University".split()
    return Trigger((*(noun.capitalize() for noun in bodies()), *named))


@cache
def _of_body() -> re.Pattern[str]:
    nouns = pattern((noun.capitalize() for noun in bodies()), boundary=False)
    return re.compile(
        rf"(?<![\w'-])(?P<name>(?!The |About )(?:{_WORD} (?:of |and |for )?){{1,5}}?{nouns}|"
        rf"(?:Academy|Bank|Institute|Museum|University) of {_WORD}(?: {_WORD})?)"
        r"(?![\w-]| [A-Z]| of )"
    )


@cache
def _never() -> frozenset[str]:
    return frozenset(load("firms")["words"]["never"])


@cache
def _suffixes() -> Trigger:
    return Trigger(load("organisations")["heads"]["firm"])


@cache
def _suffixed() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in load("organisations")["heads"]["firm"])
    return re.compile(rf"(?<![\w-])(?P<name>{_WORD}(?: (?:& )?{_WORD}){{0,3}}?,? (?:{forms})\b\.?)")


@cache
def _leading() -> Trigger:
    return Trigger("CEO acquisition director executive founder founders Founder Founders takeover".split())


@cache
def _led() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:chief\sexecutive|CEO|managing\sdirector|takeover|acquisition)\s(?:of|by)|[Ff]ounders?\sof)"
        rf"\s(?P<name>{_RUN})(?=[\s,.;'])"
    )


@cache
def _kinds() -> Trigger:
    return Trigger(load("firms")["nouns"]["kinds"])


@cache
def _introduced() -> re.Pattern[str]:
    kinds = pattern(load("firms")["nouns"]["kinds"], boundary=False)
    return re.compile(rf"(?<=[a-z] )(?<![\w-]){kinds}\s(?P<name>{_RUN})(?=[\s,.;'])")


@cache
def _defining() -> Trigger:
    return Trigger((*load("firms")["nouns"]["kinds"], "owner", "parent", "operator", "maker"))


@cache
def _defined() -> re.Pattern[str]:
    kinds = pattern(load("firms")["nouns"]["kinds"], boundary=False)
    return re.compile(
        rf"(?<![\w-])(?P<name>{_RUN})(?:(?:,\san?|\sis\s(?:an?|the))\s(?:[\w'-]+\s){{0,6}}?{kinds}\b|,\s(?:its|the)\s(?:owner|parent|operator|maker)\b)"
    )


# How names of companies stand in prose, and the words without which they do not.
_FORMS = (
    (_endings, _ending),
    (_leading, _led),
    (_capital, _of_body),
    (_kinds, _introduced),
    (_defining, _defined),
)
