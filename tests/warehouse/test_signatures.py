"""Signatures tell how much of two texts is the same, and stay what they are in stored files."""

import pytest

from warehouse.originators.signatures import likeness, sign

SIGNED = [18_457_854, 49_861_366, 200_354_825, 851_610_505]
FERRY = " ".join(f"ferry{number}" for number in range(200))


def test_a_text_keeps_the_signature_that_files_hold():
    signature = sign("At least twelve people were killed when a ferry sank, the coast guard said.")
    assert signature[:4] == SIGNED
    assert len(signature) == 64


def test_case_and_punctuation_do_not_count():
    assert sign("The ferry sank, twice.") == sign("the FERRY sank twice")


@pytest.mark.parametrize(("shared", "least", "most"), [(200, 1, 1), (150, 0.45, 0.75), (0, 0, 0.1)])
def test_likeness_estimates_the_share_of_runs_in_common(shared, least, most):
    words = FERRY.split()
    other = words[:shared] + [f"bus{number}" for number in range(200 - shared)]
    assert least <= likeness(sign(FERRY), sign(" ".join(other))) <= most


def test_a_text_without_words_has_a_signature():
    assert len(sign("")) == 64
