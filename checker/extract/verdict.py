"""For how long somebody was sentenced to prison, and by how many votes somebody was elected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.figures import MARK, PERSON, Figures, figures
from checker.extract.reading import Reading
from checker.extract.stated import hedged, of_person
from checker.extract.topic import Topics
from checker.model import UNKNOWN, Relation, When
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.text.trigger import Trigger
from checker.vocab import load

_GAP = r"(?:,?\s(?!and\b|but\b|or\b|who\b)[a-z'-]{1,15}|\s[A-Z][\w'.-]{1,20}){0,8}"
_LAWYERS = r"(?!['’]s)"
_PRISON = r"(?:\s(?:in\s(?:prison|jail)|imprisonment|behind\sbars|of\shard\slabou?r|in\sa\slabou?r\scamp))?"
_IN_PRISON = r"\s(?:in\s(?:prison|jail)|imprisonment|behind\sbars|of\shard\slabou?r|in\sa\slabou?r\scamp)\b"
_TERM = r"(?:(?:prison|jail)\s(?:sentence|term)|sentence)\b"
# Of several sentences, or one that was not the last word; what was asked for, or may be served.
_NOT_THE_TERM = re.compile(
    r"\b(?:reduc\w+|cut|commut\w+|increas\w+|rais\w+|lower\w+|suspended|minimum|maximum|up\sto|another|further|total|"
    r"consecutive\w*|concurrent\w*|prosecut\w+|demand\w+|sought|faces?|could|may|might|would|served|each|both|parole|"
    r"probation|early|[Oo]n\sappeal|retrial|previous\w*|earlier|already|originally|absentia|overturned|quashed)\b"
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|him|her(?=\s(?:to|for)\b))\b")
_VOTES = re.compile(r"\bby\s(?P<for>\d{1,3})(?:\svotes)?\s(?:to|against)\s(?P<against>\d{1,3})\b(?:\svotes)?")
_CHOSEN = re.compile(r"\b(?:elected|confirmed|appointed|chosen|re-elected|approved|dismissed|ousted)\b")


@cache
def trigger() -> Trigger:
    return Trigger(
        (
            "sentenced",
            "sentence",
            "jailed",
            "imprisoned",
            "votes",
            "in jail",
            "in prison",
            "behind bars",
            "jail term",
            "prison term",
        )
    )


@cache
def _terms() -> tuple[re.Pattern[str], ...]:
    """Grammars of prison terms: the group "years" is the number, "one" the person."""
    words = pattern(word for word in load("dates")["numbers"] if word.isalpha())
    years = rf"(?P<years>\d{{1,2}}|{words})"
    convict = rf"(?P<one>{PERSON})(?:,\s[^;:()\ue000]{{2,90}},)?(?:,?\swho)?"
    return tuple(
        map(
            re.compile,
            (
                rf"(?P<one>{PERSON})(?:,\s[^;:()\ue000]{{2,90}},)?(?:,?\swho)?\s(?:was|had\sbeen|has\sbeen){_GAP}\s"
                rf"(?:sentenced{_GAP}\sto|jailed{_GAP}\sfor|imprisoned{_GAP}\sfor)\s{years}\syears?\b{_PRISON}",
                rf"\b(?:sentenced|jailed|imprisoned){_GAP}\s(?P<one>{PERSON}){_LAWYERS}{_GAP}\s(?:to|for)\s{years}\syears?\b{_PRISON}",
                rf"\bsentence\sof\s{years}\syears?'?{_PRISON}(?:\s(?:that|which|for|on|against)){_GAP}\s(?P<one>{PERSON})",
                rf"\b{years}-year\s(?:prison|jail)?\s?(?:sentence|term)\s(?:for|on|of|against){_GAP}\s(?P<one>{PERSON})",
                rf"{convict}\s(?:(?:was|had\sbeen|has\sbeen)\s(?:given|handed)|received|got)\s{years}\syears?{_IN_PRISON}",
                rf"{convict}\s(?:(?:was|had\sbeen|has\sbeen)\s(?:given|handed)|received|got)\san?\s{years}-year\s{_TERM}",
                rf"\b(?:gave|handed)\s(?P<one>{PERSON}){_LAWYERS}\s{years}\syears?{_IN_PRISON}",
                rf"\b(?:gave|handed)\s(?P<one>{PERSON}){_LAWYERS}\san?\s{years}-year\s{_TERM}",
                rf"(?P<one>{PERSON})'s?\s{years}-year\s(?:prison|jail)?\s?(?:sentence|term)",
            ),
        )
    )


def extract(reading: Reading) -> Iterator[Relation]:
    """One claim for each prison term and count of votes that is told of a person known by the full name."""
    text = reading.article.text
    for at, sentence in reading.numbered(trigger()):
        if sentence.block.kind in ("paragraph", "item"):
            scene = _scene(reading, sentence, reading.sentences[at - 1] if at else None)
            if MARK in scene.text and not hedged(text, sentence.start, sentence.end):
                yield from _prison(reading, scene)
                yield from _votes(reading, sentence, scene)


def _scene(reading: Reading, sentence: Sentence, before: Sentence | None) -> Figures:
    """The sentence with its people, "him" and "she" too where only one person was spoken of before.

    Where nobody was, it is the one the article is about.
    """
    scene = figures(reading, sentence)
    people = list(dict.fromkeys([*(figures(reading, before).people if before else []), *scene.people]))
    if not people and (topic := reading.once(Topics).topic) and topic.person:
        people = [topic.name]
    if len(people) != 1:
        return scene
    for match in _PRONOUN.finditer(scene.text):
        scene = scene.meaning(match.start(), match.end(), people[0])
    return scene


def _prison(reading: Reading, scene: Figures) -> Iterator[Relation]:
    if _NOT_THE_TERM.search(scene.text):
        return
    for grammar in _terms():
        match = grammar.search(scene.text)
        name = scene.name(match.start("one")) if match else ""
        if match and len(name.split()) > 1:
            years = _number(match["years"])
            said = f"{match['years']} year{'s' * (years != 1)}"
            span = scene.base + match.start(), scene.base + match.end()
            yield _claim(reading, name, "prison term", said, years, span, UNKNOWN)
            return


def _votes(reading: Reading, sentence: Sentence, scene: Figures) -> Iterator[Relation]:
    told, chosen = _VOTES.search(scene.text), _CHOSEN.search(scene.text)
    people = [name for at, name in scene.names.items() if not told or at < scene.base + told.start()]
    days = [
        m.when for m in reading.dates_in(sentence.start, sentence.end) if m.dated and m.when and not m.problem
    ]
    if told is None or chosen is None or len(set(people)) != 1 or not days or len(people[0].split()) < 2:
        return
    span = sentence.start + min(chosen.start(), told.start()), sentence.start + told.end()
    for side in ("for", "against"):
        yield _claim(reading, people[0], f"votes {side}", told[side], int(told[side]), span, days[0])


def _number(said: str) -> int:
    return int(said) if said.isdigit() else int(load("dates")["numbers"][said])


def _claim(
    reading: Reading, name: str, relation: str, said: str, number: int, span: tuple[int, int], when: When
) -> Relation:
    return Relation(
        **reading.place(*span),
        subject=of_person(name),
        name=name,
        relation=relation,
        value=said,
        least=number,
        most=number,
        when=when,
    )
