"""Words that tell how a figure hangs on others of its document."""

from collections.abc import Iterator
from typing import Literal

import regex

from extractors.document.text import time_limit
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from extractors.languages.patterns import written_out

TallyKind = Literal[
    "raises",
    "rival",
    "earlier",
    "when-begun",
    "apart",
    "superseded",
    "superseded-before",
    "changed-from",
    "superseding",
    "another",
    "others",
    "nobody-else",
    "some-behind",
    "some-before",
    "one-of-several",
    "of-a-phase",
    "both",
    "in-all",
    "received",
    "harmed-too",
    "joined",
]


class TallyWord(LexiconEntry):
    """Words that tie a figure to another, or keep it apart."""

    kind: TallyKind

    def keys(self) -> Iterator[str]:
        """Patterns are told apart by their entry."""
        yield self.id


def has_words(kind: TallyKind, folded: str) -> bool:
    """Whether words of a kind stand in a text."""
    return bool(_pattern(kind).search(folded, timeout=time_limit(folded)))


@per_language
def _pattern(kind: TallyKind) -> regex.Pattern[str]:
    entries = (entry for entry in load_lexicon("tally", TallyWord) if entry.kind == kind)
    alternatives = "|".join(written_out(entry.pattern) for entry in entries if entry.pattern)
    return regex.compile(rf"(?i)(?<!\w)(?:{alternatives})")
