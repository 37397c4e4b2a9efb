"""One pattern for many literal phrases: a trie of their characters, many times faster than a plain list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from checker import kept

# Character -> the trie of what may follow; the key "" says that a phrase may end here.
_Trie: TypeAlias = "dict[str, _Trie]"

_BLANKS = " {1,4}+"

# A pattern that begins with literals is scanned for them, several times faster than one that begins with a
# check for the beginning of a word, unless most characters of a text are among the literals.
_FEW_INITIALS = 8


def compile_words(phrases: Iterable[str], *, flags: int = 0) -> re.Pattern[str]:
    """A pattern that finds the phrases as whole words, the longest first."""
    return re.compile(pattern(phrases), flags)


def pattern(phrases: Iterable[str], *, boundary: bool = True) -> str:
    """A group (not capturing) that matches any of the phrases, the longest first, and nothing else.

    A blank in a phrase matches up to four blanks. With ``boundary`` a phrase counts only as whole words;
    where a long phrase runs into more letters, a shorter one is tried. Without phrases it matches nowhere.
    The idea is that of Perl's Regexp::Assemble.
    """
    ordered = sorted(set(phrases))
    return kept.once(("trie", str(boundary), kept.of(ordered)), lambda: _pattern(ordered, boundary))


def plain(phrases: Iterable[str]) -> str:
    """Alternatives that match any of the phrases of one article, the longest first; without any, none.

    To assemble them would cost more than it saves, and what an article says is not kept.
    """
    return "|".join(re.escape(it) for it in sorted(phrases, key=len, reverse=True)) or "(?!)"


def _pattern(phrases: list[str], boundary: bool) -> str:
    root: _Trie = {}
    for phrase in phrases:
        node = root
        for character in " ".join(phrase.split()):
            node = node.setdefault(character, {})
        node[""] = {}
    root.pop("", None)
    if not root:
        return r"(?!)"
    if not boundary:
        return f"(?:{_alternatives(root)})"
    words = {character: child for character, child in root.items() if _is_of_words(character)}
    marks = [
        _literal(character) + _rest(child) for character, child in root.items() if character not in words
    ]
    if sum(map(str.islower, words)) > _FEW_INITIALS:
        marks.append(rf"(?<!\w)(?:{_alternatives(words)})")
    else:
        checked = ((_literal(character), _rest(child)) for character, child in words.items())
        marks += (rf"{literal}(?<!\w{literal}){rest}" for literal, rest in checked)
    return rf"(?:{'|'.join(marks)})(?!\B\w)"


def _is_of_words(character: str) -> bool:
    return character.isalnum() or character == "_"


def _alternatives(trie: _Trie) -> str:
    return "|".join(_literal(character) + _rest(child) for character, child in trie.items() if character)


def _rest(trie: _Trie) -> str:
    """What may follow a character: nothing, one way to go on, or a group of them."""
    tail = ""
    while len(trie) == 1 and "" not in trie:
        ((character, trie),) = trie.items()
        tail += _literal(character)
    if len(trie) == 1:
        return tail
    optional = "?" if "" in trie else ""
    return f"{tail}(?:{_alternatives(trie)}){optional}"


def _literal(character: str) -> str:
    return _BLANKS if character == " " else re.escape(character)
