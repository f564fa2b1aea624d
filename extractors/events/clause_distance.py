"""How closely words of a sentence belong to a count in it."""

from itertools import pairwise
from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import cue_index
from extractors.languages.context_words import words_of
from extractors.syntax.clauses import governing_verb, has_content_clause, is_said, modifies_noun
from extractors.syntax.roles import auxiliaries_of
from extractors.syntax.word_classes import is_noun, is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SAME_CLAUSE = 0
OTHER_CLAUSE = 4
SAYING = 9
"""From closest to farthest; what lies between counts the clauses in between."""


def distance(tree: "Doc", start: int, end: int, count_start: int, count_end: int) -> int:
    """Tell how far words are from a count, in clauses.

    Args:
        tree: The sentence's parse.
        start: Where the words begin in the sentence.
        end: Where they end.
        count_start: Where the count begins.
        count_end: Where it ends.

    Returns:
        `SAME_CLAUSE` to `OTHER_CLAUSE`, or `SAYING` where the words belong to who said it, or to
        when or where it was said.
    """
    words, count = _token(tree, start, end), _token(tree, count_start, count_end)
    if words is None or count is None:
        return OTHER_CLAUSE
    verbs = _verbs_above(count)
    reported = [verb for verb in verbs if not _says(verb) or verb is verbs[0]]
    if _belongs_to_saying(words, count):
        return SAYING
    own = _verbs_above(words)
    if not own or not verbs:
        return SAME_CLAUSE
    if own[0] in reported:
        return min(reported.index(own[0]), OTHER_CLAUSE - 1)
    shared = [index for index, verb in enumerate(own) if verb == verbs[0]]
    return min(shared[0], OTHER_CLAUSE - 1) if shared else OTHER_CLAUSE


def is_past_perfect(tree: "Doc", start: int, end: int) -> bool:
    """Whether words belong to a verb in the past perfect: "had fled on Friday"."""
    words = _token(tree, start, end)
    verb = governing_verb(words) if words is not None else None
    return verb is not None and any(
        has.lower_ in words_of("past-perfect-auxiliary") for has in auxiliaries_of(verb)
    )


def detours(tree: "Doc", start: int, end: int) -> int:
    """Count the nouns between words and the verb that they hang on.

    "In Lagos two men died" has none, "after the summit in Accra two men died" has one.
    """
    words = _token(tree, start, end)
    if words is None:
        return 0
    nouns = 0
    for each in words.ancestors:
        if is_verbal(each):
            break
        nouns += is_noun(each)
    return nouns


def hangs_on(tree: "Doc", inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    """Whether words hang on others: "nine guards" on "to avenge", through "the deaths of".

    Args:
        tree: The sentence's parse.
        inner: Where the words begin and end in the sentence.
        outer: Where the others do.
    """
    words = _token(tree, *inner)
    return words is not None and any(outer[0] <= each.idx < outer[1] for each in words.ancestors)


def is_clause_of(tree: "Doc", inner: tuple[int, int], opener: tuple[int, int]) -> bool:
    """Whether words stand in the clause that another word opens: "after they shot nine men".

    Args:
        tree: The sentence's parse.
        inner: Where the words begin and end in the sentence.
        opener: Where the other word does.
    """
    words, word = _token(tree, *inner), _token(tree, *opener)
    return words is not None and word is not None and word.head in words.ancestors


def _token(tree: "Doc", start: int, end: int) -> "Token | None":
    span = tree.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _verbs_above(token: "Token") -> list["Token"]:
    """The verbs that govern a token, the nearest first; its own clause comes first."""
    chain = [token, *token.ancestors]
    return [each for each in chain if is_verbal(each)]


def _says(verb: "Token") -> bool:
    """Whether a verb governs what somebody says."""
    if verb.lemma_ not in cue_index().verbs:
        return False
    return has_content_clause(verb)


def _belongs_to_saying(words: "Token", count: "Token") -> bool:
    """Whether the words hang on a verb of saying, or on its subject, and the count does not."""
    path = [words, *words.ancestors]
    above_count = {count, *count.ancestors}
    for below, verb in pairwise(path):
        if verb.lower_ in words_of("source-introducer"):
            return True
        if is_verbal(below) and below not in above_count and not _tells_of_cue(below):
            return False
        if is_verbal(verb) and not _tells_of_cue(verb):
            if _says(verb):
                return below not in above_count and not is_said(below)
            if verb not in above_count:
                return False
    return False


def _tells_of_cue(verb: "Token") -> bool:
    """Whether a clause says more of a statement or the like: "in a statement read on Saturday"."""
    return modifies_noun(verb) and verb.head.lemma_ in cue_index().nouns
