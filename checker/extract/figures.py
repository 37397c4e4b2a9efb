"""A sentence in which people and their titles are marks: for grammars of who does what to whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.reading import Reading
from checker.text.sentences import Sentence

MARK = "\ue000"  # stands for each character of a person
PERSON = f"{MARK}++"
# Behind a person: a country, then an apposition or what stands in brackets.
APART = r"(?:\sof\s[A-Z][\w'-]{2,20})?(?:,\s(?:who\s[^,;:()]{2,90}|[^,;:()\ue000]{2,90}),|\s\([^()]{1,40}\))?"


@dataclass(frozen=True, slots=True)
class Figures:
    """``text`` is as long as the sentence, which begins at ``base``; ``names`` are those of its marks."""

    text: str
    base: int
    names: dict[int, str]  # by the offset in the article at which the marks begin

    def name(self, start: int) -> str:
        """Whose marks begin at that offset of ``text``."""
        return self.names[start + self.base]

    def meaning(self, start: int, end: int, name: str) -> Figures:
        """The same where that stretch of ``text``, a pronoun, means the person of that name."""
        marked = self.text[:start] + MARK * (end - start) + self.text[end:]
        return Figures(marked, self.base, dict(sorted({**self.names, self.base + start: name}.items())))

    @property
    def people(self) -> list[str]:
        """The names in the order in which they stand, each once."""
        return list(dict.fromkeys(self.names.values()))


def figures(reading: Reading, sentence: Sentence) -> Figures:
    """The sentence with its people marked; nobody whom the article does not know for certain."""
    people = reading.people
    first = bisect_left(people.mentions, sentence.start, key=lambda mention: mention.start)
    last = bisect_left(people.mentions, sentence.end, key=lambda mention: mention.start)
    titled = _titled(reading, sentence)
    letters = list(reading.article.text[sentence.start : sentence.end])
    names: dict[int, str] = {}
    done = sentence.start
    mentions = people.mentions[first:last]
    for at, mention in enumerate(mentions):
        name = people.name_of(mention)
        if name is None or mention.start < done:
            continue
        start, end = titled.get(mention.start, (mention.start, mention.end))
        behind = mentions[at + 1].start if at + 1 < len(mentions) else sentence.end
        if start < done or end > behind:
            start, end = mention.start, mention.end
        end = min(end, sentence.end)
        letters[start - sentence.start : end - sentence.start] = MARK * (end - start)
        names[start] = name
        done = end
    return Figures("".join(letters), sentence.start, names)


def _titled(reading: Reading, sentence: Sentence) -> dict[int, tuple[int, int]]:
    """By where a name begins: the stretch of the name with its title."""
    phrases = reading.people.phrases
    found: dict[int, tuple[int, int]] = {}
    for at in range(bisect_left(phrases, sentence.start, key=lambda phrase: phrase.start), len(phrases)):
        phrase = phrases[at]
        if phrase.start >= sentence.end:
            break
        if phrase.name and phrase.title.link == "after":
            found[phrase.name.start] = phrase.start, max(phrase.end, phrase.name.end)
    return found


_BACK = 4  # sentences back in which whom a pronoun means was named
_OPENING = 80  # characters of a sentence in which its subject is named with title and all


def antecedent(reading: Reading, before: Sequence[Sentence]) -> str | None:
    """Whom "she" means behind these sentences: the one, or the subject, of the last that names anybody."""
    for sentence in reversed(before[-_BACK:]):
        scene = figures(reading, sentence)
        people = scene.people
        if not people:
            continue
        return people[0] if len(people) == 1 or min(scene.names) - scene.base < _OPENING else None
    return None


_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b|\b(?:[Hh]is|[Hh]er)(?=\s(?:immediate\s)?predecessor\b)")


def pointed(reading: Reading, sentence: Sentence, before: Sequence[Sentence]) -> Figures:
    """The sentence with its people, "she" and "her predecessor" too where these are told at its head."""
    scene = figures(reading, sentence)
    match = _PRONOUN.search(scene.text)
    here = scene.text.find(MARK)
    if match is None or 0 <= here < match.start():
        return scene
    who = antecedent(reading, before)
    return scene.meaning(match.start(), match.end(), who) if who else scene
