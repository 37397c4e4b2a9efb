"""On which day somebody was appointed, sworn in, dismissed, arrested: the steps of a public life."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.clauses import DAY, Clauses, Told, hedged
from checker.extract.figures import APART, MARK, PERSON, Figures, figures
from checker.extract.happening import Happening, claim
from checker.extract.reading import Reading
from checker.model import Event
from checker.model.event import STEP
from checker.resolve import names
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.text.trigger import Trigger
from checker.vocab import load

_LONGEST = 3  # days of one step; what is told of a month or a year is a matter of terms of office
_LIGHT = (
    r"(?:\s(?:has|had|also|later|then|formally|officially|today|yesterday|unanimously|on|this|last|late|early|the|"
    r"afternoon|morning|evening|night|in|[A-Z][\w'.-]{1,30}|\d{1,4}(?:st|nd|rd|th)?),?){0,8}"
)
_OBJECT = (
    r"\s(?:(?:his|her|its|their|the|former|outgoing|acting|career|diplomat|politician|lawyer|economist|banker|Mr|Mrs|Ms|"
    r"[A-Z][\w'.-]{1,30}),?\s){0,6}"
)
_NOT_ONE = re.compile(
    r"\b(?:again|re-?(?:elected|appointed|arrested)|another|second|third|fourth|twice|first|several|both|each|every|"
    r"refused|denied|offered|asked|urged|called\son|demand\w*|pressure|temporar\w+|provisional\w*|unopposed|anniversary)\b"
)
_AHEAD = re.compile(r"\b(?:will|would|shall|should|to\sbe|plans?|due|expected|set\sto|about\sto)\b")
_AS = re.compile(r"\sas\s(?:[\w'-]+\s){0,6}?[\w'-]+(?=\s(?:early|last|late|on|this|today|yesterday)\b)")
_PRONOUN = re.compile(r"(?:He|She)(?=\s)")


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    steps: dict[str, dict[str, list[str]]] = load("events")["steps"]
    return steps


def _words(part: str) -> dict[str, str]:
    """The forms of one sort ("active", "passive", "object", "nouns") to the step that they tell."""
    return {form: what for what, forms in _table().items() for form in forms.get(part, ())}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Grammars of steps, each with the sort of its forms."""
    told = {part: pattern(_words(part), boundary=False) for part in ("active", "passive", "object", "nouns")}
    return (
        (
            re.compile(
                rf"(?P<one>{PERSON}){APART},?(?P<lead>{_LIGHT})\s(?:was|were|been){_LIGHT}\s(?P<verb>{told['passive']})\b"
            ),
            "passive",
        ),
        (
            re.compile(
                rf"(?P<one>{PERSON}){APART}(?:,?\swho|,)?(?P<lead>{_LIGHT})\s(?P<verb>{told['active']})\b"
            ),
            "active",
        ),
        (
            re.compile(
                rf"\b(?<!was\s)(?<!were\s)(?<!been\s)(?P<verb>{told['object']}){_OBJECT}(?P<one>{PERSON})(?!\s?'s)"
            ),
            "object",
        ),
        (re.compile(rf"\b(?P<verb>{told['nouns']})\sof{_OBJECT}(?P<one>{PERSON})"), "nouns"),
        (re.compile(rf"(?P<one>{PERSON})'s?\s(?:[a-z]{{4,12}}\s)?(?P<verb>{told['nouns']})\b"), "nouns"),
    )


@cache
def trigger() -> Trigger:
    return Trigger.remembered("steps", _signs)


def _signs() -> set[str]:
    return {form for part in ("active", "passive", "object", "nouns") for form in _words(part)}


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each step of a public life that is told with its day."""
    clauses = reading.once(Clauses)
    for at, sentence in reading.numbered(trigger()):
        before = reading.sentences[max(0, at - 1) : at]
        yield from (claim(reading, it) for it in read(reading, sentence, before, clauses))


def read(
    reading: Reading, sentence: Sentence, before: Sequence[Sentence], clauses: Clauses
) -> Iterator[Happening]:
    """What the sentence tells to have happened in the public life of a person, with its day."""
    if not clauses.any(sentence.start, sentence.end):
        return
    scene = _scene(reading, sentence, before)
    if MARK not in scene.text or _NOT_ONE.search(scene.text):
        return
    done: set[str] = set()
    for grammar, part in _patterns():
        for match in grammar.finditer(scene.text):
            name = scene.name(match.start("one"))
            what = _words(part)[match["verb"]]
            if what in done or len(name.split()) < 2:
                continue
            told = _told(scene, match, part, clauses)
            if told is None or told.when.last - told.when.first > _LONGEST:
                continue
            start = min(scene.base + match.start(), told.start)
            end = max(scene.base + match.end(), told.end)
            if hedged(reading.article.text, sentence.start, end) or _AHEAD.search(scene.text, 0, match.end()):
                continue
            done.add(what)
            yield _happening(reading, sentence, name, what, told, start, end)


def _happening(
    reading: Reading, sentence: Sentence, name: str, what: str, told: Told, start: int, end: int
) -> Happening:
    held = [h for h in reading.held if h.holder == name and h.phrase.sentence == sentence]
    offices = [h.office for h in held if h.phrase.title.link == "verb"] or [h.office for h in held]
    office = offices[0] if offices else ""
    called = f"{_table()[what]['nouns'][0]} of {name}"
    return Happening(
        start,
        end,
        f"{STEP}{what} {names.key(names.surname(name))}",
        f"{called} as {office}" if office and what in ("appointed", "elected", "sworn in") else called,
        told.when,
        told.place,
        named=False,
        assumptions=told.assumptions,
        people=(name,),
    )


def _scene(reading: Reading, sentence: Sentence, before: Sequence[Sentence]) -> Figures:
    """The sentence with its people, "He" at its head too if the sentence before speaks of one person."""
    scene = figures(reading, sentence)
    if not before or before[-1].block != sentence.block or not _PRONOUN.match(scene.text):
        return scene
    there = figures(reading, before[-1]).people
    if len(there) != 1:
        return scene
    return scene.meaning(0, scene.text.index(" "), there[0])


def _told(scene: Figures, match: re.Match[str], part: str, clauses: Clauses) -> Told | None:
    """The day: between name and verb, behind, at the head of the sentence, or right before the verb."""
    base, end = scene.base, scene.base + len(scene.text)
    if part == "nouns":
        return clauses.after(base + match.end(), end, DAY)
    told = clauses.within(base + match.start("lead"), base + match.end("lead")) if part != "object" else None
    title = _AS.match(scene.text, match.end())
    told = told or clauses.after(base + (title.end() if title else match.end()), end)
    if told is None and part == "object":
        return clauses.right_before(base + match.start())
    return told or clauses.before(base, base + match.start())
