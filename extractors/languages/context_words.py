"""Words around a harm, by what they do."""

from collections.abc import Iterator

from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import active_pack, per_language


class ContextWord(LexiconEntry):
    """Words that decide whether and how a harm is told.

    Attributes:
        kind: What they do (see `contexts.yml`).
    """

    kind: str

    def keys(self) -> Iterator[str]:
        """A word may do more than one thing."""
        yield from (f"{self.kind}:{word}" for word in self.words)


@per_language
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind."""
    entries = load_lexicon("contexts", ContextWord)
    found = frozenset(word for entry in entries if entry.kind == kind for word in entry.words)
    if not found and active_pack().is_complete:
        raise KeyError(f"contexts.yml has no words of kind {kind!r}")
    return found
