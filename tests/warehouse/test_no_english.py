"""No words of a language stand in the warehouse's code; what names are made of is data."""

from pathlib import Path

import warehouse
from tests.extractors.languages.test_word_sets import sets_of_words

ROOT = Path(warehouse.__file__).parent
IDENTIFIERS = {
    "bounds.py": 1,  # fields of a policy
    "exports/workbook.py": 1,  # columns
    "linking/features.py": 2,  # features of the model
    "linking/places.py": 1,  # levels of places
    "linking/reasons.py": 1,  # features of the model
    "quality/catalogue.py": 2,  # fields of a check
    "quality/offline.py": 2,  # elements and attributes of HTML
    "sqlfiles.py": 1,  # fields of a view's header
    "verdicts/anchors.py": 1,  # fields of a span
    "verdicts/record.py": 1,  # fields of a verdict
}
"""Sets of names of columns, fields and features, of which none is a word of a text."""


def test_no_words_of_a_language_stand_in_the_warehouse() -> None:
    found = {path.relative_to(ROOT).as_posix(): sets_of_words(path) for path in ROOT.rglob("*.py")}
    assert {name: count for name, count in found.items() if count} == IDENTIFIERS
