"""Whether two names can be one person's, judged word by word, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from checker.resolve.name_align import Alignment, align
from checker.resolve.name_doubts import UNLIKE, doubts, genders_differ, part_only, untold
from checker.resolve.name_parts import Name, parse
from checker.resolve.name_reasons import agreements, contradictions, left_out
from checker.resolve.word_match import match

_SKIPPED = 0.01  # a word that only one of the names has
_UNMATCHED_TITLE = 0.08  # a title that may be a name, missing in the other
_ORDER = {"same": 0.0, "turned": 0.01, "mixed": 0.06}
_PART_ONLY = 0.05
_DOUBT = 0.02
_LOWEST_AGREEING = 0.5
_HIGHEST_AT_ODDS = 0.45


@dataclass(frozen=True, slots=True)
class Verdict:
    """Are two names one person's? ``score`` (0 to 1) grows with sameness, ``reasons`` go word by word.

    ``spelling`` is true of one person written in two ways; initials, short forms, titles, accents and
    dropped middle names are not spellings. ``alike`` is true of two names that nothing but the likeness of
    their words leaves undetermined: Haugen and Hauge.
    """

    verdict: Literal["same", "different", "undetermined"]
    score: float
    reasons: tuple[str, ...]
    spelling: bool = False
    alike: bool = False


def words(name: str) -> tuple[str, ...]:
    """The words of a name as written, without titles; a hyphen parts words, a particle stays with a word."""
    return tuple(word.text for word in parse(name).written)


def strip_titles(name: str) -> str:
    """The name without titles, ranks, offices and letters after it; "" when nothing else is there."""
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
    given = [word for word in read.words[: read.family] if not word.title]
    last = read.words[-1].sound
    return f"{last} {given[0].sound[:1]}" if given else last


@lru_cache(maxsize=65536)
def compare(a: str, b: str) -> Verdict:
    """Compare two names as written, titles and all. Symmetric in verdict, score and spelling.

    "undetermined" where the strings cannot tell: a surname or given name alone, titles alone, an initial
    beside a common surname, a form that neither proves nor rules out one person.
    """
    one, two = parse(a), parse(b)
    if not one.words or not two.words:
        return Verdict("undetermined", 0.3, ("there is no name on one side",))
    short, long = (one, two) if _size(one) <= _size(two) else (two, one)
    alignment = align(short, long)
    if alignment.missing:
        return _at_odds(short, long, alignment, turned=short is two)
    against = _against(short, long, alignment)
    if against:
        return Verdict("different", 0.4, (against,))
    uncertain = tuple(doubts(short, long, alignment))
    score = _score(short, long, alignment) - _DOUBT * len(uncertain)
    reasons = tuple(agreements(short, long, alignment, turned=short is two))
    if uncertain:
        near = uncertain == (UNLIKE,) and _respelled(short, long, alignment)
        return Verdict("undetermined", score, (*reasons, *uncertain), alike=near)
    reasons = (*reasons, *left_out(long, alignment)) or ("the words agree",)
    return Verdict("same", score, reasons, _respelled(short, long, alignment))


def _size(name: Name) -> tuple[int, int, list[str], bool]:
    return name.required, len(name.words), [word.full for word in name.words], name.sure


def _at_odds(short: Name, long: Name, alignment: Alignment, *, turned: bool) -> Verdict:
    found = alignment.found
    free = [word for place, word in enumerate(long.words) if place not in found] or long.words
    likeness = sum(max(match(short.words[i], word).score for word in free) for i in alignment.missing)
    score = _HIGHEST_AT_ODDS * min(1.0, (alignment.score + likeness) / short.required)
    reasons = (
        *agreements(short, long, alignment, turned=turned),
        *contradictions(short, long, alignment, turned=turned),
    )
    why = untold(short, long, found)
    if why:
        return Verdict("undetermined", score, (*reasons, why))
    return Verdict("different", score, reasons)


def _against(short: Name, long: Name, alignment: Alignment) -> str:
    """What tells two persons apart whose words agree, "" if nothing does."""
    if short.generation and long.generation and short.generation != long.generation:
        return f"'{short.generation}' and '{long.generation}' tell two persons of one name apart"
    # A given name in common rather points to a slip in the form of address.
    named = any(pair.b < long.family and pair.match.kind != "initial" for pair in alignment.pairs)
    if genders_differ(short, long) and not named:
        return "one is addressed as a man, the other as a woman"
    return ""


def _score(short: Name, long: Name, alignment: Alignment) -> float:
    """The mean over the shorter name's words, less for words that are not in both and for another order."""
    matched = sum(pair.a_end - pair.a for pair in alignment.pairs)
    cost = _SKIPPED * (len(long.words) - len(alignment.found)) + _ORDER[alignment.order]
    cost += _UNMATCHED_TITLE * (len(short.words) - matched)
    cost += _PART_ONLY if part_only(short, long, alignment) else 0.0
    return max(_LOWEST_AGREEING, alignment.score / matched - cost)


def _respelled(short: Name, long: Name, alignment: Alignment) -> bool:
    for pair in alignment.pairs:
        one, two = short.words[pair.a], long.words[pair.b]
        near = pair.match.kind in ("spelling", "slip", "maybe") and not (one.initial or two.initial)
        if near and one.core != two.core and one.foreign == two.foreign:
            return True
    return False
