"""Who met, telephoned, held talks or signed with whom, on which day and where: events without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checker.extract.clauses import Clauses, Told, hedged
from checker.extract.figures import MARK, PERSON, Figures, antecedent, figures
from checker.extract.happening import Happening, claim
from checker.extract.reading import Reading
from checker.model import Event, When
from checker.model.event import ENCOUNTER
from checker.resolve import names, places
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger

_LONGEST = 10  # days of one meeting; what is dated to a month or a year is not compared
# Words that may stand between who meets and the verb, or between the verb and whom: time, place, manner.
_LIGHT = (
    r"(?:\s(?:has|had|also|later|then|first|briefly|today|yesterday|separately|privately|personally|recently|on|"
    r"in|at|this|last|late|early|the|afternoon|morning|evening|night|week|capital|city|of|for|an?|hours?|minutes|"
    r"[A-Z][\w'.-]{1,30}|\d{1,4}(?:st|nd|rd|th)?),?){0,8}"
)
# A country, an apposition.
_APART = (
    r"(?:\sof\s[A-Z][\w'-]{2,20}|\s\([A-Z][a-z]{2,20}\))?"
    r"(?:,\s(?:who\s[^,;:()]{2,90}|[^,;:()\ue000]{2,90}),|\s\([^()]{1,40}\))?"
)
_KIND = r"\s(?:[a-z][a-z-]{1,20}\s){0,3}"  # "brief bilateral"
_TALKS = r"(?:talks|meetings?|discussions|consultations|negotiations|conversations?|summit|dinner|lunch)"
# Words between the verb and the name of whom it is done to.
_OBJECT = (
    r"\s(?:(?:both|his|her|its|their|the|visiting|outgoing|then|new|newly|elected|appointed|Mr|Mrs|Ms|counterpart|"
    r"colleague|[A-Z][\w'.-]{1,30}),?\s){0,6}"
)
_HELD = rf"(?:held|had|opened|began|concluded)(?:\san?)?(?:{_KIND}|\s){_TALKS}"
_WIRE = r"(?:by|on|over|via)\s(?:the\s)?(?:(?:tele)?phone|video\s?link)"
_ONE = rf"(?P<one>{PERSON})(?P<apart>{_APART})"
_OTHER = rf"(?P<other>{PERSON})(?P<beyond>{_APART})"

_MEETS = (
    rf"(?P<lead>{_LIGHT})\s(?:"
    rf"(?:met(?:\sup)?|conferred|sat\sdown|{_HELD})(?P<where>{_LIGHT})\swith|met|(?:was\s)?received(?:\sby)?|hosted|"
    rf"welcomed|called\son|(?P<call>(?:tele)?phoned|spoke\s{_WIRE}\s(?:with|to))"
    rf"){_OBJECT}{_OTHER}"
)
_MET = re.compile(rf"{_ONE},?{_MEETS}")
_SHE_MET = re.compile(rf"\b(?P<one>[SsHh]h?e){_MEETS}")
_BOTH = re.compile(
    rf"{_ONE}\sand{_OBJECT}{_OTHER},?(?P<lead>{_LIGHT})\s(?:met|conferred|{_HELD}|(?P<call>spoke\s{_WIRE}))"
    r"(?=\s(?:in|on|at|for|here|during|to|today|yesterday|over|behind|privately|briefly|when|after|before|"
    r"with\seach\sother|[MTWFS][a-z]{2,6}day)\b|\s?[,.;]|\Z)"
)
_SIGNED = re.compile(
    rf"{_ONE}\sand{_OBJECT}{_OTHER},?(?P<lead>{_LIGHT})\s(?:jointly\s|also\s)?(?P<sign>signed)"
    r"(?=\s(?:an?|the|their|its|two|three|four|five|six|several|on|in|at)\b|,)"
)
_BY = re.compile(rf"\b(?P<sign>signed)(?P<where>{_LIGHT})\sby{_OBJECT}{_ONE}\sand{_OBJECT}{_OTHER}")
_BETWEEN = re.compile(
    rf"\b(?:{_TALKS}|(?P<call>(?:tele)?phone\s(?:call|conversation)))(?P<where>{_LIGHT})\s(?:between|of){_OBJECT}{_ONE}"
    rf"\s(?:and|with){_OBJECT}{_OTHER}"
)
_POSSESSED = re.compile(
    rf"(?P<one>{PERSON})'s?(?:{_KIND}|\s)(?:{_TALKS}|(?P<call>(?:tele)?phone\s(?:call|conversation)))(?P<where>{_LIGHT})\s(?:with|to)"
    rf"{_OBJECT}{_OTHER}"
)
# What may stand between "signed" and the day: what was signed, but not what it says.
_DOCUMENT = re.compile(
    r"(?:(?!\b(?:which|who|that|after|before|when|while|but|since|until|by|from|valid|signed|expir\w{1,6}|runs?)\b)"
    r"[^;:()—]){0,110}"
)
# Of the two people of the sentence before.
_THEY = re.compile(
    r"(?:\b[Tt]he\s(?:two|pair)(?:\s[a-z]{3,20})?|\bThey)"
    rf"(?P<lead>{_LIGHT})\s(?:met|conferred|{_HELD}|(?P<call>spoke\s{_WIRE}))"
    r"(?=\s(?:in|on|at|for|here|during|to|today|yesterday|over|behind|privately|when|[MTWFS][a-z]{2,6}day)\b|\s?[,.;]|\Z)"
)
_THEIR = re.compile(
    rf"\b(?:[Tt]heir|[Tt]he\s(?:two\s)?[a-z]{{3,14}}s')(?:{_KIND}|\s)"
    rf"(?:{_TALKS}|(?P<call>(?:tele)?phone\s(?:call|conversation)))\b"
)

# One of several, or not yet, or nothing that took place.
_SEVERAL = re.compile(
    r"\b(?:again|another|second|third|fourth|fifth|next|resum\w+|continu\w+|daily|twice|times|regular\w*|often|"
    r"frequent\w*|rounds?|series|since|last\smet|previous\w*|earlier|annual\w*|weekly|follow-up|further|each|every|"
    r"re-?opened|separate\w*)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|planned|plans?|scheduled|upcoming|ahead\sof|due|to\sbe|preparing|preparations|propos\w+|invit\w+)\b"
)
_WHEN = re.compile(r",?\swhen(?:\s[a-z]{2,14},?){0,4}\s\Z")
_IN = re.compile(
    r"\b(?:in|to|at)\s(?:the\s)?(?:(?:[a-z]{3,12}\s){0,2}(?:city|town|capital)(?:\sof)?,?\s)?"
    r"(?P<place>[A-Z][\w'.-]+(?:[\s-][A-Z][\w'.-]+){0,3})"
)
_BEFORE = 4  # sentences, in which whom a pronoun means is named
_REACH = 60  # characters beyond a date in which a place may follow


@cache
def trigger() -> Trigger:
    return Trigger(
        (
            "met", "meeting", "meetings", "talks", "conferred", "received", "hosted", "welcomed", "sat down",
            "discussions", "consultations", "negotiations", "conversation", "conversations", "summit",
            "phoned", "telephoned", "phone", "telephone", "dinner", "lunch", "called on", "signed",
        )
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Met:
    """Two people met, as a stretch of a scene tells; time and place may stand in the parts ``open``."""

    people: tuple[str, str]
    start: int
    end: int
    what: str
    open: tuple[tuple[int, int], ...]  # stretches inside, without appositions


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each meeting, talk, call and signing of two people that is told with its day."""
    clauses = reading.once(Clauses)
    for at, sentence in reading.numbered(trigger()):
        before = reading.sentences[max(0, at - _BEFORE) : at]
        yield from (claim(reading, it) for it in read(reading, sentence, before, clauses))


