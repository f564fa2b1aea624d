"""Every pattern of a language is found in its example, and asked for by a rule."""

import re
from pathlib import Path

import pytest

import extractors
from extractors.languages.date_words import calendar_names
from extractors.languages.patterns import Pattern, compile_pattern, pattern, patterns
from extractors.languages.title_words import title_names

ROOT = Path(extractors.__file__).parent
PATTERNS = tuple(patterns().values())
REFERENCE = re.compile(r"\{([a-z][a-z-]+)\}")
REFERRED = {name for entry in PATTERNS for name in REFERENCE.findall(entry.pattern)}
KNOWN = {entry.id for entry in PATTERNS} | calendar_names().keys() | title_names().keys()
WORDS = dict.fromkeys(REFERRED - KNOWN, r"[\w']+")
"""What rules put into a pattern, each with any word for it."""
WORDS["calendar"] = "Monday"  # names of places are none of its words


@pytest.mark.parametrize("entry", PATTERNS, ids=lambda entry: entry.id)
def test_a_pattern_is_found_in_its_example(entry: Pattern) -> None:
    assert compile_pattern(entry.id, **WORDS).search(entry.example)


def test_a_pattern_is_asked_for_by_its_name() -> None:
    asked = {
        name
        for path in ROOT.rglob("*.py")
        for name in re.findall(r'"([a-z][a-z-]+)"', path.read_text("utf-8"))
    }
    lexicons = ROOT / "languages" / "en" / "lexicons"
    texts = [(lexicons / f"{name}.yml").read_text("utf-8") for name in ("scope", "tally")]
    by_words = {name for text in texts for name in REFERENCE.findall(text)}
    assert {entry.id for entry in PATTERNS} <= asked | REFERRED | by_words


def test_a_name_that_no_pattern_has_is_an_error() -> None:
    with pytest.raises(KeyError, match="no-such-pattern"):
        pattern("no-such-pattern")
