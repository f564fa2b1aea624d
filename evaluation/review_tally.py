"""How long a person takes over a review: reading, deciding, keys and waiting."""

import re
from dataclasses import dataclass, field
from typing import Any

WORDS_A_MINUTE = 238
"""Silent reading of English (Brysbaert 2019, a review of 190 studies)."""
DECIDING, KEYING, POINTING, HOMING = 1.35, 0.28, 1.1, 0.4
"""Seconds to make up one's mind before a command, to press a key, to point, and to move a hand
between keys and mouse (Card, Moran and Newell 1980, keystroke-level model; average typist)."""


@dataclass
class ReviewTally:
    """What a review took so far.

    Attributes:
        texts: The text of each view, in their order.
        read: Passages of each text that were read.
        known: Words of each text that were read.
        words: How many words that were.
        sentences: How many sentences.
        keys: Keys pressed.
        decisions: Commands given.
        pointed: How often the mouse was taken.
        waits: Seconds from each decision to the next claim.
    """

    texts: list[str] = field(default_factory=list)
    read: set[tuple[str, str]] = field(default_factory=set)
    known: dict[str, set[str]] = field(default_factory=dict)
    words: int = 0
    sentences: int = 0
    keys: int = 1
    decisions: int = 1
    pointed: int = 0
    waits: list[float] = field(default_factory=list)

    def look(self, shown: dict[str, Any]) -> None:
        """Read what is new of a view."""
        self.texts.append(shown["text"])
        told = [*shown["sentence"], *shown["elsewhere"]]
        known = self.known.setdefault(shown["text"], set())
        known.update(words_of(" ".join(shown["sentence"])))
        for number, passage in enumerate([*told, *shown["claims"]]):
            key = (shown["text"], passage)
            if key in self.read:
                continue
            self.read.add(key)
            is_sentence = number < len(shown["sentence"])
            self.words += sum(is_sentence or word not in known for word in words_of(passage))
            self.sentences += is_sentence
            known.update(words_of(passage))

    @property
    def reading(self) -> float:
        """Seconds of reading."""
        return 60 * self.words / WORDS_A_MINUTE

    @property
    def seconds(self) -> float:
        """What a person would take in all."""
        mouse = self.pointed * (POINTING + 2 * HOMING)
        return (
            self.reading + DECIDING * self.decisions + KEYING * self.keys + mouse + sum(self.waits)
        )


def words_of(told: str) -> list[str]:
    """The words of a passage, in small letters."""
    return re.findall(r"\w[\w'’.-]*", told.lower())
