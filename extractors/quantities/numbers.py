"""The number grammar: spans of a sentence that say how many."""

import re
from dataclasses import dataclass, replace

import regex

from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern
from extractors.quantities.amounts import either, find_amounts
from extractors.quantities.no_counts import find_no_count
from extractors.quantities.number_lexicon import bounds, number_words
from extractors.quantities.values import parse_number
from schemas import Basis, Modifier

_REACH = 80
"""Characters before a number in which its bound stands."""
_BLANKS = re.compile(r"\s+")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_LEADING_ZERO = re.compile(r"0\d+")


@dataclass(frozen=True, slots=True)
class Number:
    """Number words with their modifier.

    Attributes:
        start: Offset of the first character, the modifier included.
        end: Offset after the last character.
        core_start: Offset where the number itself begins.
        core_end: Offset after the number itself.
        value: The number as said, or null for a vague count.
        value_to: Upper end of a range.
        modifier: How the words around it bound it.
        basis: What it rests on.
        refusal: Why its form shows that it counts no people, or null.
        counts_none: Whether its noun counts nobody, either: "not that many", "one in ten miners".
    """

    start: int
    end: int
    core_start: int
    core_end: int
    value: int | None
    value_to: int | None
    modifier: Modifier
    basis: Basis
    refusal: str | None = None
    counts_none: bool = False

    def shifted(self, by: int) -> "Number":
        """The number where its sentence begins elsewhere."""
        start, end = self.start + by, self.end + by
        core_start, core_end = self.core_start + by, self.core_end + by
        return replace(self, start=start, end=end, core_start=core_start, core_end=core_end)

    def text_in(self, sentence: str) -> str:
        """The number without its modifier, in lower case."""
        return sentence[self.core_start : self.core_end].casefold()


def find_numbers(text: str) -> tuple[Number, ...]:
    """Find the numbers and vague counts of a sentence.

    Args:
        text: The sentence, folded (see `extractors.document.text.fold`).

    Returns:
        Numbers in order, without overlaps; money, clocks, dates, shares and references carry
        their refusal.
    """
    amounts = [number for match in find_amounts(text) if (number := _read(match)) is not None]
    bounded = [_with_bounds(text, number) for number in _joined(text, amounts)]
    return tuple(
        number
        for number in bounded
        if number.basis is not Basis.VAGUE or not any(_swallows(other, number) for other in bounded)
    )


def _swallows(number: Number, vague: Number) -> bool:
    """Whether a vague word is only the bound of a number: "some 400", "as many as 20"."""
    return number is not vague and number.start <= vague.start and vague.end <= number.core_start


def _read(match: regex.Match[str]) -> Number | None:
    start, end = match.span()
    if match["vague"]:
        return Number(start, end, start, end, None, None, Modifier.VAGUE, Basis.VAGUE)
    value = parse_number(match["numeral"] or match["word"])
    if value is None:
        return None
    basis = Basis.NUMERAL if match["numeral"] else Basis.WORD
    basis = basis if value else Basis.ZERO
    modifier = Modifier.AT_LEAST if match["plus"] else Modifier.EXACT
    return Number(start, end, start, end, value, None, modifier, basis)


def _joined(text: str, amounts: list[Number]) -> list[Number]:
    """Make ranges of neighbours: "between four and eight", "12-15", "two or three"."""
    joined: list[Number] = []
    for number in amounts:
        low = joined[-1] if joined else None
        if low is not None and (pair := _range(text, low, number)):
            joined[-1] = pair
        else:
            joined.append(number)
    return joined


def _range(text: str, low: Number, high: Number) -> Number | None:
    if low.value is None or high.value is None or low.value_to is not None:
        return None
    before = text[: low.core_start]
    opener = pattern("range-opener").search(before)
    if opener and low.value < high.value and _open_end().fullmatch(text, low.core_end, high.start):
        ends = high.end, low.core_start, high.core_end
        return Number(opener.start(), *ends, low.value, None, Modifier.AT_LEAST, low.basis)
    joint = pattern("range-joint").fullmatch(text, low.core_end, high.core_start)
    if joint is None:
        return None
    word = joint[1].casefold()
    if word in words_of("additive-conjunction") and not (
        opener and opener[1].casefold() in words_of("between")
    ):
        return None
    if (
        opener
        and opener[1].casefold() in words_of("origin-preposition")
        and pattern("change-verb-before").search(before[: opener.start()])
    ):
        return None
    scaled = low.value
    if low.value < high.value and high.value % 1000 == 0 and low.value * 1000 < high.value * 10:
        factor = _shared_scale(text[high.core_start : high.core_end])
        scaled = low.value * factor if low.value * factor < high.value else low.value
    if scaled >= high.value:
        return None
    start = opener.start() if opener else low.core_start
    basis = high.basis if low.basis is high.basis else Basis.NUMERAL
    return Number(
        start, high.end, low.core_start, high.core_end, scaled, high.value, Modifier.RANGE, basis
    )


