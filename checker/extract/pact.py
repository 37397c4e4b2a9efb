"""Claims on the day on which two states signed an agreement on one matter, named after them or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.dates import calendar
from checker.extract import happening
from checker.extract.clauses import Clauses, Told, hedged
from checker.extract.happening import Happening
from checker.extract.reading import Reading
from checker.model import Event
from checker.resolve import places
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.text.trigger import Trigger
from checker.vocab import load

_WORD = r"[A-Z][\w'.]{1,25}"
_STATE = rf"(?:the\s)?{_WORD}(?:\s(?:of\s)?(?:the\s)?{_WORD}){{0,3}}"
_LEAD = (
    r"(?:\s(?:today|yesterday|here|has|have|had|also|formally|finally|this\s(?:week|morning|afternoon)|"
    r"on\s[A-Z][a-z]{2,8}(?:\s\d{1,2})?|on\s\d{1,2}\s[A-Z][a-z]{2,8}(?:\s\d{4})?),?){0,3}"
)
_MATTER = r"(?P<matter>(?:[a-z][a-z-]{2,20}\s){1,4}?)"
_SIGNED = re.compile(
    r"(?:,|\s)[^;:()]{0,140}?\b(?:was|were)\s(?:finally\s|formally\s|officially\s)?signed(?=[\s,])"
)
_BRACKET = re.compile(r"\s\([^()]{1,40}\)\Z")
# These say of no agreement what it is on.
_ANY = frozenset(
    "bilateral broad comprehensive co-operation cooperation draft final first five-year formal framework "
    "general historic important joint landmark long-awaited long-term major mutual new ten-year three-year "
    "wide-ranging".split()
)
_AGAIN = re.compile(
    r"\b(?:renew\w*|extend\w*|extension|prolong\w*|revis\w+|amend\w*|supplement\w*|another|second|third|further)\b"
)


@dataclass(frozen=True, slots=True)
class _Pact:
    """What two states agreed on."""

    one: str
    other: str
    matter: str

    @property
    def name(self) -> str:
        return f"{self.matter} agreement between {self.one} and {self.other}"


@cache
def trigger() -> Trigger:
    return Trigger(("signed",))


@cache
def _nouns() -> str:
    return pattern(load("events")["occasions"]["pact"], boundary=False)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    noun = rf"{_MATTER}(?:{_nouns()})\b"
    return (
        re.compile(
            rf"(?P<a>{_STATE})\sand\s(?P<b>{_STATE})(?P<lead>{_LEAD})\s(?P<verb>signed)\s(?:an?|the|their)\s{noun}"
        ),
        re.compile(
            rf"(?P<a>{_STATE})(?P<lead>{_LEAD})\s(?P<verb>signed)\s(?:an?|the|its)\s{noun}\swith\s(?P<b>{_STATE})"
        ),
        re.compile(
            rf"\b(?:[Aa]n?|[Tt]he)\s{noun}\s(?:between|of)\s(?P<a>{_STATE})\sand\s(?P<b>{_STATE})(?P<lead>)\s"
            r"(?P<verb>was\s(?:formally\s|finally\s)?signed)\b"
        ),
    )


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each signing that is told with its day, month or year."""
    clauses = reading.once(Clauses)
    for sentence in reading.firing(trigger()):
        if sentence.block.kind not in ("paragraph", "item"):
            continue
        yield from _between(reading, sentence, clauses)
        yield from _of_title(reading, sentence, clauses)


def _between(reading: Reading, sentence: Sentence, clauses: Clauses) -> Iterator[Event]:
    """ "Ruritania and Freedonia today signed a fisheries agreement"."""
    text = reading.article.text
    for form in _forms():
        for match in form.finditer(text, sentence.start, sentence.end):
            pact = _pact(match["a"], match["b"], match["matter"])
            told = clauses.after(match.end(), sentence.end) or clauses.right_before(match.start("verb"))
            told = told or clauses.before(sentence.start, match.start())
            if pact and told:
                yield from _claims(reading, sentence, pact, told, match.start("verb"), match.end())


def _of_title(reading: Reading, sentence: Sentence, clauses: Clauses) -> Iterator[Event]:
    """ "It was signed in Oslo on 3 May 1974", in an article on an agreement that bears the names of both."""
    text, title = reading.article.text, _BRACKET.sub("", reading.article.source.title or "")
    pact = _named(title)
    if pact is None:
        return
    meaning = rf"(?:The\s)?{re.escape(title)}\b|It\b|The\s(?:{_nouns()})\b"
    subject = re.match(meaning, text[sentence.start : sentence.end])
    if subject is None:
        return
    signed = _SIGNED.match(text, sentence.start + subject.end(), sentence.end)
    told = clauses.after(signed.end(), sentence.end) if signed else None
    if signed and told:
        yield from _claims(reading, sentence, pact, told, sentence.start, signed.end())


def _named(name: str) -> _Pact | None:
    """ "Iran–Japan Trade Agreement": the two states and the matter of the name."""
    one, dash, rest = re.sub("[–—]", "-", name).partition("-")
    words = rest.split()
    if not dash or len(words) < 3 or words[-1].lower() not in load("events")["occasions"]["pact"]:
        return None
    for end in range(min(4, len(words) - 2), 0, -1):
        if found := _pact(one, " ".join(words[:end]), " ".join(words[end:-1]).lower()):
            return found
    return None


def _pact(one: str, other: str, matter: str) -> _Pact | None:
    found = [
        places.find(name.removeprefix("the ").removeprefix("The "), kind="country") for name in (one, other)
    ]
    known = sorted({it.name for it in found if it and it.kind == "country"})
    own = " ".join(word for word in matter.split() if word not in _ANY)
    return _Pact(known[0], known[1], own) if len(known) == 2 and own else None


def _claims(
    reading: Reading, sentence: Sentence, pact: _Pact, told: Told, start: int, end: int
) -> Iterator[Event]:
    text, year = reading.article.text, calendar.civil(told.when.first)[0]
    first, last = min(start, told.start), max(end, told.end)
    if hedged(text, sentence.start, last) or _AGAIN.search(text, sentence.start, last):
        return
    if year != calendar.civil(told.when.last)[0]:
        return
    yield happening.claim(
        reading,
        Happening(
            first,
            last,
            f"{pact.name.lower()} {year}: signing",
            f"signing of {pact.name}",
            told.when,
            told.place,
            named=False,
            assumptions=(*told.assumptions, f"the two signed one such agreement in {year}"),
        ),
    )
