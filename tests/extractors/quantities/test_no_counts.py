"""Ages, years and criminal records are never counts."""

import pytest

from extractors.languages.lexicon import load_lexicon
from extractors.quantities.no_counts import NoCount
from extractors.quantities.numbers import find_numbers

RULES = load_lexicon("no_counts", NoCount)


def refused(sentence: str) -> list[bool]:
    return [bool(number.refusal) for number in find_numbers(sentence) if number.value]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_refuses_the_number_of_its_example(rule: NoCount) -> None:
    numbers = [number for number in find_numbers(rule.example) if number.value]
    assert f"not a count: {rule.reason}" in [number.refusal for number in numbers]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_leaves_the_count_of_its_counter_example(rule: NoCount) -> None:
    assert False in refused(rule.counter_example)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dara Sohn, 48, and her 16-year-old daughters were found dead.",
        "Girl, 3, shot dead by brother.",
        "Tilda Marsh, three, was shot in her home.",
        "20 y/o killed after shooting.",
        "The deaths of Otto Vale, 70; Ivo Vale, 47; and Pia Quist, 25, were ruled murder.",
        'Jon "Red" Sand, 22, of New Haven, was taken into custody.',
    ],
)
def test_ages_in_sentences(sentence: str) -> None:
    assert all(refused(sentence))


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Police said 12 were killed in Monday's fire.", 1),
        ("In New Haven, 12 people died and 14 were hurt.", 2),
        ("Of the workers, 12 died.", 1),
        ("The bomb killed 5 and wounded 9.", 2),
        ("The dead were 12 men, 5 women and 3 children.", 3),
        ("Three Attacks Near Porto Alto Kill 50.", 2),
        ("The toll in Porto Alto rose to 24.", 1),
    ],
)
def test_counts_in_sentences(sentence: str, counts: int) -> None:
    assert refused(sentence) == [False] * counts
