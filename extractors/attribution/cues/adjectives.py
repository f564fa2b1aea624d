"""Adjective cues: "X is certain that …", "X was unaware of …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import Cue, Polarity, cue_index
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.cues.subjects import subject_of
from extractors.syntax.clauses import is_content_clause, is_open_complement
from extractors.syntax.noun_phrases import Range, coordinated, noun_phrase, offsets
from extractors.syntax.phrases import can_be_predicate, is_adjectival, is_preposition
from extractors.syntax.speech import is_expletive, is_negated_clause
from extractors.syntax.word_classes import is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_adjective_frames(tree: "Doc", offset: int) -> Iterator[CueFrame]:
    """Find the adjective cues of a sentence.

    Args:
        tree: The sentence's parse.
        offset: Where the sentence starts in the document.

    Yields:
        A frame a cue that has a bearer and a content.
    """
    adjectives = cue_index().adjectives
    for word in tree:
        entry = adjectives.get(word.lower_)
        if entry is None or not can_be_predicate(word):
            continue
        bearer = _bearer(word)
        content = _content(word, entry)
        if bearer is None or content is None:
            continue
        negated = is_verbal(word.head) and is_negated_clause(word.head)
        yield CueFrame(
            cue=(offset + word.idx, offset + word.idx + len(word)),
            entry=entry,
            sources=tuple(
                offsets(tree, noun_phrase(token), offset) for token in coordinated(bearer)
            ),
            contents=(offsets(tree, content, offset),),
            polarity=Polarity.WITHHOLDS if negated else entry.polarity,
            force=entry.force,
            hedge=entry.hedge,
            takes_quote=False,
        )


def _bearer(word: "Token") -> "Token | None":
    if is_adjectival(word):
        return word.head if word.i > word.head.i else None
    above = word.head
    if not is_verbal(above):
        return None
    subject = subject_of(above)
    return None if subject is None or is_expletive(subject) else subject


def _content(word: "Token", entry: Cue) -> Range | None:
    for child in word.rights:
        clause = is_content_clause(child) and "clause" in entry.takes
        infinitive = is_open_complement(child) and "infinitive" in entry.takes
        about = is_preposition(child) and child.lower_ in entry.on and any(child.rights)
        if clause or infinitive or about:
            start = child.i + 1 if about else child.left_edge.i
            return start, child.right_edge.i + 1
    return None
