"""Runs of capitalised words: names that no lexicon holds."""

from collections.abc import Collection, Sequence

from extractors.languages.context_words import words_of
from extractors.victims.group_names import Scan
from extractors.victims.spelling import Word

_GAPS = frozenset({" ", "\n", "-", "' ", "’ ", "'s ", "’s "})
_LONGEST = 9


class Runs:
    """The capitalised runs of a text; none reaches over the start of a sentence."""

    def __init__(self, scanned: Scan, starts: Collection[int]) -> None:
        self.source = scanned.text
        self.words: Sequence[Word] = scanned.words
        self.starts = starts

    def text(self, first: int, last: int) -> str:
        """The characters from one word to before another."""
        return self.source[self.words[first].start : self.words[last - 1].end]

    def ending(self, last: int) -> tuple[int, int] | None:
        """The run that ends before a word, its article left out."""
        first = last
        while first > 0 and last - first < _LONGEST and self._belongs(first - 1, last):
            first -= 1
        while first < last and not self.words[first].text[0].isupper():
            first += 1
        if (
            first < last
            and self.words[first].text.istitle()
            and self.words[first].key in words_of("article")
        ):
            first += 1
        return (first, last) if first < last else None

    def beginning(self, first: int) -> int:
        """Index after the run that goes on from a word: "Front | for the Freedom of Ruma"."""
        last = first
        while last < len(self.words) and last - first < _LONGEST and self._goes_on(last - 1):
            word = self.words[last].text
            if not word[0].isupper() and word not in words_of("inside-name"):
                break
            last += 1
        while last > first and not self.words[last - 1].text[0].isupper():
            last -= 1
        return last

    def _belongs(self, at: int, last: int) -> bool:
        is_last = at + 1 == last
        if not is_last and not self._goes_on(at):
            return False
        word = self.words[at].text
        return word[0].isupper() or (not is_last and word in words_of("inside-name"))

    def _goes_on(self, at: int) -> bool:
        """Whether the word after a word can belong to the same name."""
        if at < 0:
            return True
        left, right = self.words[at], self.words[at + 1]
        return right.start not in self.starts and self.source[left.end : right.start] in _GAPS
