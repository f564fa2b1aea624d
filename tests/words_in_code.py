"""Finds the words of a language that a file of Python holds: in sets, patterns and comparisons."""

import ast
import re
from collections.abc import Iterator

WORD = re.compile(r"[a-z]+(?:[ '-][a-z]+)*\.?")
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
SQL_PATTERN = re.compile(
    r"""(?xi) (?: \bregexp_\w+ \s* \( [^;']*? , | \bi?like \b | \bsimilar\s+to \b ) \s*
    '(?P<pattern>(?:[^']|'')*)' """
)
SQL_LIST = re.compile(r"\bin\s*\('[^)]*'\)|\['[^\]]*'\]")
ENDINGS = {"s", "es", "ed", "d", "ing", "ly", "er", "ers", "n't", "'s"}
SMALL_WORDS = {"the", "a", "an", "of", "and", "his", "her", "their"}
"""Words that no name of a column, a class or a kind is."""


def sets_of_words(tree: ast.AST) -> int:
    """Count the set literals of two or more lower-case words in a file."""
    return sum(is_words(node) for node in ast.walk(tree) if isinstance(node, ast.Set))


def endings_of_words(tree: ast.AST) -> int:
    """Count the sets, lists and tuples with endings of words in a file, such as "ed" and "s"."""
    return sum(map(is_endings, ast.walk(tree)))


def is_endings(node: ast.AST) -> bool:
    """Whether an expression is a set, list or tuple of which most are endings of words."""
    if not isinstance(node, ast.Set | ast.List | ast.Tuple):
        return False
    values = [each.value for each in node.elts if isinstance(each, ast.Constant)]
    return 2 * sum(str(value).lower() in ENDINGS for value in values) > len(node.elts)


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
    """Whether an expression compares a word of a text with one written in Python."""
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
    """Whether an expression is a word, or a few of them."""
    value = node.value if isinstance(node, ast.Constant) else None
    return isinstance(value, str) and re.fullmatch(r"[a-z' -]*[a-z]{2}[a-z' -]*", value) is not None


def is_text(node: ast.AST) -> bool:
    """Whether an expression is a word of a text: an attribute of a token, or text in lower case."""
    while isinstance(node, ast.Call):
        node = node.func
    return isinstance(node, ast.Attribute) and node.attr in OF_TEXT


def words_in_sql(sql: str) -> int:
    """Count where a statement looks for words of a text: patterns, and lists of small words."""
    plain = re.sub(r"--.*", "", sql)
    patterns = [match["pattern"] for match in SQL_PATTERN.finditer(plain)]
    lists = [re.findall(r"'([^']*)'", match[0]) for match in SQL_LIST.finditer(plain)]
    return sum(
        re.search(r"[A-Za-z]{2}", NO_WORDS.sub(" ", text)) is not None for text in patterns
    ) + sum(not SMALL_WORDS.isdisjoint(words) for words in lists)


def written(expression: ast.expr) -> Iterator[str]:
    """What is written out of a text, in one piece or around what is put into it."""
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        yield expression.value
    elif isinstance(expression, ast.JoinedStr):
        for value in expression.values:
            yield from written(value)


def is_words(node: ast.Set) -> bool:
    """Whether a set has two or more members, and all are words."""
    values = [each.value for each in node.elts if isinstance(each, ast.Constant)]
    words = [value for value in values if isinstance(value, str) and WORD.fullmatch(value)]
    return len(words) == len(node.elts) >= 2
