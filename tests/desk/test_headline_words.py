"""The patterns of a headline's words are found in their examples."""

import pytest
import yaml

from desk.parties import WORDS, pattern

ENTRIES = yaml.safe_load(WORDS.read_text("utf-8"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_patterns_are_found_in_their_examples(entry: dict[str, str]) -> None:
    assert pattern(entry["id"]).search(entry["example"])
