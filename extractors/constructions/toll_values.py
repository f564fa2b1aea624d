"""Numbers as the value of a noun of counting: what links them, and which harm is counted."""

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.construction import Construction
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.harm_lexicon import harm_words
from extractors.languages.context_words import words_of
from extractors.languages.noun_words import thing_words
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from extractors.syntax.word_classes import has_class, is_adjective
from schemas import Harm, Modifier

if TYPE_CHECKING:
    from spacy.tokens import Token

_BOUNDING = {"exceeding-before": Modifier.MORE_THAN, "nearing-before": Modifier.NEARLY}
"""Patterns of verbs that bound the number behind them."""
_COUNTED = {
    "counts-casualties": Harm.CASUALTIES,
    "counts-wounded": Harm.WOUNDED,
    "counts-detained": Harm.DETAINED,
    "counts-missing": Harm.MISSING,
}
"""Patterns of what a noun of counting counts besides the dead."""


def is_linked(between: str) -> bool:
    """Whether the words between a noun of counting and a number can make that its value."""
    return pattern("toll-verb-before").match(between) is not None


def is_exceeded(between: str) -> bool:
    """Whether the words up to the figures of a number say that a toll exceeds it: "rose above"."""
    return is_linked(between) and pattern("exceeding-before").search(between) is not None


def is_value(between: str) -> bool:
    """Whether the words between a noun of counting and a number make that its value."""
    return is_linked(between) and pattern("including-stem").search(between) is None


def counts_things(sentence: SentenceView, number: Number) -> bool:
    """Whether a noun of things follows a number: "a toll of 50 pesos", "hit two busy junctions"."""
    behind = (token for token in sentence.tree if token.idx >= number.end)
    noun = next((token for token in behind if not is_adjective(token)), None)
    named = thing_words().get(noun.lower_) if noun is not None else None
    if noun is None or noun.lower_ in words_of("day-adverb") or (named and named.tells_time):
        return False  # "rose to 45 yesterday", "stood at 45 last night"
    return has_class(noun, {"NOUN", "PROPN", "SYM"}) and not is_people(noun)


def with_verb(between: str, number: Number) -> Number:
    """The number as its verb bounds it: "exceeded 300" is more than 300."""
    for name, modifier in _BOUNDING.items():
        if number.modifier is Modifier.EXACT and pattern(name).search(between):
            return replace(number, modifier=modifier)
    return number


def root_of_words(sentence: SentenceView, start: int, end: int) -> "Token":
    """The word that governs the words from `start` to `end`."""
    words = sentence.tree.char_span(start, end, alignment_mode="expand")
    return words.root if words is not None else sentence.tree[0]


def count_in_words(
    sentence: SentenceView, number: Number, start: int, end: int, construction: Construction
) -> Casualty:
    """The count whose harm the words from `start` to `end` name: "the dead", "the toll"."""
    harm = harm_of(sentence.folded[start:end].casefold())
    token = root_of_words(sentence, start, end)
    return Casualty(harm, number, None, token, construction, construction.id)


@per_language
def toll_words() -> dict[str, Harm]:
    """The phrases of tolls with the harm that each counts."""
    entries = [entry for entry in harm_words() if entry.frame == "toll"]
    return {word: entry.harm for entry in entries for word in entry.words}


def harm_of(words: str) -> Harm:
    """The harm that the words of a toll count."""
    spaced = " ".join(pattern("definite-article-before").sub("", words).split())
    if spaced in toll_words():
        return toll_words()[spaced]
    counted = (harm for name, harm in _COUNTED.items() if pattern(name).search(spaced))
    return next(counted, Harm.KILLED)
