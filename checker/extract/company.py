"""What tells one bearer of a name from another: offices held, and in whose company an article names them."""

from __future__ import annotations

from checker.extract.reading import Reading
from checker.resolve.compare import fold

_MOST = 12  # people of one article; a list of names tells nothing
# Whoever holds these is named in articles on anybody.
_EVERYWHERE = frozenset(
    ("chancellor", "emperor", "king", "pope", "president", "prime minister", "queen", "secretary-general")
)


def company(reading: Reading, person: str) -> tuple[str, ...]:
    """Keys of the offices and of the people that the article ties to the person."""
    offices = {
        f"{held.office} of {held.body}" for held in reading.held if held.holder == person and held.body
    }
    others = [figure for figure in reading.people.roster.figures if figure.name != person]
    if len(others) > _MOST:
        return tuple(sorted(offices))
    named = {
        f"beside {fold(other.name)}"
        for other in others
        if len(other.name.split()) > 1 and _EVERYWHERE.isdisjoint(other.offices)
    }
    return tuple(sorted(offices | named))
