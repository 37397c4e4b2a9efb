"""Claims on what share of the votes somebody won in an election: "took 56.1 per cent of the vote"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.measures import BOUND
from checker.extract.reading import Reading
from checker.extract.stated import hedged, of_person
from checker.model import Relation, When
from checker.resolve.people import Mention
from checker.text.trigger import Trigger

_FRESH = 60  # days before publication in which an election was that is told without its day
_LONG = 366  # days; what is told of a longer time is of several elections
_COUNTING = 1.0  # per cent by which a count differs from the next
_WORD = r"[^\W\d_a-z][\w'-]{1,20}"
_NAME = rf"{_WORD}(?:\s(?:{_WORD}|[A-Z]\.|(?:al|bin|da|de|del|der|di|dos|el|la|van|von))){{0,3}}"
_WON = re.compile(
    rf"(?<![\w-])(?P<name>{_NAME})(?:,\s[^,;:()]{{3,60}},)?(?:,?\swho)?(?:\s(?:also|comfortably|easily|had|has|narrowly|then))"
    r"{0,2}\s(?:captured|gained|garnered|got|obtained|polled|received|scored|secured|took|was\s(?:re-?)?elected|won)\b"
    rf"(?P<gap>[^;:()]{{0,100}}?)\s{BOUND}(?P<number>\d{{1,2}}(?:\.\d{{1,2}})?)\s?(?:%|per\s?cent)\sof\s(?:all\s|the\s)?"
    r"(?:national\s|popular\s|valid\s)?votes?\b"
)
# Of another count, round or place, or no result at all.
_OTHER = re.compile(
    r"\b(?:counted|early|estimates?|exit|expected|first\sround|forecast|partial|poll|polls|polling\sstations|precincts|preliminary|"
    r"primar(?:y|ies)|project\w+|provisional|second\sround|so\sfar|survey|tallied|unofficial|women|men|district|province|"
    r"region|county|constituency|compared|up\sfrom|down\sfrom|while|whereas)\b"
)

_PARTY = re.compile(
    r"\b(?:Alliance|Bloc|Coalition|Congress|Democrats|Front|Greens|He|In|Labour|League|List|Movement|On|Party|She|The|Union)\b"
)


@cache
def trigger() -> Trigger:
    return Trigger(("vote", "votes"))


def extract(reading: Reading) -> Iterator[Relation]:
    """One claim for each share that a person is told to have won, at the time of the election."""
    text = reading.article.text
    for at, sentence in reading.numbered(trigger()):
        match = _WON.search(text, sentence.start, sentence.end)
        if match is None or match["bound"] or sentence.block.kind not in ("paragraph", "item"):
            continue
        name, when = _name(reading, match), _when(reading, at)
        other = _OTHER.search(text, sentence.start, sentence.end)
        if name and when and not (other or hedged(text, sentence.start, match.end())):
            number = float(match["number"])
            yield Relation(
                **reading.place(match.start("name"), match.end()),
                when=when,
                subject=of_person(name),
                name=name,
                relation="share of the vote",
                value=f"{match['number']} per cent",
                least=number - _COUNTING,
                most=number + _COUNTING,
                assumptions=("both passages speak of one election",),
            )


def _name(reading: Reading, match: re.Match[str]) -> str:
    """The full name of who won it; "" of a party, or of a surname that may be anybody's."""
    words = match["name"].split()
    start, end = match.span("name")
    own: list[Mention] = [it for it in reading.people.within(start, end) if it.end == end]
    full = reading.people.name_of(own[0]) if own else None
    if full is None and 2 <= len(words) <= 4:
        full = match["name"]
    party = bool(_PARTY.search(full or ""))
    return full if full and " " in full and not party and words[0].lower() != "the" else ""


def _when(reading: Reading, at: int) -> When | None:
    """The time that the sentence tells, or the one before it, or else the weeks before publication."""
    here, before = reading.sentences[at], reading.sentences[max(0, at - 1)]
    for part in (here, before) if here.block == before.block else (here,):
        told = (m.when for m in reading.dates_in(part.start, part.end) if m.dated and not m.problem)
        known = [it for it in told if it and it.known and it.last - it.first <= _LONG]
        if known:
            return known[0] if len(known) == 1 else None
    published = reading.dates.published
    if published is None or published.basis == "estimated":
        return None
    return When(published.first - _FRESH, published.last, basis="relative")
