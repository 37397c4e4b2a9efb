"""How many: "killed 12 people", "featured 51 rowers from 20 countries", "has won four titles"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from checker.extract.measures import BOUND, SCALES, begin, figures, stretch
from checker.extract.reading import Reading
from checker.extract.stated import Stated
from checker.extract.subjects import Subject
from checker.extract.topic import Topic
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_BEFORE = r"\s(?:(?:also|has|have|had)\s)?"
_PEOPLE = (
    r"(?:\s(?P<who>people|persons|civilians|soldiers|passengers|workers|miners|children|students|"
    r"police\sofficers|others))?"
)
_END = (
    r"(?=[,.;]|\s(?:and|of|in|on|when|at|after|as|during|while|across|who|from|by|with|to|out|over|including|"
    r"for)\b|\Z)"
)
_DEFINED = r"\s(?:is|was)\s(?:an?|the)\s[^,.;:()]{3,80}?,?\s(?:that|which)"
# What is told of some of the things only ("rooms for disabled guests"), or in one place.
_SOME = re.compile(
    r"\s(?:for|with|by|under|to|against|on|without)\s[\w'-]+(?:\s[\w'-]+){0,4}|"
    r"\sin\sthe\s[a-z]+(?:\s[a-z]+)?(?=[,.;])|"
    r"\sin\s(?:(?:the|its|his|her|their)\s)?(?:(?:first|last|final|second|opening|regular)\s[a-z]+|[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,3})"
)
_MOVES = re.compile(r"\b(?:before|until|then|first|later|so\sfar|more)\b")
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|average|all|total)\b"
)
_WHOLE = re.compile(
    r"(?:had|has|have|hold|held|consist|compris|contain|feature|involve|attract|drew|gather|house|list|operate|"
    r"employ|is |was |include)"
)
_OF_A_YEAR = re.compile(r"19\d\d")
_LANDS = r"(?:\sfrom\s(?P<second>\d{1,3}|[a-z]{3,9})\s(?:[a-z]+\s)?(?P<lands>countries|nations))?"
_FREE = re.compile(
    r"\b(?:which|who|that|while|but|whose|where|when|each|every|per|if|first|another|other)\b|[;:]"
)
# One of these stands in each of the ``_tolls``.
_TOLL = frozenset("killed killing leaving left claimed injured wounded injuring wounding attended".split())
_NEVER = frozenset(
    (
        "others",
        "years",
        "months",
        "days",
        "weeks",
        "hours",
        "minutes",
        "times",
        "metres",
        "meters",
        "feet",
        "points",
        "percent",
        "degrees",
        "kilometres",
        "kilometers",
        "miles",
        "dollars",
        "dlrs",
        "pounds",
        "euros",
        "francs",
        "marks",
        "cents",
        "cts",
        "shares",
        "goals",
    )
)


@cache
def _number() -> str:
    words = pattern(load("dates")["numbers"], boundary=False)
    return (
        rf"{BOUND}(?P<number>\d{{1,3}}(?:,\d{{3}})++|\d++(?:\.\d{{1,2}}(?=\s(?:[mb]illion|mln|bln|mn|bn)))?|{words})"
        r"(?P<scale>\s(?:thousand|million|mln|mn|billion|bln|bn)\b)?"
    )


@cache
def _event() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[a-z]{{3,12}}\s){{0,2}}?{pattern(load('relations')['counts']['events'])}")


@cache
def _tolls() -> tuple[tuple[str, re.Pattern[str]], ...]:
    number = _number()
    return (
        ("killed", re.compile(rf"{_BEFORE}killed\s{number}{_PEOPLE}{_END}")),
        ("killed", re.compile(rf",?\skilling\s{number}{_PEOPLE}{_END}")),
        ("killed", re.compile(rf",?\sleaving\s{number}{_PEOPLE}\sdead\b")),
        ("killed", re.compile(rf"{_BEFORE}left\s{number}{_PEOPLE}\sdead\b")),
        ("killed", re.compile(rf"{_BEFORE}claimed\s{number}\slives\b")),
        (
            "injured",
            re.compile(
                rf"(?:{_BEFORE}|\sand\s)(?:injured|wounded|injuring|wounding)\s{number}{_PEOPLE}{_END}"
            ),
        ),
        (
            "attended",
            re.compile(
                rf"\swas\sattended\sby\s{number}(?P<who>\s(?:people|spectators|fans|guests|visitors))?{_END}"
            ),
        ),
    )


@cache
def _things() -> re.Pattern[str]:
    verbs = pattern(load("relations")["counts"]["verbs"], boundary=False)
    noun = r"(?P<noun>(?:[A-Za-z][a-z'-]+\s){0,2}?[a-z]{2,20}s|children|people|men|women)"
    return re.compile(
        rf"(?:{_DEFINED})?{_BEFORE}(?P<verb>{verbs})\s(?:a\stotal\sof\s)?{_number()}\s{noun}{_LANDS}{_END}"
    )


@cache
def _membered() -> re.Pattern[str]:
    words = pattern(load("dates")["numbers"], boundary=False)
    return re.compile(rf"\s(?:is|was)\san?\s(?P<bound>)(?P<number>{words}|\d{{1,3}})-member\b")


@cache
def _there() -> re.Pattern[str]:
    return re.compile(rf"There\swere\s(?:a\stotal\sof\s)?{_number()}\s(?P<noun>[a-z]{{3,20}}s){_LANDS}")


def counted(
    reading: Reading, sentence: Sentence, subject: Subject | None, topic: Topic | None
) -> Iterator[Stated]:
    """The numbers that the sentence gives of its subject, or of the event that the article is about."""
    text = reading.article.text
    if subject is None:
        if topic and topic.event and (match := _there().match(text, sentence.start, sentence.end)):
            event = Subject(topic.name, "name", sentence.start, sentence.start)
            yield from _told(text, sentence, event, match)
        return
    if noun := _event().match(text, subject.end, sentence.end):
        year = f"{subject.year} " if subject.year else ""
        subject = replace(subject, name=f"{year}{subject.name}{noun[0]}", end=noun.end())
    for label, form in _tolls() if not _TOLL.isdisjoint(sentence.words) else ():
        match = form.search(text, subject.end, sentence.end)
        if match and _reaches(text, subject.end, match):
            who = (match.groupdict().get("who") or "people").strip()
            who = "people" if who in ("persons", "spectators", "fans", "guests", "visitors") else who
            if who != "others":
                yield _stated(text, sentence, subject, f"number of {who} {label}", match, match.end())
    if match := _membered().search(text, subject.end, min(sentence.end, subject.end + 60)):
        yield _stated(text, sentence, subject, "number of members", match, match.end())
    if match := _things().match(text, subject.end, sentence.end):
        yield from _told(text, sentence, subject, match)


def _reaches(text: str, start: int, match: re.Match[str]) -> bool:
    """Does the verb belong to the subject that ends at ``start``? A finite one follows at once."""
    if match.start() == start:
        return True
    further = match[0].lstrip(", ").startswith(("killing", "leaving", "injuring", "wounding", "and "))
    return further and match.start() - start < 90 and not _FREE.search(text, start, match.start())


def _told(text: str, sentence: Sentence, subject: Subject, match: re.Match[str]) -> Iterator[Stated]:
    noun = match["noun"]
    if noun.split()[-1].lower() in _NEVER or noun.split()[0] in (
        "more",
        "other",
        "different",
        "of",
        "new",
        "further",
    ):
        return
    if _OF_A_YEAR.fullmatch(match["number"]) and not match["scale"]:
        return  # "had 1986 sales of"
    verb = match.groupdict().get("verb") or "has"
    if noun in ("seasons", "episodes"):
        if not _MOVES.search(text, match.end("noun"), min(sentence.end, match.end("noun") + 60)):
            yield _stated(text, sentence, subject, f"number of {noun}", match, match.end("noun"))
        return
    some = _SOME.match(text, match.end("noun"), sentence.end)
    what = f"{noun}{some[0] if some and not _MONTH.search(some[0]) else ''}"
    what += "" if _WHOLE.match(verb) else f" ({verb.removeprefix('has ').removeprefix('have ')})"
    yield _stated(text, sentence, subject, f"number of {what}", match, match.end("noun"))
    second = match["second"]
    if second and (number := figures(second)) is not None:
        yield Stated(
            subject,
            "number of countries",
            second,
            sentence.start,
            match.end("lands"),
            least=number,
            most=number,
            unit="count",
        )


def _stated(
    text: str, sentence: Sentence, subject: Subject, relation: str, match: re.Match[str], end: int
) -> Stated:
    scale = SCALES[match["scale"].strip()] if match.groupdict().get("scale") else 1.0
    low, high = stretch(match["number"], scale, (match["bound"] or "").strip())
    start = begin(match)
    return Stated(subject, relation, text[start:end], sentence.start, end, least=low, most=high, unit="count")
