"""Words of a language stand in its lexicons, not in Python: in no set, pattern or comparison."""

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
}
"""Regular expressions with words that stand in Python for a reason."""
ALTERNATIVES = {"events/where/name_keys.py": 1}  # the same articles
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
OF_TEXT = {"lower_", "lemma_", "text", "key", "lower", "casefold", "text_in"}
OF_ENDINGS = {"startswith", "endswith", "removeprefix", "removesuffix", "replace"}


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


def alternatives_of_words(tree: ast.AST) -> int:
    """Count the texts with alternative words in a file, which are parts of regular expressions."""
    return sum(
        re.search(r"[a-z]{2}\??\|[a-z]{2}", NO_WORDS.sub(" ", text)) is not None
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        for text in written(node)
    )


def comparisons_of_words(tree: ast.AST) -> int:
    """Count where words of a text are compared with words written in Python."""
    return sum(map(compares_words, ast.walk(tree)))


def compares_words(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        return any(map(is_word, sides)) and any(map(is_text, sides))
    called = node.func if isinstance(node, ast.Call) else None
    return (
        isinstance(called, ast.Attribute)
        and called.attr in OF_ENDINGS
        and any(is_word(each) for arg in node.args for each in ast.walk(arg))
    )


def is_word(node: ast.AST) -> bool:
    value = node.value if isinstance(node, ast.Constant) else None
    return isinstance(value, str) and re.fullmatch(r"[a-z' -]*[a-z]{2}[a-z' -]*", value) is not None


def is_text(node: ast.AST) -> bool:
    """Whether an expression is a word of a text: an attribute of a token, or text in lower case."""
    while isinstance(node, ast.Call):
        node = node.func
    return isinstance(node, ast.Attribute) and node.attr in OF_TEXT


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


def counts(
    count: Callable[[ast.AST], int], but: str | tuple[str, ...] = LAYERS_OF_CODE
) -> dict[str, int]:
    found = {
        path.relative_to(ROOT).as_posix(): count(ast.parse(path.read_text("utf-8")))
        for path in sorted(ROOT.rglob("*.py"))
    }
    return {name: number for name, number in found.items() if number and not name.startswith(but)}


def test_no_sets_of_words_stand_in_python() -> None:
    assert counts(sets_of_words) == IDENTIFIERS, "put the words into languages/en/lexicons"


def test_no_patterns_of_words_stand_in_python() -> None:
    assert counts(patterns_of_words) == PATTERNS, "put them into languages/en/lexicons/patterns.yml"


def test_no_alternatives_of_words_stand_in_python() -> None:
    assert counts(alternatives_of_words) == ALTERNATIVES, "put them into patterns.yml"


def test_no_words_of_a_text_are_compared_with_words_in_python() -> None:
    assert counts(comparisons_of_words, but="languages/") == {}, "ask words_of, or a pattern"


def test_patterns_of_words_are_told_from_others() -> None:
    kinds = {r'regex.compile(r"\b(?:said|told)\b")': 1, r're.search(r"\p{Lu}[a-z]+(?i:x)", t)': 0}
    assert {text: patterns_of_words(ast.parse(text)) for text in kinds} == kinds


def test_comparisons_of_words_are_told_from_others() -> None:
    kinds = {'token.lower_ == "as"': 1, 'text.endswith(("ed", "s"))': 1, 'entry.id != "as"': 0}
    assert {text: comparisons_of_words(ast.parse(text)) for text in kinds} == kinds
