"""The how manieth something is, and how old somebody was: "the second largest lake in X", "at age 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.measures import figures
from checker.extract.reading import Reading
from checker.extract.stated import Stated, of_person
from checker.extract.subjects import Subject
from checker.resolve.events import ordinal
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_NTH = r"(?P<nth>\d{1,3}(?:st|nd|rd|th)|[a-z]{4,12})"
_SUPERLATIVE = re.compile(
    rf"(?:,|\s(?:is|was|remains|ranks\sas))\s(?:also\s)?the\s(?:{_NTH}[-\s](?:most\s)?)?"
    r"(?P<most>most\s[a-z]{4,14}|(?<=most\s)[a-z]{4,14}|[a-z]{3,10}est)\s(?P<what>(?:[a-z-]+\s){0,3}?)"
    r"(?P<scope>(?:in|of|on)\s(?:the\s)?(?:[a-z]+\s){0,2}?(?:U\.[SK]\.|[A-Z][\w'-]*(?:\s(?:of\s|the\s)?[A-Z][\w'-]*){0,4})|in\sthe\sworld|on\sEarth)"
    r"(?P<by>\sby\s[a-z]+(?:\s[a-z]+)?)?"
)
_HELD = re.compile(
    rf"\s(?:was|is|became|served\sas|serving\sas)\s(?:not\sonly\s)?the\s{_NTH}\s(?P<office>president|prime\sminister|governor|mayor|chancellor|"
    r"vice\spresident|chief\sjustice|secretary\sof\sstate)\sof\s(?:the\s)?(?P<of>[A-Z][\w.]*(?:\s(?:of\s)?[A-Z][\w.]*){0,2})"
)
_LONG = re.compile(
    r"\b(?:who|whose|which|that|where|when|brother|sister|son|daughter|father|mother)\b(?!\s(?:served|became|was))"
)
_NOT_THEN = re.compile(r"\b(?:former|then|formerly|once|one\sof|among|considered|arguably|after)\b")


@cache
def _aged() -> re.Pattern[str]:
    numbers = pattern(load("dates")["numbers"], boundary=False)
    return re.compile(
        rf"\s(?P<did>[a-z]{{3,14}}(?:\s(?!at\b|aged\b)[\w'-]+){{0,7}}?),?\s(?:at\s(?:the\s)?age\s(?:of\s)?|aged\s)"
        rf"(?:just\s|only\s)?(?P<age>\d{{1,2}}|{numbers})(?![\w-])"
    )


@cache
def _adjectives() -> dict[str, str]:
    return {form: name for name, forms in load("relations")["superlatives"].items() for form in forms}


def rankings(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """The places that the sentence gives its subject in an order, and ages at which it did something."""
    if subject is None:
        return
    text = reading.article.text
    if "est " in (said := text[subject.end : sentence.end]) or " most " in said or "-most " in said:
        yield from _superlative(text, sentence, subject)
    if " the " in said and " of " in said:
        yield from _held(text, sentence, subject)
    if " age" in said and len(subject.name.split()) > 1 and not subject.sort:
        yield from _at_age(text, sentence, subject)


def _superlative(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    match = _SUPERLATIVE.match(text, subject.end, sentence.end)
    if match is None or _NOT_THEN.search(match[0]):
        return
    number = ordinal(match["nth"]) if match["nth"] else 1
    if not number:
        return
    most = match["most"]
    scope = re.sub(r"^of\s", "in ", match["scope"])
    scope = re.sub(r"(?<=the\s)(?:U\.S\.|USA?\b)", "United States", scope)
    scope = re.sub(r"(?<=the\s)(?:U\.K\.|UK\b)", "United Kingdom", scope)
    kind = f"{_adjectives().get(most, most)} {match['what']}{scope}{match['by'] or ''}"
    yield Stated(
        subject,
        f"rank as {kind}",
        f"{match['nth'] + ' ' if match['nth'] else ''}{most}",
        sentence.start,
        match.end(),
        least=number,
        most=number,
    )


def _held(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    match = _HELD.search(text, subject.end, min(sentence.end, subject.end + 200))
    number = ordinal(match["nth"]) if match else None
    if match is None or not number or _LONG.search(text, subject.end, match.start()):
        return
    if text[match.start() - 4 : match.start()] == " who" and "," in text[subject.end : match.start() - 5]:
        return
    relation = number_as(match["office"], match["of"])
    said = f"{match['nth']} {match['office']}"
    key = of_person(subject.name)
    yield Stated(subject, relation, said, sentence.start, match.end(), least=number, most=number, key=key)


def number_as(office: str, where: str) -> str:
    """The relation of a person to his number among those who held the office ``where`` (or "")."""
    where = where.removesuffix(".").removeprefix("United States of ")
    where = "United States" if where in ("America", "US", "U.S", "USA") else where
    return f"number as {office} of {where}" if where else f"number as {office}"


def _at_age(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    match = _aged().match(text, subject.end, sentence.end)
    if (
        match is None
        or "died" in match["did"]
        or "death" in match["did"]
        or re.search(
            r"\b(?:who|when|while|after|before|until|and|or|from|had|has|was|were|is)\b", match["did"]
        )
    ):
        return
    age = figures(match["age"])
    if age is not None:
        yield Stated(
            subject,
            f"age ({match['did']})",
            match["age"],
            sentence.start,
            match.end(),
            least=age,
            most=age,
            key=of_person(subject.name),
        )
