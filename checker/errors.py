"""What goes wrong when the checker cannot do its job, and how it is said. Imports nothing of ours."""

from __future__ import annotations

from collections.abc import Iterable


class CheckerError(Exception):
    """Bad usage, a bad rule file, a missing path: printed without a traceback, exit status 2."""


class ConfigError(CheckerError):
    """A configuration that cannot be used. The message names file, line, key and what would be right."""


class RuleError(CheckerError):
    """A rule file that cannot be used. The message names the file, the place and what would be right."""


def suggest(name: str, known: Iterable[str]) -> str:
    """What to say after an unknown name: the nearest known one, or all of them."""
    import difflib

    known = sorted(known)
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f'did you mean "{near[0]}"?' if near else f"there are: {', '.join(known)}"
