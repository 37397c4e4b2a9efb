"""What sentences deny of their subject, and what others say of it that such a sentence may deny."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.reading import Reading
from checker.extract.stated import hedged, of_person, without_title
from checker.extract.subjects import Subject
from checker.extract.topic import personal
from checker.model import UNKNOWN, Statement
from checker.resolve import places
from checker.resolve.compare import fold
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_IS_NOT = re.compile(r"\s(?:is|was|are|were)(?:\snot|n't|\snever)\s")
_IS = re.compile(r"\s(?:is|was|are|were)\s(?=(?:an?|the)\s|[A-Z])")
_AUXILIARY = r"(?:\s(?:also|later|then|once|first|has|had))*"
# Where the clause ends, and what makes a denial one of a part only, or of a time.
_ENDS = re.compile(
    r"[;:.()]|,|\s(?:and|but|who|which|that|where|when|while|although|though|because|so|or)\s|\s[-–—]\s"
)
_SAID_ENDS = re.compile(
    r"[;:()]|\.(?=\s|\Z)|,\s(?:but|who|which|where|while|although)\s|\s(?:but|before|until|because|although|unless)\s"
)
_PARTLY = re.compile(
    r"\b(?:until|before|after|only|just|alone|as|since|without|yet|again|both|all|every|always|officially|immediately|"
    r"initially|solely|directly|necessarily|entirely|fully|really|simply|merely|even|more|less|fewer|enough|any\s?more|"
    r"longer|so|too|very|such|itself|himself|herself|alleged|than|first|last|same|other|another|at\sthe\stime|then|now|today)\b"
)
_DONE_TO = re.compile(r"\b(?:nearly|almost|tried|attempted|refused|declined|failed|planned|wanted|hoped)\b")
_NOUN_ENDS = re.compile(
    r"\s(?:of|in|on|at|by|for|from|with|to|as|based|located|headquartered|known|born|founded|formed|active)\b|\Z"
)
_EMPTY = frozenset(
    "a an the of in on at by for from with to as his her its their this and or any some one".split()
)
_SCHOOLS = ("university", "college", "school", "academy", "institute", "seminary", "conservatory")


@cache
def _verbs() -> dict[str, str]:
    """Forms of a verb to its base."""
    table = load("relations")["verbs"]
    return {
        form: base
        for name in ("once", "ever")
        for base, forms in table[name].items()
        for form in (base, *forms)
    }


@cache
def _once() -> frozenset[str]:
    """Verbs of what comes once, or is for good: "did not write"."""
    return frozenset(load("relations")["verbs"]["once"])


@cache
def _not() -> re.Pattern[str]:
    forms = pattern(_verbs(), boundary=False)
    return re.compile(
        rf"\s(?P<how>did\snot|didn't|never|has\snever|had\snever|have\snever|was\snever|was\snot|wasn't)\s(?P<verb>{forms})\s"
    )


@cache
def _did() -> re.Pattern[str]:
    past = {form for form in _verbs() if form not in set(_verbs().values())}
    return re.compile(
        rf"{_AUXILIARY}\s(?:(?P<passive>was|were)\s)?(?P<verb>{pattern(past, boundary=False)})\s"
    )


def statements(reading: Reading, sentence: Sentence, subject: Subject) -> Iterator[Statement]:
    """What the sentence says of its subject that can be denied, or denies of it."""
    text, at, end = reading.article.text, subject.end, sentence.end
    if match := _IS_NOT.match(text, at, end):
        yield from _being(reading, sentence, subject, match.end(), denied=True)
    elif match := _not().match(text, at, end):
        never = "never" in match["how"]
        verb = _verbs()[match["verb"]]
        if never or verb in _once():
            yield from _doing(reading, sentence, subject, match, denied=True)
    elif match := _IS.match(text, at, end):
        yield from _being(reading, sentence, subject, match.end(), denied=False)
    elif match := _did().match(text, at, end):
        yield from _doing(reading, sentence, subject, match, denied=False)


def _being(
    reading: Reading, sentence: Sentence, subject: Subject, at: int, *, denied: bool
) -> Iterator[Statement]:
    """ "is not a website", "is an American rock band", "is not American"."""
    text = reading.article.text
    end = _ENDS.search(text, at, sentence.end)
    stop = end.start() if end else sentence.end
    told, said = text[subject.end : stop].strip(), text[at:stop].strip()
    if denied and (_PARTLY.search(said) or hedged(text, stop, sentence.end)):
        return
    if not denied and hedged(text, sentence.start, stop):
        return
    article = re.match(r"(?:an?|the)\s", said)
    noun = _NOUN_ENDS.search(said)
    phrase = said[article.end() if article else 0 : noun.start() if noun else len(said)].split()
    if not phrase or len(phrase) > 9:
        return
    adjective = len(phrase) == 1 and not article
    if adjective and not places.is_adjective(phrase[0]):
        return
    if not adjective and not (article and phrase[-1].islower()):
        return
    head = "" if adjective else fold(phrase[-1])
    if len(subject.name.split()) < 2 and personal(subject.name, f"{head}.", 0, len(head)):
        return
    words = (*phrase[: len(phrase) - (not adjective)], *said[noun.start() if noun else len(said) :].split())
    yield _statement(reading, sentence, subject, "be", told, stop, words, head, denied=denied)


def _doing(
    reading: Reading, sentence: Sentence, subject: Subject, match: re.Match[str], *, denied: bool
) -> Iterator[Statement]:
    """ "never won a medal", "did not attend Yale", "attended Yale from 1921 to 1925"."""
    text = reading.article.text
    end = (_ENDS if denied else _SAID_ENDS).search(text, match.end(), sentence.end)
    stop = end.start() if end else sentence.end
    told, said = text[subject.end : stop].strip(), text[match.end() : stop].strip()
    if denied and (_PARTLY.search(said) or hedged(text, stop, sentence.end)):
        return
    if not denied and (
        hedged(text, sentence.start, stop) or _DONE_TO.search(text, sentence.start, match.end())
    ):
        return
    verb = _verbs()[match["verb"]]
    if len(subject.name.split()) < 2:
        return
    if denied and (not any(word[0].isupper() for word in said.split()) or len(said) > 90):
        return
    if verb == "attend" and not any(school in said.lower() for school in _SCHOOLS):
        return
    passive = "was" in match["how"] if denied else bool(match["passive"])
    yield _statement(
        reading,
        sentence,
        subject,
        f"be {verb}" if passive else verb,
        told,
        stop,
        tuple(said.split()),
        "",
        denied=denied,
    )


def _statement(
    reading: Reading,
    sentence: Sentence,
    subject: Subject,
    verb: str,
    said: str,
    stop: int,
    words: tuple[str, ...],
    head: str,
    *,
    denied: bool,
) -> Statement:
    dates = reading.dates_in(subject.end, sentence.end)
    when = next((mention.when for mention in dates if mention.when and mention.when.known), UNKNOWN)
    kept = (fold(word.strip(".,'\"“”")) for word in words)
    return Statement(
        **reading.place(sentence.start, stop),
        when=when,
        subject=of_person(subject.name),
        name=without_title(subject.name),
        verb=verb,
        words=tuple(word.removesuffix("'s") for word in kept if word and word not in _EMPTY),
        said=said,
        head=head,
        denied=denied,
    )
