"""Renders what a run found: full text, one line a finding, JSON."""
