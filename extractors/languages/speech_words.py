"""Words around speech, by what they do in a rule."""

from collections.abc import Iterator, Mapping
from typing import Literal

from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import active_pack, per_language

Number = Literal["person", "people", "group", "document"]


class SpeechWord(LexiconEntry):
    """Words that a rule of attribution looks for; the head of `speech.yml` tells what each does.

    Attributes:
        kind: What they do; where it is left out, the id tells.
        stands_for: What a pronoun can stand for.
    """

    kind: str = ""
    stands_for: tuple[Number, ...] = ()

    def keys(self) -> Iterator[str]:
        """A word may do more than one thing."""
        yield from (f"{self.kind or self.id}:{word}" for word in self.words)


@per_language
def speech_words(kind: str) -> frozenset[str]:
    """The words of one kind."""
    entries = load_lexicon("speech", SpeechWord)
    found = frozenset(
        word for entry in entries if kind in {entry.kind, entry.id} for word in entry.words
    )
    if not found and active_pack().is_complete:
        raise KeyError(f"speech.yml has no words of kind {kind!r}")
    return found


@per_language
def speech_forms(kind: str) -> Mapping[str, SpeechWord]:
    """The entries of one kind by each of their words: "him" is a form of "he"."""
    entries = load_lexicon("speech", SpeechWord)
    return {word: entry for entry in entries if entry.kind == kind for word in entry.words}
