"""Capitals undone for the parser: headlines and wires in capitals, offsets kept."""

from collections.abc import Callable
from typing import Protocol

import regex

from extractors.languages.patterns import pattern

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")
_COUNT = regex.compile(r"\d[\d,.]*\s")
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "n't", "'s")
SHOUTED = 0.8
"""Share of letters in capitals from which a sentence counts as written in capitals."""
HEADLINED = 0.7
"""Share of words with a capital from which a sentence counts as written in headline case."""


class Vocabulary(Protocol):
    """What is known of English words."""

    def is_common(self, lower: str) -> bool:
        """Whether a dictionary has the word, uninflected, in lower case."""

    def is_name(self, lower: str) -> bool:
        """Whether the word is written with a capital: a month, a country, a people."""

    def is_title(self, lower: str) -> bool:
        """Whether a person's name follows the word: "colonel"."""


def restore_case(sentence: str, words: Vocabulary) -> str:
    """Write a sentence in capitals or headline case as running text would have it.

    "TWO SOLDIERS DIED IN SAN MIGUEL" becomes "Two soldiers died in San Miguel". What no
    dictionary has is a name and keeps one capital; so do the words between a title and the next
    small word. Acronyms in brackets stay as they are.

    Args:
        sentence: The sentence.
        words: What is known of words.

    Returns:
        Text of the same length.
    """
    found = [match.group() for match in _WORD.finditer(sentence)]
    letters = [character for character in sentence if character.isalpha()]
    if len(found) < 3 or len(letters) < 12:
        return sentence
    if sum(character.isupper() for character in letters) >= SHOUTED * len(letters):
        return _rewrite(sentence, _Unshouter(words))
    long_words = [word for word in found if len(word) > 3]
    capital = sum(word[0].isupper() for word in long_words)
    if len(long_words) >= 4 and capital >= HEADLINED * len(long_words):
        return _rewrite(sentence, lambda word, _: _headline_word(word, words))
    return sentence


def _rewrite(sentence: str, change: Callable[[str, str], str]) -> str:
    pieces, last = [], 0
    for match in _WORD.finditer(sentence):
        before = sentence[last : match.start()]
        word = change(match.group(), before)
        begins = last == 0 and not _COUNT.fullmatch(before)
        if begins or before.rstrip().endswith((".", "!", "?")):
            word = word[:1].upper() + word[1:]
        pieces += [before, word if len(word) == len(match.group()) else match.group()]
        last = match.end()
    return "".join([*pieces, sentence[last:]])


class _Unshouter:
    """Rewrites the words of a shouted sentence, remembering whether a name is going on."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._after_title = False
        self._after_name = False

    def __call__(self, word: str, before: str) -> str:
        lower = word.lower()
        if before.endswith("(") and len(word) <= 6:
            return word
        adjoining = before == " "
        common = _is_common(lower, self._words)
        named = self._words.is_name(lower)
        goes_on = adjoining and (
            self._after_title or (self._after_name and not lower.endswith("s"))
        )
        closed = len(lower) < 4 and common and not self._after_title
        capital = (
            named or not common or (goes_on and not closed and not _is_small(lower, self._words))
        )
        self._after_title = self._words.is_title(lower) or (
            self._after_title and capital and adjoining
        )
        self._after_name = capital and not named
        return _capitalise(word) if capital else lower


def _headline_word(word: str, words: Vocabulary) -> str:
    lower = word.lower()
    is_acronym = word.isupper() and len(word) > 1
    keeps = is_acronym or words.is_name(lower) or not _is_common(lower, words)
    return word if keeps else lower


def _capitalise(word: str) -> str:
    return regex.sub(r"(?<![\p{L}'’])\p{L}", lambda m: m.group().upper(), word.lower())


def _is_common(lower: str, words: Vocabulary) -> bool:
    if words.is_common(lower):
        return True
    parts = lower.replace("’", "'").split("-")
    return all(_is_inflected(part, words) for part in parts)


def _is_inflected(lower: str, words: Vocabulary) -> bool:
    if words.is_common(lower):
        return True
    for ending in _ENDINGS:
        stem = lower.removesuffix(ending)
        if stem == lower or len(stem) < 3:
            continue
        undoubled = stem[:-1] if stem[-1] == stem[-2] else stem
        stems = {stem, stem + "e", undoubled, stem[:-1] + "y" if stem.endswith("i") else stem}
        if any(words.is_common(each) for each in stems):
            return True
    return False


def _is_small(lower: str, words: Vocabulary) -> bool:
    """Whether a word ends a name: a verb form or a function word."""
    return pattern("verb-ending").search(lower) is not None or (
        len(lower) < 5 and words.is_common(lower)
    )
