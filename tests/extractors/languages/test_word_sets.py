"""Words of a language stand in its lexicons, not in Python."""

import ast
import re
from pathlib import Path

import extractors

ROOT = Path(extractors.__file__).parent
WORD = re.compile(r"[a-z]+(?:[ '-][a-z]+)*\.?")
LAYERS_OF_CODE = ("syntax/", "languages/")
"""The parser's labels are lower-case words too, and a language's own folder may hold its words."""

STILL_IN_PYTHON = {
    "attribution/cues/contents.py": 3,
    "attribution/cues/cue_lexicon.py": 1,
    "attribution/cues/nouns.py": 3,
    "attribution/cues/unmarked.py": 1,
    "attribution/cues/verbs.py": 3,
    "attribution/speakers/speaker_mentions.py": 2,
    "attribution/speakers/proper_names.py": 1,
    "constructions/harm_lexicon.py": 2,
    "drafts.py": 2,
    "events/when/timex.py": 3,
    "events/when/timex_values.py": 6,
    "events/when/timex_words.py": 2,
    "events/where/place_cues.py": 2,
    "quantities/numbers.py": 1,
    "quantities/units.py": 1,
    "quantities/values.py": 1,
    "tally/relations.py": 2,
    "tally/sums.py": 1,
    "victims/attributes.py": 3,
    "victims/group_mentions.py": 3,
    "victims/group_phrases.py": 1,
    "victims/name_runs.py": 1,
    "victims/pointers.py": 4,
    "victims/scenes.py": 1,
    "victims/spelling.py": 1,
    "victims/ties.py": 1,
    "victims/victim_groups.py": 1,
}
"""Files that have yet to move their words; the numbers only get smaller."""


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


def test_no_set_of_words_is_added() -> None:
    added = {name: n for name, n in counts().items() if n > STILL_IN_PYTHON.get(name, 0)}
    assert added == {}, "put the words into extractors/languages/en/lexicons/contexts.yml"
