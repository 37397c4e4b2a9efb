"""Claims on how a body voted: "voted 6-3 for the move", "carried by 68 votes to 41"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract import shared_names
from checker.extract.measures import figures
from checker.extract.reading import Reading
from checker.extract.stated import hedged
from checker.model import Relation, When
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.text.trigger import Trigger
from checker.vocab import load

_SIGNS = frozenset(("against", "opposed", "vote", "voted", "votes", "voting"))
_NEAR = 2  # sentences behind one that names the body
_MONTH = 31  # days
_FEW = 25  # members of a body of whom it is told by how many they are
_BODY = re.compile(
    r"\b(?:[Aa]ssembly|[Bb]oard|[Cc]abinet|[Cc]hamber|[Cc]ommission|[Cc]ommittee|[Cc]ongress|[Cc]ouncil|[Cc]ourt|House|[Ll]egislature|"
    r"[Pp]anel|[Pp]arliament|[Ss]enate|[Ss]ynod)\b"
)
_MEMBERS = (
    r"(?:\s(?:members|votes|aldermen|bishops|commissioners|councillors|delegates|deputies|directors|judges|jurors|justices|lawmakers|"
    r"legislators|ministers|MPs|senators))"
)
_NOT_IT = re.compile(
    r"\b(?:would|could|if|need(?:s|ed)?|require[sd]?|polls?|survey|per\scent|percent|expected|last\syear|earlier|previous\w*|"
    r"amendments?|first\s(?:round|reading|ballot)|second\sballot|goals?|points)\b|%"
)
_CHOSEN = re.compile(r"\b(?:elected|confirmed|appointed|chosen|re-elected|approved|dismissed|ousted)\b")


@cache
def trigger() -> Trigger:
    return Trigger(("vote", "voted", "votes", "voting"))


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    words = pattern((word for word, n in load("dates")["numbers"].items() if 0 < n < 100), boundary=False)
    words = rf"(?i:{words})"
    yes, no = rf"(?P<yes>\d{{1,3}}|{words})", rf"(?P<no>\d{{1,3}}|{words})"
    return (
        re.compile(rf"\bby\s(?:a\svote\sof\s)?{yes}\svotes?\s(?:to|against)\s{no}\b"),
        re.compile(rf"\b(?:by\s)?a\svote\sof\s{yes}(?:\sto\s|\s?[-–]\s?){no}\b"),
        re.compile(rf"\bvot(?:ed|es|ing)\s(?:by\s)?{yes}(?:\sto\s|\s?[-–]\s?){no}\b(?![-–])"),
        re.compile(r"\b(?P<yes>\d{1,3})\s?[-–]\s?(?P<no>\d{1,3})\svote\b"),
        re.compile(
            rf"(?<![\w-]){yes}{_MEMBERS}?(?:\sof\sthe\s[a-z]+)?\s(?:backed|supported|voted\s(?:for|in\sfavou?r)|(?:were\s)?in\sfavou?r)\b"
            rf"[^.;:]{{0,60}}?(?:,\s(?:and\s|with\s)?|\sand\s|\swith\s|\sto\s){no}{_MEMBERS}?\s(?:were\s|voted\s|voting\s)?(?:against|opposed)\b"
        ),
    )


def extract(reading: Reading) -> Iterator[Relation]:
    """One claim for each side, by the other, and by how many voted: what is told of one vote shares these."""
    text = reading.article.text
    body, at = "", 0
    for number, sentence in enumerate(reading.sentences):
        if named := _BODY.search(text, sentence.start, sentence.end):
            body, at = named[0].lower(), number
        near = body and number - at <= _NEAR and not _SIGNS.isdisjoint(sentence.words)
        if near and sentence.block.kind in ("paragraph", "item"):
            yield from _told(reading, sentence, body)


def _told(reading: Reading, sentence: Sentence, body: str) -> Iterator[Relation]:
    text = reading.article.text
    for form in _forms():
        match = form.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        chosen = _CHOSEN.search(text, sentence.start, match.end())
        if chosen and reading.people.within(sentence.start, match.start()):
            return  # told of whom was elected
        if _NOT_IT.search(text, sentence.start, sentence.end) or hedged(text, sentence.start, match.end()):
            return
        when = _when(reading, sentence)
        yes, no = (int(figures(match[side].lower()) or 0) for side in ("yes", "no"))
        if when and yes + no > 2:
            yield from _claims(reading, match, body, when, yes, no)
        return


def _claims(
    reading: Reading, match: re.Match[str], body: str, when: When, yes: int, no: int
) -> Iterator[Relation]:
    sides = [(f"votes for, with {no} against", yes), (f"votes against, with {yes} for", no)]
    if yes + no <= _FEW:
        sides.append((f"votes for, of {yes + no}", yes))
    for relation, number in sides:
        yield Relation(
            **reading.place(match.start(), match.end()),
            when=when,
            subject=f"vote of {body}",
            name=f"vote of the {body}",
            relation=relation,
            value=str(number),
            least=number,
            most=number,
            context=shared_names.context(reading, (), with_places=False),
            assumptions=("both passages speak of one vote",),
        )


def _when(reading: Reading, sentence: Sentence) -> When | None:
    """The day or month that the sentence gives, or the one before it, or else that of publication."""
    number = next((i for i, it in enumerate(reading.sentences) if it is sentence), 0)
    for part in (sentence, *reading.sentences[max(0, number - 1) : number]):
        told = (m.when for m in reading.dates_in(part.start, part.end) if m.dated and not m.problem)
        dated = [it for it in told if it and it.known and it.last - it.first < _MONTH]
        if dated:
            return dated[0] if len({(it.first, it.last) for it in dated}) == 1 else None
    published = reading.dates.published
    return published if published and published.basis != "estimated" else None
