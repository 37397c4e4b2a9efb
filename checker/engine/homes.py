"""For which body does a person hold an office? Most articles know; a single passage may be misread."""

from __future__ import annotations

from collections.abc import Hashable

from checker.engine.corpus import Corpus, witness
from checker.model import Office


class Homes:
    """Who holds the offices of one name ("president"), of which bodies, by how many articles."""

    def __init__(self, corpus: Corpus, office: str, likely: bool) -> None:
        self._articles: dict[str, dict[str, set[Hashable]]] = {}
        self._alike: dict[str, list[str]] = {}
        self._identity = corpus.identity
        for claim in corpus.by("office", ("office",)).get((office,), ()):
            if not isinstance(claim, Office) or claim.status != "current":
                continue
            if body := claim.likely if likely else claim.body:
                bodies = self._articles.setdefault(claim.holder, {})
                bodies.setdefault(body, set()).add(witness(claim.source))
        for name in self._articles:
            for sound in self._identity.sounds(name):
                self._alike.setdefault(sound, []).append(name)

    def elsewhere(self, person: str, body: str | None) -> bool:
        """Do more articles give the person this office of another body than of this one?

        "President Dissanayake" in an article on a visit to Vietnam is not Vietnam's: the body was read out
        of the context. What such a passage says of this body's office is no evidence.
        """
        bodies: dict[str, set[Hashable]] = {}
        sounds = self._identity.sounds(person)
        for name in dict.fromkeys(name for sound in sounds for name in self._alike.get(sound, ())):
            if self._identity.persons(name, person) == "same":
                for home, articles in self._articles[name].items():
                    bodies.setdefault(home, set()).update(articles)
        here = len(bodies.pop(body or "", ()))
        return any(len(articles) > here for articles in bodies.values())


def homes(corpus: Corpus, office: str, *, likely: bool = False) -> Homes:
    """Worked out once a run for each name of an office; with ``likely``, from likely bodies too."""
    return corpus.once(("homes", office, likely), lambda: Homes(corpus, office, likely))
