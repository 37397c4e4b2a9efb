"""What happens to a thing once, and when: "The Harbour Bridge was opened on 19 March 1932"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.extract import event_names, organisations
from checker.extract.clauses import DAY, Clauses, Told, hedged
from checker.extract.happening import Happening, called, issued_anew, nominals
from checker.extract.life import OF_PEOPLE, life, nominal_life, passive_life, tells
from checker.extract.reading import Reading
from checker.resolve.compare import fold
from checker.resolve.offices import heads as offices
from checker.resolve.organisations import place_at, spelled
from checker.text.tokens import Phrases, Token
from checker.vocab import load

_BEING = frozenset(("was", "were"))
_ADVERBS = frozenset("also been ceremonially finally first formally had has officially publicly".split())
# A subject behind one of these is only the tail of a longer one, or another's.
_TAIL = frozenset("of in at for from by with to and or 's ' - & near on".split())
_BEFORE = frozenset(
    "after although as because before but called since that the when where while who which".split()
)
_PRONOUNS = frozenset("both he his in it its on our she that their these they this which who".split())
_INTRANSITIVE = frozenset(("opened", "sunk"))  # also told without "was"
_LONGEST = 9  # tokens of a subject


@cache
def _verbs() -> Phrases[str]:
    return Phrases((verb, what) for what, verbs in load("events")["once"].items() for verb in verbs)


@cache
def general() -> frozenset[str]:
    """Words that by themselves make no name of one thing: "Central Bank", "National Library"."""
    heads, topics, events = load("organisations")["heads"], load("portfolios"), load("events")["words"]
    words = {word.lower() for name in ("strong", "weak", "parented") for word in heads[name]}
    words.update(topics["words"]["known"], events["general"], events["ordinary"])
    for forms in topics["concepts"].values():
        words.update(word for form in forms for word in form.lower().split())
    return frozenset(spelled(word) for word in words)


def read(reading: Reading, row: list[Token], clauses: Clauses) -> Iterator[Happening]:
    """What the sentence tells to have happened once to somebody or something, and when."""
    text = reading.article.text
    for i, token in enumerate(row):
        if tells(row, i):
            yield from life(reading, row, i, clauses)
        elif not token.text.islower():
            continue
        elif found := _verbs().at(row, i):
            if found[0] in OF_PEOPLE:
                yield from passive_life(reading, row, i, found[0], clauses)
            elif subject := _subject(text, row, i, found[0]):
                told = clauses.after(row[found[1] - 1].end, row[-1].end)
                told = told or clauses.before(row[0].start, _with_article(row, subject[0]))
                yield from _thing(text, row, subject, found[0], told, row[found[1] - 1].end)
        elif token.low in nominals() and i + 2 < len(row) and row[i + 1].low == "of":
            behind = i + 2 + (row[i + 2].low == "the")
            yield from _nominal(reading, row, behind, nominals()[token.low], clauses)


def _thing(
    text: str, row: list[Token], subject: tuple[int, int], what: str, told: Told | None, stop: int
) -> Iterator[Happening]:
    if told is None or hedged(text, row[0].start, max(told.end, stop)):
        return
    if (what == "released" and told.place) or issued_anew(what, text, row[0].start, row[-1].end):
        return  # in one country, or form; others have dates of their own
    start = row[subject[0]].start
    name = text[start : row[subject[1] - 1].end]
    yield Happening(
        min(start, told.start),
        max(told.end, stop),
        f"{' '.join(spelled(word) for word in fold(name).split())}: {what}",
        called(what, name),
        told.when,
        told.place,
        named=False,
        assumptions=told.assumptions,
    )


def _with_article(row: list[Token], start: int) -> int:
    return row[start - (start > 0 and row[start - 1].low == "the")].start


def _nominal(reading: Reading, row: list[Token], i: int, what: str, clauses: Clauses) -> Iterator[Happening]:
    """ "the founding of Acme Motors in 1903", "the death of Jane Roe on 5 May 2001"."""
    text = reading.article.text
    if what in OF_PEOPLE:
        yield from nominal_life(reading, row, i, what, clauses)
        return
    named = organisations.at(text, row, i) if i < len(row) else None
    end = named[1] if named else _capitals_from(row, i)
    known = next((it for it in event_names.names(text, row) if it.start == i), None)
    if known or end <= i or not _is_proper(text, row, i, end):
        return  # the opening of a named event is told with the event
    told = clauses.after(row[end - 1].end, row[-1].end, DAY)
    yield from _thing(text, row, (i, end), what, told, row[end - 1].end)


def _capitals_from(row: list[Token], i: int) -> int:
    end = i
    while i < len(row) and i - end < 3:
        if row[i].capital and row[i].text[0].isalpha() and not offices().at(row, i):
            i = end = i + 1
        elif row[i].low in ("of", "the") and i == end:
            i += 1
        else:
            break
    return end


def _subject(text: str, row: list[Token], i: int, what: str) -> tuple[int, int] | None:
    """The tokens of the proper name that is the subject of the verb at ``i``."""
    end = i
    while end > 0 and row[end - 1].low in _ADVERBS:
        end -= 1
    if end > 0 and row[end - 1].low in _BEING:
        end -= 1
    elif "been" not in {token.low for token in row[end:i]} and (what not in _INTRANSITIVE or end < i):
        return None
    if end > 2 and row[end - 1].text == ")" and row[end - 3].text == "(":
        end -= 3
    if end == 0:
        return None
    found = organisations.before(text, row, end)
    start = found[1] if found else _capitals_before(row, end)
    if not _stands_alone(row, start, end) or not _is_proper(text, row, start, end):
        return None
    return start, end


def _capitals_before(row: list[Token], end: int) -> int:
    """Where the capitalised words that end before ``end`` begin; "of" and "the" may stand among them."""
    start = i = end
    while i > 0 and end - i < _LONGEST:
        token = row[i - 1]
        if (
            token.capital
            and token.text[0].isalpha()
            and token.low not in ("the", "a")
            and not offices().at(row, i - 1)
        ):
            i = start = i - 1
        elif i < end and token.low in ("of", "the"):
            i -= 1
        else:
            break
    return start


def _stands_alone(row: list[Token], start: int, end: int) -> bool:
    """Is the name the whole subject, and not a part of one ("the library of Trinity College")?"""
    if start >= end:
        return False
    i = start - (start > 0 and row[start - 1].low == "the")
    if i == 0:
        return True
    before = row[i - 1]
    if before.text.islower() and before.low not in _BEFORE:
        return before.low == "and" and i > 1 and row[i - 2].text == ","
    return before.low not in _TAIL


def _is_proper(text: str, row: list[Token], start: int, end: int) -> bool:
    """Has it two words, one of them its own or a place?"""
    words = [
        token.low for token in row[start:end] if token.text[0].isalpha() and token.low not in ("of", "the")
    ]
    if len(words) < 2 or words[0] in _PRONOUNS:
        return False
    return any(spelled(word) not in general() for word in words) or any(
        place_at(text, row, i) for i in range(start, end)
    )
