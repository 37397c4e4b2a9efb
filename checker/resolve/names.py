"""Whether two names can be one person's, judged word by word, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from checker.resolve import nicknames
from checker.resolve.name_align import Alignment, align
from checker.resolve.name_parts import Name, listed, parse


@dataclass(frozen=True, slots=True)
class Verdict:
    """Are two names one person's? ``score`` (0 to 1) grows with sameness, ``reasons`` go word by word.

    ``spelling`` is true of one person written in two ways; initials, short forms, titles, accents and
    dropped middle names are not spellings.
    """

    verdict: Literal["same", "different", "undetermined"]
    score: float
    reasons: tuple[str, ...]
    spelling: bool = False


def words(name: str) -> tuple[str, ...]:
    """The words of a name as written, without titles; a hyphen parts words, a particle stays with its word."""
    return tuple(word.text for word in parse(name).written)


def strip_titles(name: str) -> str:
    """The name without titles, ranks, offices and letters after it, given names first; "" if only titles."""
    return parse(name).text


@lru_cache(maxsize=65536)
def surname(name: str) -> str:
    """The surname as written, with its particles, without generation; a lone word is its own surname."""
    read = parse(name)
    text = ""
    for word in read.words[read.family :]:
        text += (("-" if word.hyphen else " ") if text else "") + word.text
    return text


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """A key for blocking: the sound of the surname's last word, then the first letter of the given name.

    Names that compare as the same share it, or at least its first part, unless the surname is double, the
    order of the words uncertain or the likeness coarse.
    """
    read = parse(name)
    if not read.words:
        return ""
    last = read.words[-1].sound
    return f"{last} {read.words[0].sound[:1]}" if len(read.words) > 1 else last


@lru_cache(maxsize=65536)
def compare(a: str, b: str) -> Verdict:
    """Compare two names as written, titles and all. Symmetric in verdict, score and spelling.

    "undetermined" where the strings cannot tell: a surname or given name alone, titles alone, an initial
    beside a common surname, a form that neither proves nor rules out one person.
    """
    one, two = parse(a), parse(b)
    if not one.words or not two.words:
        return Verdict("undetermined", 0.3, ("a name is missing on one side",))
    short, long = sorted((one, two), key=_size)
    alignment = align(short, long)
    if alignment.missing:
        return _at_odds(short, long, alignment)
    if short.generation and long.generation and short.generation != long.generation:
        why = f"'{short.generation}' and '{long.generation}' tell two persons of one name apart"
        return Verdict("different", 0.4, (why,))
    doubts = tuple(_doubts(short, long, alignment))
    score = _score(short, long, alignment) - 0.02 * len(doubts)
    reasons = (*_reasons(short, long, alignment), *doubts)
    if doubts:
        return Verdict("undetermined", score, reasons)
    return Verdict("same", score, reasons or ("every word is the same",), _spelled(short, long, alignment))


def _size(name: Name) -> tuple[int, int, list[str]]:
    return name.required, len(name.words), [word.full for word in name.words]


def _at_odds(short: Name, long: Name, alignment: Alignment) -> Verdict:
    score = 0.45 * min(1.0, alignment.score / short.required)
    reasons = (*_reasons(short, long, alignment), *_contradictions(short, long, alignment))
    if any(word.script == "written" for word in (*short.words, *long.words)):
        return Verdict("undetermined", score, (*reasons, "the signs of one name can be read in several ways"))
    return Verdict("different", score, reasons)


def _score(short: Name, long: Name, alignment: Alignment) -> float:
    """The mean over the words of the shorter name, less for words that only the longer one has and for order."""
    mean = alignment.score / sum(pair.a_end - pair.a for pair in alignment.pairs)
    extra = len(long.words) - sum(pair.b_end - pair.b for pair in alignment.pairs)
    cost = 0.01 * extra + {"same": 0.0, "turned": 0.01, "mixed": 0.06}[alignment.order]
    return max(0.5, mean - cost - (0.05 if _part_only(short, long, alignment) else 0.0))


def _doubts(short: Name, long: Name, alignment: Alignment) -> Iterator[str]:
    """What keeps two names whose words agree from being surely one."""
    pairs = alignment.pairs
    kinds = [pair.match.kind for pair in pairs]
    found = {place for pair in pairs for place in range(pair.b, pair.b_end)}
    part = _part_only(short, long, alignment)
    if part:
        yield part
    if all(kind == "initial" for kind in kinds):
        yield "initials alone prove nothing"
    if "maybe" in kinds or kinds.count("slip") > 1 or ("slip" in kinds and "initial" in kinds):
        yield "the likeness of the words is not enough"
    if bool(short.generation) != bool(long.generation):
        yield f"only one of them is called '{short.generation or long.generation}'"
    if short.gender and long.gender and short.gender != long.gender:
        yield "one is addressed as a man, the other as a woman"
    if alignment.order == "mixed" or (alignment.order == "turned" and _turning_matters(short, long)):
        yield "the words stand in another order"
    if not part:
        yield from _left_over(long, found, middle=any(kind == "initial" for kind in kinds[1:]))
        if "initial" in kinds and len(pairs) == 2 and long.words[-1].core in listed("common"):
            yield "an initial beside a common surname proves little"


def _left_over(long: Name, found: set[int], *, middle: bool) -> Iterator[str]:
    """Doubts about the words that only the longer name has; ``middle``: the shorter one has middle initials."""
    rest = [word for place, word in enumerate(long.words) if place not in found and not word.doubtful]
    first = long.words[0]
    if 0 not in found and first in rest and not first.initial and first.core not in listed("droppable"):
        yield f"'{first.text}' comes before the name in only one of them"
    if middle and any(word.initial for word in rest):
        yield "the middle initials are not the same"


def _part_only(short: Name, long: Name, alignment: Alignment) -> str:
    """Why the words in common cannot identify anybody, "" if they can."""
    found = {place for pair in alignment.pairs for place in range(pair.b, pair.b_end)}
    if len(found) == len(long.words) > 1:
        return ""
    if len(long.words) == 1:
        return "a single word does not tell who is meant"
    if all(place >= long.family for place in found):
        return "a surname alone does not tell who is meant"
    if all(place < long.family for place in found):
        return "given names alone do not tell who is meant"
    return ""


def _turning_matters(short: Name, long: Name) -> bool:
    """Two words in another order are one name only if no more than one of them can be a given name."""
    if short.sure or long.sure or len(short.words) > 2:
        return False
    return all(nicknames.is_given(word.core) for word in short.words)


def _spelled(short: Name, long: Name, alignment: Alignment) -> bool:
    for pair in alignment.pairs:
        one, two = short.words[pair.a], long.words[pair.b]
        if pair.match.kind in ("spelling", "slip") and one.core != two.core and one.foreign == two.foreign:
            return True
    return False


def _reasons(short: Name, long: Name, alignment: Alignment) -> Iterator[str]:
    for pair in alignment.pairs:
        one = " ".join(word.text for word in short.words[pair.a : pair.a_end])
        two = " ".join(word.text for word in long.words[pair.b : pair.b_end])
        saying = _SAYINGS[pair.match.kind]
        if saying and one != two:
            yield saying.format(one, two)
    if alignment.order == "turned" and not alignment.missing:
        yield "the surname stands first in one of them"


_SAYINGS = {
    "equal": "",
    "spelling": "'{}' and '{}' are spellings of one name",
    "slip": "'{}' and '{}' are nearly alike",
    "short": "'{}' and '{}' are forms of one name",
    "initial": "'{}' agrees with '{}'",
    "maybe": "'{}' and '{}' may be forms of one name",
}


def _contradictions(short: Name, long: Name, alignment: Alignment) -> Iterator[str]:
    taken = {place for pair in alignment.pairs for place in range(pair.b, pair.b_end)}
    free = [place for place in range(len(long.words)) if place not in taken]
    for place in alignment.missing:
        word = short.words[place]
        if not free:
            yield f"'{word.text}' stands in only one of them"
            continue
        other = long.words[free.pop(-1 if place >= short.family else 0)]
        yield f"'{word.text}' and '{other.text}' are different names"
