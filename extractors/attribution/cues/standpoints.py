"""Whose view a sentence tells: "To the miners, the truce is a gift"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import cue_index
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.cues.set_off import trimmed
from extractors.attribution.cues.verb_entries import is_mute
from extractors.attribution.cues.verb_sources import can_be_people
from extractors.languages.context_words import words_of
from extractors.syntax.noun_phrases import coordinated, noun_phrase, offsets
from extractors.syntax.phrases import complements_of, is_preposition
from extractors.syntax.speech import own_subject
from extractors.syntax.word_classes import is_pronoun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NO_PEOPLE = {"DATE", "TIME", "EVENT", "GPE", "LOC", "FAC", "WORK_OF_ART", "LAW"}


def find_standpoint_frames(tree: "Doc", offset: int) -> Iterator[CueFrame]:
    """Find the standpoint that opens a sentence, before a comma and a clause with "is".

    Args:
        tree: The sentence's parse.
        offset: Where the sentence starts in the document.

    Yields:
        At most one frame.
    """
    first = tree[0]
    entry = cue_index().standpoints.get(first.lower_)
    if entry is None or not is_preposition(first) or not _is_of_view(first.head):
        return
    bearer = next(iter(complements_of(first)), None)
    comma = first.right_edge.i + 1
    if bearer is None or tree[comma].text != "," or not _can_hold_view(bearer):
        return
    content = trimmed(tree, comma + 1, first.head.right_edge.i + 1)
    if content is None:
        return
    yield CueFrame(
        cue=offsets(tree, (0, 1), offset),
        entry=entry,
        sources=tuple(offsets(tree, noun_phrase(each), offset) for each in coordinated(bearer)),
        contents=(offsets(tree, content, offset),),
        force=entry.force,
        takes_quote=False,
    )


def _is_of_view(verb: "Token") -> bool:
    """Whether a clause says what something is: "is a gift", not "was killed"."""
    return verb.lemma_ in words_of("copula") and own_subject(verb) is not None


def _can_hold_view(noun: "Token") -> bool:
    """Whether a phrase names people: not "for years", "for this", "for the town", "for example"."""
    is_thing = is_mute(noun) or is_pronoun(noun) or noun.ent_type_ in _NO_PEOPLE
    return not is_thing and can_be_people(noun)
