"""Claims called something in their dismissal: "dismissed as propaganda claims that two died".

The parse takes "claims" for a verb there, and what they are called for its subject.
"""

from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import Polarity
from extractors.attribution.cues.verb_entries import cue_of
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.noun_phrases import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_NAME = 3
"""Words between "as" and the claims: "as mere enemy propaganda"."""


def dismissal_of(noun: "Token") -> "Token | None":
    """The verb that dismisses some claims as something.

    Args:
        noun: The word for the claims.

    Returns:
        The verb, or none where the word does not follow "dismissed as …".
    """
    if noun.lemma_.lower() not in speech_words("figure-taken-up"):
        return None
    doc = noun.doc
    for place in range(noun.i - 2, max(0, noun.i - 2 - _LONGEST_NAME), -1):
        if doc[place].lower_ in words_of("as-marker"):
            entry = cue_of(doc[place - 1])
            denies = entry is not None and entry.polarity is Polarity.DENIES
            return doc[place - 1] if denies else None
        if doc[place].is_punct:
            return None
    return None


def find_dismissed(verb: "Token") -> Range | None:
    """Find what is dismissed as something: "that two died".

    Args:
        verb: The verb that dismisses.

    Returns:
        The claims with what they tell, or none.
    """
    for noun in verb.doc[verb.i + 2 : verb.i + 4 + _LONGEST_NAME]:
        if dismissal_of(noun) == verb:
            end = max(part.i for part in noun.subtree) + 1
            while end > noun.i + 1 and verb.doc[end - 1].is_punct:
                end -= 1
            return (noun.i, end) if end > noun.i + 1 else None
    return None
