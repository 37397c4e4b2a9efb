"""The words of a text in a form that is quick to look up: runs of ASCII letters, as they are written."""

from __future__ import annotations

_LETTERS = bytes(code if chr(code).isalpha() else 32 for code in range(128)).ljust(256)


def letters(text: str) -> str:
    """The text with a blank for whatever is no ASCII letter, at the same offsets; for ``split``."""
    return text.encode("ascii", "replace").translate(_LETTERS).decode("ascii")
