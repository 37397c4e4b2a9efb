"""The dates an article tells: where they stand, which days they mean, and when the article was published."""

from __future__ import annotations

from checker.dates.mentions import Mention, Reading, absolute, read

__all__ = ["Mention", "Reading", "absolute", "read"]
