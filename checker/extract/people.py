"""The people of an article: every title phrase, every mention of a name, and whom each of them means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from checker.extract.heirs import without_heirs
from checker.extract.later import called_by_first, covered, later
from checker.extract.names import Name
from checker.extract.pronouns import Subjects
from checker.extract.title_phrases import COUNTERPART, Title
from checker.extract.titles import rank_only, titles
from checker.extract.untitled import untitled
from checker.model import Article
from checker.resolve import names, offices
from checker.resolve.people import Mention, Roster
from checker.text.concordance import Concordance
from checker.text.sentences import Sentence
from checker.text.tokens import Token, tokens
from checker.text.trigger import Trigger
from checker.vocab import load


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title phrase with its name. ``start`` and ``end`` are offsets into Article.text."""

    sentence: Sentence
    title: Title
    start: int
    end: int
    office: str  # canonical, without regard to the body; "" for a counterpart
    name: Mention | None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A rank and the name it stands before."""

    rank: str
    name: Mention
    start: int


@dataclass(frozen=True, slots=True)
class People:
    """Everything an article says of who is who."""

    phrases: tuple[Phrase, ...]
    ranked: tuple[Ranked, ...]
    mentions: tuple[Mention, ...]
    roster: Roster

    def name_of(self, mention: Mention) -> str | None:
        return self.roster.resolve(mention)

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in a stretch of the article."""
        first = bisect_left(self.mentions, start, key=_start)
        return self.mentions[first : bisect_left(self.mentions, end, first, key=_start)]


@cache
def _trigger() -> Trigger:
    """Sentences without any of these words hold no title and need not be taken apart."""
    return Trigger.remembered("titles", _signs)


def _signs() -> set[str]:
    """The words of titles.

    Spelled out in the cases that occur: a pattern that ignores case is many times slower.
    """
    written = {form for entry in load("offices").values() for form in entry["forms"]}
    written |= {offices.plural(form) for form in written} | set(load("status")["counterpart"]["known"])
    spelled = written | {form.lower() for form in written}
    for table in ("ranks", "honorifics"):  # these count only with a capital
        spelled |= {form.rstrip(".") for entry in load(table).values() for form in entry["forms"]}
    spelled |= {form.capitalize() for form in spelled}
    return spelled | {form.upper() for form in spelled}


def people(article: Article, concordance: Concordance) -> People:
    """Read all titles and names of an article."""
    sentences = concordance.sentences
    phrases: list[Phrase] = []
    ranked: list[Ranked] = []
    mentions: list[Mention] = []
    plain: list[Mention] = []
    headlines: list[tuple[Sentence, list[Token]]] = []
    titled = set(concordance.firing(_trigger()))
    for number, sentence in enumerate(sentences):
        triggered = number in titled
        bare = list(untitled(article.text, sentence))
        if not (triggered or bare):
            continue
        row = tokens(article.text, sentence.start, sentence.end)
        if (
            sentence.block.kind in ("title", "heading")
            or _in_title_case(row)
            or _repeats_title(article, sentence)
        ):
            headlines.append((sentence, row))
            continue
        plain.extend(bare)
        if triggered:
            _read_titles(article.text, sentence, row, phrases, ranked, mentions)
    if any(phrase.title.link == "he" for phrase in phrases):
        phrases = _with_pronouns(article.text, sentences, phrases, [*mentions, *plain])
    taken = covered(mentions)
    mentions += [mention for mention in plain if taken.isdisjoint(range(mention.start, mention.end))]
    mentions.sort(key=_order)
    known = Roster(mentions)
    first = called_by_first(article.text, known)
    for word, name in first.items():
        known.call(word, name)
    phrases = list(_with_surnames(phrases, known))
    for phrase in _headline_phrases(article.text, headlines, known):
        phrases.append(phrase)
        mentions.extend([phrase.name] if phrase.name else [])
    heads = [sentence for sentence in sentences if sentence.block.kind in ("title", "heading")]
    headed = [(sentence.start, sentence.end) for sentence in (*heads, *(it for it, _ in headlines))]
    mentions.extend(later(article.text, known, mentions, first, headed))
    mentions = without_heirs(article.text, sorted(mentions, key=_order))
    phrases.sort(key=lambda phrase: (phrase.start, phrase.end))
    # A name made of two others' surnames introduces nobody (see extract/blend.py).
    surnames = {names.surname(figure.name) for figure in known.figures}
    new = [m for m in mentions if m.titled or not surnames.issuperset(m.text.split())]
    roster = Roster(new)
    for word, name in first.items():
        roster.call(word, name)
    return People(tuple(phrases), tuple(ranked), tuple(mentions), roster)


