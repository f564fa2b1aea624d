"""Figures whose own words tell who counted: "a government toll stood at 45"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import cue_index
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.cues.makers import maker_of, tells_maker
from extractors.attribution.speakers.speaker_roles import find_roles
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.noun_phrases import Range, noun_phrase, offsets, owner_of
from extractors.syntax.phrases import is_compound
from extractors.syntax.roles import is_active_subject, is_subject
from extractors.syntax.speech import agent_of
from extractors.syntax.word_classes import is_numeral
from schemas import SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_GIVEN = 4
"""Words of "nine people dead given"."""
_VICTIMS = frozenset({SpeakerKind.MILITARY, SpeakerKind.POLICE, SpeakerKind.ARMED_GROUP})
"""Whose toll can be that of their own dead: "the army's toll reached 45"."""


def find_toll_frames(tree: "Doc", offset: int) -> Iterator[CueFrame]:
    """Find figures that stand at something, with who made them.

    Args:
        tree: The sentence's parse.
        offset: Where the sentence starts in the document.

    Yields:
        A frame a figure.
    """
    for noun in tree:
        entry = cue_index().nouns.get(noun.lemma_.lower())
        if entry is None or not entry.figure:
            continue
        maker, told = _given(noun) or (_maker(noun), _told(noun))
        if maker is None or told is None:
            continue
        yield CueFrame(
            cue=(offset + noun.idx, offset + noun.idx + len(noun)),
            entry=entry,
            sources=(offsets(tree, maker, offset),),
            contents=(offsets(tree, told, offset),),
            force=entry.force,
            hedge=entry.hedge,
            takes_quote=False,
        )


def _given(noun: "Token") -> tuple[Range, Range] | None:
    """Who gave a toll whose number is told before: "the toll of nine given by the clinic"."""
    number = next((each for each in noun.doc[noun.i + 1 :] if is_numeral(each)), None)
    if number is None or number.nbor(-1).lower_ not in words_of("genitive-preposition"):
        return None
    behind = noun.doc[number.i + 1 : number.i + _LONGEST_GIVEN]
    made = next((each for each in behind if tells_maker(each)), None)
    maker = agent_of(made) if made is not None else None
    if made is None or maker is None or number.i > noun.i + _LONGEST_GIVEN:
        return None
    return noun_phrase(maker), (noun.i + 1, made.i)


def _told(noun: "Token") -> Range | None:
    """What a figure is: "the toll stood at | 45", "more than the toll given by medics of | 45"."""
    verb = noun.head
    if is_active_subject(noun):
        return (verb.i, verb.right_edge.i + 1) if verb.lemma_ in speech_words("stands-at") else None
    is_harm = is_subject(noun) and verb.i > noun.i and verb.lower_ in speech_words("harmed")
    if is_harm and is_numeral(verb.nbor(-1)):
        return verb.i - 1, verb.i + 1  # "the toll was | 24 killed": the parse makes it a passive
    made = maker_of(noun)
    if made is None or made.i + 1 == len(made.doc):
        return None
    of = made.nbor()
    return (of.i, of.right_edge.i + 1) if of.lower_ in words_of("belonging") else None


def _maker(noun: "Token") -> Range | None:
    """Who made a figure: "a toll by the clinic", "the ministry's toll", "a police toll".

    "A toll given by the clinic" is the clinic's.
    """
    if (made := maker_of(noun)) is not None:
        return (made.left_edge.i, made.i + 1) if _kinds(made) else None
    owner = owner_of(noun)
    if owner is not None and _is_of_teller(noun, owner):
        return owner.i, owner.i + 1
    if owner is not None and (owner.i < noun.i or owner.head.lower_ in speech_words("made-by")):
        is_theirs = owner.i < noun.i and bool(_kinds(owner) & _VICTIMS)
        return None if is_theirs or not _kinds(owner) else noun_phrase(owner)
    if not any(child.lower_ in words_of("indefinite-article") for child in noun.lefts):
        return None
    makers = (child for child in noun.lefts if is_compound(child) and _kinds(child))
    return next(((maker.left_edge.i, maker.i + 1) for maker in makers), None)


def _is_of_teller(noun: "Token", owner: "Token") -> bool:
    """Whether a pronoun owns a figure that it gave before or after others: "its first count".

    "Its toll" can be that of a storm.
    """
    tellings = (child.lower_ in speech_words("telling-of-figure") for child in noun.lefts)
    return owner.lower_ in words_of("personal-owner") and any(tellings)


def _kinds(noun: "Token") -> frozenset[SpeakerKind]:
    """What a noun, with the words before it, tells of who speaks."""
    words = noun.doc[noun.left_edge.i : noun.i + 1].text
    return frozenset(each.role.kind for each in find_roles(words) if each.end == len(words))
