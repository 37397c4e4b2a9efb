"""Claims on when a ship sank, and in hindsight when it left a port or came to one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker import kept
from checker.dates import calendar
from checker.extract import vehicles
from checker.extract.clauses import Clauses, hedged
from checker.extract.happening import Happening, called, claim
from checker.extract.reading import Reading
from checker.extract.vehicles import NAME, PREFIXES
from checker.model import Event
from checker.resolve import places
from checker.resolve.compare import fold
from checker.text.sentences import Sentence
from checker.text.trie import pattern, plain
from checker.text.trigger import Trigger
from checker.vocab import load

_HINDSIGHT = 365  # days after which a departure is no news of a service any more
_MANY = 8  # ships of an article; of one that names more, only those named in the sentence are known
_PORT = r"(?:the\s)?(?P<port>[A-Z][\w'-]+)"
_LEAVES = (
    r"\b(?:(?:sailed|departed|steamed|put\sto\ssea|set\s(?:out|sail))\sfrom|departed|left|(?:slipped|sailed|steamed|"
    r"put)\sout\sof|out\sof)\s"
)
_COMES = (
    r"\b(?:arrived\s(?:at|in|off)|reached|put\sinto|docked\s(?:at|in)|(?:returned|came\s(?:home|back))\sto|"
    r"(?:dropped\sanchor|anchored)\s(?:at|in|off)|limped\sinto|sailed\sinto)\s"
)
_SINKS = (
    r"\b(?:sank|foundered|capsized|went\s(?:down|to\sthe\sbottom)|"
    r"(?:was|were)\s(?:wrecked|sunk|lost\swith\sall\shands))\b"
)
_THE = re.compile(rf"\bthe\s{NAME}")  # "victims of the Santa Ines"
_AGAIN = re.compile(
    r"\b(?:again|another|each|every|daily|weekly|second|third|next|sister\sship|twice|refloated|raised|nearly|almost|"
    r"due\sto|replica|model|film|sale|market|shares|price)\b"
)


@cache
def trigger() -> Trigger:
    return Trigger((*load("events")["meant"]["ships"], *PREFIXES))


@cache
def _meant() -> re.Pattern[str]:
    nouns = pattern(load("events")["meant"]["ships"], boundary=False)
    return re.compile(
        rf"\b(?:[Tt]he\s(?:[a-z-]+\s)?{nouns}|[Ss]he|It|it)\s(?:had\s|then\s|later\s|finally\s)?\Z"
    )


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (
        ("departure", re.compile(_LEAVES + _PORT)),
        ("arrival", re.compile(_COMES + _PORT)),
        ("sunk", re.compile(_SINKS)),
    )


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each day on which a ship that the article names left, arrived or sank."""
    text = reading.article.text
    ships = vehicles.ships(text)
    if len(ships) > _MANY:
        return
    named, clauses = kept.passing(rf"(?<![\w-])(?:{plain(ships)})(?![\w-])"), reading.once(Clauses)
    title = reading.article.source.title or ""
    titled = [ship for ship in ships if ship in title]
    topic = titled[0] if len(titled) == 1 else ""
    for at, sentence in enumerate(reading.sentences):
        if _AGAIN.search(text, sentence.start, sentence.end):
            continue
        for what, form in _forms():
            for match in form.finditer(text, sentence.start, sentence.end):
                nearby = reading.sentences[max(0, at - 1) : at + 1]
                ship = _ship(text, named, nearby, match.start(), ships, topic)
                if ship and (told := _told(reading, sentence, match, clauses, what, ship)):
                    yield claim(reading, told)


def _ship(
    text: str,
    named: re.Pattern[str],
    sentences: Sequence[Sentence],
    verb: int,
    ships: tuple[str, ...],
    topic: str,
) -> str:
    """The only ship that the sentence names, or that "she" or "the ship" means right before the verb.

    ``topic`` is the ship that the article is about, if it is about one.
    """
    here, before = sentences[-1], sentences[0]
    own = {match[0] for match in named.finditer(text, here.start, here.end)}
    if own:
        return own.pop() if len(own) == 1 else ""
    meant = _meant().search(text, here.start, verb)
    if meant is None:
        return ""
    last = {match[0] for match in named.finditer(text, before.start, before.end)} or {topic} - {""}
    if meant[0].startswith(("The", "the")):
        told = {it["name"] for it in _THE.finditer(text, here.start, verb) if not places.find(it["name"])}
        ships = ships or tuple(told)
        return ships[0] if len(ships) == 1 else last.pop() if len(last) == 1 else ""
    return last.pop() if len(last) == 1 else ""


def _told(
    reading: Reading, sentence: Sentence, match: re.Match[str], clauses: Clauses, what: str, ship: str
) -> Happening | None:
    text, published = reading.article.text, reading.dates.published
    told = clauses.after(match.end(), sentence.end) or clauses.heading(sentence.start, match.start())
    if told is None or told.when.last - told.when.first > 1:
        return None
    if hedged(text, sentence.start, max(match.end(), told.end)):
        return None
    start, end = min(match.start(), told.start), max(match.end(), told.end)
    if what == "sunk":
        key, name = f"{fold(ship)}: sunk", called("sunk", ship)
    elif published is None or published.first - told.when.last > _HINDSIGHT:
        year, port = calendar.civil(told.when.first)[0], match["port"].removesuffix("'s")
        link = "from" if what == "departure" else "at"
        key, name = f"{fold(ship)} {link} {fold(port)} {year}: {what}", f"{what} of the {ship} {link} {port}"
    else:
        return None
    return Happening(start, end, key, name, told.when, named=False, assumptions=told.assumptions)