def _with_surnames(phrases: Sequence[Phrase], known: Roster) -> Iterator[Phrase]:
    """The phrases, those of a lone surname only if the article names in full whoever bears it."""
    for phrase in phrases:
        if phrase.title.link != "surname":
            yield phrase
        elif phrase.name and known.knows(phrase.name.text):
            yield replace(phrase, title=replace(phrase.title, link="verb"))


def _with_pronouns(
    text: str, sentences: Sequence[Sentence], phrases: list[Phrase], mentions: list[Mention]
) -> list[Phrase]:
    """The phrases, those of "he was governor" with the name that is meant."""
    subjects = Subjects(text, sentences, mentions)
    found = []
    for phrase in phrases:
        name = subjects.of(phrase.sentence) if phrase.title.link == "he" else None
        if name:
            named = replace(name, titled=False, office=phrase.office)
            phrase = replace(phrase, name=named, title=replace(phrase.title, link="verb"))
        found.append(phrase)
    return found


def _start(mention: Mention) -> int:
    return mention.start


def _order(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _read_titles(
    text: str,
    sentence: Sentence,
    row: list[Token],
    phrases: list[Phrase],
    ranked: list[Ranked],
    mentions: list[Mention],
) -> None:
    """Add what the titles, ranks and forms of address of one sentence say."""
    taken: list[tuple[int, int]] = []
    for title in titles(text, row):
        phrase = _phrase(sentence, row, title)
        phrases.append(phrase)
        taken.append((title.start, title.end))
        if title.name and phrase.name and title.link != "surname":
            taken.append((title.name.begin, title.name.end))
            mentions.append(phrase.name)
            ranked.extend(_ranked(row, title.name, phrase.name))
    for name in rank_only(text, row, taken):
        mention = _mention(row, name, titled=True)
        mentions.append(mention)
        ranked.extend(_ranked(row, name, mention))


_TITLE = 15  # characters; what is shorter may begin a sentence, too

# Words that headlines leave in small letters.
_SMALL = frozenset(
    "a an and as at but by for from in into is it of off on onto or over than the to up via vs with".split()
)


def _in_title_case(row: list[Token]) -> bool:
    """Do nearly all longer words begin with a capital, as in headlines? Then capitals tell nothing."""
    if row[-1].text in ".!":
        return False
    words = [token for token in row[1:] if token.text[0].isalpha() and token.low not in _SMALL]
    return len(words) > 2 and sum(token.capital for token in words) >= 0.9 * len(words)


def _repeats_title(article: Article, sentence: Sentence) -> bool:
    """Is it the title once more, as pages print it above their text?"""
    title = (article.source.title or "").rstrip("….").strip().casefold()
    told = article.text[sentence.start : sentence.end]
    return len(title) > _TITLE and told[-1] not in ".!" and told.casefold().startswith(title)


def _headline_phrases(
    text: str, headlines: Sequence[tuple[Sentence, list[Token]]], known: Roster
) -> Iterator[Phrase]:
    """Title phrases of headlines; a name there is what the running text knows as one, or nothing."""
    for sentence, row in headlines:
        for title in titles(text, row):
            if title.name is None or title.link != "after":
                continue
            name = _shortened(text, row, title.name, known)
            if name:
                yield _phrase(sentence, row, replace(title, name=name))


def _shortened(text: str, row: list[Token], name: Name, known: Roster) -> Name | None:
    """The longest beginning of a name that the article knows: "Jane Roe Visits Peru" is Jane Roe."""
    for end in range(name.end, name.start, -1):
        words = text[row[name.start].start : row[end - 1].end]
        if known.knows(words):
            return replace(name, end=end, text=words)
    return None


def _phrase(sentence: Sentence, row: list[Token], title: Title) -> Phrase:
    start, end = row[title.start].start, row[title.end - 1].end
    office = (
        ""
        if title.head is COUNTERPART
        else offices.canonical(title.head, title.portfolio, None, title.served)
    )
    name = None
    if title.name:
        name = _mention(row, title.name, titled=True, office=office)
        start, end = min(start, row[title.name.begin].start), max(end, name.end)
    return Phrase(sentence, title, start, end, office, name)


def _mention(row: list[Token], name: Name, *, titled: bool, office: str = "") -> Mention:
    return Mention(row[name.start].start, row[name.end - 1].end, name.text, titled, office)


def _ranked(row: list[Token], name: Name, mention: Mention) -> Iterator[Ranked]:
    if name.rank:
        yield Ranked(name.rank, mention, row[name.begin].start)
