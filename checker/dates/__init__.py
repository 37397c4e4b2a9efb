"""The dates an article tells: where they stand, which days they mean, and when the article was published."""

from __future__ import annotations

from checker.dates.headers import absolute
from checker.dates.mentions import read
from checker.dates.reading import Mention, Reading

__all__ = ["Mention", "Reading", "absolute", "read"]
