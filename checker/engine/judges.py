"""The comparisons that a [group] may name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.engine.ages import ages
from checker.engine.clashes import Clash
from checker.engine.corpus import Corpus
from checker.engine.counts import counts
from checker.engine.denials import denials
from checker.engine.disputed import disputed
from checker.engine.expansions import expansions
from checker.engine.lives import lives
from checker.engine.ranks import ranks
from checker.engine.relations import relations
from checker.engine.rules import Judge, Parameter
from checker.engine.succession import succession
from checker.engine.timeline import timeline
from checker.engine.titles import titles
from checker.model import Claim

JUDGES: dict[Judge, Callable[[list[Claim], Corpus, dict[str, Parameter], str], Iterator[Clash]]] = {
    "timeline": timeline,
    "succession": succession,
    "values": disputed,
    "expansions": expansions,
    "titles": titles,
    "ranks": ranks,
    "ages": ages,
    "relations": relations,
    "lives": lives,
    "counts": counts,
    "denials": denials,
}