def read(
    reading: Reading, sentence: Sentence, before: Sequence[Sentence], clauses: Clauses
) -> Iterator[Happening]:
    """What the sentence tells of two people who met, with its day; ``before`` are the sentences before it."""
    text = reading.article.text
    scene = figures(reading, sentence)
    if _SEVERAL.search(scene.text):
        return
    done: set[str] = set()
    for met in _meetings(reading, scene, before):
        told = _told(scene, met, clauses) or _told_before(reading, scene, met, before)
        if told is None or not told.when.known or told.when.last - told.when.first > _LONGEST:
            continue
        key, name = _key(met)
        if not key or key in done:
            continue
        done.add(key)
        start = min(scene.base + met.start, told.start)
        end = max(scene.base + met.end, told.end)
        if hedged(text, sentence.start, end):
            continue
        yield Happening(
            start,
            end,
            f"{ENCOUNTER}{key}",
            name,
            told.when,
            told.place,
            named=False,
            assumptions=told.assumptions,
            people=met.people,
        )


def _key(met: _Met) -> tuple[str, str]:
    """How the meeting is known, by the sounds of both surnames, and what it is called."""
    sounds = sorted(names.key(names.surname(name)) for name in met.people)
    if not all(sounds) or sounds[0] == sounds[1]:
        return "", ""
    return f"{met.what} of {' and '.join(sounds)}", f"{met.what} of {' and '.join(met.people)}"


