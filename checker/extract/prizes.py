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
_MEDAL = re.compile(r"gold|silver|bronze")


def prizes(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """The medals and the title of the competition that the article's title names."""
    text = reading.article.text
    won = _WON.match(text, sentence.start, sentence.end)
    wins = _WINS.match(text, subject.end, sentence.end) if subject else None
    if not won and not wins:
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
    elif wins and subject and subject.how == "name" and wins["what"] != "bronze":
        yield Stated(
            event, f"{wins['what']} medal", subject.name, sentence.start, wins.end(), (subject.name,)
        )
