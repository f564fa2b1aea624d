"""Capitals undone for the parser: headlines and wires in capitals, offsets kept."""

from collections.abc import Callable

import regex

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")
SHOUTED = 0.8
"""Share of letters in capitals from which a sentence counts as written in capitals."""
HEADLINED = 0.7
"""Share of words with a capital from which a sentence counts as written in headline case."""

Known = Callable[[str], bool]


def restore_case(sentence: str, known: Known) -> str:
    """Write a sentence in capitals or headline case as running text would have it.

    Words that the parser knows in lower case are lowered, all others keep one capital: "TWO
    SOLDIERS DIED IN SAN MIGUEL" becomes "Two soldiers died in San Miguel". Acronyms cannot be
    told from words in a shouted sentence; unknown short ones stay as they are.

    Args:
        sentence: The sentence.
        known: Whether the parser's vocabulary holds a word as spelled.

    Returns:
        Text of the same length.
    """
    words = _WORD.findall(sentence)
    letters = [character for character in sentence if character.isalpha()]
    if len(words) < 3 or len(letters) < 12:
        return sentence
    upper = sum(character.isupper() for character in letters) / len(letters)
    if upper >= SHOUTED:
        return _rewrite(sentence, lambda word: _unshout(word, known))
    long_words = [word for word in words if len(word) > 3]
    capital = sum(word[0].isupper() for word in long_words)
    if len(long_words) >= 4 and capital >= HEADLINED * len(long_words):
        return _rewrite(sentence, lambda word: _lower_if_common(word, known))
    return sentence


def _rewrite(sentence: str, change: Callable[[str], str]) -> str:
    first = True
    pieces, last = [], 0
    for match in _WORD.finditer(sentence):
        word = change(match.group())
        if len(word) != len(match.group()):
            word = match.group()
        if first and word:
            word = word[0].upper() + word[1:] if len(word[0].upper()) == 1 else word
        first = False
        pieces += [sentence[last : match.start()], word]
        last = match.end()
    return "".join([*pieces, sentence[last:]])


def _unshout(word: str, known: Known) -> str:
    lower = word.lower()
    titled = "-".join(part.capitalize() for part in word.split("-"))
    if known(lower) and not (known(titled) and not _is_common(lower, known)):
        return lower
    if len(word) <= 4 and known(word) and not known(titled):
        return word
    return titled


def _lower_if_common(word: str, known: Known) -> str:
    if word.isupper() and len(word) > 1:
        return word
    return word.lower() if known(word.lower()) else word


def _is_common(lower: str, known: Known) -> bool:
    """Whether a word has an inflected or derived neighbour, as words of the language do."""
    endings = ("s", "ed", "ing", "d", "ly", "es")
    return len(lower) < 4 or lower.endswith(endings) or any(known(lower + e) for e in endings)
