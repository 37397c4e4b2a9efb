"""Who won a competition that the article is about: "The gold medal was won by X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract import values
from checker.extract.event_names import names
from checker.extract.reading import Reading
from checker.extract.stated import Stated
from checker.extract.subjects import Subject
from checker.text.sentences import Sentence
from checker.text.tokens import tokens

_WON = re.compile(
    r"The\s(?P<what>(?:gold|silver|bronze)(?:\smedals?)?|winners?|tournament|title|championship|final)\s"
    r"(?:(?:was|were)\s(?:won|claimed|taken)\sby|went\sto|(?:was|were))\s"
)
_WINS = re.compile(
    r"\s(?:won|claimed|took|earned)\sthe\s(?P<what>gold|silver|bronze)(?:\smedal)?(?=[,.]|\s(?:by|after|in|at|and|for|while)\b)"
)
_DEFEATED = re.compile(r",?\s(?:who\s)?(?:defeated|beat|defeating|beating)\s")
_ROUND = re.compile(r"\sin\sthe\s(?P<round>final|semi-?final|gold\smedal\smatch)\b")
_WON_OVER = re.compile(r"(?:\s(?:of|from)\s[A-Z]\w+)?\s(?:defeated|beat)\s")
_FOR_MEDAL = re.compile(
    r"\s(?:in\sthe\s(?P<a>gold|bronze)\smedal\smatch|to\swin\s(?:the|a|one\sof\sthe)\s(?P<b>gold|bronze)\smedals?)\b"
)
_MEDAL = re.compile(r"gold|silver|bronze")


def prizes(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """The medals and the title of the competition that the article's title names."""
    text = reading.article.text
    won = _WON.match(text, sentence.start, sentence.end)
    wins = _WINS.match(text, subject.end, sentence.end) if subject else None
    if not won and not wins and not (subject and _WON_OVER.match(text, subject.end, sentence.end)):
        return
    title = reading.article.source.title or ""
    if not any(name.edition for name in names(title, tokens(title, 0, len(title)))):
        return
    event = Subject(title, "name", sentence.start, sentence.start)
    if won:
        medal = _MEDAL.match(won["what"])
        found, end = values.names(text, won.end(), sentence.end, places=True)
        if found:
            relation = f"{medal[0]} medal" if medal else "winner"
            yield Stated(event, relation, text[won.end() : end], sentence.start, end, found)
            if len(found) == 1:
                yield from _beaten(text, sentence, event, found[0], end)
    elif subject and subject.how == "name" and (beaten := list(_matches(text, sentence, event, subject))):
        yield from beaten
    elif wins and subject and subject.how == "name" and wins["what"] != "bronze":
        yield Stated(
            event, f"{wins['what']} medal", subject.name, sentence.start, wins.end(), (subject.name,)
        )


def _matches(text: str, sentence: Sentence, event: Subject, subject: Subject) -> Iterator[Stated]:
    """ "A defeated B of Cuba in the bronze medal match", "A defeated B to win the bronze medal"."""
    match = _WON_OVER.match(text, subject.end, sentence.end)
    if match is None:
        return
    found, end = values.names(text, match.end(), sentence.end, places=True)
    last = _FOR_MEDAL.match(text, end, sentence.end)
    if len(found) == 1 and last:
        relation = f"opponent of {subject.name.split()[-1]} for {last['a'] or last['b']}"
        yield Stated(event, relation, found[0], sentence.start, last.end(), found)


def _beaten(text: str, sentence: Sentence, event: Subject, winner: str, at: int) -> Iterator[Stated]:
    """ ", who defeated X of Cuba in the final"."""
    match = _DEFEATED.match(text, at, sentence.end)
    if match is None:
        return
    found, end = values.names(text, match.end(), sentence.end, places=True)
    if len(found) == 1 and (last := _ROUND.match(text, end, sentence.end)):
        relation = f"opponent of {winner} in the {last['round']}"
        yield Stated(event, relation, found[0], sentence.start, last.end(), found)
