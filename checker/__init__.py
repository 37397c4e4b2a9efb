"""A linter for facts: finds the passages of a corpus that cannot both be right."""

__version__ = "0.1.0"
