"""Words of a language stand in its lexicons, not in Python."""

import ast
import re
from pathlib import Path

import extractors

ROOT = Path(extractors.__file__).parent
WORD = re.compile(r"[a-z]+(?:[ '-][a-z]+)*\.?")
LAYERS_OF_CODE = ("syntax/", "languages/")
"""The parser's labels are lower-case words too, and a language's own folder may hold its words."""

IDENTIFIERS = {
    "attribution/cues/cue_lexicon.py": 1,  # the complements that a cue takes
    "attribution/speakers/proper_names.py": 1,  # what the entries of roles stand for
    "constructions/harm_lexicon.py": 2,  # frames of harm words
    "events/when/timex_values.py": 1,  # shapes of dates
    "events/when/timex_words.py": 1,  # roles of number words
    "quantities/numbers.py": 1,  # roles of number words
    "quantities/units.py": 1,  # quantulum3's own names
}
"""Sets that name entries and fields of our models, or of a library, and no words of a text."""


def sets_of_words(path: Path) -> int:
    """Count the set literals of two or more lower-case words in a file."""
    tree = ast.parse(path.read_text("utf-8"))
    return sum(is_words(node) for node in ast.walk(tree) if isinstance(node, ast.Set))


def is_words(node: ast.Set) -> bool:
    values = [each.value for each in node.elts if isinstance(each, ast.Constant)]
    words = [value for value in values if isinstance(value, str) and WORD.fullmatch(value)]
    return len(words) == len(node.elts) >= 2


def counts(root: Path = ROOT) -> dict[str, int]:
    found = {path.relative_to(root).as_posix(): sets_of_words(path) for path in root.rglob("*.py")}
    return {
        name: count
        for name, count in sorted(found.items())
        if count and not name.startswith(LAYERS_OF_CODE)
    }


def test_no_words_of_a_language_stand_in_python() -> None:
    assert counts() == IDENTIFIERS, "put the words into extractors/languages/en/lexicons"
