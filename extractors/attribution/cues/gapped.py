"""Speakers whose verb is left out: "Omland reported 71 soldiers killed and Perund 105"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.cues.verb_entries import cue_of
from extractors.attribution.speakers.speaker_roles import head_match
from extractors.languages.patterns import pattern
from extractors.syntax.noun_phrases import Range, offsets
from extractors.syntax.phrases import start_behind_joint
from extractors.syntax.speech import is_passive_form, object_of, own_subject
from extractors.syntax.word_classes import is_common_noun, is_numeral, is_proper_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_gapped_frames(tree: "Doc", offset: int) -> Iterator[CueFrame]:
    """Find who gives a number of his own in a clause without a verb.

    Args:
        tree: The sentence's parse.
        offset: Where the sentence starts in the document.

    Yields:
        The cue before once more, with the second speaker and the number alone for content.
    """
    for verb in tree:
        entry = cue_of(verb)
        told = object_of(verb) if entry is not None and "object" in entry.tells else None
        if entry is None or told is None or is_passive_form(verb) or not _counts(told):
            continue
        for number in tree[told.i + 1 :]:
            speaker = _second_speaker(number, verb)
            if speaker is not None:
                yield CueFrame(
                    cue=(offset + verb.idx, offset + verb.idx + len(verb)),
                    entry=entry,
                    sources=(offsets(tree, speaker, offset),),
                    contents=(offsets(tree, (number.i, number.i + 1), offset),),
                    force=entry.force,
                    hedge=entry.hedge,
                    takes_quote=False,
                )


def _second_speaker(number: "Token", verb: "Token") -> Range | None:
    """Who stands between "and" and a number that ends its clause, as the verb's other subject."""
    if own_subject(verb) is None or not is_numeral(number) or not _ends_clause(number):
        return None
    noun = number.nbor(-1)
    first = start_behind_joint(noun, verb)
    if first is None:
        return None
    phrase = number.doc[first : noun.i + 1].text
    is_body = is_proper_noun(noun) or (is_common_noun(noun) and head_match(phrase) is not None)
    return (first, noun.i + 1) if is_body else None


def _counts(noun: "Token") -> bool:
    return is_numeral(noun) or any(map(is_numeral, noun.lefts))


def _ends_clause(number: "Token") -> bool:
    """Whether nothing that the number counts follows it."""
    after = number.doc.text[number.idx + len(number) :]
    return pattern("gap-ends-after-count").match(after) is not None
