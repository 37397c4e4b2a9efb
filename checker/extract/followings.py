"""Who followed whom in an office, as sentences tell it: "She takes over from X", "Y's predecessor, X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.extract.figures import APART, PERSON, Figures, pointed
from checker.extract.holders import Held
from checker.extract.reading import Reading
from checker.extract.stated import hedged
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger

_LIGHT = r"(?:\s(?:has|had|will|today|yesterday|formally|on|in|[A-Z][\w'.-]{1,20}|\d{1,4}),?){0,5}"
_OBJECT = (
    r"\s(?:(?:the|his|her|its|their|outgoing|former|veteran|late|career|"
    r"diplomat|[A-Z][\w'.-]{1,20}),?\s){0,5}"
)
_FOLLOWS = re.compile(
    rf"(?P<new>{PERSON}){APART},?(?:\swho)?{_LIGHT}\s(?:succeed(?:s|ed)?|replace[sd]?|follow(?:s|ed)?|"
    rf"(?:take|took|taken|takes)\sover\s(?:[a-z][a-z' -]{{0,40}}\s)?from|"
    rf"(?:take|took|taken|takes)\sthe\s(?:place|chair|post|seat)\sof){_OBJECT}(?P<old>{PERSON})(?!'s)"
)
_FOLLOWED = re.compile(
    rf"(?P<old>{PERSON}){APART},?(?:\swho)?{_LIGHT}\s(?:was|is|been|be)\s(?:succeeded|replaced|followed)\sby{_OBJECT}(?P<new>{PERSON})(?!'s)"
)
_OF = re.compile(
    rf"(?P<new>{PERSON})(?:(?:'s?)?|{APART},?(?:\s[a-z]+){{0,6}}\s(?:his|her))\s(?:immediate\s)?predecessor,?{_OBJECT}(?P<old>{PERSON})"
)


@cache
def trigger() -> Trigger:
    verbs = (
        "succeed succeeds succeeded replace replaces replaced follow follows followed take takes took taken"
    )
    return Trigger((*verbs.split(), "predecessor"))


@dataclass(frozen=True, slots=True)
class Following:
    """``new`` came after ``old``, both full names, says the sentence from ``start`` to ``end``."""

    sentence: Sentence
    new: str
    old: str
    start: int
    end: int
    assumptions: tuple[str, ...]


def followings(reading: Reading) -> tuple[Following, ...]:
    """All that the article tells, in the order of its sentences."""
    return tuple(_all(reading))


def _all(reading: Reading) -> Iterator[Following]:
    text = reading.article.text
    for at, sentence in reading.numbered(trigger()):
        if sentence.block.kind not in ("paragraph", "item"):
            continue
        if not hedged(text, sentence.start, sentence.end):
            yield from _told(reading, sentence, pointed(reading, sentence, reading.sentences[:at]))


def _told(reading: Reading, sentence: Sentence, scene: Figures) -> Iterator[Following]:
    for grammar in (_FOLLOWS, _FOLLOWED, _OF):
        for match in grammar.finditer(scene.text):
            new, old = scene.name(match.start("new")), scene.name(match.start("old"))
            if new == old or min(len(new.split()), len(old.split())) < 2:
                continue
            said = reading.article.text[scene.base + match.start("new") :].split(None, 1)[0].lower()
            meant = (f"“{said}” is {new}",) if said in ("he", "her", "his", "she") else ()
            yield Following(sentence, new, old, scene.base + match.start(), scene.base + match.end(), meant)


def office_of(reading: Reading, told: Following) -> Held | None:
    """The one office of which the sentence tells, else the one that the article gives who came."""
    own = [it for it in reading.held if it.single and it.holder == told.new]
    here = [it for it in own if it.phrase.sentence == told.sentence]
    # Behind the name stands what somebody is now: "She follows X, now the minister of finance".
    left = (
        it for it in reading.held if it.single and it.holder == told.old and it.phrase.title.link == "after"
    )
    here += [it for it in left if it.phrase.sentence == told.sentence]
    posts = {(it.office, it.body): it for it in here or own}
    return next(iter(posts.values())) if len(posts) == 1 else None
