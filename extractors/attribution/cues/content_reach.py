"""How far a content goes on behind its clause: through a list, its parts, a second figure."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import Cue
from extractors.attribution.cues.verb_entries import cue_of
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import (
    is_adverbial_clause,
    is_content_clause,
    is_open_complement,
)
from extractors.syntax.coordination import is_conjunction
from extractors.syntax.forms import (
    is_past_participle,
)
from extractors.syntax.word_classes import (
    is_numeral,
    is_verbal,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def through_list(verb: "Token", end: int) -> int:
    """Go on to the end of a list where nobody else speaks: "says two died; six are hurt".

    So it does over commas where the parse makes the last of the clauses told the main one: "said
    that two died, six were hurt and a hut burnt down"; and to the parts of a count: "spoke of 40
    dead, many of them children".
    """
    doc = verb.doc
    if end >= len(doc) or any(cue_of(token) for token in doc[end:]):
        return end
    if _tells_further(doc, end):
        return end + 3
    clause = verb
    while (is_adverbial_clause(clause) or is_open_complement(clause)) and clause.head != clause:
        clause = clause.head
    last = clause.head
    listed = (
        is_content_clause(clause) and last.i > end and any(is_conjunction(c) for c in last.rights)
    )
    listed = listed or bool(pattern("details-clause").match(doc[end + 1 :].text))
    return len(doc) if doc[end].text == ";" or (doc[end].text == "," and listed) else end


def _tells_further(doc: "Doc", end: int) -> bool:
    """Whether a bare figure follows, which the parse makes a clause: "78 dead | and 73 wounded"."""
    if end + 2 >= len(doc):
        return False
    joint, number, harmed = doc[end : end + 3]
    is_counted = is_numeral(number) and harmed.lower_ in speech_words("harmed")
    return is_conjunction(joint) and is_counted


def through_next_figure(verb: "Token", entry: Cue, end: int) -> int:
    """Where a second figure ends: "put the toll at six | and the number of hurt at 28"."""
    doc = verb.doc
    joins = any(map(is_conjunction, doc[max(end - 1, 0) : end + 1]))
    if entry.particle is None or not joins:
        return end
    for token in doc[end:]:
        if is_verbal(token) and not is_past_participle(token):
            return end
        if is_numeral(token) and token.nbor(-1).lower_ == entry.particle:
            return int(token.i) + 1
    return end


def through_details(doc: "Doc", end: int) -> int:
    """Where a count ends with its parts: "a toll of 36 dead, among them 15 children"."""
    start = end + 1 if end < len(doc) and doc[end].text == "," else end
    if start >= len(doc) or not pattern("details-clause").match(doc[start:].text):
        return end
    taken_over = next((token.i for token in doc[start:] if cue_of(token)), len(doc))
    return taken_over if taken_over == len(doc) else end
