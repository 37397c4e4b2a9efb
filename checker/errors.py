"""What goes wrong when the checker cannot do its job. Imports nothing of ours."""

from __future__ import annotations


class CheckerError(Exception):
    """Bad usage, a bad rule file, a missing path: printed without a traceback, exit status 2."""


class ConfigError(CheckerError):
    """A configuration that cannot be used. The message names file, line, key and what would be right."""


class RuleError(CheckerError):
    """A rule file that cannot be used. The message names the file, the place and what would be right."""
