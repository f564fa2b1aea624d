"""Noun cues: "the army's claim that …", "a statement by the army on …", "issued a denial of …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.attribution.cues.content_reach import through_details
from extractors.attribution.cues.cue_lexicon import Cue, Force, Polarity, cue_index
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.cues.subjects import subject_of
from extractors.attribution.cues.verb_entries import is_cue, is_mute
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import (
    is_content_clause,
    is_marker,
    is_reduced_clause,
    is_relative_clause,
)
from extractors.syntax.coordination import first_of_coordination
from extractors.syntax.forms import is_plural_noun
from extractors.syntax.noun_phrases import Range, coordinated, noun_phrase, offsets, owner_of
from extractors.syntax.phrases import (
    is_apposition,
    is_determiner,
    is_preposition,
    is_prepositional_complement,
)
from extractors.syntax.roles import is_active_subject, is_attribute, is_object
from extractors.syntax.speech import is_expletive, is_passive_form, own_subject
from extractors.syntax.word_classes import is_full_verb, is_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

"""Verbs whose subject is not the one who speaks: "received a report of two deaths"."""


def find_noun_frames(tree: "Doc", offset: int) -> Iterator[CueFrame]:
    """Find the noun cues of a sentence.

    Args:
        tree: The sentence's parse.
        offset: Where the sentence starts in the document.

    Yields:
        A frame a cue that has a content.
    """
    for noun in tree:
        if not is_noun(noun):
            continue
        entry = cue_index().nouns.get(noun.lemma_.lower())
        if entry is None:
            continue
        content = _content(noun, entry)
        owner = _owner(noun, entry)
        if content is None or (entry.owned and owner is None):
            continue
        sources = list(coordinated(owner)) if owner is not None else []
        yield CueFrame(
            cue=(offset + noun.idx, offset + noun.idx + len(noun)),
            entry=entry,
            sources=tuple(offsets(tree, noun_phrase(token), offset) for token in sources),
            contents=(offsets(tree, content, offset),),
            polarity=_polarity(noun, entry),
            force=entry.force,
            hedge=entry.hedge,
            takes_quote=False,
        )


def _content(noun: "Token", entry: Cue) -> Range | None:
    """The clause, infinitive or prepositional phrase that says what was told."""
    if is_active_subject(noun) and noun.head.lemma_ in words_of("copula"):
        # "The mayor's point was that two had died."
        told = next((c for c in noun.head.rights if is_content_clause(c)), None)
        if told is not None and _is_that_clause(told):
            return told.left_edge.i, told.right_edge.i + 1
    for child in noun.rights:
        if (
            is_reduced_clause(child) or is_content_clause(child) or is_relative_clause(child)
        ) and _is_that_clause(child):
            return child.left_edge.i, child.right_edge.i + 1
        if is_preposition(child) and child.lower_ in words_of("by-whom"):
            # "the claim by the rebels that …": the parse hangs the clause on the rebels
            clauses = [c for c in child.subtree if is_relative_clause(c) and _is_that_clause(c)]
            if clauses:
                return clauses[0].left_edge.i, clauses[0].right_edge.i + 1
        if is_reduced_clause(child) and any(
            part.lower_ in words_of("infinitive-marker") for part in child.lefts
        ):
            return child.left_edge.i, child.right_edge.i + 1
        if is_preposition(child) and child.lower_ in entry.on and any(child.rights):
            if any(told.lemma_ in entry.briefly for told in child.rights):
                # "accusations of responsibility for a raid which killed two"
                continue
            return child.i + 1, through_details(noun.doc, child.right_edge.i + 1)
    return None


def _is_that_clause(verb: "Token") -> bool:
    """Whether a clause is what was told, not a relative clause about the noun."""
    opening = [child for child in verb.lefts if child.lower_ in words_of("complementizer")]
    if not opening or own_subject(verb) is None:
        return False
    return (is_marker(opening[0]) or is_object(opening[0])) or own_subject(verb) != opening[0]


def _owner(noun: "Token", entry: Cue) -> "Token | None":
    """Whose claim it is: its owner, or the subject of the verb that it completes."""
    owner = owner_of(noun)
    if owner is not None:
        is_told = entry.force is Force.STATES and not entry.figure
        return owner if is_told else _bound(owner, noun)
    if entry.titled:
        return _titled(noun)
    if is_object(noun) and not is_passive_form(noun.head) and not is_cue(noun.head):
        if noun.head.lemma_ in speech_words("receives") or (
            entry.owned and noun.head.lemma_ not in speech_words("gives")
        ):
            return None
        subject = subject_of(noun.head)
        return None if subject is None or is_mute(subject) else subject
    if (
        is_prepositional_complement(noun)
        and noun.head.lower_ in speech_words("holds-claim")
        and is_full_verb(noun.head.head)
    ):
        return subject_of(noun.head.head)
    return _holder(noun) if entry.force is not Force.STATES else None


def _bound(owner: "Token", noun: "Token") -> "Token":
    """The subject that a possessive refers to: "the mayor repeated *his* support for the law".

    A thing is no mayor: "the raid renewed his support".
    """
    subject = _holder(noun) if owner.lower_ in speech_words("possessive") else None
    if subject is None:
        return owner
    are_many = is_plural_noun(subject) or len(list(coordinated(subject))) > 1
    return subject if are_many <= (owner.lower_ in words_of("plural-possessive")) else owner


def _holder(noun: "Token") -> "Token | None":
    """The subject of the clause in which a noun is an object or in a phrase of the verb."""
    above = noun
    if is_prepositional_complement(noun):
        above = noun.head
    elif not is_object(noun):
        return None
    verb = above.head
    if not is_full_verb(verb) or is_passive_form(verb) or verb.lemma_ in speech_words("receives"):
        return None
    subject = subject_of(verb)
    return None if subject is None or is_mute(subject) or is_expletive(subject) else subject


def _titled(noun: "Token") -> "Token":
    """Who is a supporter: "Ana Lal, a supporter of the truce", "he is a critic of the law"."""
    title = first_of_coordination(noun)
    if is_apposition(title):
        return title.head
    subject = subject_of(title.head) if is_attribute(title) else None
    return subject if subject is not None else noun


def _polarity(noun: "Token", entry: Cue) -> Polarity:
    denied = any(
        child.lower_ in speech_words("no-claim") and is_determiner(child) for child in noun.lefts
    )
    return Polarity.WITHHOLDS if denied else entry.polarity
