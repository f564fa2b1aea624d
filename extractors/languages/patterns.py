"""What a language says in more than single words: the patterns of its lexicons."""

from collections.abc import Mapping

import regex

from extractors.languages.date_words import calendar_names
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import active_pack, per_language
from extractors.languages.title_words import title_names

LEXICONS = ("patterns", "date_patterns")
_NEVER = "(?!)"
_REFERENCE = regex.compile(r"\{([a-z][a-z-]+)\}")


class Pattern(LexiconEntry):
    """A turn of function words that a rule looks for in a text.

    Attributes:
        pattern: The regular expression, in the dialect of the package `regex`; the id of another
            pattern in braces stands for that pattern.
        example: A piece of text in which it is found.
    """

    pattern: str


@per_language
def pattern(name: str) -> "regex.Pattern[str]":
    """A pattern of the language that is being read.

    Args:
        name: Its id in the lexicon.

    Returns:
        The compiled pattern; one that is never found where an incomplete pack has none.

    Raises:
        KeyError: A complete pack has no pattern of that name.
    """
    return compile_pattern(name)


def compile_pattern(name: str, **words: str) -> "regex.Pattern[str]":
    """A pattern with words of other lexicons in it, for whoever keeps it for the language.

    Args:
        name: Its id in the lexicon.
        words: By the name that stands for them in braces, alternatives of a regular expression.
    """
    return regex.compile(pattern_text(name, words))


def pattern_text(name: str, words: Mapping[str, str]) -> str:
    """A pattern as it is written, with the words and patterns that it refers to.

    Args:
        name: Its id in the lexicon.
        words: By the name that stands for them in braces, alternatives of a regular expression.

    Raises:
        KeyError: A complete pack has no pattern of that name.
    """
    if name not in patterns() and not active_pack().is_complete:
        return _NEVER
    return written_out(patterns()[name].pattern, words)


def written_out(expression: str, words: Mapping[str, str] | None = None) -> str:
    """A regular expression with the words and patterns that it refers to.

    Args:
        expression: As a lexicon has it; names of the calendar (`{weekday}`) and titles
            (`{short-title}`) stand for themselves.
        words: By the name that stands for them in braces, alternatives of a regular expression.
    """
    known = {**calendar_names(), **title_names(), **(words or {})}

    def meaning(match: regex.Match[str]) -> str:
        return known[match[1]] if match[1] in known else pattern_text(match[1], words or {})

    return _REFERENCE.sub(meaning, expression)


@per_language
def patterns() -> dict[str, Pattern]:
    """The patterns of the language that is being read, by their ids.

    Raises:
        ValueError: Two lexicons have a pattern of one id.
    """
    entries = [entry for name in LEXICONS for entry in load_lexicon(name, Pattern)]
    found = {entry.id: entry for entry in entries}
    if len(found) < len(entries):
        raise ValueError(f"two patterns of {' and '.join(LEXICONS)} have one id")
    return found
