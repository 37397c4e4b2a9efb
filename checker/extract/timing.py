"""When does somebody hold an office: at a date the sentence gives, as of publication, or unknown."""

from __future__ import annotations

import re
from functools import cache

from checker.extract.clauses import Clauses, Told
from checker.extract.narrated import of_own_time
from checker.extract.people import Phrase
from checker.extract.present import as_of_publication
from checker.extract.reading import Reading
from checker.model import When
from checker.text.trie import compile_words
from checker.vocab import load

# The verb that the holder is the subject of, if need be behind where he is from, his age or a second title.
_VERB = re.compile(
    r"(?: of (?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}| \([^()]{1,40}\)|, \d\d(?=,))?"
    r"(?: and (?:[\w-]+ ){0,3}[\w-]+(?=,))?,? "
    r"(?:(?:also|had|has|have|later|then|was|were) ){0,2}[a-z]{2,20}\b"
)
# Told of a person's life, not of the office: the date is no date of the office.
_LIFE = re.compile(
    r"\b(?:born|graduated|studied|educated|married|enlisted|founded|"
    r"attended\s(?:[\w.'-]+\s){0,4}(?:university|college|school|academy|institute)|"
    r"joined\s(?:the|his|her)\s(?:[\w.'-]+\s){0,2}"
    r"(?:army|navy|air\sforce|police|party|bar|firm|company|bank|ministry|staff|civil\sservice|service|faculty))\b",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:had(?!\sto\b)|once|earlier|previously|formerly|years ago|used to|back then|at the time)\b"
)
_WHEN = re.compile(r",?\swhen\s(?:the\s)?\Z")
_AS = re.compile(r",?\sas\b")  # "was sworn in on Tuesday as minister"
_SAID = re.compile(r"\b(?:would|will|had|has|have|is|are|was|were|could|can|should|must|may|might)\b")  # what

# A verb right behind the name that speaks of now: "is", "has", "will", "welcomes" …
_NOW = re.compile(r",? (?:is|has|will|(?!was\b|as\b|its\b|his\b|this\b)[a-z]{2,12}[^s\W]s)\b")


def speaks_of_now(reading: Reading, phrase: Phrase) -> bool:
    """Does the passage speak of its article's own time, whatever that is?"""
    if phrase.title.status == "former" or phrase.title.link == "before":
        return False
    text, sentence = reading.article.text, phrase.sentence
    if any(m.when for m in reading.dates_in(sentence.start, sentence.end)):
        return False
    return phrase.title.verb == "is" or _NOW.match(text, phrase.end, sentence.end) is not None


def when_held(reading: Reading, clauses: Clauses, phrase: Phrase) -> tuple[When, tuple[str, ...]]:
    """The time at which the holder of a title phrase holds the office, and what we assume in saying so."""
    title, sentence = phrase.title, phrase.sentence
    if title.status in ("former", "then") or title.past:
        return When(), ()
    if title.link == "verb":
        inside = [
            m for m in reading.dates_in(phrase.start, phrase.end) if _AS.match(reading.article.text, m.end)
        ]
        after = [m for m in (*inside, *reading.dates_in(phrase.end, sentence.end)) if m.when and m.dated]
        if after and after[0].when:
            return after[0].when, after[0].assumptions
        return as_of_publication(reading, "office") if title.verb == "is" else (When(), ())
    text = reading.article.text
    if _LIFE.search(text, sentence.start, sentence.end):
        return When(), ()
    verb = _VERB.match(text, phrase.end, sentence.end)
    behind = verb.end() if verb else phrase.end
    says = verb is not None and _sayings().search(text, phrase.end, behind) is not None
    told = _told(text, clauses, phrase, behind, says)
    if told and not _to_come(reading, told.when):
        return told.when, told.assumptions
    end = behind if says else sentence.end  # what somebody says may be of other times than that he says it
    if any(_of_narrator(reading, phrase, *it.span()) for it in _HISTORY.finditer(text, sentence.start, end)):
        return When(), ()
    dated = [m for m in reading.dates_in(sentence.start, end) if m.when and m.dated]
    passing = [m.when for m in dated if m.when and _of_narrator(reading, phrase, m.start, m.end)]
    return as_of_publication(reading, "office") if of_own_time(reading, sentence, passing) else (When(), ())


def _told(text: str, clauses: Clauses, phrase: Phrase, behind: int, says: bool) -> Told | None:
    """The date of the clause in which the title stands, as far as one is told."""
    sentence = phrase.sentence
    if head := clauses.before(sentence.start, phrase.start):
        return head
    if when := _WHEN.search(text, sentence.start, phrase.start):  # "last month, when Minister Roe visited"
        return clauses.ending_at(when.start())
    told = clauses.after(behind, sentence.end)
    return told if told is None or not (says and _SAID.search(text, behind, told.start)) else None


@cache
def _sayings() -> re.Pattern[str]:
    return compile_words(load("speech")["saying"])


def _of_narrator(reading: Reading, phrase: Phrase, start: int, end: int) -> bool:
    """Is it said by the one who names the holder, and not in words that are only quoted beside it?"""
    return not reading.quoted(start, end) or reading.quoted(phrase.start, phrase.end)


def _to_come(reading: Reading, when: When) -> bool:
    """Is the time after publication? Who plans for it holds the office now, and perhaps not then."""
    published = reading.dates.published
    return published is not None and when.first > published.last
