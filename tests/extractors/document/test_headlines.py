"""A headline has no full stop; in title case a capital tells no name."""

import pytest

from extractors.document.headlines import is_headline, is_in_title_case


@pytest.mark.parametrize(
    ("line", "is_one"),
    [("Blast kills five", True), ("Blast kills five.", False), ("“Five died”", False)],
)
def test_a_headline_has_no_full_stop(line: str, is_one: bool) -> None:
    assert is_headline(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_so"),
    [
        ("Blast Kills Five Miners in Ruda", True),
        ("Blast kills five miners in Ruda", False),
        ("In Ruda", True),
        ("", False),
    ],
)
def test_title_case_is_told_by_the_longer_words(line: str, is_so: bool) -> None:
    assert is_in_title_case(line) is is_so
