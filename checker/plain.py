"""`checker check` without the parser of the command line, which takes longer than to check a few articles."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from checker.ending import ended

if TYPE_CHECKING:
    from checker.command import Request

# The options that need no looking up; with any other, the parser is asked after all.
_OPTIONS: dict[str, dict[str, Any]] = {
    "--hook": {"hook": True},
    "--no-progress": {"progress": False},
    "--allow-empty": {"allow_empty": True},
    "--strict": {"strict": True},
    "--quiet": {"quiet": True},
    "-q": {"quiet": True},
    "--verbose": {"verbose": True},
    "-v": {"verbose": True},
    "--no-cache": {"cache": False},
    "--isolated": {"isolated": True},
    **{
        option: {"format": format}
        for format in ("full", "concise", "json")
        for option in (f"--format={format}", f"-f{format}")
    },
}
_SETTINGS: dict[str, dict[str, object]] = {
    "--force-exclude": {"force_exclude": True},
    "--exit-zero": {"fail_on": "never"},
}
_ENVIRONMENT = ("CHECKER_FORMAT", "CHECKER_FAIL_ON")  # these say what options say


def run_plain(arguments: Sequence[str]) -> int | None:
    """The exit status, or None if the arguments or the environment say more than is understood here."""
    asked = request(arguments)
    return None if asked is None else ended(lambda: _checked(asked))


def request(arguments: Sequence[str]) -> Request | None:
    """What the arguments ask for, as the parser would read them."""
    if any(os.environ.get(name) for name in _ENVIRONMENT):
        return None
    from checker.command import Request

    options: dict[str, Any] = {}
    given: dict[str, object] = {}
    paths: list[str] = []
    left = list(arguments)
    while left:
        argument = left.pop(0)
        if argument == "--":
            paths += left
            break
        if argument in ("--format", "-f") and left:
            argument = f"--format={left.pop(0)}"
        if argument in _OPTIONS:
            options |= _OPTIONS[argument]
        elif argument in _SETTINGS:
            given |= _SETTINGS[argument]
        elif argument.startswith("-") and argument != "-":
            return None
        else:
            paths.append(argument)
    return Request(paths=paths, given=given, **options)


def _checked(asked: Request) -> int:
    from checker.command import check

    return check(asked)
