"""Words of texts, and how rare they are among the texts of the warehouse.

How many documents hold a word takes the place of lists of words that tell nothing. Where the
warehouse holds few documents yet, a word counts as frequent as it is in reports of violence
(`schemas/frequent_words.yml`); one that is not listed counts as frequent as words of its length
usually are: in all languages frequent words are short (Zipf 1935).
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from schemas.accents import without_accents
from schemas.frequent_words import frequent_words

WORD = re.compile(r"[^\W_]+")
SHORTEST = 3
SUPPOSED_DOCUMENTS, SUPPOSED_DOCUMENTS_OF_NAMES = 800, 500
SUPPOSED_SHARES = {3: 0.3, 4: 0.15, 5: 0.08, 6: 0.04, 7: 0.03}
SUPPOSED_SHARE_OF_LONG, SUPPOSED_SHARE_OF_NAMES = 0.02, 0.002
RAREST = 8.0
"""More than this no word tells, however large the warehouse."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many documents words stand.

    Attributes:
        documents: How many documents there are.
        counts: In how many of them each word stands; words that are missing stand in none.
    """

    documents: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    def rarity(self, word: str) -> float:
        """How much it tells that two texts share a word (inverse document frequency)."""
        usual = SUPPOSED_SHARES.get(len(word), SUPPOSED_SHARE_OF_LONG)
        return self._rarity(word, frequent_words().get(word, usual), SUPPOSED_DOCUMENTS)

    def rarity_of_name(self, name: str) -> float:
        """How much it tells that two texts share a name; names are rare before they are counted."""
        share = frequent_words().get(name, SUPPOSED_SHARE_OF_NAMES)
        return self._rarity(name, share, SUPPOSED_DOCUMENTS_OF_NAMES)

    def _rarity(self, word: str, supposed: float, documents: int) -> float:
        known = self.counts.get(word, 0) + documents * supposed
        share = max(known, 0.5) / (self.documents + documents)
        return min(max(-math.log(share), 0.0), RAREST)

    def vector(self, counts: Mapping[str, int]) -> Vector:
        """Words weighed by how often they stand in a text and how rare they are, of length 1."""
        weights = {word: (1 + math.log(n)) * self.rarity(word) for word, n in counts.items()}
        length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    def telling(self, counts: Mapping[str, int], most: int) -> dict[str, int]:
        """The words of a text that tell most, with how often they stand in it."""
        weights = self.vector(counts)
        kept = sorted(counts, key=lambda word: (-weights[word], word))[:most]
        return {word: counts[word] for word in kept}


def cosine(one: Vector, other: Vector) -> float:
    """How alike two weighed texts are, between 0 and 1, whatever the order of their words."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(weight * other[word] for word, weight in one.items() if word in other)


def folded(word: str) -> str:
    """A word without case and accents."""
    return without_accents(word).casefold()


def words_of(text: str) -> list[str]:
    """The words of a text, folded; the shortest are left out."""
    return [folded(word) for word in WORD.findall(text) if len(word) >= SHORTEST]


def counted(words: Iterable[str]) -> dict[str, int]:
    """How often each word stands in a text."""
    return dict(Counter(words))


def names_of(text: str) -> frozenset[str]:
    """Words that a text writes with a capital only, folded."""
    words = [word for word in WORD.findall(text) if len(word) >= SHORTEST]
    small = {folded(word) for word in words if word[0].islower()}
    return frozenset(folded(word) for word in words if word[0].isupper()) - small


def numbers_of(text: str) -> frozenset[str]:
    """Numbers that a text writes in figures, but for single digits."""
    return frozenset(word for word in WORD.findall(text) if word.isdigit() and len(word) > 1)
