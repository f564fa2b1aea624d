"""Numbers beside harm words: a ten-line regex, and quantulum3 in its place."""

import warnings
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import regex

from evaluation.coding import CodedClaim, Offsets
from evaluation.data import load_data
from extractors.document.text import Sentence, split_sentences
from schemas import Basis, Document, Harm, Modifier

Number = tuple[Offsets, int]
"""Where a number stands in a sentence, and its value."""

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_NUMBER = regex.compile(
    rf"(?<![\d.,$£€])(\d{{1,3}}(?:,\d{{3}})+|\d+)(?![\d.,]*\d)|\b({'|'.join(_WORDS)})\b",
    regex.IGNORECASE,
)


def find_by_regex(document: Document) -> tuple[CodedClaim, ...]:
    """Find claims with a number pattern and the nearest harm word."""
    return find_claims(document, _numbers_by_regex)


def find_by_quantulum(document: Document) -> tuple[CodedClaim, ...]:
    """Find claims with quantulum3's dimensionless quantities and the nearest harm word."""
    return find_claims(document, numbers_by_quantulum)


def find_claims(
    document: Document, find_numbers: Callable[[str], Iterator[Number]]
) -> tuple[CodedClaim, ...]:
    """Make a claim of each number whose sentence has a harm word; the article speaks."""
    claims = []
    for sentence in split_sentences(document.text):
        text = document.text[sentence.start : sentence.end]
        harms = _harm_words(text)
        if harms:
            for place, value in find_numbers(text):
                claims.append(_claim(document, sentence, place, value, _nearest(harms, place)))
    return tuple(claims)


def _claim(
    document: Document, sentence: Sentence, place: Offsets, value: int, harm: Harm
) -> CodedClaim:
    start, end = sentence.start + place[0], sentence.start + place[1]
    text = document.text[start:end]
    return CodedClaim(
        claim_id=f"{document.document_id}:{start}",
        document_id=document.document_id,
        harm=harm,
        places=((start, end),),
        quantity=text,
        value=value,
        modifier=Modifier.EXACT,
        basis=Basis.NUMERAL if any(map(str.isdigit, text)) else Basis.WORD,
        readings=(None,),
        evidence=document.text[sentence.start : sentence.end],
    )


def _nearest(harms: list[tuple[Harm, Offsets]], place: Offsets) -> Harm:
    return min(harms, key=lambda harm: _distance(harm[1], place))[0]


def _distance(one: Offsets, other: Offsets) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _harm_words(text: str) -> list[tuple[Harm, Offsets]]:
    return [(harm, match.span()) for harm, words in _stems() for match in words.finditer(text)]


@cache
def _stems() -> tuple[tuple[Harm, regex.Pattern[str]], ...]:
    stems = load_data("baseline")
    return tuple((Harm(h), regex.compile(rf"(?i)\b(?:{words})\b")) for h, words in stems.items())


def _numbers_by_regex(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        digits, word = match.groups()
        yield (
            match.span(),
            int(digits.replace(",", "")) if digits else _WORDS.index(word.lower()) + 1,
        )


def numbers_by_quantulum(text: str) -> Iterator[Number]:
    """Find the whole numbers of nothing that is measured, as quantulum3 reads them."""
    for quantity in _parse_quantities()(text):
        value = quantity.value
        if quantity.unit.entity.name == "dimensionless" and value >= 0 and value == int(value):
            start, end = quantity.span
            yield _trimmed(text, start, end), int(value)


def _trimmed(text: str, start: int, end: int) -> Offsets:
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return start, end


@cache
def _parse_quantities() -> Callable[[str], list[Any]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, parser  # noqa: PLC0415 - slow, warns when imported
    classifier.USE_CLF = False
    parse: Callable[[str], list[Any]] = parser.parse
    return parse
