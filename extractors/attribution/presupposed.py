"""What a denial takes for granted: "denied that its raid, in which 12 died, was unlawful"."""

from typing import TYPE_CHECKING

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.cues.cue_lexicon import Polarity, cue_index
from extractors.attribution.relation import Relation
from extractors.languages.context_words import words_of
from extractors.syntax.clauses import is_relative_clause

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_presupposed(analysis: AttributionAnalysis, relation: Relation, start: int, end: int) -> bool:
    """Whether a figure is told of something that a denial is about, and is not denied itself.

    A relative clause that a comma sets off, or that tells of something known ("the raid in which
    12 died"), stands outside a negation (Karttunen 1973 on presupposition; Potts 2005 on
    appositive clauses). One about a claim tells what it claims: "denied the report, which says
    that 12 died".

    Args:
        analysis: The document.
        relation: Who denies.
        start: Where the figure starts.
        end: Where it ends.
    """
    sentence = analysis.parsed.sentence_at(start)
    if relation.polarity is not Polarity.DENIES or relation.cue is None or sentence is None:
        return False
    if not sentence.start <= relation.cue.start < sentence.end:
        return False
    tree = analysis.parsed.tree(sentence.index)
    figure = tree.char_span(start - sentence.start, end - sentence.start, alignment_mode="expand")
    cue = relation.cue.start - sentence.start
    return figure is not None and any(
        is_relative_clause(clause)
        and not any(word.idx == cue for word in clause.subtree)
        and _is_of_something_known(clause)
        for clause in figure.root.ancestors
    )


def _is_of_something_known(clause: "Token") -> bool:
    """Whether a relative clause is set off, or its noun is definite, and no claim."""
    noun = clause.head
    if noun.lemma_.lower() in cue_index().nouns:
        return False
    first = clause.left_edge.i
    is_set_off = first > 0 and clause.doc[first - 1].text == ","
    return is_set_off or any(word.lower_ in words_of("definite") for word in noun.lefts)
