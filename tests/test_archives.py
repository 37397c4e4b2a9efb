"""Small archives with planted conflicts among look-alikes: what is found in them, and nothing else."""

from functools import cache

import pytest
from archives import Outcome, archives, outcome

each = pytest.mark.parametrize("archive", archives(), ids=lambda archive: archive.stem)


@cache
def run(archive) -> Outcome:
    return outcome(archive)


def passages(conflicts):
    return [conflict.between for conflict in conflicts]


@each
def test_what_is_not_marked_as_missed_is_found(archive):
    assert passages(conflict for conflict in run(archive).lost if not conflict.missed) == []


@each
def test_what_is_marked_as_missed_is_not_found(archive):
    assert passages(conflict for conflict in run(archive).found if conflict.missed) == []


@each
def test_nothing_else_is_reported(archive):
    assert [f"{finding.rule}: {finding.message}" for finding in run(archive).false] == []
