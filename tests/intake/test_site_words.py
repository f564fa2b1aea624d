"""The patterns of site words are found in their examples, and each is used."""

from pathlib import Path

import pytest

import intake
from intake.text.site_words import load_patterns, pattern

CODE = "\n".join(path.read_text("utf-8") for path in Path(intake.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("name", load_patterns())
def test_patterns_are_found_in_their_examples(name: str) -> None:
    assert pattern(name).search(load_patterns()[name].example)


@pytest.mark.parametrize("name", load_patterns())
def test_patterns_are_used(name: str) -> None:
    others = (each.pattern for each in load_patterns().values())
    assert f'"{name}"' in CODE or any(f"{{{name}}}" in each for each in others)
