"""Who made what is cited: "figures compiled by the clinic"."""

from typing import TYPE_CHECKING

from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import is_reduced_clause, is_relative_clause
from extractors.syntax.forms import is_past_participle
from extractors.syntax.noun_phrases import Range, noun_phrase, subject_start
from extractors.syntax.speech import agent_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def with_maker(noun: "Token") -> Range:
    """A noun phrase with who made what it names: "figures compiled by the clinic".

    A pronoun has the clause that tells who they are: "those who fled".
    """
    start, end = noun_phrase(noun)
    if noun.lower_ in speech_words("stands-for-nobody"):
        clause = next((c for c in noun.rights if is_relative_clause(c)), None)
        if clause is not None and clause.left_edge.i == end:
            return start, clause.right_edge.i + 1
    maker = maker_of(noun)
    return subject_start(noun, start), noun_phrase(maker)[1] if maker is not None else end


def maker_of(noun: "Token") -> "Token | None":
    """Who made what a noun names: "a toll published by the clinic"."""
    made = next(
        (c for c in noun.rights if is_reduced_clause(c) and c.lemma_ in speech_words("makes")), None
    )
    is_beside = made is not None and made.i == noun_phrase(noun)[1]
    return agent_of(made) if made is not None and is_beside else None


def tells_maker(token: "Token") -> bool:
    """Whether a participle leads to who made something: "a tally kept by the clinic"."""
    is_last = token.i + 1 == len(token.doc)
    return (
        token.lemma_ in speech_words("makes")
        and is_past_participle(token)
        and not is_last
        and token.nbor().lower_ in words_of("by-whom")
    )
