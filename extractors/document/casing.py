"""Capitals undone for the parser: headlines and wires in capitals, offsets kept."""

from collections.abc import Callable, Iterable
from typing import Protocol

import regex

from extractors.document.headlines import TITLE_CASE, share_capitalized
from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.patterns import pattern

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")
_COUNT = regex.compile(r"\d[\d,.]*\s")
_LETTERS = regex.compile(r"\p{L}+")
_ABBREVIATION = regex.compile(r"\((\p{Lu}{2,7})\)")
_SHOUTED = 0.8
"""Share of letters in capitals from which a sentence counts as written in capitals."""
_SHOUTED_DOCUMENT = 0.6
"""And a document, where lines that are none may stand before those that are."""
_SAMPLE = 1500
"""Characters at the start of a document that show how it is written."""


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
    if len(found) < 3 or sum(map(str.isalpha, sentence)) < 12:
        return sentence
    if _share_of_capitals(sentence) >= _SHOUTED:
        return _rewrite(sentence, _Unshouter(words))
    is_long = sum(len(word) > 3 for word in found) >= 4
    if is_long and share_capitalized(found) >= TITLE_CASE:
        return _rewrite(sentence, lambda word, _: _headline_word(word, words))
    return sentence


def is_in_capitals(text: str) -> bool:
    """Whether a document is written in capitals, as wires once were."""
    return _share_of_capitals(text[:_SAMPLE]) >= _SHOUTED_DOCUMENT


def _share_of_capitals(text: str) -> float:
    letters = [character for character in text if character.isalpha()]
    return sum(map(str.isupper, letters)) / len(letters) if letters else 0


def restore_names(shouted: str, cased: str, titles: Iterable[tuple[int, int]]) -> str:
    """Give names their capitals in a document that was written in capitals.

    Words after a title are names ("COL OSCAR VEGA"), and so they are elsewhere; what stands alone
    in brackets is an abbreviation.

    Args:
        shouted: The text in capitals.
        cased: The same with capitals undone as far as a dictionary can tell.
        titles: Where titles that a name can follow begin and end in it.
    """
    named = {start: pattern("titled-name").match(cased, end) for start, end in titles}
    names = {start: match["name"] for start, match in named.items() if match}
    words = {word.lower() for name in names.values() for word in name.split()}
    short = set(_ABBREVIATION.findall(shouted))
    pieces = list(cased)
    for match in _LETTERS.finditer(cased, timeout=REGEX_TIMEOUT):
        word = shouted[match.start() : match.end()]
        if word in short:
            pieces[match.start() : match.end()] = word
        elif word.isupper() and (match.group() in words or match.start() in names):
            pieces[match.start()] = word[0]
    return "".join(pieces)


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
    for ending in pattern("inflected-ending").finditer(lower, overlapped=True):
        stem = lower[: ending.start()]
        if len(stem) < 3:
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
