"""Who acts in a clause whose verb is left out: "the army lost 12 men and the rebels 30"."""

from typing import TYPE_CHECKING

from extractors.constructions.agents import can_act
from extractors.constructions.casualties import SentenceView
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from extractors.syntax.clauses import is_past_reduced_clause
from extractors.syntax.forms import is_plural_noun
from extractors.syntax.phrases import start_behind_joint
from extractors.syntax.roles import active_subjects_of, is_object
from extractors.syntax.word_classes import is_noun, is_proper_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORTEST = 4
"""Words from a verb to the number of the second clause: "lost 12 and rebels 30".

A participle is one nearer: "reported 12 killed and rebels 30".
"""


def gapped_subject(sentence: SentenceView, number: Number, verb: "Token") -> "Token | None":
    """Find who stands right before a number in the place of the subject of a verb before.

    Args:
        sentence: The sentence.
        number: The number that closes the clause.
        verb: The verb that is left out.
    """
    if not pattern("gap-ends-after-count").match(sentence.folded[number.end :]):
        return None
    at = next((token for token in sentence.tree if token.idx >= number.start), None)
    told = teller_of(verb) is not None
    if at is None or at.i < verb.i + _SHORTEST - told or not (told or active_subjects_of(verb)):
        return None
    noun = at.nbor(-1)
    if not is_noun(noun) or not (can_act(noun) or (told and is_proper_noun(noun))):
        return None
    first = start_behind_joint(noun, verb)
    if first is None:
        return None
    opener = sentence.tree[first]
    opens = opener.lower_ in words_of("definite") or opener.is_title or is_plural_noun(noun)
    return noun if opens else None


def teller_of(participle: "Token") -> "Token | None":
    """The verb whose subject counts those whom a participle tells of: "reported 12 men killed"."""
    noun = participle.head
    is_told = is_past_reduced_clause(participle) and is_object(noun)
    return noun.head if is_told and active_subjects_of(noun.head) else None
