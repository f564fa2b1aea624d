"""Words that say nobody."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from extractors.constructions.counted_phrases import is_people
from extractors.document.text import time_limit
from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.quantities.number_lexicon import zero_words
from extractors.quantities.numbers import Number
from extractors.syntax.forms import is_plural_noun
from extractors.syntax.negation import negator_of
from extractors.syntax.phrases import is_determiner, leads_its_noun
from extractors.syntax.roles import agents_of, is_object
from schemas import Basis, Modifier

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_zeros(folded: str) -> Iterator[Number]:
    """Find the words that can say nobody: "no", "not a single", "none", "any" under a denial."""
    for match in _pattern().finditer(folded, timeout=time_limit(folded)):
        start, end = match.span()
        yield Number(start, end, start, end, 0, None, Modifier.EXACT, Basis.ZERO)


def tells_of_nobody(folded: str) -> bool:
    """Whether a sentence has a word that can say nobody."""
    return next(find_zeros(folded), None) is not None


def zero_of(
    head: "Token",
    zeros: tuple[Number, ...],
    folded: str,
    *,
    denied: bool,
    counts: bool = False,
) -> Number | None:
    """Find the word that says that nobody of a noun phrase was harmed.

    Args:
        head: Head of the phrase.
        zeros: What `find_zeros` gave for the sentence.
        folded: The sentence.
        denied: Whether the harm word is negated or denied, so that "any" means nobody.
        counts: Whether the noun counts victims itself, so that "without" means none of them.
    """
    for zero in zeros:
        kind = zero_words()[" ".join(folded[zero.start : zero.end].casefold().split())].kind
        if (kind == "under_denial" and not denied) or (kind == "preposition" and not counts):
            continue
        if zero.start <= head.idx < zero.end or _determines(zero, head):
            return zero
    return None


def bare_zero(noun: "Token") -> Number | None:
    """Find nobody told by a negated verb alone: "did not inflict casualties".

    Args:
        noun: A noun that counts victims.

    Returns:
        Zero, on the words from the negation to the noun; null where nothing is negated.
    """
    verb = noun.head
    if not is_object(noun) or verb.lemma_.lower() not in words_of("brings-about"):
        return None
    negator = negator_of(verb)
    if negator is None or negator.i > noun.i or any(map(is_determiner, noun.lefts)):
        return None
    start, end = negator.idx, noun.idx + len(noun)
    return Number(start, end, start, end, 0, None, Modifier.EXACT, Basis.ZERO)


def denied_kind(noun: "Token", harm: "Token") -> Number | None:
    """Find nobody told by a denial that some of a kind were harmed.

    "Denied that civilians were killed" says that none were; "denied that guards killed civilians"
    and "were killed by guards" only deny who did it.

    Args:
        noun: The noun of those harmed.
        harm: The harm word.

    Returns:
        Zero, on the words from the noun to the harm word; null for some in particular.
    """
    is_kind = is_plural_noun(noun) and not any(map(leads_its_noun, noun.lefts))
    is_told_of = noun.i < harm.i and not agents_of(harm)
    is_told_of &= any(each.lemma_.lower() in words_of("denial") for each in harm.ancestors)
    if not (is_kind and is_told_of and is_people(noun)):
        return None
    start, end = noun.idx, harm.idx + len(harm)
    return Number(start, end, start, end, 0, None, Modifier.EXACT, Basis.ZERO)


def _determines(zero: Number, head: "Token") -> bool:
    """Whether only words of the head's phrase stand between the zero word and the head."""
    if zero.end > head.idx:
        return False
    between = [t for t in head.doc if zero.end <= t.idx < head.idx]
    return len(between) <= 6 and all(head in t.ancestors for t in between)


@per_language
def _pattern() -> regex.Pattern[str]:
    words = sorted(zero_words(), key=len, reverse=True)
    joined = "|".join(r"\s+".join(map(regex.escape, word.split())) for word in words)
    return regex.compile(rf"(?i)(?<![\w-])(?:{joined})(?![\w-])")
