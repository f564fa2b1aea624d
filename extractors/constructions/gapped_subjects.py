"""Who acts in a clause whose verb is left out: "the army lost 12 men and the rebels 30"."""

from typing import TYPE_CHECKING

from extractors.constructions.agents import can_act
from extractors.constructions.casualties import SentenceView
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from extractors.syntax.forms import is_plural_noun
from extractors.syntax.phrases import leads_its_noun
from extractors.syntax.roles import active_subjects_of
from extractors.syntax.word_classes import is_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORTEST = 4
"""Words from a verb to the number of the second clause: "lost 12 and rebels 30"."""


def gapped_subject(sentence: SentenceView, number: Number, verb: "Token") -> "Token | None":
    """Find who stands right before a number in the place of the subject of a verb before.

    Args:
        sentence: The sentence.
        number: The number that closes the clause.
        verb: The verb that is left out.
    """
    if not pattern("clause-ends-after-count").match(sentence.folded[number.end :]):
        return None
    at = next((token for token in sentence.tree if token.idx >= number.start), None)
    if at is None or at.i < verb.i + _SHORTEST or not active_subjects_of(verb):
        return None
    noun = at.nbor(-1)
    if not is_noun(noun) or not can_act(noun):
        return None
    first = noun.i
    while first > verb.i and leads_its_noun(sentence.tree[first - 1]):
        if sentence.tree[first - 1].lower_ in words_of("gapping-joint"):
            break
        first -= 1
    opener, joint = sentence.tree[first], sentence.tree[first - 1]
    opens = opener.lower_ in words_of("definite") or opener.is_title or is_plural_noun(noun)
    return noun if opens and joint.lower_ in words_of("gapping-joint") else None
