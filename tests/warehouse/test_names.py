"""Names under which entries of a list are found."""

import pytest

from warehouse.speakers import by_name


def test_an_entry_is_found_by_each_of_its_names() -> None:
    found = by_name([("UN", ["The United Nations", "UN"]), ("AU", ["African Union"])])
    assert found == {"united nations": "UN", "un": "UN", "african union": "AU"}


def test_two_entries_with_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="Daily Post"):
        by_name([(1, ["the daily post"]), (2, ["Daily Post"])])
