"""Words that a reviewer clicked, read as days."""

from datetime import UTC, date, datetime

import pytest

from extractors.events import read_days
from schemas import Document

TEXT = "On Thursday and 28 April shells fell; it began three weeks before."


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Thursday", date(2031, 5, 1)),
        ("28 April", date(2031, 4, 28)),
        ("shells", None),
    ],
)
def test_words_are_read_as_of_the_day_of_writing(words: str, day: date | None) -> None:
    document = Document(
        document_id="d",
        text=TEXT,
        published=datetime(2031, 5, 3, tzinfo=UTC),
        published_precision="day",
    )
    start = TEXT.index(words)
    assert read_days(document, start, start + len(words)) == (day, day)


def test_a_day_that_no_writing_dates_is_none() -> None:
    start = TEXT.index("Thursday")
    assert read_days(Document(document_id="d", text=TEXT), start, start + 8) == (None, None)
