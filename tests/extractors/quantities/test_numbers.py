"""Numbers are read as said, with their bounds; what counts nothing says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.quantities.number_lexicon import number_words, vague_words
from extractors.quantities.numbers import find_numbers
from extractors.quantities.told_sizes import size_told_before
from extractors.quantities.units import find_unit
from extractors.quantities.values import parse_number, parse_vague
from schemas import Basis, VagueNumber

UNITS = {e.value: w for w, e in number_words().items() if e.role == "unit"}
TENS = {e.value: w for w, e in number_words().items() if e.role == "ten" and w != "fourty"}


def spell(number: int) -> str:
    """Write a number below a million in words."""
    if number >= 1000:
        rest = number % 1000
        return f"{spell(number // 1000)} thousand" + (f" {spell(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{UNITS[number // 100]} hundred" + (f" and {spell(rest)}" if rest else "")
    if number in UNITS:
        return UNITS[number]
    tens = TENS[number // 10 * 10]
    return f"{tens}-{UNITS[number % 10]}" if number % 10 else tens


@given(st.integers(1, 999_999))
def test_number_words_round_trip(number: int) -> None:
    assert parse_number(spell(number)) == number


@given(st.integers(1, 8_000_000_000))
def test_numerals_round_trip_with_separators(number: int) -> None:
    assert parse_number(f"{number:,}") == number
    assert parse_number(str(number)) == number


@given(st.text(max_size=80))
def test_any_text_gives_numbers_inside_it(text: str) -> None:
    for number in find_numbers(text):
        assert 0 <= number.start <= number.core_start < number.core_end <= number.end <= len(text)


@pytest.mark.parametrize(
    ("text", "said", "value", "value_to", "modifier"),
    [
        ("Between four and nine rafters drowned", "Between four and nine", 4, 9, "range"),
        ("from two to three thousand men", "from two to three thousand", 2000, 3000, "range"),
        ("a dozen or so guards", "a dozen or so", 12, None, "about"),
        ("as many as 1.2 million", "as many as 1.2 million", 1200000, None, "at_most"),
        ("300+ hurt", "300+", 300, None, "at_least"),
        # what is left of a bound that a page tore, where it can mean nothing else
        ("least 30 people injured", "least 30", 30, None, "at_least"),
        ("minimum of 30 people injured", "minimum of 30", 30, None, "at_least"),
        ("than 30 people injured", "30", 30, None, "exact"),
        ("at least some 50 boatmen", "at least some 50", 50, None, "at_least"),
        ("several hundred marchers", "several hundred", None, None, "vague"),
        ("two and a half million exiles", "two and a half million", 2500000, None, "exact"),
    ],
)
def test_bounds_and_ranges(
    text: str, said: str, value: int | None, value_to: int | None, modifier: str
) -> None:
    number = find_numbers(text)[0]
    assert text[number.start : number.end] == said
    assert (number.value, number.value_to, number.modifier.value) == (value, value_to, modifier)


@pytest.mark.parametrize(
    "text",
    [
        "on July 28", "in 1991", "$40", "7:30", "40 percent", "a 12-year-old", "an AK-47",
        "aged 12, 15", "two thirds", "how many", "the most feared", "Ana Ruiz, 22, said", "No. 5",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_refused_with_a_reason(text: str) -> None:
    numbers = find_numbers(text)
    assert numbers
    assert all(number.refusal for number in numbers)


def test_units_are_a_second_opinion() -> None:
    sentence = "The landslide buried 40 tonnes of grain and 12 stragglers."
    units = [find_unit(sentence, number) for number in find_numbers(sentence)]
    assert units == ["tonne", None]


def test_digits_of_scripts_too_new_for_python_are_no_numbers() -> None:
    assert find_numbers("\U00016d73 miners died") == ()


@pytest.mark.parametrize(
    ("text", "basis", "size"),
    [
        ("several dozen", Basis.VAGUE, VagueNumber.DOZENS),
        ("tens of thousands", Basis.VAGUE, VagueNumber.TENS_OF_THOUSANDS),
        ("hundreds  of\nthousands", Basis.VAGUE, VagueNumber.HUNDREDS_OF_THOUSANDS),
        ("hundreds and possibly thousands", Basis.VAGUE, VagueNumber.HUNDREDS),
        ("an unknown number of", Basis.VAGUE, VagueNumber.NUMBER),
        ("Numerous", Basis.VAGUE, VagueNumber.MANY),
        ("rebels", Basis.PLURAL, VagueNumber.PLURAL),
        ("the civilian casualties", Basis.PLURAL, VagueNumber.UNSPECIFIED),
        ("12", Basis.NUMERAL, None),
        ("a soldier", Basis.ARTICLE, None),
    ],
)
def test_words_without_a_number_tell_a_size(
    text: str, basis: Basis, size: VagueNumber | None
) -> None:
    assert parse_vague(text, basis) is size


def test_every_vague_word_has_its_own_size() -> None:
    for words, entry in vague_words().items():
        assert parse_vague(words, Basis.VAGUE) is entry.size


@pytest.mark.parametrize(
    ("before", "words", "size"),
    [
        ("They saw several armed rebels.", "The rebels", VagueNumber.SEVERAL),
        ("Dozens of rebels came. Several clerks fled.", "the rebels", VagueNumber.DOZENS),
        ("They saw several women in the barn.", "The women", VagueNumber.SEVERAL),
        ("They saw several armed rebels.", "rebels", None),
        ("They saw several clerks.", "the rebels", None),
        ("They saw armed rebels.", "the rebels", None),
    ],
)
def test_a_plural_stands_for_those_told_before(
    before: str, words: str, size: VagueNumber | None
) -> None:
    assert size_told_before(f"{before} {words}", len(before) + 1, words) is size


@pytest.mark.parametrize("text", ["15:45 174 people died", "At 9.30 174 people fled"])
def test_a_clock_is_no_part_of_the_number_behind_it(text: str) -> None:
    found = [number.value for number in find_numbers(text) if number.refusal is None]
    assert 174 in found