@per_language
def _open_end() -> regex.Pattern[str]:
    """What joins numbers of which the first is the least: "from 50 to well over 100"."""
    more = [w for w, modifier in bounds("before").items() if modifier is Modifier.MORE_THAN]
    return compile_pattern("open-range-joint", more=either(more))


def _shared_scale(high: str) -> int:
    """The scale that both ends of "two to three thousand" share."""
    scales = [
        number_words()[word]
        for word in regex.findall(r"\p{L}+", high.casefold())
        if word in number_words()
    ]
    factor = 1
    for entry in scales:
        if entry.role == "scale":
            factor *= entry.value
    return factor


def _with_bounds(text: str, number: Number) -> Number:
    after = text[number.end :]
    rule = find_no_count(text, number.core_start, number.core_end, number.value)
    refusal = f"not a count: {rule.reason}" if rule else _refusal(text, number)
    if number.basis is Basis.VAGUE or refusal:
        counts_none = rule is not None and rule.counts_none
        return replace(number, refusal=refusal, counts_none=counts_none)
    start, end = number.start, number.end
    modifier: Modifier = number.modifier
    while (match := _bound_before().search(text, max(0, start - _REACH), start)) is not None:
        bound = _BLANKS.sub(" ", match[1].casefold())
        if bound in words_of("estimate-bound") and not pattern("modifier-before-vague").search(
            text, 0, match.start(1)
        ):
            break
        if pattern("topic-before").search(text, 0, start):
            break  # "data about | three people"
        if pattern("goes-up-to").search(text, 0, start):
            break  # "has gone up to | 36"
        if pattern("over-as-particle").search(text, 0, start):
            break  # "handed over | 38 wounded"
        said = bounds("before")[bound]
        modifier = said if modifier in {Modifier.EXACT, Modifier.ABOUT} else modifier
        start = match.start(1)
    if modifier is Modifier.EXACT and (match := _bound_after().match(after)):
        modifier = bounds("after")[match[1].casefold()]
        end += match.end(1)
    return replace(number, start=start, end=end, modifier=modifier)


def _vague_refusal(text: str, number: Number) -> str | None:
    before, after = text[: number.start], text[number.end :]
    if pattern("how-before").search(before):
        return "not a count: a question"
    if pattern("as-before").search(before) and number.text_in(text).casefold() in words_of(
        "compared-vague"
    ):
        return "not a count: a comparison"
    if pattern("definite-before-vague").search(before) and number.text_in(text) in words_of(
        "superlative-vague"
    ):
        return "not a count: a superlative"
    return "not a count: a comparison" if pattern("more-than-compared").match(after) else None


@per_language
def _bound_before() -> regex.Pattern[str]:
    words = either(bounds("before")).replace(r"\ ", r"\s+")
    return regex.compile(rf"(?i)(?<![\w-])({words})\s+\(?$")


@per_language
def _bound_after() -> regex.Pattern[str]:
    return regex.compile(rf"(?i)(?:\s+|(?=-))({either(bounds('after'))})(?![\w-])")


def _refusal(text: str, number: Number) -> str | None:
    if number.basis is Basis.VAGUE:
        return _vague_refusal(text, number)
    month = pattern("month-before").search(text[max(0, number.start - 40) : number.core_start])
    if month and max(number.value or 0, number.value_to or 0) <= 31:
        return "not a count: a day of the month"
    if pattern("no-count-before").search(text[max(0, number.start - 40) : number.core_start]):
        return "not a count: what stands before it makes it a date, sum or reference"
    if pattern("no-count-after").match(text[number.end : number.end + 20]):
        return "not a count: what stands after it makes it a unit, date, share or reference"
    core = text[number.core_start : number.core_end]
    if _YEAR.fullmatch(core) and pattern("year-context-before").search(
        text[max(0, number.start - 40) : number.core_start]
    ):
        return "not a count: a year"
    if _LEADING_ZERO.fullmatch(core):
        return "not a count: leading zero"
    return None
