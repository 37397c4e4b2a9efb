"""checker check --hook FILE... without the parser of the command line, which takes longer than the check."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from typing import Any

from checker.ending import ended

# The options that need no looking up; with any other, the parser is asked after all.
_PLAIN: dict[str, dict[str, Any]] = {
    "--no-progress": {},
    "--allow-empty": {},
    "--force-exclude": {},
    "--strict": {"strict": True},
    "--quiet": {"quiet": True},
    "-q": {"quiet": True},
    "--no-cache": {"cache": False},
    "--isolated": {"isolated": True},
}
_ENVIRONMENT = ("CHECKER_FORMAT", "CHECKER_FAIL_ON")  # these say what options say


def run_plain(arguments: Sequence[str]) -> int | None:
    """The exit status, or None if the arguments or the environment say more than is understood here."""
    options: dict[str, Any] = {}
    paths = list(arguments)
    while paths and paths[0] in _PLAIN:
        options |= _PLAIN[paths.pop(0)]
    if paths[:1] == ["--"]:
        del paths[0]
    elif any(path.startswith("-") for path in paths):
        return None
    if not paths or any(os.environ.get(name) for name in _ENVIRONMENT):
        return None
    gc.set_threshold(200_000)  # a short life: next to nothing in it is to be collected
    return ended(lambda: _checked(paths, options))


def _checked(paths: Sequence[str], options: dict[str, Any]) -> int:
    from checker.command import Request, check

    return check(Request(paths=paths, hook=True, **options))
