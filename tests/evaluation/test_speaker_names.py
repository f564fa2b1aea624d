"""Two descriptions of one speaker."""

import pytest

from evaluation.speaker_names import is_right_speaker, is_same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brandt", "Commander Ilse Brandt"),
        ("the Mining Union", "mining union"),
        ("Gen. Tomás Okoro", "tomas okoro"),
        ("the governor of Norvik", "Norvik’s governor"),
        ("Reuben al-Haq", "Reuben Al Haq"),
        ("the general", "General"),
        ("Kia Soltan", "Kia Soltan, a spokesman for the league"),
        ("the governor", "the governor of Norvik who fled"),
    ],
)
def test_same(one: str, other: str) -> None:
    assert is_same_name(one, other)
    assert is_same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brandt", "Brand"),
        ("he", "he"),
        ("Ilse Brandt", "Otto Brandt"),
        ("the", "the union"),
        ("", ""),
    ],
)
def test_not_same(one: str, other: str) -> None:
    assert not is_same_name(one, other)


def test_article_is_right_only_where_it_may_speak() -> None:
    assert is_right_speaker(None, (None,))
    assert is_right_speaker(None, ("Brandt", None))
    assert not is_right_speaker(None, ("Brandt",))
    assert not is_right_speaker("Brandt", (None,))
