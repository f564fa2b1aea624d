"""Number words read as integers."""

import regex

from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.quantities.number_lexicon import (
    NumberWord,
    number_words,
    uncounted_nouns,
    vague_words,
)
from schemas import Basis, VagueNumber

_WORD = regex.compile(r"\p{L}+")
_K = regex.compile(r"(?<=\d)k$")
_DIGITS = regex.compile(r"\d[\d,.]*")
_GROUPED = regex.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_MARK = regex.compile(r'["“”]')
_BLANK_IN_DIGITS = regex.compile(r"(?<=\d) (?=\d{3}\b)")
LARGEST = 8_500_000_000
"""No count of people exceeds mankind (UN World Population Prospects 2024: 8.2 billion)."""


def parse_number(text: str) -> int | None:
    """Read a number written in digits, in words, or in both.

    Args:
        text: The number alone: "1.2 million", "two dozen", "a hundred and twenty", "3,418".

    Returns:
        The number, or null where the text is no whole number of people.
    """
    lowered = text.casefold().strip()
    fixed = number_words().get(lowered)
    if fixed is not None and fixed.role == "fixed":
        return fixed.value
    if (half := pattern("number-and-a-half").fullmatch(lowered)) is not None:
        whole, scale = parse_number(half[1]) or 1, parse_number(half[2])
        return None if scale is None else whole * scale + scale // 2
    lowered = _BLANK_IN_DIGITS.sub("", lowered)
    lowered = _K.sub(f" {_thousand()}", lowered)
    digits = _DIGITS.match(lowered)
    if digits is None:
        return _bounded(_parse_words(_WORD.findall(lowered)))
    scales = [number_words().get(word) for word in _WORD.findall(lowered[digits.end() :])]
    return _bounded(_scale(digits.group().rstrip(".,"), scales))


def parse_vague(text: str, basis: Basis) -> VagueNumber | None:
    """Read the size that words without a number tell.

    Args:
        text: The words of the quantity: "dozens", "a number of", "rebels", "casualties".
        basis: What the quantity rests on.

    Returns:
        The size; null where the quantity has a number.
    """
    words = " ".join(_MARK.sub("", text.casefold()).split())
    if basis is Basis.VAGUE:
        first = _vague().search(words)  # of "hundreds and possibly thousands" the lower holds
        return vague_words()[first.group()].size if first else VagueNumber.UNSPECIFIED
    if basis is Basis.PLURAL:
        return uncounted_nouns().get(words.rpartition(" ")[2], VagueNumber.PLURAL)
    return None


@per_language
def _vague() -> "regex.Pattern[str]":
    ordered = sorted(vague_words(), key=len, reverse=True)
    return regex.compile(rf"(?<!\w)(?:{'|'.join(map(regex.escape, ordered))})(?!\w)")


@per_language
def _thousand() -> str:
    scales = {entry.value: word for word, entry in number_words().items() if entry.role == "scale"}
    return scales.get(1000, "")


def _scale(digits: str, scales: list[NumberWord | None]) -> int | None:
    if _GROUPED.fullmatch(digits) is None:
        return None
    whole, _, fraction = digits.replace(",", "").partition(".")
    if not (whole + fraction).isdecimal():
        # digits of scripts that the patterns know and Python does not yet
        return None
    factor = 1
    for scale in scales:
        if scale is None or scale.role != "scale":
            return None
        factor *= scale.value
    value = int(whole + fraction) * factor
    return value // 10 ** len(fraction) if value % 10 ** len(fraction) == 0 else None


def _parse_words(words: list[str]) -> int | None:
    total, group, last = 0, 0, ""
    for word in words:
        if word in words_of("indefinite-article"):
            group = group or 1
            continue
        entry = number_words().get(word)
        if word in words_of("additive-conjunction") and (group or total):
            continue
        if entry is None or entry.role == "fixed":
            return None
        if entry.role == "scale":
            group = max(group, 1) * entry.value
            if entry.value >= 1000:
                total, group = total + group, 0
        else:
            if last == entry.role or (last == "unit" and entry.role == "ten"):
                return None
            group += entry.value
        last = entry.role
    return total + group or None


def _bounded(value: int | None) -> int | None:
    return value if value is not None and 0 <= value <= LARGEST else None
