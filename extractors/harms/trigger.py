"""The cheap test before a parse: which sentences can hold a count of people harmed.

A sentence that fails it has no word of harm, or only one that the rules refuse without a number
or a companion ("lost" without soldiers, "lives" that nothing claims), so nothing is lost.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from extractors.harms.contexts import words_of
from extractors.harms.lexicon import HarmWord, harm_forms, inflect, people_words
from extractors.harms.tolls import TOLL_NOUNS, has_toll
from extractors.quantities.lexicon import number_words, vague_words, zero_words

FIGURE_REACH = 80
"""Characters within which a figure of speech needs its number: "held the two men"."""

Condition = Callable[["_Text", int], bool]
_WORD = re.compile(r"[^\W_]+")


class _Text:
    """A text in lower case with its words, read when first asked for."""

    def __init__(self, lowered: str) -> None:
        self.lowered = lowered
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        if self._words is None:
            self._words = frozenset(_WORD.findall(self.lowered))
        return self._words


def find_triggers(text: str) -> list[int]:
    """Find where words of harm and of tolls begin.

    Args:
        text: Any text.

    Returns:
        Offsets, in order; a text without any cannot hold a claim.
    """
    return [match.start() for match in _scanner().finditer(lower(text))]


def may_hold_harm(sentence: str) -> bool:
    """Whether a sentence can hold a count of people harmed.

    Args:
        sentence: The sentence, folded or as it is.
    """
    text = _Text(lower(sentence))
    for match in _scanner().finditer(text.lowered):
        conditions = _conditions()[match.group()]
        if any(all(each(text, match.start()) for each in every) for every in conditions):
            return True
    return False


def lower(text: str) -> str:
    """Write a text in lower case, keeping every offset."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def is_near_count(lowered: str, at: int) -> bool:
    """Whether a number, a vague count or a word for nobody stands near a place.

    Args:
        lowered: A sentence in lower case.
        at: Where the harm word begins.
    """
    near = lowered[max(0, at - FIGURE_REACH) : at + FIGURE_REACH]
    return any(each.isdigit() for each in near) or not _counting().isdisjoint(_WORD.findall(near))


@cache
def _scanner() -> re.Pattern[str]:
    """All forms in one pattern, as a tree of their letters: the scan visits no form twice."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for form in _conditions():
        node = tree
        for letter in form:
            node = node.setdefault(letter, {})
        node[""] = {}
    return re.compile(rf"(?<![^\W_]){_branch(tree)}(?![^\W_])")


def _branch(node: Mapping[str, Mapping]) -> str:  # type: ignore[type-arg]
    branches = [re.escape(letter) + _branch(rest) for letter, rest in node.items() if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else "|".join(branches)
    return f"(?:{joined})?" if "" in node else f"(?:{joined})"


@cache
def _conditions() -> dict[str, tuple[tuple[Condition, ...], ...]]:
    """For every form of a harm word, what else a sentence must have: one of the groups, whole."""
    conditions: dict[str, tuple[tuple[Condition, ...], ...]] = dict.fromkeys(
        TOLL_NOUNS, ((_tells_toll,),)
    )
    for form, readings in harm_forms().items():
        found = tuple(
            _needs(form, entry, rest) for entry, rest in readings if entry.frame != "toll"
        )
        conditions[form] = conditions.get(form, ()) + found
    return {form: groups for form, groups in conditions.items() if groups}


def _needs(form: str, entry: HarmWord, rest: tuple[str, ...]) -> tuple[Condition, ...]:
    needs: list[Condition] = [_has_any(_any_form(word)) for word in rest]
    for noun, kind in (("life", "takes-lives"), ("body", "shows-bodies")):
        if not rest and form in inflect(noun, verb=False):
            needs.append(_has_any(frozenset().union(*map(_any_form, words_of(kind)))))
    if entry.figurative:
        needs.append(_is_literal)
    if entry.only:
        needs.append(_has_any(_nouns(entry.only)))
    return tuple(needs)


def _tells_toll(text: _Text, _: int) -> bool:
    return has_toll(text.lowered)


def may_be_literal(sentence: str, at: int) -> bool:
    """Whether a word that is often a figure of speech can tell a harm.

    Args:
        sentence: The sentence.
        at: Where the word begins.
    """
    return _is_literal(_Text(lower(sentence)), at)


def _is_literal(text: _Text, at: int) -> bool:
    """A figure of speech counts only near a number, or with fighters or prisoners."""
    if is_near_count(text.lowered, at):
        return True
    return not text.words.isdisjoint(_nouns(("fighters", "prisoners")))


def _has_any(needed: frozenset[str]) -> Condition:
    return lambda text, _: not text.words.isdisjoint(needed)


@cache
def _counting() -> frozenset[str]:
    """First and last words of number words, vague counts and words for nobody."""
    phrases = [_WORD.findall(p) for p in (*number_words(), *vague_words(), *zero_words())]
    return frozenset(_ends(phrases))


def _ends(phrases: Iterable[list[str]]) -> Iterable[str]:
    for words in phrases:
        yield words[0]
        yield words[-1]


@cache
def _nouns(entries: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word, entry in people_words().items() if entry.id in entries)


@cache
def _any_form(word: str) -> frozenset[str]:
    return frozenset(inflect(word, verb=True)) | frozenset(inflect(word, verb=False))
