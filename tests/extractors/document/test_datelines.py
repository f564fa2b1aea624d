"""The line that a news text opens with: its place, its date, its agency."""

import pytest

from extractors.document.datelines import find_agencies, find_place, follows_place, is_around_date


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("RUDA, Karvat (AFN) -- Two miners died.", "RUDA, Karvat"),
        ("RUDA — Two miners died.", "RUDA"),
        ("Two miners died in Ruda.", None),
    ],
)
def test_a_place_opens_the_line(text: str, place: str | None) -> None:
    assert find_place(text, timeout=1) == place


def test_agencies_stand_in_brackets_before_the_dash() -> None:
    assert find_agencies("RUDA, Karvat (AFN) -- Two miners (aged 40) died.") == ["AFN"]
    assert find_agencies("Two miners (aged 40) died.") == []


def test_what_follows_the_place_goes_on_to_a_dash() -> None:
    assert follows_place("Ruda, Karvat (AFN) -- Two", 0, None) is False
    assert follows_place("Ruda, Karvat (AFN) -- Two", len("Ruda"))
    assert not follows_place("Ruda is calm.", len("Ruda"))


def test_a_date_of_the_line_stands_between_the_place_and_the_dash() -> None:
    line = "Ruda, 2 Oct 88 (AFN) - Two miners died."
    start = line.index("2 Oct")
    assert is_around_date(line, start, start + len("2 Oct 88"))
    assert not is_around_date("They met on 2 Oct 88 - as told.", 12, 20)


def test_a_text_that_opens_with_its_date_has_it_in_its_line() -> None:
    date = "June 6, 2019"
    for line in (f"{date} (RUDA) - Two miners died.", f"{date} – Two miners died."):
        assert is_around_date(line, 0, len(date))
    assert not is_around_date(f"{date} was the day of the raid.", 0, len(date))
