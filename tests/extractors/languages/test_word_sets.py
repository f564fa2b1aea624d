"""Words of a language stand in its lexicons, not in Python: neither in sets nor in patterns."""

import ast
import re
from collections.abc import Callable, Iterator
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


PATTERNS = {
    "events/where/name_keys.py": 2,  # articles that the keys of the index of places leave out
    "quantities/numbers.py": 2,  # the grammar of numbers: "two and a half million"
    "quantities/values.py": 1,  # the same
}
"""Regular expressions with words that stand in Python for a reason."""
NO_WORDS = re.compile(
    r"""(?x)
      \\[pPLk][{<]\w+[}>] | \\.                # classes of characters
    | \[(?:[^\]\\]|\\.)+\]                      # sets of characters
    | \(\?(?:P<\w+>|P=\w+|[a-zA-Z-]+[:)])       # names of groups, flags
    | \#\s.*                                    # comments
    """
)
"""What has letters in a regular expression and is no word of a text."""
OF_PATTERNS = {"re", "regex"}


def sets_of_words(tree: ast.AST) -> int:
    """Count the set literals of two or more lower-case words in a file."""
    return sum(is_words(node) for node in ast.walk(tree) if isinstance(node, ast.Set))


def patterns_of_words(tree: ast.AST) -> int:
    """Count the regular expressions with a word of two or more letters in a file."""
    return sum(
        any(re.search(r"[A-Za-z]{2}", NO_WORDS.sub(" ", text)) for text in written(node.args[0]))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in OF_PATTERNS
        and node.args
    )


def written(expression: ast.expr) -> Iterator[str]:
    """What is written out of a text, in one piece or around what is put into it."""
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        yield expression.value
    elif isinstance(expression, ast.JoinedStr):
        for value in expression.values:
            yield from written(value)


def is_words(node: ast.Set) -> bool:
    values = [each.value for each in node.elts if isinstance(each, ast.Constant)]
    words = [value for value in values if isinstance(value, str) and WORD.fullmatch(value)]
    return len(words) == len(node.elts) >= 2


def counts(count: Callable[[ast.AST], int]) -> dict[str, int]:
    found = {
        path.relative_to(ROOT).as_posix(): count(ast.parse(path.read_text("utf-8")))
        for path in sorted(ROOT.rglob("*.py"))
    }
    return {
        name: number
        for name, number in found.items()
        if number and not name.startswith(LAYERS_OF_CODE)
    }


def test_no_sets_of_words_stand_in_python() -> None:
    assert counts(sets_of_words) == IDENTIFIERS, "put the words into languages/en/lexicons"


def test_no_patterns_of_words_stand_in_python() -> None:
    assert counts(patterns_of_words) == PATTERNS, "put them into languages/en/lexicons/patterns.yml"


def test_patterns_of_words_are_told_from_others() -> None:
    kinds = {r'regex.compile(r"\b(?:said|told)\b")': 1, r're.search(r"\p{Lu}[a-z]+(?i:x)", t)': 0}
    assert {text: patterns_of_words(ast.parse(text)) for text in kinds} == kinds
