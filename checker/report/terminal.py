"""Text that is safe and straight on a terminal: escapes of control characters, widths, colours."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Literal, TextIO

ColorChoice = Literal["auto", "always", "never"]

# Control characters, marks that turn the direction of text, lone surrogates, characters of no agreed meaning.
_UNSAFE = {"Cc", "Cs", "Co", "Cn"}
_TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}

_CODES = {"error": "1;31", "warning": "1;33", "notice": "1;36", "frame": "34", "bold": "1"}


def safe(text: str) -> str:
    """The text with everything escaped that would move, colour or reorder what a terminal shows."""
    return text if text.isascii() and text.isprintable() else "".join(map(shown, text))


def shown(char: str) -> str:
    """How one character is shown: itself, a blank for a tab, an escape."""
    if char == "\t":
        return " "
    if unicodedata.category(char) not in _UNSAFE and ord(char) not in _TURNING and char not in "\u2028\u2029":
        return char
    return ascii(char)[1:-1]


def width(text: str) -> int:
    """The columns that a text takes: two for a wide character, none for a combining one."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wants_color(choice: ColorChoice, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """The flag decides, else NO_COLOR, else FORCE_COLOR, else whether a capable terminal listens."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR") or environ.get("CLICOLOR_FORCE"):
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"


class Paint:
    """Puts colours around text, or leaves it as it is. Colour never carries a meaning alone."""

    def __init__(self, *, color: bool) -> None:
        self._color = color

    def __call__(self, style: str, text: str) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self._color and text else text
