"""Many words in one pattern, for the scans that every text gets."""

import re
from collections.abc import Iterable, Mapping

import regex

_Letters = dict[str, "_Letters"]


def lower(text: str) -> str:
    """Write a text in lower case, keeping every offset."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def any_of(words: Iterable[str]) -> str:
    """A pattern of some words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word, special_only=True) for word in longest_first)


def one_of(phrases: Iterable[str]) -> str:
    """Write a pattern of whole words as a tree of their letters: no scan visits one twice.

    Args:
        phrases: Words or phrases; a blank stands for any blanks.
    """
    tree: _Letters = {}
    for phrase in phrases:
        node = tree
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    return rf"(?<![^\W_]){_branch(tree)}(?![^\W_])"


def _branch(node: Mapping[str, _Letters]) -> str:
    branches = [_letter(each) + _branch(rest) for each, rest in node.items() if each]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else "|".join(branches)
    return f"(?:{joined})?" if "" in node else f"(?:{joined})"


def _letter(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)
