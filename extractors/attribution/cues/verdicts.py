"""Verdicts on what others told: "said the figure of two was a lie" denies the figure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import Polarity, cue_index
from extractors.attribution.cues.frame import CueFrame, Offsets
from extractors.languages.context_words import words_of
from extractors.syntax.clauses import completes_verb
from extractors.syntax.noun_phrases import offsets
from extractors.syntax.phrases import is_prepositional_complement
from extractors.syntax.roles import is_active_subject
from extractors.syntax.speech import object_of, own_subject
from extractors.syntax.word_classes import is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_verdicts(tree: "Doc", offset: int, frames: Sequence[CueFrame]) -> Iterator[CueFrame]:
    """Find what a speaker calls false.

    Args:
        tree: The sentence's parse.
        offset: Where the sentence starts in the document.
        frames: The sentence's cues.

    Yields:
        The cue of the speaker once more, with what is judged for content, denied.
    """
    verdicts = cue_index().verdicts
    for token in tree:
        if token.lemma_.lower() not in verdicts or is_verbal(token):
            continue
        judged = _clause_judged(token) or _judged(token)
        if judged is None:
            continue
        place = offsets(tree, (judged.left_edge.i, judged.right_edge.i + 1), offset)
        holding = [frame for frame in frames if frame.sources and _holds(frame, place)]
        if holding:
            speaker = min(
                holding, key=lambda frame: sum(end - start for start, end in frame.contents)
            )
            if speaker.polarity is Polarity.ASSERTS:
                yield replace(
                    speaker, contents=(place,), polarity=Polarity.DENIES, takes_quote=False
                )


def _clause_judged(verdict: "Token") -> "Token | None":
    """The clause of "it is a lie that two died"."""
    above = verdict.head
    subject = own_subject(above)
    if (
        above.lemma_ not in words_of("copula")
        or subject is None
        or subject.lower_ not in words_of("expletive-pronoun")
    ):
        return None
    clauses = [*verdict.rights, *(child for child in above.rights if child.i > verdict.i)]
    return next(
        (
            clause
            for clause in clauses
            if any(part.lower_ in words_of("complementizer") for part in clause.lefts)
        ),
        None,
    )


def _judged(verdict: "Token") -> "Token | None":
    """What a verdict is about: the subject of "was a lie", the object of "called … a lie"."""
    above = verdict.head
    if is_prepositional_complement(verdict) and above.lower_ in words_of("as-marker"):
        above = above.head
    elif not completes_verb(verdict):
        return None
    if above.lemma_ in words_of("copula"):
        return own_subject(above)
    return object_of(above) or next(
        (child for child in verdict.lefts if is_active_subject(child)), None
    )


def _holds(frame: CueFrame, place: Offsets) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in frame.contents)