def _what(match: re.Match[str]) -> str:
    """What the words tell: a meeting, if nothing else."""
    told = match.groupdict()
    return "telephone call" if told.get("call") else "signing" if told.get("sign") else "meeting"


def _meetings(reading: Reading, scene: Figures, before: Sequence[Sentence]) -> Iterator[_Met]:
    if MARK in scene.text:
        for pattern in (_MET, _BOTH, _SIGNED, _BY):
            yield from (_of(scene, match) for match in pattern.finditer(scene.text))
        if not _AHEAD.search(scene.text):
            for pattern in (_BETWEEN, _POSSESSED):
                yield from (_of(scene, match) for match in pattern.finditer(scene.text))
        if (match := _SHE_MET.search(scene.text)) and (who := antecedent(reading, before)):
            yield _of(scene, match, who)
    match = _THEY.search(scene.text)
    if match is None and not _AHEAD.search(scene.text):
        match = _THEIR.search(scene.text)
    if match and (pair := _two(reading, scene, match.start(), before)):
        yield _Met(
            pair,
            match.start(),
            match.end(),
            _what(match),
            ((match.start(), match.end()),),
        )


def _of(scene: Figures, match: re.Match[str], one: str = "") -> _Met:
    """The two of a match; ``one`` is whom a pronoun means there."""
    a, b = sorted((one or scene.name(match.start("one")), scene.name(match.start("other"))), key=names.key)
    groups = match.re.groupindex
    open_ = tuple(match.span(group) for group in ("lead", "where") if group in groups and match[group])
    end = max(match.end("other"), match.end("sign") if "sign" in groups else 0)
    return _Met((a, b), match.start(), end, _what(match), open_)


def _two(reading: Reading, scene: Figures, start: int, before: Sequence[Sentence]) -> tuple[str, str] | None:
    """The only two people of this sentence before ``start`` and the one before it, or of that one."""
    here = list(dict.fromkeys(name for at, name in scene.names.items() if at < scene.base + start))
    if len(here) < 2 and before:
        there = figures(reading, before[-1]).people
        here = there if not here or set(here) <= set(there) else []
    if len(here) != 2:
        return None
    a, b = sorted(here, key=names.key)
    return a, b


def _told(scene: Figures, met: _Met, clauses: Clauses) -> Told | None:
    """The day: inside the telling, behind it, at the head of the sentence, or before ("on 8 March, when")."""
    base, end = scene.base, scene.base + len(scene.text)
    told = None
    for first, last in met.open:
        told = told or clauses.within(base + first, base + last)
    between = _DOCUMENT if met.what == "signing" else None
    told = told or clauses.after(base + met.end, end, between) or clauses.before(base, base + met.start)
    if told is None and (when := _WHEN.search(scene.text, 0, met.start)):
        told = clauses.ending_at(base + when.start())
    if told is None:
        return None
    return Told(told.when, _place(scene, met, told), told.assumptions, told.start, told.end)


def _told_before(reading: Reading, scene: Figures, met: _Met, before: Sequence[Sentence]) -> Told | None:
    """ "X and Y agreed on Tuesday. The two met in Geneva": the one day of the sentence right before."""
    if not before or not scene.text[met.start : met.end].startswith(("The two", "The pair", "They")):
        return None
    last = before[-1]
    if len(scene.text[: met.start].strip()) or last.block.kind == "title":
        return None
    days = {m.when for m in reading.dates_in(last.start, last.end) if m.dated and m.when and not m.problem}
    here = reading.dates_in(scene.base, scene.base + len(scene.text))
    if len(days) != 1 or any(m.dated for m in here):
        return None
    (day,) = days
    if (
        not isinstance(day, When)
        or day.first != day.last
        or hedged(reading.article.text, last.start, last.end)
    ):
        return None
    behind = scene.base + met.end
    told = Told(day, None, ("they met on the day told right before",), behind, behind)
    return Told(day, _place(scene, met, told), told.assumptions, behind, behind)


def _place(scene: Figures, met: _Met, told: Told) -> str | None:
    """The city or country in which they met: inside the telling, around the day, right behind it."""
    first, last = told.start - scene.base, told.end - scene.base
    stretches = [*met.open]
    if first >= met.end:
        stretches.append((met.end, min(last + _REACH, len(scene.text))))
    elif last <= met.start:
        stretches.append((max(0, first - _REACH), met.start))
        stretches.append((met.end, min(met.end + _REACH, len(scene.text))))
    else:
        stretches.append((met.end, min(met.end + _REACH, len(scene.text))))
    for start, end in stretches:
        for match in _IN.finditer(scene.text, start, end):
            if places.find(match["place"].rstrip("."), kind="city"):
                return match["place"].rstrip(".")
    return None
