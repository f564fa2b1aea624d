"""Verbs whose object feels: "the raid angered the elders", "they were angered by the raid"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import Cue, cue_index
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.cues.verb_entries import is_mute
from extractors.attribution.cues.verb_sources import can_be_people
from extractors.languages.context_words import words_of
from extractors.syntax.forms import has_verb_form
from extractors.syntax.noun_phrases import Range, coordinated, noun_phrase, offsets
from extractors.syntax.phrases import is_preposition
from extractors.syntax.roles import is_agent_marker
from extractors.syntax.speech import is_expletive, is_passive_form, object_of, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_experiencer_frames(tree: "Doc", offset: int) -> Iterator[CueFrame]:
    """Find who feels what, by verbs whose subject is what is felt about.

    Args:
        tree: The sentence's parse.
        offset: Where the sentence starts in the document.

    Yields:
        A frame a verb that has both.
    """
    for verb in tree:
        entry = cue_index().experiencers.get(verb.lemma_)
        if entry is None or not has_verb_form(verb):
            continue
        bearer, content = _passive(verb, entry) if is_passive_form(verb) else _active(verb)
        if bearer is None or content is None or is_mute(bearer) or not can_be_people(bearer):
            continue
        yield CueFrame(
            cue=(offset + verb.idx, offset + verb.idx + len(verb)),
            entry=entry,
            sources=tuple(offsets(tree, noun_phrase(each), offset) for each in coordinated(bearer)),
            contents=(offsets(tree, content, offset),),
            polarity=entry.polarity,
            force=entry.force,
            hedge=entry.hedge,
            takes_quote=False,
        )


def _active(verb: "Token") -> "tuple[Token | None, Range | None]":
    subject = own_subject(verb)
    if subject is None or is_expletive(subject) or subject.lower_ in words_of("expletive-pronoun"):
        return None, None
    return object_of(verb), (subject.left_edge.i, subject.right_edge.i + 1)


def _passive(verb: "Token", entry: Cue) -> "tuple[Token | None, Range | None]":
    felt = (each for each in verb.rights if _leads(each) and each.lower_ in entry.on)
    about = next((each for each in felt if any(each.rights)), None)
    content = None if about is None else (about.i + 1, about.right_edge.i + 1)
    return own_subject(verb), content


def _leads(token: "Token") -> bool:
    """Whether a preposition can lead to what is felt about: "by the raid", "with the truce"."""
    return is_preposition(token) or is_agent_marker(token)
